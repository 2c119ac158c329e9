"""The reader made of the project's own red flags, without the rest of the knowledge base."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.dangers import RedFlag
from crampwise.knowledge.reading import Reader
from crampwise.safety import RedFlagReader

ROOT = Path(__file__).resolve().parents[2] / "data" / "knowledge"
HERE = Path(__file__).parent


def cases(file: str) -> Any:
    """What a YAML file of this folder holds."""
    return yaml.safe_load((HERE / file).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def flags() -> dict[str, RedFlag]:
    files = Reader(ROOT)
    found = files.entries("red_flags.yml", RedFlag)
    assert not files.problems, [str(problem) for problem in files.problems]
    return found


@pytest.fixture(scope="session")
def reader(flags: dict[str, RedFlag]) -> RedFlagReader:
    return RedFlagReader(Knowledge(red_flags=flags), ROOT)


@pytest.fixture(scope="session")
def raised(reader: RedFlagReader) -> Callable[..., str | None]:
    """The id of the flag that a message raises, or None."""

    def read(text: str, *earlier: str) -> str | None:
        hit = reader.read(text, earlier)
        return hit.flag if hit else None

    return read
