"""Whatever an editor breaks is told with file, key and reason."""

from __future__ import annotations

import pytest
import yaml

from crampwise.knowledge import check
from crampwise.knowledge.errors import KnowledgeError
from crampwise.knowledge.loader import load

MAGNESIUM = "nutrients/magnesium.yml"
ROLE = """  role:
    short:
      text: Magnesium helps nerves"""
YAML_FILES = [
    "sources.yml",
    "medicines.yml",
    "conditions.yml",
    "remedies.yml",
    "cautions.yml",
    "diets.yml",
    "measures.yml",
    "topics.yml",
    "facets.yml",
    "red_flags.yml",
    "contacts.yml",
    "wording.yml",
    "terms.yml",
]
# File, what stands there, what an editor makes of it, and the key and reason then named.
BROKEN = [
    (MAGNESIUM, "unit: mg\n", "unit: grams\n", "nutrient.unit", "unexpected value"),
    (MAGNESIUM, "unit: mg\n", "", "unit", "is missing: mg or mcg"),
    (MAGNESIUM, "kind: mineral", "kind: metal", "nutrient.kind", "unexpected value"),
    (MAGNESIUM, "id: magnesium\n", "id: Magnesium!\n", "nutrient.id", "does not match"),
    (MAGNESIUM, "id: magnesium\n", "colour: grey\nid: magnesium\n", "nutrient.colour", "not a key"),
    (
        MAGNESIUM,
        "  too_little:\n",
        "  too_litle:\n",
        "nutrient.facets.__key__",
        "not a valid enumeration member",
    ),
    (
        MAGNESIUM,
        "follow_ups: [magnesium.need,",
        "follow_ups: [magnesium.neeed,",
        "facets.foods.follow_ups",
        "'magnesium.neeed' is neither a topic nor nutrient.facet",
    ),
    (
        MAGNESIUM,
        "sources: [ods-magnesium, merck-low-magnesium]",
        "sources: []",
        "nutrient.facets.role.short.sources",
        "must name at least one",
    ),
    (
        MAGNESIUM,
        "sources: [ods-magnesium, merck-low-magnesium]",
        "sources: [ods-magnesium, my-neighbour]",
        "facets.role.short.sources",
        "'my-neighbour' is not in sources.yml",
    ),
    (
        MAGNESIUM,
        ROLE,
        ROLE + " (levels <0.7)",
        "nutrient.facets.role.short.text",
        "write limits in words",
    ),
    (MAGNESIUM, ROLE, ROLE + ". Two. Three", "facets.role.short", "more than 2 sentences"),
    (MAGNESIUM, ROLE, ROLE + ", so take 400 mg", "facets.role.short", "what dose to take"),
    (MAGNESIUM, ROLE, ROLE + ", so try up to 1,000 IU", "facets.role.short", "what dose to take"),
    (
        MAGNESIUM,
        ROLE,
        ROLE + "; stop taking your statin",
        "facets.role.short",
        "tells a person to stop a medicine",
    ),
    (
        MAGNESIUM,
        "cautions: [magnesium_kidney]",
        "cautions: [magnesium_kidneys]",
        "facets.too_much.cautions",
        "'magnesium_kidneys' is not in cautions.yml",
    ),
    (MAGNESIUM, "grade: against", "grade: excellent", "evidence.grade", "unexpected value"),
    ("sources.yml", "url: https://", "url: www.", "url", "does not match"),
    ("sources.yml", "year: 2017", "year: 17", "aafp-2017.year", "greater than or equal to 1900"),
    ("cautions.yml", "  text: ", "  text: Levels >5 and ", "general_supplement.text", "in words"),
    (
        "cautions.yml",
        "nutrients: [magnesium, electrolytes",
        "nutrients: [magnezium, electrolytes",
        "magnesium_kidney.nutrients",
        "'magnezium' is unknown",
    ),
    (
        "cautions.yml",
        "conditions: [kidney_disease, dialysis]",
        "conditions: [kidneys, dialysis]",
        "magnesium_kidney.for_whom.conditions",
        "'kidneys' is unknown",
    ),
    (
        "medicines.yml",
        "  with_nutrient:\n    potassium:\n",
        "  with_nutrient:\n    pottasium:\n",
        "diuretic.with_nutrient",
        "'pottasium' is unknown",
    ),
    ("medicines.yml", "parent: diuretic", "parent: diuretics", "parent", "'diuretics' is unknown"),
    ("diets.yml", "[vegan_diet]", "[vegan]", "vegan.conditions", "'vegan' is unknown"),
    ("measures.yml", "- id: sodium", "- id: salt", "id", "'salt' is unknown"),
    ("measures.yml", "below: 0.75", "below: 0.35", "magnesium.blood.bands", "low to high"),
    (
        "measures.yml",
        "- below: 0.75\n        text",
        "- text",
        "magnesium.blood.bands",
        "need 'below'",
    ),
    ("measures.yml", "From 50 to 125", "One. Two. From 50 to 125", "bands.3", "more than 2 sent"),
    ("measures.yml", "mg_a_mmol: 39.1", "mg_a_mmol: 0", "potassium.mg_a_mmol", "greater than 0"),
    ("measures.yml", "[iupac-weights,", "[iupac-wieghts,", "source", "'iupac-wieghts' is not in"),
    ("diets.yml", "{potassium: 200}", "{kalium: 200}", "low_potassium.at_most", "'kalium' is unk"),
    ("diets.yml", "  sources: [ecfr-sodium]\n", "", "low_sodium.sources", "who draws the line"),
    ("foods.csv", ",vegetarian;vegan", ",vegetarian;fegan", "almond.diet", "'fegan' is unknown"),
    ("terms.yml", "  dairy_free: [", "  no_dairy: [", "diet", "'no_dairy' is unknown"),
    ("red_flags.yml", "level: emergency", "level: urgent", ".level", "unexpected value"),
    ("red_flags.yml", "calls: [emergency", "calls: [plumber", ".calls", "'plumber' is unknown"),
    ("contacts.yml", 'tel: "999"', 'tel: "call me"', "emergency.tel", "does not match"),
    ("topics.yml", "leg cramps?\n", "leg cramps\n", "which_nutrient.question", "does not match"),
    ("facets.yml", "role: {", "rolle: {", "rolle", "is not a facet"),
    ("wording.yml", "unsure: ", "unsure: [1]\nx: ", "unsure", "must be a text"),
    ("terms.yml", "  rest: [", "  rest: at rest\n  pause: [", "timing.rest", "list of texts"),
    ("foods.csv", "aliases,serving,", "aliases,portion,", "header", "lacks the column serving"),
    ("foods.csv", ",28.35,nuts", ",lots,nuts", "line 2.serving_g", "not a valid float"),
    ("foods.csv", ",28.35,nuts", ",0,nuts", "line 2.serving_g", "greater than 0"),
    ("foods.csv", "usda-sr28,270,", "usda-sr28,27O,", "magnesium_mg", "not a valid float"),
    ("foods.csv", "usda-sr28,270,", "usda-sr28,-270,", "almond.magnesium_mg", "0 to 100,000"),
    ("foods.csv", "usda-sr28,270,", "usda-sr28,270,5,", "line 2", "too many or too few values"),
    ("foods.csv", "usda-sr28,270,", "grandma,270,", "source", "'grandma' is not in sources.yml"),
    (
        "intakes.csv",
        "magnesium,infant 0-6",
        "magnezium,infant 0-6",
        "magnezium, infant 0-6 months",
        "'magnezium' is not a nutrient",
    ),
    (MAGNESIUM, "400 to 420 mg", "400 to 430 mg", "facets.need.short", "'430 mg' is no figure"),
    (MAGNESIUM, "about 157 mg", "about 175 mg", "facets.foods.details.1", "'175 mg' is no figure"),
    ("topics.yml", "1,300 mg of calc", "1,350 mg of calc", "age_teenager", "'1,350 mg' is no"),
    ("intakes.csv", "AI,30,mg,", "AI,30,ounces,", "line 2.unit", "unexpected value"),
    ("intakes.csv", "AI,30,mg,", "AI,30,mcg,", "magnesium, infant 0-6 months", "unit is mg"),
    ("intakes.csv", "AI,30,mg,", "AI,thirty,mg,", "line 2.amount", "not a valid float"),
    ("intakes.csv", "AI,30,mg,", "maybe,30,mg,", "line 2.kind", "unexpected value"),
    ("intakes.csv", "infant 7-12", "infant 0-6", "magnesium, infant 0-6 months", "stands twice"),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken[0]}: {broken[4]}")
