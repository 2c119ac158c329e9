"""What a message tells of people, read with the shipped names."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from crampwise.encoder.shared import encoder
from crampwise.entities import Found, Recogniser
from crampwise.knowledge.base import Knowledge
from crampwise.people import People, Told, read


@pytest.fixture(scope="session")
def told(knowledge: Knowledge) -> Callable[..., Told]:
    """`told("my mum is 80", lately=("mother",))`: what the text tells, and of whom."""
    recogniser, people = Recogniser(knowledge, encoder().knows), People(knowledge.people)

    def understood(
        text: str,
        lately: tuple[str, ...] = (),
        telling: bool = False,
        unnamed: Iterable[Found] = (),
    ) -> Told:
        return read(people, text, recogniser.find(text), lately, telling=telling, unnamed=unnamed)

    return understood
