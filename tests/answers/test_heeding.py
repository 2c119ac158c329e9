"""What somebody must hear of a supplement leads, whatever their question was taken for."""

from __future__ import annotations

import re

import pytest

from crampwise.answers.core import Answers
from crampwise.answers.heeding import pairs
from crampwise.answers.types import Profile, Question

WHOM = re.compile(r"doctor|pharmacist|clinic|midwife|team|poison line")


@pytest.mark.parametrize(
    "intent",
    ["supplements", "out_of_scope", "compare_nutrients", "nutrient_role", "evidence", "timing"],
)
@pytest.mark.parametrize("confidence", [1.0, 0.1])
def test_the_caution_leads_whatever_was_understood(answer, knowledge, intent, confidence):
    told = answer(intent, "potassium", medicine="arb", confidence=confidence)
    assert told.short == knowledge.cautions["potassium_medicines"].text


def test_iron_along_with_coffee_is_no_question_on_coffee(answer, knowledge):
    told = answer("food_content", "iron", food="coffee", medicine="levothyroxine")
    assert told.short == knowledge.cautions["iron_spacing"].text
    assert any("4 hours" in text for text in told.cautions)


def test_iron_in_a_childs_yogurt_is_no_question_on_yogurt(answer, knowledge):
    told = answer("food_content", "iron", food="yogurt_plain_whole_milk", age=4, taking=True)
    assert told.short == knowledge.cautions["iron_children"].text
    assert knowledge.cautions["child_supplements"].text in told.cautions


@pytest.mark.parametrize(
    ("nutrient", "told_of", "caution"),
    [
        ("iron", {"condition": "thalassaemia"}, "iron_thalassaemia"),
        ("vitamin_b12", {"condition": "pernicious_anaemia"}, "b12_pernicious"),
        ("magnesium", {"medicine": "penicillamine"}, "penicillamine_spacing"),
    ],
)
def test_a_rare_illness_or_medicine_has_its_own_caution(
    answer, knowledge, nutrient, told_of, caution
):
    told = answer("supplements", nutrient, **told_of)
    assert knowledge.cautions[caution].text in (told.short, *told.cautions)


@pytest.mark.parametrize(
    ("told_of", "caution"),
    [
        ({"condition": "g6pd"}, "quinine_illness"),
        ({"condition": "tinnitus"}, "quinine_illness"),
        ({"medicine": "heart_rhythm_medicine"}, "quinine_medicines"),
    ],
)
@pytest.mark.parametrize("remedy", ["quinine", "tonic_water"])
def test_quinine_names_whom_it_endangers(answer, knowledge, told_of, caution, remedy):
    told = answer("remedy", entities={"remedy": (remedy,)}, **told_of)
    assert told.short == knowledge.cautions[caution].text


def test_a_list_of_foods_comes_first_and_its_cautions_below(answer, knowledge):
    told = answer("foods", "calcium", medicine="levothyroxine")
    assert not told.led
    assert knowledge.cautions["calcium_spacing"].text in told.cautions


def test_what_a_medicine_does_with_it_leads_where_there_is_no_caution(answer):
    told = answer("supplements", "vitamin_b6", medicine="anticonvulsant")
    assert told.led
    assert "phenytoin" in told.short


def test_an_answer_on_one_illness_is_led_by_the_caution_for_another(answer, knowledge):
    answers = Answers(knowledge)
    entities = {"nutrient": ("iron",), "condition": ("restless_legs",)}
    ill = Profile(conditions=("haemochromatosis",))
    told = answers.answer(Question("condition", entities=entities, profile=ill))
    assert told.topic == "condition.restless_legs.iron"
    assert told.short == knowledge.cautions["iron_overload"].text


def test_b6_in_several_products_is_to_be_added_up(answer, knowledge):
    told = answer("compare_nutrients", "magnesium", "b_complex")
    assert knowledge.cautions["b6_nerves"].text in told.cautions


def test_a_product_on_top_of_those_told_before_is_to_be_added_up(knowledge):
    question = Question(
        "smalltalk",
        confidence=0.0,
        entities={"nutrient": ("b_complex",)},
        lately={"nutrient": ("magnesium", "vitamin_b6", "multivitamin")},
        taking=True,
    )
    told = Answers(knowledge).answer(question)
    assert knowledge.cautions["b6_nerves"].text in told.cautions


def test_somebody_elses_tablets_are_warned_of_first(answer, knowledge):
    told = answer("supplements", borrowed=True)
    assert told.short == knowledge.cautions["borrowed_medicine"].text


def test_nobody_at_risk_hears_nothing_more(answer):
    assert not answer("compare_nutrients", "potassium", "calcium").led


def test_every_caution_says_whom_to_ask(knowledge):
    for caution in knowledge.cautions.values():
        assert WHOM.search(caution.text), caution.id


