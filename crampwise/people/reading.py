"""Reads whom a message is about, and what it tells of each person it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from crampwise.entities import Found
from crampwise.people.asides import is_aside
from crampwise.people.clauses import Standing, clause, leaves_out, standing, told_alone
from crampwise.people.notes import in_notes, tells_plainly
from crampwise.people.told import FACTS, INFANT, Facts, Told
from crampwise.people.words import CHILD, PET, SELF, Marker, People

YOUNG = frozenset({INFANT, "child"})  # life stages of nobody who writes
WHO = frozenset({"sex", "life_stage"})  # said by the name of a person
YOUNGEST = 8  # years; whoever writes is older
# "I'm only a kid", "growing pains": said of oneself all the same.
_I_AM = re.compile(r"\b(?:i am|i'm|im|being|as) (?:just |only |still )?an? $", re.IGNORECASE)
# "Got two kids at school": none of them is asked for.
_MANY = re.compile(r"(?:kids|children|ies|toddlers|infants|newborns|youngsters)$", re.IGNORECASE)
# "Breastfeeding a three month old, she's thriving": of whoever writes, and not of "she".
_FEEDS = re.compile(
    r"(?:breast[ -]?feeding|nursing) (?:an?|my|our|her|him|twins|both)\b", re.IGNORECASE
)
BREASTFEEDING = "breastfeeding"  # the condition
_OF_ANY_AGE = re.compile(r"pains|school|age", re.IGNORECASE)
_MAY = re.compile(r"\b(?:can|could|should|may|might|shall)\s+$", re.IGNORECASE)
_GIVE = re.compile(
    r"\b(?:can|could|should|may|shall|do) (?:i|we) (?:safely )?(?:give|offer|feed)\s+$",
    re.IGNORECASE,
)
_HAVE = re.compile(r"\s+(?:have|take|try|use|eat|drink|start)\b", re.IGNORECASE)
# "Which dose should I buy myself", "ok for me too?": whoever else is spoken of with it.
_FOR_ME = re.compile(
    r"(?<!not )(?<!n't )(?<!by )(?<!asked )\b(?:for me|myself)\b(?! to (?:give|buy|order))",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|\b(?:which|what|how|why|can|could|should|may|shall|is|are|ok|okay|buy|order|and|but)\b",
    re.IGNORECASE,
)
_FOR_THEM = re.compile(
    r"\b(?:for|with|give|giving|can|could|should|may|is|does|what about|how about) "
    r"(?:s?he|her|him|my|our|the|mum|dad)\b",
    re.IGNORECASE,
)
# "Not my husband, my dad": before the one, and between the two.
_NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)
_BUT = re.compile(
    r"[\s,.;:-]*(?:but|it's|its|it is|i mean|i meant|for|sorry)?[\s,]*", re.IGNORECASE
)
# What follows a person in "my sister is", with nothing said of what she is.
_ELLIPTIC = re.compile(r"\s*(?:'s|is|does|has|takes|do)\s*(?:[.!?,;]|$)", re.IGNORECASE)


def read(
    people: People,
    text: str,
    mentions: Iterable[Found],
    lately: tuple[str, ...] = (),
    *,
    telling: bool = False,
    unnamed: Iterable[Found] = (),
) -> Told:
    """What `text` tells of whom.

    `lately`: the persons spoken of before, the newest first; the first is whom the conversation is
    about. `telling`: the message as a whole tells of a person (rather than asks). `unnamed`: what
    whole sentences of it tell of somebody.
    """
    markers, apart = people.markers(text, lately), people.apart(text, lately)
    now = lately[0] if lately else SELF
    mentions = list(mentions)
    telling = (
        telling
        or in_notes(text, [(f.start, f.end) for f in mentions if f.entity != "amount"])
        or tells_plainly(text, mentions)
    )
    facts: dict[str, Facts] = {}
    denied: dict[str, Facts] = {}
    supposed: Facts = {}
    called: dict[str, tuple[tuple[str, str], ...]] = {}
    for mention in mentions:
        aside = _within(apart, mention) or is_aside(text, mention.start, mention.end)
        if mention.entity not in FACTS or (mention.entity in WHO and aside):
            continue  # "kids bought me some"
        owner = _owner(text, markers, mention, now)
        if owner == SELF and _too_young(text, mention):
            owner = CHILD
        feeds = _feeds(text, mention, markers)
        if feeds:
            owner = SELF
        within = _within(markers, mention)
        if mention.entity == "sex" and within:
            continue  # "she", "mother": known from the name itself
        worth = Standing.TOLD if feeds else _worth(text, mention, markers, within, telling)
        if worth is Standing.ASKED:
            _add(supposed, mention)
        elif owner != CHILD or not _MANY.search(text[mention.start : mention.end]):
            kept = facts if worth is Standing.TOLD else denied
            _add(kept.setdefault(owner, {}), mention)
        if worth is Standing.TOLD and mention.entity == "medicine":
            name = (str(mention.value), text[mention.start : mention.end])
            called[owner] = (*called.get(owner, ()), name)
    for sentence in unnamed:
        _add(facts.setdefault(_teller(text, markers, sentence, now), {}), sentence)
    _of_another(text, markers, facts, denied)
    meant = [marker.person for marker in markers if not marker.lends and marker.person != PET]
    # "Toddler with growing pains": named by nothing but the word for such a one.
    only_young = not markers and now == SELF and set(facts) == {CHILD}
    person = _taker(text, markers) or next(iter(meant[::-1]), CHILD if only_young else None)
    for spoken in {marker.person for marker in markers}:
        sex = people.sex(spoken)
        if sex:
            facts.setdefault(spoken, {}).setdefault("sex", (sex,))
    return Told(person, facts, denied, supposed, called, _instead(text, markers))


def _taker(text: str, markers: list[Marker]) -> str | None:
    """Who is to take something: "can she have my tablets", "can I give her mine"."""
    for marker in markers:
        before, after = text[: marker.start], text[marker.end :]
        taken = _MAY.search(before) and _HAVE.match(after)
        if marker.person != SELF and (taken or _GIVE.search(before)):
            return marker.person
    if any(marker.person == SELF for marker in markers) and _for_me(text):
        return SELF
    return None


def _for_me(text: str) -> bool:
    """Whether the question is on whoever asks, and on nobody named after that."""
    for own in _FOR_ME.finditer(text):
        first, last = clause(text, *own.span())
        asks = _ASKS.search(text[first : last + 1])
        if asks and not _FOR_THEM.search(text[own.end() :]):
            return True
    return False


def _instead(text: str, markers: list[Marker]) -> tuple[str, str] | None:
    """Who was meant wrongly, and who is meant; None where nobody is put right."""
    for wrong, right in pairwise(markers):
        named = _NOT.search(text[: wrong.start]) and _BUT.fullmatch(text[wrong.end : right.start])
        if named and SELF not in (wrong.person, right.person) and wrong.person != right.person:
            return wrong.person, right.person
    return None


def _of_another(
    text: str, markers: list[Marker], facts: dict[str, Facts], denied: dict[str, Facts]
) -> None:
    """ "I'm not pregnant, my sister is": what one person denies is told of the one who "is"."""
    for marker in markers:
        others = [person for person in denied if person != marker.person]
        if others and _ELLIPTIC.match(text[marker.end :]):
            own = {**denied[others[-1]], **facts.get(marker.person, {})}
            facts[marker.person] = own


def _worth(
    text: str, mention: Found, markers: list[Marker], within: bool, telling: bool
) -> Standing:
    first, last = clause(text, mention.start, mention.end)
    spoken = [marker for marker in markers if first <= marker.start < last]
    found = standing(text, mention.start, mention.end, bool(spoken), telling)
    # An age beside a person is theirs whatever is asked: "can my mother, 82, take it".
    if mention.entity in ("age", "sex") and told_alone(text, mention.start, mention.end):
        return Standing.TOLD
    if mention.entity == "diet" and leaves_out(text, mention.start, mention.end):
        return Standing.TOLD
    tied = mention.entity == "age" and any(marker.start < mention.start for marker in spoken)
    if within or (tied and found is not Standing.DENIED):
        return Standing.TOLD
    return found


def _too_young(text: str, mention: Found) -> bool:
    """Whether a life stage or an age is that of a child of whoever writes: "got two kids"."""
    if mention.entity == "age":
        return int(mention.value) < YOUNGEST
    named = text[mention.start : mention.end]
    young = mention.entity == "life_stage" and mention.value in YOUNG
    return young and not (_OF_ANY_AGE.search(named) or _I_AM.search(text[: mention.start]))


def _feeds(text: str, mention: Found, markers: list[Marker]) -> bool:
    """Whether whoever writes feeds a baby: it is named after that, and nobody before."""
    alone = not any(marker.start <= mention.start for marker in markers)
    return mention.value == BREASTFEEDING and alone and bool(_FEEDS.match(text, mention.start))


def _owner(text: str, markers: list[Marker], mention: Found, now: str) -> str:
    """Whom a mention belongs to: the person named last before it, else the first after it."""
    before = [marker for marker in markers if marker.start <= mention.start]
    if before:
        # "It's my mother, not me, who takes it".
        named = [m for m in before if not _NOT.search(text[: m.start])]
        return (named or before)[-1].person
    return markers[0].person if markers else now


def _teller(text: str, markers: list[Marker], sentence: Found, now: str) -> str:
    """Whom a whole sentence tells of: the first whom it names, else whoever was named before."""
    named = [m for m in markers if sentence.start <= m.start < sentence.end]
    return named[0].person if named else _owner(text, markers, sentence, now)


def _within(markers: list[Marker], mention: Found) -> bool:
    return any(m.start <= mention.start and mention.end <= m.end for m in markers)


def _add(kept: Facts, mention: Found) -> None:
    kept[mention.entity] = (*kept.get(mention.entity, ()), mention.value)
