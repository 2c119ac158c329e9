"""Whether what a passage tells fulfils a rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from crampwise.safety.mentions import Mention
from crampwise.safety.passage import Passage
from crampwise.safety.rules import Rule, Term
from crampwise.safety.standing import Judge, Standing
from crampwise.safety.traits import Traits
from crampwise.safety.wordset import wordset

SENTENCES_APART = 2  # within one message
TURNS_APART = 4
CLOSE = 7  # words between a sign and what it is told of
SHORT = 6  # words of a message that may answer with a part of the body alone
_OPENERS = wordset("ok okay so but and well right thanks now oh hi yes no please just um")
_JOINERS = wordset("and or my the his her their left right both a of to down from in")

Evidence = tuple[Mention, ...]


class Account:
    """What a passage tells: its mentions with their standing, ready to be asked about rules.

    `groups` are those that are mentioned at all, however they stand.
    """

    def __init__(self, passage: Passage, mentions: Iterable[Mention], newest: int) -> None:
        self.passage = passage
        self._newest = newest
        mentions = list(mentions)
        self._by_group: dict[str, list[Mention]] = defaultdict(list)
        self._judge = judge = Judge(passage, mentions)
        self._standing: dict[Mention, Standing] = {}
        for mention in mentions:
            self._standing[mention] = judge.standing(mention)
            self._by_group[mention.group].append(mention)
        self.groups = frozenset(self._by_group)
        self._parts = [mention for mention in mentions if mention.kind == "parts"]
        self._short_turn = passage.turn.count(newest) <= SHORT

    def fulfils(self, rule: Rule, emergency: bool) -> Evidence | None:
        """The mentions that fulfil `rule`, or None. What has eased counts for emergencies only."""
        options: list[list[Evidence]] = []
        for term in rule.terms:
            found = self._term(term, emergency)
            if not found:
                return None
            options.append(found)
        for first in next(found for term, found in zip(rule.terms, options) if not term.anywhere):
            chosen = self._around(first, rule.terms, options)
            if chosen and self._is_new(chosen) and not self._excepted(rule, chosen, emergency):
                return chosen
        return None

    def tells(self, group: str, *, of_late: bool = False) -> bool:
        """Whether a group is told at all; `of_late`: and neither asked about nor long over."""
        told = self._told((group,), emergency=False)
        return any(not of_late or self._judge.is_of_late(mention) for mention in told)

    def opens_with(self, group: str) -> bool:
        """Whether a group begins what is said: "anyway, ...", and not "what is it for anyway"."""
        return any(self._opens(mention) for mention in self._told((group,), emergency=False))

    def _opens(self, mention: Mention) -> bool:
        passage = self.passage
        begin = passage.clauses[passage.clause[mention.start]].start
        if any(passage.words[place] not in _OPENERS for place in range(begin, mention.start)):
            return False
        sentence = passage.sentence[mention.start]
        goes_on = mention.stop < len(passage.words) and passage.sentence[mention.stop] == sentence
        return goes_on or begin == passage.sentence.index(sentence)

    def traits(self) -> Traits:
        """What of the passage the rules see besides a danger sign."""
        signs = [m for m in self._standing if m.kind in ("signs", "always")]
        counts = Counter(self._standing[mention] for mention in signs)
        return Traits(
            told=counts[Standing.TOLD] + counts[Standing.EASED],
            denied=counts[Standing.DENIED],
            over=counts[Standing.OVER],
            general=counts[Standing.GENERAL],
            settings=sum(mention.kind == "settings" for mention in self._standing),
            questions=len(self.passage.asked),
            share_general=self._judge.share_general,
            share_over=self._judge.share_over,
        )

    def _term(self, term: Term, emergency: bool) -> list[Evidence]:
        """Every way in which a term is told."""
        signs = self._told(term.groups, emergency)
        if term.about:
            return [
                (sign, thing)
                for sign in signs
                for thing in self._told(term.about, emergency)
                if self._is_about(sign, thing)
            ]
        if term.least == 1:
            return [(sign,) for sign in signs]
        return [
            found for sign in signs if (found := self._several(sign, signs, term.least)) is not None
        ]

    def _told(self, groups: Iterable[str], emergency: bool) -> list[Mention]:
        enough = (Standing.TOLD, Standing.EASED) if emergency else (Standing.TOLD,)
        return [
            mention
            for group in groups
            for mention in self._by_group.get(group, ())
            if self._standing[mention] in enough
        ]

    def _several(self, sign: Mention, signs: list[Mention], least: int) -> Evidence | None:
        """`sign` with others of different groups and words nearby, if that makes `least`."""
        chosen = [sign]
        for other in signs:
            if (
                all(other.group != known.group for known in chosen)
                and not any(_overlap(other, known) for known in chosen)
                and self._near(sign, other)
            ):
                chosen.append(other)
        return tuple(chosen) if len(chosen) >= least else None

    def _around(
        self, first: Evidence, terms: tuple[Term, ...], options: list[list[Evidence]]
    ) -> Evidence | None:
        """One way of telling each term such that all stand near `first`."""
        chosen: list[Mention] = []
        for term, found in zip(terms, options):
            ways = [first] if first in found and not chosen else found
            fitting = next(
                (
                    way
                    for way in ways
                    if (term.anywhere or self._near(first[0], way[0]))
                    and (term.anywhere or not any(_overlap(way[0], known) for known in chosen))
                ),
                None,
            )
            if fitting is None:
                return None
            chosen.extend(fitting)
        return tuple(chosen)

    def _near(self, one: Mention, other: Mention) -> bool:
        turns = abs(self.passage.turn[one.start] - self.passage.turn[other.start])
        if turns:
            return turns <= TURNS_APART
        apart = abs(self.passage.sentence[one.start] - self.passage.sentence[other.start])
        return apart <= SENTENCES_APART

    def _is_new(self, chosen: Evidence) -> bool:
        """Whether the newest message adds to what is told."""
        return any(
            self.passage.turn[mention.start] == self._newest
            and (mention.kind != "parts" or self._short_turn)
            for mention in chosen
        )

    def _excepted(self, rule: Rule, chosen: Evidence, emergency: bool) -> bool:
        return any(self._near(chosen[0], mention) for mention in self._told(rule.unless, emergency))

    def _is_about(self, sign: Mention, thing: Mention) -> bool:
        """Whether `sign` is told of `thing`: in one clause, or as the last part named before."""
        passage = self.passage
        if sign.start < thing.stop and thing.start < sign.stop:
            return True
        if thing.kind != "parts":
            return passage.sentence[sign.start] == passage.sentence[thing.start] and (
                self._between(sign, thing) <= CLOSE
            )
        clause = passage.clause[sign.start]
        named = [part for part in self._parts if passage.clause[part.start] == clause]
        if named:
            return thing in named and not self._shadowed(sign, thing, named)
        return thing in self._last_named(sign)

    @staticmethod
    def _between(one: Mention, other: Mention) -> int:
        return max(one.start, other.start) - min(one.stop, other.stop)

    def _shadowed(self, sign: Mention, thing: Mention, named: list[Mention]) -> bool:
        """Whether another part stands between, and not merely in a list with this one."""
        low, high = min(sign.stop, thing.stop), max(sign.start, thing.start)
        for part in named:
            if not (low <= part.start and part.stop <= high) or part.start == thing.start:
                continue
            gap = range(min(part.stop, thing.stop), max(part.start, thing.start))
            if not all(self.passage.words[place] in _JOINERS for place in gap):
                return True
        return False

    def _last_named(self, sign: Mention) -> list[Mention]:
        """The parts of the nearest clause that names any, looking back first, then ahead."""
        passage = self.passage
        clause, sentence = passage.clause[sign.start], passage.sentence[sign.start]
        clauses = {passage.clause[part.start]: passage.sentence[part.start] for part in self._parts}
        same = [c for c, s in clauses.items() if s == sentence]
        back = [c for c in same if c < clause] or [
            c
            for c, s in clauses.items()
            if c < clause
            and (
                sentence - s <= SENTENCES_APART
                or 0
                < passage.turn[sign.start] - passage.turn[passage.clauses[c].start]
                <= TURNS_APART
            )
        ]
        ahead = [c for c in same if c > clause] or [
            c for c, s in clauses.items() if 0 < s - sentence <= 1
        ]
        chosen = max(back) if back else min(ahead) if ahead else None
        return [part for part in self._parts if passage.clause[part.start] == chosen]


def _overlap(one: Mention, other: Mention) -> bool:
    """Whether two signs are told by the same words, which therefore count once."""
    return "parts" not in (one.kind, other.kind) and not set(one.places).isdisjoint(other.places)
