"""Which words of a passage are denied: "no swelling", "isn't red or hot"."""

from __future__ import annotations

import re

from crampwise.safety.passage import Passage
from crampwise.safety.wordset import wordset

REACH = 9  # words over which a denial carries
_DENIALS = wordset("not no never without nor neither none zero denies minus isnt arent")
# "not sure", "no idea", "not going away" and the like deny nothing that follows.
_IDLE_NOT = re.compile(
    r"(?:only|just|sure|certain|know\w*|getting|get|going|gone|go|goes|eas\w+|stop\w*|improv\w*|"
    r"help\w*|better|long|too|well|settl\w+|shift\w*|let|letting|budg\w+|normal|able|used|"
    r"want\w*|"
    r"usual\w*|like me|sleep\w*|slept|eat\w*|eaten|work\w*|even|understand|mention\w*|joking|"
    r"kidding|exaggerating|recover\w*|heal\w*|mov\w+|ideal|great|good|happy|ok|okay|fun|bad|mild|"
    r"quite|much|as|because|panic\w*|drunk|young|fit|far|until|till|to|up|down|in)\b"
)
_IDLE_NO = re.compile(
    r"(?:idea|doubt|matter|one|luck|better|help|improvement|good|reason|sleep|way|relief|clue|"
    r"wonder|choice|injur\w+|accident|change|difference|appetite|warning|joke|use|medical|health|"
    r"like|wait|actually|sorry|i|my|it|yes)\b"
)
_SEEING = wordset("see find feel notice detect spot")
_BREAKS = wordset("i he she they we it there")
_OWNERS = wordset("my his her their the")
_PLACING = wordset("in of on at around behind near down along to with from for under")
_THINKING = wordset("think believe reckon feel look looks seem seems appear")
_NOUN = re.compile(
    r"\w+(?:ness|ing|ations?)|pains?|fevers?|heat|warmth|aches?|temperature|lumps?|weakness|"
    r"injury|"
    r"rash|redness|breathlessness|pins|needles|nausea|symptoms|tenderness|blood"
)


def denied(passage: Passage, told: set[int]) -> set[int]:
    """Places of words that are denied. Words in `told` belong to signs and deny nothing else."""
    places: set[int] = set()
    for place, word in enumerate(passage.written):
        if word in _DENIALS and place not in told and not _idle(passage, place):
            places.update(_reach(passage, place))
    places.update(_ticked_off(passage))
    return places


def _idle(passage: Passage, place: int) -> bool:
    words = passage.written
    following = " ".join(words[place + 1 : place + 3])
    if words[place] == "no" and (place + 1 == len(words) or _starts_clause(passage, place + 1)):
        return True  # "no, it is swollen"
    if words[place] == "not" and place and words[place - 1] in ("can", "could"):
        return not (place + 1 < len(words) and words[place + 1] in _SEEING)
    if words[place] == "not" and place and words[place - 1] in ("if", "why", "or"):
        return words[place - 1] != "or"
    pattern = _IDLE_NO if words[place] in ("no", "without") else _IDLE_NOT
    return bool(pattern.match(following))


def _starts_clause(passage: Passage, place: int) -> bool:
    return passage.clause[place] != passage.clause[place - 1]


def _reach(passage: Passage, denial: int) -> list[int]:
    """The words a denial carries over: its clause, and on through a list of the same kind."""
    words = passage.written
    found: list[int] = []
    pardon = bool(_THINKING.intersection(words[denial + 1 : denial + 3]))
    for place in range(denial + 1, min(len(words), denial + 1 + 2 * REACH)):
        if passage.sentence[place] != passage.sentence[denial]:
            break
        if _starts_clause(passage, place) and not _list_goes_on(passage, place, words[denial]):
            break
        if place - denial > REACH and not _starts_clause(passage, place) and words[place] != "or":
            break
        if _breaks(words, place) and place > denial + 1:
            if not pardon:
                break
            pardon = False
        found.append(place)
    return found


def _breaks(words: list[str], place: int) -> bool:
    word, before = words[place], words[place - 1]
    if word in ("is", "are") and before not in ("there", "it", "leg", "calf", "foot"):
        return False
    return word in _BREAKS or (
        word in _OWNERS and before not in _PLACING | _THINKING | {"not", "no", "or", "and", "that"}
    )


def _list_goes_on(passage: Passage, place: int, denial: str) -> bool:
    """Whether the clause at `place` is a further item of what is denied."""
    for number in range(passage.clause[place], len(passage.clauses)):
        span = passage.clauses[number]
        words = passage.written[span.start : span.stop]
        if passage.sentence[span.start] != passage.sentence[place]:
            break
        if denial in ("no", "without") and not any(_NOUN.fullmatch(word) for word in words[:3]):
            return False  # "no injury, swollen or bruised"
        if "or" in words[:3] or "nor" in words[:3]:
            return True
        if len(words) > 3:
            return False
    span = passage.clauses[passage.clause[place]]
    bare = [word for word in passage.written[span.start : span.stop] if word not in ("and", "any")]
    return len(bare) <= 2 and bool(bare) and bool(_NOUN.fullmatch(bare[-1]))


def _ticked_off(passage: Passage) -> set[int]:
    """Words before a bare "no" or "none" that ends its clause: "swelling: none"."""
    found: set[int] = set()
    for number, span in enumerate(passage.clauses):
        last = passage.written[span.stop - 1]
        if last not in ("none", "no", "nope", "nil", "absent", "negative"):
            continue
        if len(span) == 1 and number:
            before = passage.clauses[number - 1]
            if passage.sentence[before.start] == passage.sentence[span.start] and len(before) <= 5:
                found.update(before)
        elif len(span) <= 4:
            found.update(span)
    return found
