"""Reads whom a message is about, and what it tells of each person it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from crampwise.entities import Found
from crampwise.people.asides import is_aside
from crampwise.people.clauses import Standing, clause, leaves_out, standing, told_alone
from crampwise.people.correcting import is_corrected
from crampwise.people.late import late
from crampwise.people.not_now import over, takes_nothing
from crampwise.people.notes import in_notes, tells_plainly
from crampwise.people.owning import BREASTFEEDING, Owners
from crampwise.people.told import FACTS, ILL, Facts, Told
from crampwise.people.whom import instead, taker
from crampwise.people.words import CHILD, PET, SELF, Marker, People

SINGLE = frozenset({"age", "sex", "diet"})  # the last one told counts
WHO = frozenset({"sex", "life_stage"})  # said by the name of a person
Nothing = tuple[str, int, bool]  # who takes no medicines, where that is said, and whether of now
Judged = tuple[Found, str, Standing]  # a mention, whose it is, and what it is worth
# "Got two kids at school": none of them is asked for.
_MANY = re.compile(r"(?:kids|children|ies|toddlers|infants|newborns|youngsters)$", re.IGNORECASE)
_FEEDING = re.compile(r"\b(?:feeding|nursing|breast\w*|latch\w*|i feed|i nurse)\b", re.IGNORECASE)
# "Mum died on lithium, and I'm on it too", "a book on sarcoidosis, as I have it".
_ME_TOO = re.compile(
    r"\bso (?:am|do|have) i\b|\bi(?:'m| am|'ve| have| do| take|'ve got| have got)(?: on)?"
    r"(?: it| them| one)? (?:too|as well|also)\b|"
    r"(?<!do )(?<!can )(?<!may )(?<!could )(?<!should )(?<!if )\bi(?:'ve)? (?:have|got) it\b"
    r"(?! (?:from|for|to))|\b(?:but|and) (?:now )?i (?:do |now )?take it\b(?!.*\?)|"
    r"\b(?:same as|just like|now) me\b|\bme too\b|\bit's what i have\b|\bwhich i have\b|"
    r"\bmine is (?:milder|worse|the same|stable)\b",
    re.IGNORECASE,
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
    owners = Owners(text, markers, lately[0] if lately else SELF)
    mentions = list(mentions)
    telling = (
        telling
        or in_notes(text, [(f.start, f.end) for f in mentions if f.entity != "amount"])
        or tells_plainly(text, mentions)
    )
    gone = late(text, markers)
    nothing = [(owners.at(place), place, of_now) for place, of_now in takes_nothing(text)]
    on_nothing = {owner: of_now for owner, _, of_now in nothing}
    facts: dict[str, Facts] = {}
    denied: dict[str, Facts] = {}
    supposed: Facts = {}
    called: dict[str, tuple[tuple[str, str], ...]] = {}
    named = [each for each in mentions if _tells(owners, apart, each)]
    not_asked = {PET, *gone, *(CHILD for each in named if owners.feeds(each))}
    for mention, owner, worth in _judged(owners, named, telling, nothing):
        if owner in gone or worth is Standing.NOBODYS:
            continue
        if worth is Standing.ASKED:
            _add(supposed, mention)
        elif owner != CHILD or not _MANY.search(text[mention.start : mention.end]):
            kept = facts if worth is Standing.TOLD else denied
            _add(kept.setdefault(owner, {}), mention)
        if worth is Standing.TOLD and mention.entity == "medicine":
            name = (str(mention.value), text[mention.start : mention.end])
            called[owner] = (*called.get(owner, ()), name)
    for sentence in unnamed:
        owner = owners.teller(sentence)
        feeds = _FEEDING.search(text, sentence.start, sentence.end)
        if sentence.value == BREASTFEEDING and owner == CHILD and feeds:
            owner = SELF  # "feeding my 5 week old"
            not_asked.add(CHILD)
        takes = sentence.entity != "medicine" or owner not in on_nothing
        if takes and not over(text[sentence.start : sentence.end], text[sentence.end :]):
            _add(facts.setdefault(owner, {}), sentence)
    _of_another(text, markers, facts, denied)
    _of_oneself_too(text, named, facts)
    meant = [m.person for m in markers if not m.lends and m.person not in not_asked]
    # "Toddler with growing pains": named by nothing but the word for such a one.
    only_young = not markers and owners.now == SELF and set(facts) == {CHILD}
    person = taker(text, markers) or next(iter(meant[::-1]), CHILD if only_young else None)
    for spoken in {marker.person for marker in markers} - gone:
        if sex := people.sex(spoken):
            facts.setdefault(spoken, {}).setdefault("sex", (sex,))
    cleared = tuple(owner for owner, of_now in on_nothing.items() if of_now)
    return Told(person, facts, denied, supposed, called, instead(text, markers), cleared)


def _tells(owners: Owners, apart: Sequence[Marker], mention: Found) -> bool:
    """Whether `mention` may tell something of a person."""
    if mention.entity not in FACTS or (mention.entity == "sex" and owners.named_by(mention)):
        return False  # "she", "mother": known from the name itself
    if mention.entity not in SINGLE and is_corrected(owners.text, mention.end):
        return False  # "gabapentin, no sorry, GABA"
    within = any(m.start <= mention.start and mention.end <= m.end for m in apart)
    aside = within or is_aside(owners.text, mention.start, mention.end)
    return mention.entity not in WHO or not aside  # "kids bought me some"


def _judged(
    owners: Owners, mentions: Iterable[Found], telling: bool, nothing: Sequence[Nothing]
) -> Iterator[Judged]:
    """Each mention with whose it is and what it is worth."""
    for mention in mentions:
        owner = owners.of(mention)
        if owners.feeds(mention):
            worth = Standing.TOLD
        elif mention.entity == "medicine" and any(
            of_whom == owner and place >= mention.end for of_whom, place, _ in nothing
        ):
            worth = Standing.DENIED  # "took cipro in May, on nothing now"
        else:
            worth = _worth(owners, mention, telling)
        yield mention, owner, worth


def _of_another(
    text: str, markers: list[Marker], facts: dict[str, Facts], denied: dict[str, Facts]
) -> None:
    """ "I'm not pregnant, my sister is": what one person denies is told of the one who "is"."""
    for marker in markers:
        others = [person for person in denied if person != marker.person]
        if others and _ELLIPTIC.match(text[marker.end :]):
            own = {**denied[others[-1]], **facts.get(marker.person, {})}
            facts[marker.person] = own


def _of_oneself_too(text: str, named: Iterable[Found], facts: dict[str, Facts]) -> None:
    """ "Dad was on warfarin and now so am I": what is told of anybody is told of oneself."""
    if not _ME_TOO.search(text):
        return
    own = facts.setdefault(SELF, {})
    for mention in named:
        if mention.entity in ILL and mention.value not in own.get(mention.entity, ()):
            _add(own, mention)


def _worth(owners: Owners, mention: Found, telling: bool) -> Standing:
    text = owners.text
    first, last = clause(text, mention.start, mention.end)
    spoken = [marker for marker in owners.markers if first <= marker.start < last]
    found = standing(text, mention.start, mention.end, personal=bool(spoken), telling=telling)
    # An age beside a person is theirs whatever is asked: "can my mother, 82, take it".
    if mention.entity in ("age", "sex") and told_alone(text, mention.start, mention.end):
        return Standing.TOLD
    if mention.entity == "diet" and leaves_out(text, mention.start, mention.end):
        return Standing.TOLD
    tied = mention.entity == "age" and any(marker.start < mention.start for marker in spoken)
    if owners.named_by(mention) or (tied and found is not Standing.DENIED):
        return Standing.TOLD
    return found


def _add(kept: Facts, mention: Found) -> None:
    kept[mention.entity] = (*kept.get(mention.entity, ()), mention.value)
