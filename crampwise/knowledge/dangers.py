"""The shapes of danger signs, and of whom to call."""

from __future__ import annotations

from pydantic import Field, validator

from crampwise.knowledge.phrasing import Phrases
from crampwise.knowledge.schema import Fact, Id, Level, Model, few


class Contact(Model):
    """Whom to call: the words on the button, the number as dialled, and where it is reached.

    `regions` are keys of places.yml. `only_there`: not named to people whose place is not known.
    """

    label: str
    tel: str = Field(..., regex=r"^\+?[0-9]+$")
    regions: tuple[str, ...]
    sources: tuple[str, ...]
    only_there: bool = False


class FlagChoice(Model):
    """A button under a question that must be answered before danger can be told from none."""

    title: str
    intent: str
    entities: dict[str, str] = {}


class Worse(Model):
    """What a danger becomes where one of `signs` is told after it: "still dizzy", in the heat."""

    flag: str
    signs: tuple[str, ...]


class Advised(Model):
    """Something asked after a danger sign, and the words of a sentence that answers it."""

    id: str = Id
    asked: Phrases
    said: Phrases


class RedFlag(Model):
    """A danger sign: what a person may tell, and the answer that then comes first and alone.

    `signs` are rules in the language of `crampwise.safety.rules` over the word groups of
    `red_flag_words.yml`; a message that fulfils one of them raises the flag. `instead` names, by
    life stage, the flag whose answer is given to such a person in its place. `worse` is heard as
    long as this danger is kept in mind.
    """

    id: str = Id
    name: str
    level: Level
    answer: Fact
    details: tuple[Fact, ...] = ()
    _few_details = validator("details", allow_reuse=True)(few)
    calls: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    instead: dict[str, str] = {}
    choices: tuple[FlagChoice, ...] = ()
    worse: Worse | None = None