def test_a_broken_entry_is_told_with_file_key_and_reason(copy, broken):
    file, old, new, key, reason = broken
    copy.change(file, old, new)
    told = [p for p in copy.problems() if p.file == file and key in p.key and reason in p.reason]
    assert told, list(map(str, copy.problems()))


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


@pytest.mark.parametrize("file", [*YAML_FILES, MAGNESIUM])
def test_a_file_that_is_not_yaml_is_told_with_its_line(copy, file):
    copy.append(file, "\n: [unclosed\n")
    problem = next(p for p in copy.problems() if p.file == file)
    assert problem.key.startswith("line ")
    assert problem.reason.startswith("is not valid YAML")


@pytest.mark.parametrize("file", [*YAML_FILES, MAGNESIUM, "foods.csv", "intakes.csv"])
def test_a_file_that_is_not_utf8_is_told_with_the_place(copy, file):
    path = copy.root / file
    size = path.stat().st_size
    path.write_bytes(path.read_bytes() + b"\n# caf\xe9\n")
    problem = next(p for p in copy.problems() if p.file == file)
    assert problem.reason == "is not UTF-8 text"
    assert problem.key.startswith("byte ")
    assert file.endswith(".csv") or problem.key == f"byte {size + 6}"


@pytest.mark.parametrize("file", [*YAML_FILES, MAGNESIUM])
def test_an_empty_file_is_told(copy, file):
    (copy.root / file).write_text("# nothing but a comment\n", encoding="utf-8")
    assert f"{file}: file: is empty" in list(map(str, copy.problems()))


