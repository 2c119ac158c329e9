"""Finds the places of a message where somebody is spoken of: "my mother", "she", "I"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crampwise.knowledge.talk import Person
from crampwise.people.asides import ONLY_ASKING, finds, is_aside

SELF = "self"
STRANGERS = ("woman", "man")  # whom "she" and "he" are when nobody was named
CHILD = "child"
PET = "pet"  # told of, but never asked for
_WORDS_BETWEEN = 4  # "my 8 year old son", "my dear elderly mother"
# "Me sister's the pregnant one".
_MY = r"(?:my|our|(?<!give )(?<!tell )(?<!to )(?<!for )(?<!got )me)"
_OWNED = rf"\b{_MY}\s+(?:(?!(?:my|our)\b)[\w-]+\s+){{0,{_WORDS_BETWEEN}}}?"
# "A breastfeeding mother", "every mum": nobody in particular.
_NOBODY = (
    r"(?<!\ba )(?<!\ban )(?<!\bone )(?<!\banother )(?<!\bsome )(?<!any )(?<!every )(?<!new )"
    r"(?<!nursing )(?<!feeding )(?<!expectant )"
)
_SHE = re.compile(r"\b(?:she's|shes|she|hers|her)\b", re.IGNORECASE)
# "He he" is a laugh.
_HE = re.compile(r"\b(?:he's|hes|(?<!\bhe )he(?! he\b)|him|his)\b", re.IGNORECASE)
# "Daughter is expecting", "the neighbour has gout", "(niece 19)": the "my" is left out.
_BARE = r"(?:^|(?<=[.!?;,] )|(?<=\()|(?<=\bthe ))"
_TELLS = (
    r"(?=(?:'?s)?\s+(?:is|has|was|had|got|gets|takes|needs|wants|can't|cant|won't|wont|on|"
    r"typed|typing|types|writing|wrote|writes|found|finds|reads?|ordered|orders|says|said|swears|recommends|"
    r"recommended|heard)\b|,? \d{1,2}\b|(?<='s)\s+(?:pregnant|expecting|due|breastfeeding|got|on|"
    r"having|been|a|an)\b)"
)
# "5 yr old is a fussy eater", "my 13yo": a young person who is named by the age alone.
_YEARS = r"(?:1[0-7]|[1-9])(?: and a half)?\s*-?\s*(?:years?|yrs?|months?|mths?|weeks?|wks?)"
_YOUNG_ONE = re.compile(
    rf"(?:{_BARE}(?:{_YEARS}\s*-?\s*old|[1-9]\s?yo|1[0-7]\s?yo)(?! (?:fe)?male)"
    r"(?=(?:'s)? (?:is|has|was|won't|wont|will|doesn't|doesnt|does|plays|eats|keeps|hates|refuses|"
    r"gets|wakes|complains|cries|girl|boy|son|daughter|lad|toddler|kid)\b)"
    rf"|\b(?:my|our)\s+(?:{_YEARS}\s*-?\s*old|(?:1[0-7]|[1-9])\s?yo))(?![\w-])",
    re.IGNORECASE,
)
# "Like in her day".
_OF_OLD = re.compile(
    r" (?:days?|times?|youth|recipe|remedy|cure|trick|advice|generation|village)\b"
)
# "While I feed her": of whoever writes.
_FEEDS = re.compile(
    r"\bi(?:'m| am)? (?:still )?(?:breast)?(?:feed|nurse|nursing|feeding) $", re.IGNORECASE
)
# "The rehab lady says I'm her star pupil": "her" is who says it, and nothing is asked for her.
_OF_ME = re.compile(
    r"\b(?:says?|said|reckons?|thinks?|told me)(?: that)? (?:i'm|im|i've|ive|i)\b", re.IGNORECASE
)
# "Can I take my neighbour's magnesium": another's tablets, taken by the one who asks.
_BORROWS = re.compile(
    r"\b(?:take|takes|taking|took|taken|use|uses|using|used|try|trying|tried|borrow|share|sharing|"
    r"swallow|have|had) (?:(?:some|one|two|a few|any|of) ){0,2}$",
    re.IGNORECASE,
)
# "My sister's kidney": a gift that is told of oneself.
_GIVEN = re.compile(
    r"^(?:(?:old|spare|own) )?(?:kidney|liver|stem cells|bone marrow|lung)\b", re.IGNORECASE
)
# "It came down from my mother's side": an illness of the one who says so.
_SIDE = re.compile(r"^(?:side|people|family|line)\b", re.IGNORECASE)
_OF_THEIRS = re.compile(r"['’]s\Z")
# "My sister's pregnant", also without the apostrophe; "in my teens" is nobody.
_OF_ONE = "(?:'?s)?(?<!my teens)"
# "A client of mine", "a mate from work".
_OF_MINE = r" (?:of (?:mine|ours)|(?:at|from) (?:work|church|the \w+)|i know)\b"
_OF_TWO = (
    r"(?! of (?:\d(?!\d)|an?\b|one|two|three|four|five|six|twins))"  # "dad of two": who writes
)


@dataclass(frozen=True)
class Marker:
    """The characters `start` to `end` speak of `person`.

    `lends`: only of what is theirs and another would take, so that the message is not about them.
    """

    person: str
    start: int
    end: int
    lends: bool = False


class People:
    """Everybody a message can be about. Made once from the knowledge base."""

    def __init__(self, known: Mapping[str, Person]) -> None:
        self._known = known
        self._mine = _pattern(known[SELF].words, "")
        self._named = [
            (person.id, pattern)
            for person in known.values()
            if person.id != SELF
            for pattern in _patterns(person)
        ]

    def sex(self, person: str) -> str | None:
        """The sex that goes with a person's name, where it tells one."""
        return self._known[person].sex if person in self._known else None

    def markers(self, text: str, lately: Iterable[str] = ()) -> list[Marker]:
        """Who is spoken of where, in order of place.

        `lately` names the people spoken of before, the newest first: "she" is the first woman
        among them that this message does not name itself.
        """
        return self._spoken_of(text, lately)[0]

    def apart(self, text: str, lately: Iterable[str] = ()) -> list[Marker]:
        """Who is named though the message is not about them: "my wife found it"."""
        return self._spoken_of(text, lately)[1]

    def _spoken_of(self, text: str, lately: Iterable[str]) -> tuple[list[Marker], list[Marker]]:
        found: list[Marker] = []
        apart: list[Marker] = []
        asking = [match.span() for match in ONLY_ASKING.finditer(text)]
        for person, pattern in self._named:
            for match in pattern.finditer(text):
                lends = _OF_THEIRS.search(match[0]) and _BORROWS.search(text[: match.start()])
                after = text[match.end() :].lstrip()
                gave = _SIDE.match(after) or (_OF_THEIRS.search(match[0]) and _GIVEN.match(after))
                if gave or is_aside(text, *match.span()):
                    asking.append(match.span())
                    apart.append(Marker(person, *match.span()))
                elif not _overlaps(found, *match.span()):
                    found.append(Marker(person, *match.span(), lends=bool(lends)))
        for match in self._mine.finditer(text):
            inside = any(start <= match.start() < end for start, end in asking)
            if not inside and not _overlaps(found, *match.span()):
                found.append(Marker(SELF, *match.span()))
        candidates = [*lately]
        for sex, stranger, pronouns in (
            ("female", STRANGERS[0], _SHE),
            ("male", STRANGERS[1], _HE),
        ):
            # "My baby has cramps, can he ...": of whom no sex is known may be either.
            spoken = [m for m in found if self.sex(m.person) == sex] or [
                m for m in found if m.person != SELF and self.sex(m.person) is None
            ]
            named = sorted(spoken, key=lambda marker: marker.start)
            earlier = next((p for p in candidates if self._may_be(p, sex)), stranger)
            # "My gym mate drinks it, copy him?" is not about him.
            if earlier == stranger and not named:
                of_me = _OF_ME.search(text)
                speaker = of_me and not pronouns.search(text[: of_me.start()])
                helper = next((m.person for m in apart if self._may_be(m.person, sex)), None)
                helpers = pronouns.finditer(text) if helper else ()
                apart.extend(Marker(str(helper), *match.span()) for match in helpers)
                if speaker or helper:
                    continue
            for match in pronouns.finditer(text):
                fed = _FEEDS.search(text[: match.start()])
                if fed or _OF_OLD.match(text[match.end() :]):
                    continue
                before = [m.person for m in named if m.start < match.start()]
                later = [m.person for m in named if m.start > match.start()]
                person = before[-1] if before else later[0] if later else earlier
                kept = apart if finds(text, match.end()) else found
                if not _overlaps(found, *match.span()):
                    kept.append(Marker(person, *match.span()))
        return sorted(found, key=lambda marker: marker.start), apart

    def _may_be(self, person: str, sex: str) -> bool:
        return person not in (SELF, PET) and self.sex(person) in (sex, None)


def _patterns(person: Person) -> Iterable[re.Pattern[str]]:
    if person.words:
        yield _pattern(person.words, f"(?:{_OWNED})?{_NOBODY}", _OF_ONE + _OF_TWO)
    if person.owned:
        yield _pattern(person.owned, _OWNED, _OF_ONE)
        yield _pattern(person.owned, _BARE, _OF_ONE + _TELLS)
        yield _pattern(person.owned, r"\b(?:an?|one) (?:\w+ )?", _OF_MINE)
    if person.id == CHILD:
        yield _YOUNG_ONE


def _pattern(words: Iterable[str], before: str, after: str = "(?:'s)?") -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"{before}(?<![\w-])(?:{names}){after}(?![\w'-])", re.IGNORECASE)


def _overlaps(found: Iterable[Marker], start: int, end: int) -> bool:
    return any(marker.start < end and start < marker.end for marker in found)
