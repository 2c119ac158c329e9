"""What goes into the answering core and what comes out. Frozen, so that nobody edits in passing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crampwise.knowledge.schema import Level

Status = Literal["answered", "unsure", "unknown", "safety", "smalltalk"]
Urgency = Level


@dataclass(frozen=True)
class Profile:
    """What a person told of whom they ask for; ids of the knowledge base.

    `called` holds pairs of a medicine's id and the name it was told by ("ace_inhibitor",
    "lisinopril"): an id stands for a class, and people know what is on their packet.
    """

    medicines: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    life_stage: str | None = None
    age: int | None = None
    sex: str | None = None
    diet: str | None = None
    called: tuple[tuple[str, str], ...] = ()


NOBODY = Profile()  # of whom nothing is known


@dataclass(frozen=True)
class Reading:
    """One way to read a message, with its calibrated probability (0 to 1)."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Eaten:
    """So much of a food of the table: grams, how it reads, and whether the amount was assumed."""

    food: str
    grams: float
    label: str
    assumed: bool = False


@dataclass(frozen=True)
class Question:
    """A message as understood. `entities` maps an entity to its values in order of mention.

    `profile` is that of `person`, whom the question is about: "self", "mother" ... `eaten` are
    foods told with amounts, or as eaten together, to be added up. `borrowed`: it speaks of taking
    what was prescribed to somebody else. `taking`: it speaks of taking, adding or giving a product,
    named here or in one of the messages just before (`lately`, as `entities`).
    """

    intent: str
    confidence: float = 1.0
    entities: dict[str, tuple[str | int, ...]] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    profile: Profile = NOBODY
    person: str = "self"
    eaten: tuple[Eaten, ...] = ()
    red_flag: str | None = None
    borrowed: bool = False
    taking: bool = False
    lately: dict[str, tuple[str | int, ...]] = field(default_factory=dict)

    def first(self, entity: str) -> str | None:
        """The first value of `entity`, or None."""
        values = self.entities.get(entity, ())
        return str(values[0]) if values else None

    def all(self, entity: str) -> tuple[str, ...]:
        """Every value of `entity`, each once, in order of mention."""
        return tuple(dict.fromkeys(str(value) for value in self.entities.get(entity, ())))


@dataclass(frozen=True)
class Choice:
    """A button: what it says, and the intent and entities that tapping it means."""

    title: str
    intent: str
    entities: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceRef:
    title: str
    url: str


@dataclass(frozen=True)
class EvidenceNote:
    """How strong the proof is: grade, the words for it, and what was studied."""

    grade: str
    label: str
    text: str


@dataclass(frozen=True)
class Call:
    """A telephone number to call, with the words on its button."""

    label: str
    tel: str


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Bar:
    label: str
    value: float


@dataclass(frozen=True)
class Chart:
    """Bars of one unit; `need` is the bar they are compared with."""

    caption: str
    unit: str
    bars: tuple[Bar, ...]
    need: Bar | None = None


@dataclass(frozen=True)
class Note:
    """A text to copy or print, line by line."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """One answer, not yet rendered for any channel.

    `short` is at most two sentences (three when a caution leads); `details` at most five.
    `led` says that a caution took the place of the short answer, which is then the first detail.
    """

    topic: str
    short: str
    status: Status = "answered"
    details: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    evidence: EvidenceNote | None = None
    sources: tuple[SourceRef, ...] = ()
    follow_ups: tuple[Choice, ...] = ()
    urgency: Urgency | None = None
    calls: tuple[Call, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    note: Note | None = None
    led: bool = False
