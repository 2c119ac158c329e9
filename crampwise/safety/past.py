"""Which clauses tell of what is long over, or was looked into and cleared."""

from __future__ import annotations

import re
from enum import Enum

from crampwise.safety.passage import Passage

_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|few|some|couple)"
)
_REMOTE = re.compile(
    rf"\b(?:{_COUNT}(?: of)? (?:years?|yrs?|months?|decades?) (?:ago|back|earlier)"
    r"|(?:years|yrs|months|ages|decades|long time|long) ago"
    r"|(?<!the )(?<!since )(?<!from )(?<!past )"
    r"last (?:year|summer|winter|spring|autumn|fall|month|christmas|january|february|march|april|"
    r"may|june|july|august|september|october|november|december)"
    r"|in (?:19|20)\d\d|back in|in the past|(?<!since )when i was(?! \w+ing)"
    r"|in (?:january|february|march|april|june|july|august|september|october|november|december)"
    r"|(?<!since )when (?:he|she) was|as a (?:baby|toddler|child|kid|teen\w*|student|boy|girl|"
    r"young \w+)"
    r"|in my (?:teens|twenties|thirties|forties|youth|20s|30s|40s|50s|last pregnancy)"
    r"|history of|previous(?:ly)?|once had|had once|once as|(?<!than it )(?<!than they )"
    r"(?<!than i )used to (?:have|get|be|take|make|go|feel|swell|drink|suffer|faint|throw|purge)"
    r"|formerly|childhood|decades)\b"
)
_YEARS = re.compile(
    r"\b(?:(?:years?|yrs?|decades?|ages) (?:ago|back)|in (?:19|20)\d\d|when i was|as a \w+|"
    r"used to|"
    r"in my (?:teens|twenties|thirties|youth|20s|30s)|long ago|childhood)\b"
)
_NOW = re.compile(
    r"\b(?:now|today|tonight|currently|again|still|since|this (?:morning|evening|week|afternoon)|"
    r"yesterday|last night|at the moment|keeps?|ever since|same as|same thing|these days|"
    r"back again|"
    r"getting|worse|happening|started|come back|came back|returned|has been|have been|am|is|"
    r"are)\b"
)
_NOW_STRONG = re.compile(
    r"\b(?:now|today|tonight|currently|again|still|since|this morning|yesterday|last night|"
    r"at the moment|worse|these days|come back|came back|has been|have been)\b"
)
_OVER = re.compile(r"\b(?:was|were|had|did|got|went|used|felt|turned|gave|became|took|came|said)\b")
_SUBJECT = re.compile(r"(?:and |but |so )?(?:i|my|it|he|she|his|her|they|we|the)\b")
_CLEARED = re.compile(
    r"\b(?:all clear|ruled out|given the all|(?:scan\w*|test\w*|check\w*|ultrasound|x ray|ecg|"
    r"doctors?|"
    r"docs?|gp|hospital|nurse|er|looked at|looked into|examined|seen)\b.{0,45}?"
    r"\b(?:fine|clear|ok|okay|normal|nothing|negative|good|no clot|not a clot|muscle|sorted|"
    r"treated|"
    r"cleared))\b"
)
_EASED = re.compile(
    r"\b(?:went (?:down|away)|gone now|all gone|cleared up|settled|it was nothing|all fine|"
    r"fine now|"
    r"better now|back to normal|resolved|healed|recovered|disappeared|no longer|has gone|"
    r"(?:all|totally|completely) (?:better|good|ok) now)\b"
)


class Time(Enum):
    """How far a clause tells of now."""

    NOW = "now"
    EASED = "eased"  # of late, and gone of itself
    OVER = "over"  # months ago
    CLEARED = "cleared"  # of late, and looked into
    LONG_OVER = "long over"  # years ago


def times(passage: Passage) -> list[Time]:
    """For each clause of the passage, what time it tells of."""
    texts = [passage.text(clause) for clause in range(len(passage.clauses))]
    sentences = [passage.sentence[span.start] for span in passage.clauses]
    remote = [
        bool(_REMOTE.search(text)) and not re.search(r"\b(?:now|again|today|still)\b", text)
        for text in texts
    ]
    whole = " ".join(texts)
    cleared = bool(_CLEARED.search(whole))
    eased = bool(_EASED.search(whole))
    found: list[Time] = []
    for number, text in enumerate(texts):
        told_past = bool(_OVER.search(text)) and not _NOW_STRONG.search(text)
        near_remote = any(
            remote[other] and abs(sentences[other] - sentences[number]) <= 1
            for other in range(max(0, number - 4), min(len(texts), number + 5))
        )
        if remote[number]:
            found.append(Time.LONG_OVER if _YEARS.search(text) else Time.OVER)
        elif near_remote and told_past:
            found.append(Time.OVER)
        elif (
            found
            and found[-1] in (Time.OVER, Time.CLEARED, Time.LONG_OVER)
            and sentences[number] == sentences[number - 1]
            and not _NOW.search(text)
            and not _SUBJECT.match(text)
        ):
            found.append(Time.OVER)  # the rest of a list: "in 2019 I had brown urine, sore legs"
        elif told_past and cleared:
            found.append(Time.CLEARED)
        elif told_past and eased:
            found.append(Time.EASED)
        else:
            found.append(Time.NOW)
    return found
