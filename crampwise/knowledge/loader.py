"""Reads `data/knowledge/` into a `Knowledge`, or says what is wrong with it.

>>> knowledge = load(Path("data/knowledge"))
>>> knowledge.nutrients["magnesium"].name
'magnesium'
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from crampwise.knowledge import wording
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.checks import check
from crampwise.knowledge.dangers import Advised, Contact, RedFlag
from crampwise.knowledge.errors import KnowledgeError
from crampwise.knowledge.portions import portions
from crampwise.knowledge.reading import Reader
from crampwise.knowledge.schema import (
    Caution,
    Condition,
    Facet,
    FacetQuestion,
    Medicine,
    Nutrient,
    Remedy,
    Source,
    Topic,
)
from crampwise.knowledge.tables import Diet, Food, Intake, Measure
from crampwise.knowledge.talk import Check, Forgetting, Household, Person, SmallTalks

T = TypeVar("T", bound=BaseModel)
HOME = Path(__file__).resolve().parents[2] / "data" / "knowledge"
FOOD_COLUMNS = {"id", "name", "aliases", "serving", "serving_g", "category", "diet", "headline"}
INTAKE_COLUMNS = {"nutrient", "life_stage", "kind", "amount", "unit", "upper_limit", "source"}
AMOUNT_SUFFIXES = ("_mg", "_mcg")


def load(root: Path = HOME) -> Knowledge:
    """The knowledge base below `root`.

    Raises KnowledgeError with every problem found (file, key, reason), not only the first.
    """
    reader = Reader(root)
    nutrients, foods, intakes = _nutrients(reader), _foods(reader), _intakes(reader)
    diets = reader.entries("diets.yml", Diet)
    knowledge = Knowledge(
        sources=reader.entries("sources.yml", Source),
        nutrients=nutrients,
        foods=foods,
        intakes=intakes,
        measures=reader.entries("measures.yml", Measure),
        diets=diets,
        portions=portions(nutrients.values(), foods.values(), intakes, diets.values()),
        medicines=reader.entries("medicines.yml", Medicine),
        conditions=reader.entries("conditions.yml", Condition),
        remedies=reader.entries("remedies.yml", Remedy),
        cautions=reader.entries("cautions.yml", Caution),
        topics=reader.entries("topics.yml", Topic),
        facets=_facets(reader),
        red_flags=reader.entries("red_flags.yml", RedFlag),
        danger_advice=reader.entries("danger_advice.yml", Advised),
        contacts=_contacts(reader),
        wording=_wording(reader),
        terms=_terms(reader),
        people=reader.entries("people.yml", Person),
        household=reader.entries("household.yml", Household),
        cramp_check=_one(reader, "check.yml", Check),
        small_talk=_one(reader, "smalltalk.yml", SmallTalks),
        forgetting=_one(reader, "forgetting.yml", Forgetting),
    )
    problems = reader.problems or check(knowledge)
    if problems:
        raise KnowledgeError(problems)
    return knowledge


def _nutrients(reader: Reader) -> dict[str, Nutrient]:
    found: dict[str, Nutrient] = {}
    for path in sorted((reader.root / "nutrients").glob("*.yml")):
        file = f"nutrients/{path.name}"
        data = reader.yaml(file)
        if data is None:
            continue
        nutrient = reader.model(file, "nutrient", Nutrient, data)
        if nutrient is None:
            continue
        if nutrient.id != path.stem:
            reader.complain(file, "id", f"is {nutrient.id}; name the file {nutrient.id}.yml")
        reader.add(file, found, nutrient)
    return found


def _facets(reader: Reader) -> dict[Facet, FacetQuestion]:
    found = {}
    data = reader.yaml("facets.yml")
    for name, content in data.items() if isinstance(data, dict) else ():
        model = reader.model("facets.yml", str(name), FacetQuestion, content)
        if name not in {facet.value for facet in Facet}:
            reader.complain("facets.yml", str(name), "is not a facet")
        elif model is not None:
            found[Facet(name)] = model
    return found


def _contacts(reader: Reader) -> dict[str, tuple[Contact, ...]]:
    data = reader.yaml("contacts.yml")
    found = {}
    for name, entries in data.items() if isinstance(data, dict) else ():
        models = [
            reader.model("contacts.yml", str(name), Contact, entry) for entry in entries or ()
        ]
        found[str(name)] = tuple(model for model in models if model)
    return found


def _wording(reader: Reader) -> dict[str, str]:
    data = reader.yaml("wording.yml")
    if not isinstance(data, dict):
        if data is not None:
            reader.complain("wording.yml", "file", "must be a mapping of keys to texts")
        return {}
    texts = {str(key): text for key, text in data.items() if isinstance(text, str)}
    for key in data:
        if key not in texts:
            reader.complain("wording.yml", str(key), "must be a text")
    for key, reason in wording.problems(texts):
        reader.complain("wording.yml", key, reason)
    return texts


def _one(reader: Reader, file: str, shape: type[T]) -> T:
    """A file that holds one thing; an empty one where it is broken, with the problem noted."""
    data = reader.yaml(file)
    found = reader.model(file, "file", shape, data) if data is not None else None
    return found or shape()


def _terms(reader: Reader) -> dict[str, dict[str, tuple[str, ...]]]:
    data = reader.yaml("terms.yml")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for entity, values in data.items() if isinstance(data, dict) else ():
        for value, names in values.items() if isinstance(values, dict) else ():
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                reader.complain("terms.yml", f"{entity}.{value}", "must be a list of texts")
                continue
            found.setdefault(entity, {})[value] = tuple(names)
    return found


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _foods(reader: Reader) -> dict[str, Food]:
    found: dict[str, Food] = {}
    for line, row in reader.rows("foods.csv", FOOD_COLUMNS):
        amounts: dict[str, Any] = {
            column: value or None
            for column, value in row.items()
            if column.endswith(AMOUNT_SUFFIXES)
        }
        data: dict[str, Any] = {key: row[key] for key in row if key not in amounts}
        data.update(
            aliases=_list(row["aliases"]),
            diet=_list(row["diet"]),
            headline=row["headline"] != "no",
            per_100_g=amounts,
        )
        food = reader.model("foods.csv", f"line {line}", Food, data)
        if food is not None:
            reader.add("foods.csv", found, food)
    return found


def _intakes(reader: Reader) -> tuple[Intake, ...]:
    found = []
    for line, row in reader.rows("intakes.csv", INTAKE_COLUMNS):
        data: dict[str, Any] = dict(row)
        data["upper_limit"] = row["upper_limit"] or None
        data["reduction_target"] = row.get("reduction_target") or None
        intake = reader.model("intakes.csv", f"line {line}", Intake, data)
        if intake is not None:
            found.append(intake)
    return tuple(found)
