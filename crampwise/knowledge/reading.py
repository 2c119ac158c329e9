"""Reads single knowledge files; every failure becomes a `Problem` with file, key and reason."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from crampwise.knowledge.errors import Problem

T = TypeVar("T", bound=BaseModel)


class Reader:
    """Reads the files below `root` and gathers what is wrong in `problems`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def complain(self, file: str, key: str, reason: str) -> None:
        self.problems.append(Problem(file, key, reason))

    def yaml(self, file: str) -> Any:
        """The content of a YAML file, or None with a problem noted."""
        try:
            text = (self.root / file).read_text(encoding="utf-8")
            data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
            if data is None:
                self.complain(file, "file", "is empty")
            return data
        except FileNotFoundError:
            self.complain(file, "file", "is missing")
        except UnicodeDecodeError as error:
            self.complain(file, f"byte {error.start}", "is not UTF-8 text")
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = f"line {mark.line + 1}" if mark else "file"
            self.complain(file, line, f"is not valid YAML ({getattr(error, 'problem', error)})")
        return None

    def model(self, file: str, key: str, shape: type[T], data: Any) -> T | None:
        """`data` as a `shape`, or None with a problem noted for each wrong key."""
        if not isinstance(data, dict):
            self.complain(file, key, "must be a mapping of keys to values")
            return None
        try:
            return shape(**data)
        except ValidationError as error:
            for entry in _told_apart(error, data):
                self.complain(file, ".".join([key, *entry[0]]), entry[1])
        except TypeError as error:
            self.complain(file, key, str(error))
        return None

    def entries(self, file: str, shape: type[T]) -> dict[str, T]:
        """The entries of a list file by their ids."""
        data = self.yaml(file)
        found: dict[str, T] = {}
        if data is None:
            return found
        if not isinstance(data, list):
            self.complain(file, "file", "must be a list of entries, each beginning with '- id:'")
            return found
        for number, entry in enumerate(data, start=1):
            name = entry.get("id") if isinstance(entry, dict) else None
            model = self.model(file, str(name or f"entry {number}"), shape, entry)
            if model is not None:
                self.add(file, found, model)
        return found

    def add(self, file: str, found: dict[str, T], model: T) -> None:
        identity = model.id  # type: ignore[attr-defined]
        if identity in found:
            self.complain(file, identity, "stands twice")
        found[identity] = model

    def rows(self, file: str, columns: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows of a CSV file with their line numbers."""
        try:
            # Excel begins its UTF-8 with a mark, which -sig takes off.
            with (self.root / file).open(encoding="utf-8-sig", newline="") as handle:
                table = csv.DictReader(handle)
                missing = columns - set(table.fieldnames or ())
                if missing:
                    self.complain(file, "header", f"lacks the column {', '.join(sorted(missing))}")
                    return
                row = None
                for row in table:
                    if None in row or None in row.values():
                        self.complain(
                            file, f"line {table.line_num}", "has too many or too few values"
                        )
                        continue
                    yield table.line_num, row
                if row is None:
                    self.complain(file, "file", "has no rows")
        except FileNotFoundError:
            self.complain(file, "file", "is missing")
        except UnicodeDecodeError as error:
            self.complain(file, f"byte {error.start}", "is not UTF-8 text")
        except csv.Error as error:
            self.complain(file, "file", f"is not a table ({error})")


def _told_apart(error: ValidationError, data: Any) -> Iterator[tuple[list[str], str]]:
    """Pydantic's errors without the echo of each alternative of a union."""
    seen = set()
    for item in error.errors():
        path = [str(part) for part in item["loc"]]
        reason = item["msg"]
        if item["type"] == "value_error.missing" and path[-1] == "not_applicable":
            continue  # the other alternative of a facet says what is wrong
        if item["type"] == "value_error.extra" and "not_applicable" not in str(data):
            reason = "is not a key this entry knows"
        line = (tuple(path), reason)
        if line not in seen:
            seen.add(line)
            yield path, reason
