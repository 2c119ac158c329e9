"""A store of each test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crampwise.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "kept" / "crampwise.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    found = Store(f"sqlite:///{path}")
    yield found
    found.close()
