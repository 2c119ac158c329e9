"""Stores of the tests' own, a desk, and waits that take no time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from crampwise.channels.desk import Desk
from crampwise.store import Store


@pytest.fixture(scope="session")
def kept_in() -> Iterator[Store]:
    """A store that ends with the tests."""
    store = Store("sqlite://")
    yield store
    store.close()


@pytest.fixture
def front(kept_in: Store) -> Desk:
    """A desk without limits."""
    return Desk(kept_in)


@pytest.fixture
def memory() -> Iterator[Store]:
    """A store of the test's own."""
    found = Store("sqlite://")
    yield found
    found.close()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between attempts, of which none takes time."""
    found: list[float] = []
    sleep = asyncio.sleep

    async def note(seconds: float) -> None:
        found.append(seconds)
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", note)
    return found
