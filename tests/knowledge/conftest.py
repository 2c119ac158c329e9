from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crampwise.knowledge.errors import KnowledgeError, Problem
from crampwise.knowledge.loader import HOME, load


class Copy:
    """A copy of the knowledge base to break."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def change(self, file: str, old: str, new: str) -> None:
        """Replaces the first `old`; fails when the shipped file no longer holds it."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}: mend this test"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        with (self.root / file).open("a", encoding="utf-8") as handle:
            handle.write(text)

    def problems(self) -> tuple[Problem, ...]:
        """What loading it complains of."""
        with pytest.raises(KnowledgeError) as error:
            load(self.root)
        return error.value.problems

    def complaint(self) -> Problem:
        """The only thing loading it complains of."""
        problems = self.problems()
        assert len(problems) == 1, list(map(str, problems))
        return problems[0]


@pytest.fixture
def copy(tmp_path) -> Copy:
    return Copy(Path(shutil.copytree(HOME, tmp_path / "knowledge")))
