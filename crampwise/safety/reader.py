"""Reads messages for danger signs, before anything else does."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.dangers import RedFlag
from crampwise.knowledge.errors import KnowledgeError, Problem
from crampwise.knowledge.loader import HOME
from crampwise.knowledge.schema import Level
from crampwise.safety import lexicon, passage, rules
from crampwise.safety.aftermath import Aftermath
from crampwise.safety.danger import SEVERITY
from crampwise.safety.hit import Hit
from crampwise.safety.matching import Account, Evidence
from crampwise.safety.mentions import Finder
from crampwise.safety.rules import Rule
from crampwise.safety.spelling import Speller
from crampwise.safety.traits import Traits

FILE = "red_flags.yml"
# The flags for a report of danger that no rule could name, by level; they need no signs.
UNSPECIFIED: dict[Level, str] = {"emergency": "possible_emergency", "same_day": "possible_danger"}
# Groups that tell that care came to nothing yet, words that move on where they begin, and whose
# danger it may be besides one's own.
NOT_OVER, MOVING_ON, KIN = "worse_since", "moving_on", "kin"
EARLIER = 4  # messages before the newest that are judged with it


class Seen(NamedTuple):
    """What the rules see in what was said."""

    hit: Hit | None
    traits: Traits


class RedFlagReader:
    """Tells which red flag a message raises. Made once; raises KnowledgeError on wrong rules."""

    def __init__(self, knowledge: Knowledge, root: Path | None = None) -> None:
        words = lexicon.load(root or Path(os.environ.get("CRAMPWISE_KNOWLEDGE", HOME)))
        self._finder = Finder(words)
        self._speller = Speller(words.words(), words.ordinary)
        self._flags = _in_order(knowledge.red_flags)
        problems: list[Problem] = []
        self._rules = _rules(self._flags, words, problems)
        self._worse = _worse(knowledge.red_flags, words, problems)
        if problems:
            raise KnowledgeError(problems)
        self._by_group: dict[str, list[int]] = defaultdict(list)
        for place, (_, rule) in enumerate(self._rules):
            for group in rule.least_asked():
                self._by_group[group].append(place)

    def read(self, text: str, earlier: Sequence[str] = ()) -> Hit | None:
        """The most severe red flag that `text` raises, with what was said `earlier` in mind.

        `text` is the message as written; `earlier` holds the person's former messages, oldest
        first. Within a level, the flag that stands first in `red_flags.yml` wins.
        """
        return self.examine(text, earlier).hit

    def examine(self, text: str, earlier: Sequence[str] = ()) -> Seen:
        """What `read` finds, and the traits of all that was said."""
        turns = [*earlier[-EARLIER:], text]
        account = self._account(turns)
        told = account.groups
        places = sorted({place for group in told for place in self._by_group.get(group, ())})
        known = (self._rules[place] for place in places)
        possible = ((flag, rule) for flag, rule in known if rule.possible(told))
        return Seen(_raised(account, possible), account.traits())

    def worse(self, text: str, flag: str) -> Hit | None:
        """The danger that `flag`, told before and not over, has become by what `text` tells."""
        return _raised(self._account([text]), self._worse.get(flag, ()))

    def aftermath(self, text: str, earlier: Sequence[str] = ()) -> Aftermath | None:
        """What `text` says of a danger that was told before it, in `earlier`."""
        account = self._account([text])
        if account.tells(Aftermath.ANOTHERS.value) and self._account([*earlier, text]).tells(KIN):
            return Aftermath.ANOTHERS
        if account.tells(Aftermath.WORSE.value):
            return Aftermath.WORSE
        if account.tells(Aftermath.CARED.value, of_late=True) and not account.tells(NOT_OVER):
            return Aftermath.CARED
        for kind in (Aftermath.TAKEN_BACK, Aftermath.EASED):
            if account.tells(kind.value):
                return kind
        moved = account.tells(Aftermath.MOVED_ON.value) or account.opens_with(MOVING_ON)
        return Aftermath.MOVED_ON if moved else None

    def _account(self, turns: Sequence[str]) -> Account:
        told = passage.read(turns, self._speller)
        return Account(told, self._finder.find(told), newest=len(turns) - 1)


def _raised(account: Account, rules: Iterable[tuple[RedFlag, Rule]]) -> Hit | None:
    """The flag of the first of `rules` that is fulfilled."""
    for flag, rule in rules:
        evidence = account.fulfils(rule, flag.level == "emergency")
        if evidence:
            return Hit(flag.id, flag.level, _quote(account.passage, evidence))
    return None


def _in_order(flags: dict[str, RedFlag]) -> list[RedFlag]:
    return sorted(flags.values(), key=lambda flag: SEVERITY.index(flag.level))


def _rules(
    flags: list[RedFlag], words: lexicon.Lexicon, problems: list[Problem]
) -> list[tuple[RedFlag, Rule]]:
    found: list[tuple[RedFlag, Rule]] = []
    unsigned = {*UNSPECIFIED.values(), *(other for f in flags for other in f.instead.values())}
    for flag in flags:
        if not flag.signs and flag.id not in unsigned:
            problems.append(Problem(FILE, f"{flag.id}.signs", "must name at least one"))
        parsed = _parsed(f"{flag.id}.signs", flag.signs, words, problems)
        found += [(flag, rule) for rule in parsed]
    return found


def _worse(
    flags: dict[str, RedFlag], words: lexicon.Lexicon, problems: list[Problem]
) -> dict[str, list[tuple[RedFlag, Rule]]]:
    found: dict[str, list[tuple[RedFlag, Rule]]] = {}
    for name, worse in ((flag.id, flag.worse) for flag in flags.values() if flag.worse):
        parsed = _parsed(f"{name}.worse.signs", worse.signs, words, problems)
        if worse.flag in flags:
            found[name] = [(flags[worse.flag], rule) for rule in parsed]
        else:
            problems.append(Problem(FILE, f"{name}.worse.flag", f"'{worse.flag}' is unknown"))
    return found


def _parsed(
    key: str, signs: Iterable[str], words: lexicon.Lexicon, problems: list[Problem]
) -> list[Rule]:
    """The rules written as `signs`, those that are wrong noted under `key` and left out."""
    found: list[Rule] = []
    for number, sign in enumerate(signs, start=1):
        try:
            found.append(rules.parse(sign, words.kinds))
        except ValueError as error:
            problems.append(Problem(FILE, f"{key}.{number}", str(error)))
    return found


def _quote(told: passage.Passage, evidence: Evidence) -> str:
    """The words that tell of the sign, in the order in which they were written."""
    places = sorted({place for part in evidence for place in part.places})
    quoted: list[str] = []
    for number, place in enumerate(places):
        if number and place != places[number - 1] + 1:
            quoted.append("...")
        quoted.append(told.written[place])
    return " ".join(quoted)
