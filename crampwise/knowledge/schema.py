"""The shapes of what a dietitian writes in `data/knowledge/`.

Every sentence a reader may see is a `Fact`: a text and the ids of the sources that say so.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

from pydantic import BaseModel, Extra, Field, validator

Grade = Literal["good", "some", "weak", "none", "against"]
Level = Literal["soon", "same_day", "emergency"]
Unit = Literal["mg", "mcg"]
Id = Field(..., regex=r"^[a-z][a-z0-9_]*$")
# Limits are written in words: some chat windows delete angle brackets.
FORBIDDEN_CHARACTERS = "<>"
MAX_DETAILS = 5
MAX_SHORT_SENTENCES = 2


def given(values: tuple) -> tuple:
    """The values, of which there must be one at least; for validators."""
    if not values:
        raise ValueError("must name at least one")
    return values


def few(values: tuple) -> tuple:
    """The values, of which there may be so many as are read; for validators."""
    if len(values) > MAX_DETAILS:
        raise ValueError(f"holds {len(values)} details; at most {MAX_DETAILS} are read")
    return values


def _in_words(text: str) -> str:
    if any(character in text for character in FORBIDDEN_CHARACTERS):
        raise ValueError("write limits in words ('less than'), not with < or >")
    return text


class Model(BaseModel):
    class Config:
        extra = Extra.forbid
        frozen = True


class Facet(str, Enum):
    """What can be asked of a nutrient."""

    ROLE = "role"
    CRAMPS = "cramps"
    FOODS = "foods"
    NEED = "need"
    TOO_LITTLE = "too_little"
    AT_RISK = "at_risk"
    TOO_MUCH = "too_much"
    TESTING = "testing"
    FORMS = "forms"
    SUPPLEMENTS = "supplements"
    INTERACTIONS = "interactions"
    PREGNANCY = "pregnancy"


class Source(Model):
    """Where a fact comes from, as a reader is shown it.

    `year` is left out where the page tells none. `read_at` is the copy in which the words were
    read, where that was not `url` itself.
    """

    id: str = Field(..., regex=r"^[a-z][a-z0-9-]*$")
    title: str
    publisher: str
    year: int | None = Field(None, ge=1900, le=2100)
    url: str = Field(..., regex=r"^https?://\S+$")
    read_at: str | None = Field(None, regex=r"^https?://\S+$")

    @property
    def named(self) -> str:
        """The title with who published it and when: "Ginger (NIH, 2020)"."""
        year = f", {self.year}" if self.year else ""
        return f"{self.title} ({self.publisher}{year})"


class Fact(Model):
    text: str = Field(..., min_length=3)
    sources: tuple[str, ...]
    _sources_given = validator("sources", allow_reuse=True)(given)
    _limits_in_words = validator("text", allow_reuse=True)(_in_words)


class Evidence(Model):
    """How strong the proof is for one claim, with the study named in a reader's words."""

    grade: Grade
    text: str
    sources: tuple[str, ...]
    _sources_given = validator("sources", allow_reuse=True)(given)
    _limits_in_words = validator("text", allow_reuse=True)(_in_words)


class Passage(Model):
    """One answer: a short text, at most five details, its evidence and its cautions."""

    short: Fact
    details: tuple[Fact, ...] = ()
    _few_details = validator("details", allow_reuse=True)(few)
    evidence: Evidence | None = None
    cautions: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()


class NotApplicable(Model):
    not_applicable: str = Field(..., min_length=10)


class Named(Model):
    """Something with names that people use. `exact` names are matched as written (K, Mg)."""

    id: str = Id
    name: str
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()


class Nutrient(Named):
    kind: Literal["mineral", "vitamin", "group"]
    unit: Unit | None = None
    members: tuple[str, ...] = ()
    facets: dict[Facet, Passage | NotApplicable]


class Medicine(Named):
    """A class of medicines; `aliases` hold generic, brand and lay names of its members.

    `stems` are endings that tell a generic name of the class ("sartan"). `holds`: nutrients that
    its members give, so that their cautions hold for it.
    """

    parent: str | None = None
    stems: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    about: Passage
    with_nutrient: dict[str, Passage] = {}


class Condition(Named):
    """An illness or a state of life; one that `passes` is no longer there years after it."""

    passes: bool = False
    about: Passage
    with_nutrient: dict[str, Passage] = {}


class Remedy(Named):
    """A treatment; `holds` as with medicines: an electrolyte drink gives potassium.

    Not `taken` is what nobody swallows or puts on the skin; water counts as no product either.
    `herbal` is what may clash with many medicines, most of it untested.
    """

    holds: tuple[str, ...] = ()
    taken: bool = True
    herbal: bool = False
    about: Passage


class Audience(Model):
    """Whom a caution concerns. Empty: everybody."""

    medicines: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    life_stages: tuple[str, ...] = ()


class Caution(Model):
    """A warning that goes with answers on supplements of `nutrients` (empty: of any).

    `for_whom` brings it to the front of the answer for a person who told of one of these. A caution
    without nutrients is shown to those it is for, or where a passage names it; `always` shows it
    with every answer on supplements; `adds_up` shows it where several products were named;
    `named_only` keeps it to where a passage names it, to lead there for those it is for.
    """

    id: str = Id
    text: str
    sources: tuple[str, ...]
    _sources_given = validator("sources", allow_reuse=True)(given)
    _limits_in_words = validator("text", allow_reuse=True)(_in_words)
    nutrients: tuple[str, ...] = ()
    for_whom: Audience = Audience()
    always: bool = False
    adds_up: bool = False
    named_only: bool = False


class Topic(Model):
    """A general answer to an intent, or to an intent with certain entities (`when`)."""

    id: str = Id
    intent: str
    question: str = Field(..., regex=r".*\?$")
    when: dict[str, str] = {}
    urgency: Level | None = None
    passage: Passage


class FacetQuestion(Model):
    """How a facet is asked: the intent that means it, and the question a button shows."""

    intent: str
    question: str
    when: dict[str, str] = {}
