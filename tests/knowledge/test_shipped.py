"""The knowledge base as shipped is whole, and its figures are plausible."""

from __future__ import annotations

import pytest

from crampwise.knowledge import check
from crampwise.knowledge.checks import facts
from crampwise.knowledge.schema import Facet, Source

LIFE_STAGES = {
    "infant 0-6 months",
    "infant 7-12 months",
    "child 1-3",
    "child 4-8",
    *(
        f"{s} {b}"
        for s in ("male", "female")
        for b in ("9-13", "14-18", "19-30", "31-50", "51-70", "71+")
    ),
    *(f"{s} {b}" for s in ("pregnancy", "lactation") for b in ("14-18", "19-30", "31-50")),
}
IN_FULL = {
    "magnesium",
    "potassium",
    "calcium",
    "sodium",
    "vitamin_d",
    "vitamin_b1",
    "vitamin_b6",
    "vitamin_b12",
}


def test_it_loads_whole(capsys):
    assert check.main() == 0
    assert capsys.readouterr().out.startswith("The knowledge base is whole: ")


def test_it_holds_what_the_bot_promises(knowledge):
    assert set(knowledge.nutrients) >= IN_FULL
    assert len(knowledge.foods) >= 200
    assert {"ace_inhibitor", "potassium_sparing_diuretic", "statin"} <= set(knowledge.medicines)
    assert {"kidney_disease", "pregnancy", "diabetes"} <= set(knowledge.conditions)
    assert {"quinine", "stretching", "pickle_juice"} <= set(knowledge.remedies)
    assert {flag.level for flag in knowledge.red_flags.values()} == {
        "soon",
        "same_day",
        "emergency",
    }


def test_every_facet_of_every_nutrient_is_filled_or_excused(knowledge):
    for nutrient in knowledge.nutrients.values():
        assert set(nutrient.facets) == set(Facet)


def test_every_nutrient_of_the_intakes_has_all_22_life_stages(knowledge):
    assert len(LIFE_STAGES) == 22
    stages: dict[str, set[str]] = {}
    for intake in knowledge.intakes:
        stages.setdefault(intake.nutrient, set()).add(intake.life_stage)
    assert set(stages) >= IN_FULL
    assert all(found == LIFE_STAGES for found in stages.values())


def test_every_intake_is_plausible(knowledge):
    for intake in knowledge.intakes:
        where = f"{intake.nutrient}, {intake.life_stage}"
        in_mg = intake.amount / (1000 if intake.unit == "mcg" else 1)
        assert 1e-5 < in_mg <= 5100, where
        assert intake.kind == "AI" or "0-6 months" not in intake.life_stage, where
        assert intake.source in knowledge.sources, where
        if intake.upper_limit is None:
            assert intake.upper_limit_note, where
        elif "supplements" not in intake.upper_limit_note:
            assert intake.upper_limit > intake.amount, where


@pytest.mark.parametrize("nutrient", sorted(IN_FULL))
def test_needs_grow_with_age_in_childhood(knowledge, nutrient):
    need = {i.life_stage: i.amount for i in knowledge.intakes if i.nutrient == nutrient}
    stages = ["infant 0-6 months", "child 1-3", "child 4-8", "male 9-13", "male 19-30"]
    if nutrient != "calcium":  # highest in the teens, when bones grow
        amounts = [need[stage] for stage in stages]
        assert amounts == sorted(amounts)


@pytest.mark.parametrize(
    ("nutrient", "stage", "amount", "upper"),
    [
        ("magnesium", "male 31-50", 420, 350),
        ("magnesium", "female 19-30", 310, 350),
        ("potassium", "male 31-50", 3400, None),
        ("potassium", "female 31-50", 2600, None),
        ("calcium", "female 51-70", 1200, 2000),
        ("vitamin_d", "male 71+", 20, 100),
        ("vitamin_b12", "male 31-50", 2.4, None),
    ],
)
def test_well_known_figures_are_right(knowledge, nutrient, stage, amount, upper):
    rows = [i for i in knowledge.intakes if (i.nutrient, i.life_stage) == (nutrient, stage)]
    assert [(row.amount, row.upper_limit) for row in rows] == [(amount, upper)]


def test_no_sentence_is_rough(knowledge):
    for file, key, text, _ in facts(knowledge):
        where = f"{file} {key}"
        assert text == text.strip(), where
        assert "  " not in text, where
        assert "\n" not in text, where
        assert text[-1] in ".?!", where
        assert not any(character in text for character in "<>{}"), where


def test_a_medicine_belongs_to_its_classes_nearest_first(knowledge):
    assert knowledge.medicine_line("loop_diuretic") == ("loop_diuretic", "diuretic")
    assert knowledge.medicine_line("no_such_medicine") == ()


def test_what_is_loaded_cannot_be_changed(knowledge):
    with pytest.raises(TypeError):
        knowledge.nutrients["magnesium"].name = "lead"


@pytest.mark.parametrize(("year", "named"), [(2020, "Ginger (NIH, 2020)"), (None, "Ginger (NIH)")])
def test_a_source_shows_a_year_only_where_the_page_tells_one(year, named):
    source = Source(
        id="ginger", title="Ginger", publisher="NIH", year=year, url="https://example.org"
    )
    assert source.named == named


def test_every_source_is_shown_with_its_own_name(knowledge):
    shown = [source.named for source in knowledge.sources.values()]
    assert len(shown) == len(set(shown))
