"""What can go wrong while the knowledge base is read."""

from __future__ import annotations

from dataclasses import dataclass

from crampwise.errors import Mendable


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one knowledge file, said so that its editor can mend it."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}"


class KnowledgeError(Mendable):
    """The knowledge base cannot be used; `problems` names every file, key and reason."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))
