"""Stores of the tests' own, and a desk."""

from __future__ import annotations

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
