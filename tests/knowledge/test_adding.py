"""What docs/dietitian.md tells a dietitian to do is enough: zinc, two foods and a medicine."""

from __future__ import annotations

import csv

import pytest

from crampwise.answers.core import Answers
from crampwise.answers.types import Profile, Question
from crampwise.entities import Recogniser
from crampwise.knowledge.loader import load

ZINC = """
id: zinc
name: zinc
kind: mineral
unit: mg
aliases: [zink, zinc tablets, zinc gluconate]
exact: [Zn]
facets:
  role:
    short: {text: Zinc takes part in immunity and wound healing., sources: [ods-zinc]}
    follow_ups: [zinc.foods]
  cramps:
    short: {text: Nothing shows that a lack of zinc is a usual cause of leg cramps., sources: [allen-kirby-2012]}
    evidence: {grade: none, text: The review of 2012 names no trial of zinc., sources: [allen-kirby-2012]}
  foods:
    short: {text: Lobster and pumpkin seeds hold much zinc., sources: [ods-zinc]}
  need:
    short: {text: Men need 11 mg of zinc a day (US RDA)., sources: [ods-zinc]}
  too_little: {not_applicable: Not asked of in connection with cramps.}
  at_risk: {not_applicable: Not asked of in connection with cramps.}
  too_much:
    short: {text: Too much zinc makes people feel sick., sources: [ods-zinc]}
  testing: {not_applicable: Not asked of in connection with cramps.}
  forms: {not_applicable: No form of zinc is sold for cramps.}
  supplements:
    short: {text: Zinc has no place in treating leg cramps., sources: [ods-zinc]}
    evidence: {grade: none, text: No trial of zinc for cramps is known., sources: [allen-kirby-2012]}
  interactions:
    short: {text: Zinc and some antibiotics block each other., sources: [ods-zinc]}
  pregnancy: {not_applicable: Not asked of in connection with cramps.}
"""  # noqa: E501
MEDICINE = """
- id: deferasirox
  name: deferasirox
  aliases: [exjade, jadenu]
  about:
    short: {text: Deferasirox is no known cause of leg cramps., sources: [ods-zinc]}
    evidence: {grade: none, text: No study of it and cramps is known., sources: [ods-zinc]}
    follow_ups: [zinc.foods]
  with_nutrient:
    zinc:
      short: {text: Deferasirox can take zinc with it. Ask your doctor., sources: [ods-zinc]}
"""
SOURCE = """
- id: ods-zinc
  title: 'Zinc: fact sheet for health professionals'
  publisher: NIH Office of Dietary Supplements
  year: 2022
  url: https://ods.od.nih.gov/factsheets/Zinc-HealthProfessional/
"""
IN_100_G = {"pumpkin_seed": "7.81", "lobster": "4.05"}
LOBSTER = {
    "id": "lobster",
    "name": "lobster, cooked",
    "aliases": "lobsters;lobstar",
    "serving": "3 oz",
    "serving_g": "85",
    "category": "shellfish",
    "diet": "dairy_free",
    "headline": "yes",
    "source": "usda-sr28",
}
INTAKE = "zinc,male 31-50,RDA,11,mg,40,counts all sources,,ods-zinc\n"


def add_foods(path) -> None:
    with path.open(encoding="utf-8", newline="") as handle:
        table = csv.DictReader(handle)
        rows = [*table, LOBSTER]
        columns = [*table.fieldnames, "zinc_mg"]
    with path.open("w", encoding="utf-8", newline="") as handle:
        written = csv.DictWriter(handle, columns, restval="", lineterminator="\n")
        written.writeheader()
        for row in rows:
            written.writerow({**row, "zinc_mg": IN_100_G.get(row["id"], "")})


@pytest.fixture
def with_zinc(copy):
    (copy.root / "nutrients" / "zinc.yml").write_text(ZINC, encoding="utf-8")
    copy.append("medicines.yml", MEDICINE)
    copy.append("sources.yml", SOURCE)
    copy.append("intakes.csv", INTAKE)
    add_foods(copy.root / "foods.csv")
    return load(copy.root)


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("is zinc any good", "nutrient", "zinc"),
        ("zink tablets", "nutrient", "zinc"),
        ("low in Zn?", "nutrient", "zinc"),
        ("lobstar for cramps", "food", "lobster"),
        ("some lobsterr", "food", "lobster"),
        ("i take exjade", "medicine", "deferasirox"),
        ("deferasiroxe", "medicine", "deferasirox"),
    ],
)
def test_the_new_names_are_recognised_misspelt_too(with_zinc, text, entity, value):
    recogniser = Recogniser(with_zinc, is_ordinary=lambda word: False)
    assert (entity, value) in [(found.entity, found.value) for found in recogniser.find(text)]


@pytest.mark.parametrize(
    ("intent", "named", "topic", "says"),
    [
        ("nutrient_role", {"nutrient": "zinc"}, "zinc.role", "wound healing"),
        ("foods", {"nutrient": "zinc"}, "zinc.foods", "Lobster"),
        ("dose", {"nutrient": "zinc"}, "zinc.need", "11 mg"),
        ("food_content", {"nutrient": "zinc", "food": "lobster"}, "food.lobster", "3.4 mg"),
        ("food_content", {"nutrient": "zinc", "food": "banana"}, "food.banana", "no zinc figure"),
        ("supplements", {"nutrient": "zinc"}, "zinc.supplements", "no place"),
        ("medicine_cause", {"medicine": "deferasirox"}, "medicine.deferasirox", "no known cause"),
        (
            "interactions",
            {"medicine": "deferasirox", "nutrient": "zinc"},
            "medicine.deferasirox.zinc",
            "take zinc with it",
        ),
    ],
)
def test_the_new_things_are_answered(with_zinc, intent, named, topic, says):
    entities = {kind: (value,) for kind, value in named.items()}
    answer = Answers(with_zinc).answer(Question(intent, entities=entities))
    assert answer.topic == topic
    assert says in answer.short
    assert answer.sources


def test_the_richest_foods_and_the_limit_follow(with_zinc):
    answers = Answers(with_zinc)
    foods = answers.answer(Question("foods", entities={"nutrient": ("zinc",)}))
    assert foods.table.rows[0][0] == "lobster, cooked"
    person = Profile(age=40, sex="male")
    asked = {"nutrient": ("zinc",), "amount": ("50 mg",)}
    too_much = answers.answer(Question("too_much", entities=asked, profile=person))
    assert too_much.short.startswith("50 mg of zinc a day is above the US upper limit")
