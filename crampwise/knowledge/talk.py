"""The shapes of what the bot needs for talking with people, beside what it knows of cramps."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from crampwise.knowledge.phrasing import Phrases
from crampwise.knowledge.schema import Fact, Grade, Model


class Person(Model):
    """Somebody a question can be about, with the words that people use for them."""

    id: str = Field(..., regex=r"^[a-z][a-z0-9_]*$")
    name: str
    sex: Literal["female", "male"] | None = None
    words: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()


class Household(Model):
    """A household measure: millilitres or grams of one, whichever it is (the other is 0)."""

    id: str = Field(..., regex=r"^[a-z][a-z0-9_]*$")
    ml: float
    g: float
    assumed: bool = False
    words: tuple[str, ...]


class CheckAnswer(Model):
    """An answer to a question of the cramp check: how the note says it, and words for it.

    `flag` names the red flag that it raises; `both_legs` the harmless answer it is where both legs
    have it.
    """

    says: str
    words: tuple[str, ...]
    flag: str | None = None
    both_legs: str | None = None


class CheckQuestion(Model):
    """A question of the cramp check; its text and buttons stand in domain.yml.

    Three lists tell what answers it where another question was asked: `heard` are those of the
    answers' words that do, `none` words that say there is nothing, and `about` words that show a
    message to be an answer in a person's own words.
    """

    id: str = Field(..., regex=r"^[a-z][a-z0-9_]*$")
    note: str
    entity: Literal["timing", "diet", "medicine", "condition"] | None = None
    several: bool = False
    may_be_none: bool = False
    open: bool = False
    heard: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    answers: dict[str, CheckAnswer]


class Advice(Fact):
    """Something to try, to ask or to have seen, for those whose answers fit `when`."""

    when: dict[str, tuple[str, ...]] = {}


class Factor(Advice):
    """Something that may play a part, and how strong its link with leg cramps is."""

    id: str = Field(..., regex=r"^[a-z][a-z0-9_]*$")
    name: str
    grade: Grade


class Advices(Model):
    first: tuple[Advice, ...] = ()
    ask: tuple[Advice, ...] = ()
    soon: tuple[Advice, ...] = ()


class Check(Model):
    """The cramp check: how answers are read, and what follows from them."""

    questions: tuple[CheckQuestion, ...] = ()
    unlinked: tuple[str, ...] = ()
    factors: tuple[Factor, ...] = ()
    advice: Advices = Advices()

    @property
    def facts(self) -> dict[str, Fact]:
        """Every sourced text by its place in the file."""
        named: dict[str, Fact] = {f"factors.{factor.id}": factor for factor in self.factors}
        for kind in ("first", "ask", "soon"):
            for number, advice in enumerate(getattr(self.advice, kind), start=1):
                named[f"advice.{kind}.{number}"] = advice
        return named


class Greeting(Model):
    """Words of a greeting, and what is said back."""

    says: str
    words: tuple[str, ...]


class SmallTalk(Model):
    """Words of small talk that have a response of their own in domain.yml."""

    intent: str
    response: str = Field(..., regex=r"^utter_\w+$")
    words: tuple[str, ...]


class SmallTalks(Model):
    greet: tuple[Greeting, ...] = ()
    talk: tuple[SmallTalk, ...] = ()


class Forgetting(Model):
    """Words of a message that wants everything deleted."""

    words: Phrases = Phrases()
