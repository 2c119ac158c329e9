"""A mistake in an entry is told with file, key and reason."""

from __future__ import annotations

import pytest

MAGNESIUM = "nutrients/magnesium.yml"
ROLE = """  role:
    short:
      text: Magnesium helps nerves"""
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
