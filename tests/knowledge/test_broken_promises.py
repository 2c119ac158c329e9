"""What must hold between entries is told when it does not."""

from __future__ import annotations

import pytest
import yaml

MAGNESIUM = "nutrients/magnesium.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("foods.csv", "usda-sr28,270,", "usda-sr28,290,", "77 mg"),
        ("measures.yml", "iu_a_mcg: 40", "iu_a_mcg: 50", "600 IU"),
    ],
)
def test_a_changed_table_tells_the_sentences_that_fall_behind(copy, file, old, new, told):
    copy.change(file, old, new)
    assert any(f"'{told}' is no figure" in problem.reason for problem in copy.problems())


@pytest.mark.parametrize("file", ["medicines.yml", "conditions.yml", "remedies.yml"])
def test_an_answer_on_cramps_without_its_evidence_is_told(copy, file):
    entries = yaml.safe_load((copy.root / file).read_text(encoding="utf-8"))
    del entries[0]["about"]["evidence"]
    (copy.root / file).write_text(yaml.safe_dump(entries), encoding="utf-8")
    told = {(p.file, p.key) for p in copy.problems()}
    assert (file, f"{entries[0]['id']}.about.evidence") in told


def test_the_need_of_men_is_not_told_of_women(copy):
    copy.change("intakes.csv", "magnesium,female 19-30,RDA,310", "magnesium,female 19-30,RDA,315")
    assert "nutrients/magnesium.yml: facets.need.short: what women need goes from 315 to 320" in (
        map(str, copy.problems())
    )


def test_one_mistake_gives_one_complaint(copy):
    copy.change(MAGNESIUM, "kind: mineral", "kind: metal")
    assert str(copy.complaint()).startswith(f"{MAGNESIUM}: nutrient.kind: ")


def test_two_mistakes_are_told_at_once(copy):
    copy.change(MAGNESIUM, "kind: mineral", "kind: metal")
    copy.change("foods.csv", ",28.35,nuts", ",lots,nuts")
    assert {problem.file for problem in copy.problems()} == {MAGNESIUM, "foods.csv"}


def test_a_missing_facet_is_told(copy):
    path = copy.root / MAGNESIUM
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  testing:\n"), text.index("  forms:\n")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    told = {(p.file, p.key) for p in copy.problems()}
    assert (MAGNESIUM, "facets.testing") in told


def test_a_facet_may_be_left_out_with_a_reason(copy):
    path = copy.root / MAGNESIUM
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  testing:\n"), text.index("  forms:\n")
    reason = "  testing:\n    not_applicable: No laboratory measures this.\n"
    path.write_text(text[:start] + reason + text[end:], encoding="utf-8")
    told = copy.problems()
    assert told, "other files lead to magnesium.testing"
    assert all("'magnesium.testing' is neither" in p.reason or "no fact" in p.reason for p in told)


def test_a_source_that_no_fact_uses_is_told(copy):
    copy.append(
        "sources.yml",
        "\n- {id: idle, title: t, publisher: p, year: 2020, url: 'https://example.org'}\n",
    )
    assert str(copy.complaint()) == "sources.yml: idle: is used by no fact"


def test_a_duplicate_id_is_told(copy):
    first = (copy.root / "sources.yml").read_text(encoding="utf-8").split("\n- id: ")[1]
    copy.append("sources.yml", f"\n- id: {first}\n")
    complaint = copy.complaint()
    assert (complaint.file, complaint.reason) == ("sources.yml", "stands twice")
    assert complaint.key == first.split("\n")[0]


def test_a_duplicate_food_is_told(copy):
    rows = (copy.root / "foods.csv").read_text(encoding="utf-8").splitlines()
    copy.append("foods.csv", rows[1] + "\n")
    assert str(copy.complaint()) == "foods.csv: almond: stands twice"


def test_a_name_of_two_things_is_told_with_both(copy):
    copy.change("foods.csv", "almond;whole almonds", "almond;magnezium")
    complaint = copy.complaint()
    assert complaint.file == "food almond"
    assert complaint.key == "'magnezium'"
    assert complaint.reason == "is a name of nutrient magnesium too"


def test_the_same_sentence_twice_is_told_with_the_other_place(copy, knowledge):
    text = knowledge.cautions["general_supplement"].text
    copy.append("cautions.yml", f"\n- {{id: again, text: '{text}', sources: [ods-magnesium]}}\n")
    assert str(copy.complaint()) == (
        "cautions.yml: again: stands already at cautions.yml general_supplement"
    )


def test_six_details_are_too_many(copy):
    detail = "\n".join(f"      - {{text: Detail {n}., sources: [ods-magnesium]}}" for n in range(6))
    copy.change(MAGNESIUM, "    details:\n", f"    details:\n{detail}\n")
    assert any("at most 5 are read" in problem.reason for problem in copy.problems())