@pytest.mark.parametrize("file", ["foods.csv", "intakes.csv"])
def test_a_table_without_rows_is_told(copy, file):
    path = copy.root / file
    header = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text("", encoding="utf-8")
    assert any(p.file == file and p.key == "header" for p in copy.problems())
    path.write_text(header + "\n", encoding="utf-8")
    assert f"{file}: file: has no rows" in list(map(str, copy.problems()))


@pytest.mark.parametrize("file", [*YAML_FILES, "foods.csv", "intakes.csv"])
def test_a_missing_file_is_told(copy, file):
    (copy.root / file).unlink()
    assert f"{file}: file: is missing" in list(map(str, copy.problems()))


@pytest.mark.parametrize("file", ["sources.yml", "medicines.yml", "topics.yml"])
def test_a_list_file_that_holds_something_else_is_told(copy, file):
    (copy.root / file).write_text("id: one\n", encoding="utf-8")
    assert any(p.file == file and "must be a list of entries" in p.reason for p in copy.problems())


def test_a_nutrient_in_a_file_of_another_name_is_told(copy):
    (copy.root / MAGNESIUM).rename(copy.root / "nutrients" / "mg.yml")
    assert any(p.reason == "is magnesium; name the file magnesium.yml" for p in copy.problems())


def test_a_table_saved_by_excel_loads(copy):
    path = copy.root / "foods.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert "almond" in load(copy.root).foods


def test_an_entry_that_is_no_mapping_is_told(copy):
    copy.append("remedies.yml", "\n- just words\n")
    assert "must be a mapping" in copy.complaint().reason


def test_a_folder_that_is_not_there_is_told_file_by_file(tmp_path):
    with pytest.raises(KnowledgeError) as error:
        load(tmp_path / "nowhere")
    assert {problem.reason for problem in error.value.problems} == {"is missing"}


def test_the_command_prints_each_problem_on_its_own_line(copy, capsys):
    copy.change(MAGNESIUM, "kind: mineral", "kind: metal")
    assert check.main(copy.root) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"{MAGNESIUM}: nutrient.kind: ")