def test_every_medicine_with_a_nutrient_says_whom_to_ask(answer, knowledge):
    for medicine in knowledge.medicines.values():
        for nutrient in medicine.with_nutrient:
            told = answer("timing", nutrient, medicine=medicine.id)
            facts = pairs(
                knowledge,
                Question(
                    "timing",
                    entities={"nutrient": (nutrient,)},
                    profile=Profile(medicines=(medicine.id,)),
                ),
            )
            shown = " ".join((told.short, *told.details, *told.cautions))
            assert WHOM.search(shown), (medicine.id, nutrient)
            assert all(fact.text in shown for fact in facts), (medicine.id, nutrient)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"medicine": "other_medicine"}, "any_medicine"),
        ({"condition": "diabetes"}, "any_illness"),
        ({"condition": "dialysis"}, "kidney_team"),
    ],
)
def test_whoever_takes_something_unnamed_hears_whom_to_ask(answer, knowledge, told, why):
    found = answer("out_of_scope", taking=True, **told)
    assert found.short == knowledge.cautions[why].text
    assert WHOM.search(found.short)


def test_what_is_understood_keeps_its_place_before_the_general_reason(answer, knowledge):
    found = answer("supplements", "magnesium", medicine="statin", taking=True)
    assert not found.led
    [general] = [c for c in found.cautions if c.endswith(knowledge.cautions["any_medicine"].text)]
    assert general.startswith("I have no checked facts on statins with magnesium.")


def test_who_speaks_of_taking_nothing_hears_no_general_reason(answer, knowledge):
    found = answer("timing", medicine="other_medicine")
    assert knowledge.cautions["any_medicine"].text not in (found.short, *found.cautions)


def test_it_is_what_was_named_just_before(answer, knowledge):
    found = answer("out_of_scope", medicine="arb", taking=True, lately={"nutrient": ("potassium",)})
    assert found.short == knowledge.cautions["potassium_medicines"].text


def test_a_medicine_told_after_a_product_brings_the_caution_where_nothing_was_asked(answer):
    told = {"medicine": "digoxin", "entities": {"medicine": ("digoxin",)}}
    assert answer("out_of_scope", **told, lately={"nutrient": ("potassium",)}).led
    assert not answer("out_of_scope", **told).led


def test_an_antacid_blocks_what_magnesium_blocks(answer, knowledge):
    found = Answers(knowledge).answer(
        Question(
            "out_of_scope",
            entities={"medicine": ("antacid",)},
            profile=Profile(medicines=("antibiotic",)),
            taking=True,
        )
    )
    assert found.short == knowledge.cautions["magnesium_spacing"].text


def test_who_told_nothing_known_hears_the_gravest_caution_where_nothing_was_understood(
    answer, knowledge
):
    told = answer("too_much", "vitamin_e", confidence=0.1, taking=True)
    general = knowledge.cautions["general_supplement"]
    assert told.cautions == (knowledge.cautions["vitamin_e_bleeding"].text, general.text)
    listed = answer("foods", "vitamin_e", taking=True)
    assert listed.cautions[:1] == told.cautions[:1]
    assert not answer("foods", "vitamin_e").cautions


@pytest.mark.parametrize(
    ("illness", "caution"),
    [
        ("bariatric_surgery", "bariatric_team"),
        ("pregnancy", "pregnancy_supplements"),
        ("trying_for_a_baby", "before_pregnancy"),
        ("other_illness", "any_illness"),
    ],
)
@pytest.mark.parametrize("intent", ["testing", "food_content", "evidence", "deficiency_signs"])
def test_whoever_takes_something_hears_whom_to_ask(answer, knowledge, intent, illness, caution):
    told = answer(intent, "vitamin_c", condition=illness, taking=True)
    assert knowledge.cautions[caution].text in (told.short, *told.cautions)


def test_an_oil_of_fish_livers_brings_the_caution_of_a_pregnancy(answer, knowledge):
    told = answer("food_content", food="cod_liver_oil", condition="pregnancy", taking=True)
    assert told.short == knowledge.cautions["pregnancy_supplements"].text


def test_an_illness_that_nothing_is_known_of_is_not_passed_over(answer):
    told = {"condition": ("other_illness",)}
    assert answer("condition", entities=told).topic == "condition.other_illness"


def test_what_an_illness_does_with_a_product_is_said_where_no_caution_does(answer, knowledge):
    told = answer("out_of_scope", "vitamin_c", condition="kidney_stones", taking=True)
    assert told.short == knowledge.conditions["kidney_stones"].with_nutrient["vitamin_c"].short.text


def test_that_one_should_ask_goes_behind_what_is_known(answer, knowledge):
    told = answer("dose", "vitamin_d", medicine="anticonvulsant", condition="other_illness")
    known = knowledge.medicines["anticonvulsant"].with_nutrient["vitamin_d"]
    assert told.short == known.short.text


def test_borrowed_tablets_bring_the_cautions_on_them_along(answer, knowledge):
    entities = {"remedy": ("quinine",)}
    told = answer("remedy", medicine="digoxin", borrowed=True, entities=entities)
    assert told.short == knowledge.cautions["borrowed_medicine"].text
    assert knowledge.cautions["quinine_medicines"].text in told.cautions


def test_magnesium_on_the_skin_needs_care_with_weak_kidneys(answer, knowledge):
    told = answer("remedy", condition="kidney_disease", entities={"remedy": ("magnesium_cream",)})
    assert knowledge.cautions["magnesium_skin"].text in (told.short, *told.cautions)
