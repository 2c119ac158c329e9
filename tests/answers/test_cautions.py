"""For a person at risk the warning comes first, before anything on a supplement."""

from __future__ import annotations

import re

import pytest

from crampwise.answers.cautions import life_stages
from crampwise.answers.core import Answers
from crampwise.answers.types import Profile, Question, Reading

TAKING = ["supplements", "dose", "too_much", "interactions", "relief", "prevention", "remedy"]
AT_RISK = [
    ("potassium", {"conditions": ("kidney_disease",)}, "potassium_kidney"),
    ("potassium", {"conditions": ("dialysis",)}, "potassium_kidney"),
    ("potassium", {"conditions": ("heart_failure",)}, "potassium_illness"),
    ("potassium", {"medicines": ("ace_inhibitor",)}, "potassium_medicines"),
    ("potassium", {"medicines": ("arb",)}, "potassium_medicines"),
    ("potassium", {"medicines": ("potassium_sparing_diuretic",)}, "potassium_medicines"),
    ("potassium", {"medicines": ("loop_diuretic",)}, "potassium_medicines"),
    ("potassium", {"age": 80}, "potassium_older"),
    ("magnesium", {"conditions": ("kidney_disease",)}, "magnesium_kidney"),
    ("magnesium", {"conditions": ("dialysis",)}, "magnesium_kidney"),
    ("magnesium", {"medicines": ("levothyroxine",)}, "magnesium_spacing"),
    ("magnesium", {"conditions": ("high_blood_pressure",)}, "magnesium_heart"),
    ("potassium", {"conditions": ("high_potassium",)}, "potassium_illness"),
    ("potassium", {"conditions": ("heart_rhythm",)}, "potassium_heart_block"),
    ("sodium", {"conditions": ("heart_failure",)}, "sodium_heart"),
    ("electrolytes", {"conditions": ("kidney_disease",)}, "magnesium_kidney"),
    ("vitamin_k2", {"medicines": ("warfarin",)}, "vitamin_k_warfarin"),
    ("calcium", {"conditions": ("kidney_stones",)}, "calcium_stones"),
    ("vitamin_b6", {"conditions": ("peripheral_neuropathy",)}, "b6_nerves"),
    ("vitamin_d", {"conditions": ("sarcoidosis",)}, "vitamin_d_calcium"),
    ("vitamin_d", {"conditions": ("hyperparathyroidism",)}, "vitamin_d_calcium"),
    ("vitamin_d", {"conditions": ("cancer", "high_calcium")}, "vitamin_d_calcium"),
    ("vitamin_d", {"medicines": ("rifampicin",)}, "vitamin_d_tb"),
    ("vitamin_d", {"conditions": ("tuberculosis",)}, "vitamin_d_tb"),
]


@pytest.mark.parametrize("intent", TAKING)
@pytest.mark.parametrize("at_risk", AT_RISK)
def test_the_warning_leads_for_a_person_at_risk(ask, knowledge, intent, at_risk):
    nutrient, person, caution = at_risk
    answer = ask(intent, nutrient=nutrient, **person)
    warning = knowledge.cautions[caution]
    assert answer.short == warning.text
    assert warning.text not in answer.cautions
    shown = {source.url for source in answer.sources}
    assert {knowledge.sources[source].url for source in warning.sources} & shown


@pytest.mark.parametrize("intent", ["supplements", "dose", "too_much", "interactions"])
def test_what_was_asked_is_still_answered_below_the_warning(ask, intent):
    plain = ask(intent, nutrient="potassium")
    warned = ask(intent, nutrient="potassium", conditions=("kidney_disease",))
    assert warned.topic == plain.topic
    assert warned.details[0] == plain.short
    assert len(warned.details) <= 5


@pytest.mark.parametrize("age", [0, 1, 8, 12, 13, 17])
@pytest.mark.parametrize("intent", ["supplements", "dose", "too_much"])
def test_a_childs_answer_begins_with_the_warning_for_children(ask, knowledge, age, intent):
    answer = ask(intent, nutrient="magnesium", age=age)
    assert answer.short == knowledge.cautions["child_supplements"].text


def test_iron_and_a_small_child_bring_the_poison_warning(ask, knowledge):
    answer = ask("supplements", nutrient="iron", age=3)
    assert answer.short == knowledge.cautions["iron_children"].text


def test_pregnancy_brings_its_warning(ask, knowledge):
    for person in ({"conditions": ("pregnancy",)}, {"life_stage": "pregnant"}):
        answer = ask("supplements", nutrient="magnesium", **person)
        assert answer.short == knowledge.cautions["pregnancy_supplements"].text


@pytest.mark.parametrize("when", [{}, {"timing": "night"}, {"drink": "how_much"}])
@pytest.mark.parametrize("person", [{"medicines": ("thiazide",)}, {"conditions": ("dialysis",)}])
def test_who_may_have_a_limit_is_not_told_to_drink_more(ask, knowledge, when, person):
    assert ask("dehydration", **when, **person).short == knowledge.cautions["fluid_limit"].text


def test_cream_of_tartar_is_known_to_hold_potassium(ask, knowledge):
    answer = ask("remedy", remedy="cream_of_tartar", medicines=("arb",))
    assert answer.topic == "remedy.cream_of_tartar"
    assert answer.short == knowledge.cautions["potassium_medicines"].text


def test_a_healthy_adult_gets_the_answer_first_and_the_warnings_after(ask, knowledge):
    answer = ask("supplements", nutrient="potassium", age=30)
    assert answer.short == knowledge.nutrients["potassium"].facets["supplements"].short.text
    assert knowledge.cautions["potassium_kidney"].text in answer.cautions


@pytest.mark.parametrize(("nutrient", "person", "caution"), AT_RISK)
def test_no_text_stands_twice_in_an_answer(ask, nutrient, person, caution):
    for intent in TAKING:
        answer = ask(intent, nutrient=nutrient, **person)
        shown = [answer.short, *answer.details, *answer.cautions]
        assert len(shown) == len(set(shown))


def test_every_caution_leads_for_someone_it_names(ask, knowledge):
    for caution in knowledge.cautions.values():
        whom = caution.for_whom
        people = [{"conditions": (condition,)} for condition in whom.conditions]
        people += [{"medicines": (medicine,)} for medicine in whom.medicines]
        people += [{"life_stage": stage} for stage in whom.life_stages]
        for person in people:
            nutrient = {"nutrient": caution.nutrients[0]} if caution.nutrients else {}
            if caution.named_only:
                remedies = knowledge.remedies.items()
                named = [name for name, r in remedies if caution.id in r.about.cautions]
                asked = ("remedy", {"remedy": named[-1]}) if named else ("dehydration", {})
                answer = ask(asked[0], **asked[1], **person)
                assert answer.led, (caution.id, person)
            else:
                answer = ask("too_much", **nutrient, **person)
            assert caution.text in (answer.short, *answer.cautions), (caution.id, person)


# What a reader knows each class of medicines by, in a caution that is for it.
KNOWN_BY = {
    "ace_inhibitor": "blood pressure|ACE inhibitor",
    "arb": "blood pressure|ARB",
    "diuretic": "water",
    "potassium_sparing_diuretic": "blood pressure|water",
    "thiazide": "[Tt]hiazide",
    "digoxin": "digoxin|heart",
    "heart_medicine": "heart",
    "transplant_medicine": "transplant",
    "trimethoprim": "[Tt]rimethoprim|infection",
    "nsaid": "painkiller",
    "levothyroxine": "thyroid",
    "antibiotic": "antibiotics",
    "bisphosphonate": "bone tablets",
    "ppi": "stomach acid",
    "warfarin": "[Ww]arfarin|blood thinner",
    "anticoagulant": "blood thinner",
    "antiplatelet": "aspirin",
    "rifampicin": "Rifampicin",
    "chemotherapy": "[Cc]ancer",
    "breast_cancer_tablets": "[Cc]ancer",
}


def test_a_caution_names_the_medicines_it_is_for(knowledge):
    for caution in knowledge.cautions.values():
        for medicine in caution.for_whom.medicines if caution.nutrients else ():
            known_by = KNOWN_BY.get(medicine, medicine.replace("_", " "))
            assert re.search(known_by, caution.text), (caution.id, medicine)


@pytest.mark.parametrize(
    ("remedy", "medicine", "named"),
    [
        ("turmeric", "anticoagulant", "blood thinner"),
        ("ginkgo", "antiplatelet", "aspirin"),
        ("coq10", "warfarin", "warfarin"),
        ("grapefruit", "statin", "statins"),
        ("liquorice", "loop_diuretic", "water"),
        ("st_johns_wort", "antidepressant", "antidepressants"),
    ],
)
def test_a_herb_says_why_it_clashes_with_a_medicine(ask, remedy, medicine, named):
    answer = ask("remedy", remedy=remedy, medicines=(medicine,))
    assert named in " ".join((answer.short, *answer.cautions))
    assert re.search("doctor|pharmacist", answer.short)


def test_who_takes_lithium_is_not_told_to_drink_more(ask, knowledge):
    for intent in ("dehydration", "remedy"):
        answer = ask(intent, remedy="water", medicines=("lithium",))
        assert answer.short == knowledge.cautions["lithium_salt"].text


@pytest.mark.parametrize(
    ("profile", "stages"),
    [
        (Profile(), set()),
        (Profile(age=0), {"child"}),
        (Profile(age=12), {"child"}),
        (Profile(age=13), {"teenager"}),
        (Profile(age=17), {"teenager"}),
        (Profile(age=18), set()),
        (Profile(age=64), set()),
        (Profile(age=65), {"older"}),
        (Profile(life_stage="older"), {"older"}),
        (Profile(conditions=("pregnancy",), age=16), {"pregnant", "teenager"}),
        (Profile(conditions=("breastfeeding",)), {"breastfeeding"}),
    ],
)
def test_age_and_conditions_give_the_life_stage(profile, stages):
    assert life_stages(profile) == stages


def test_an_unclear_question_of_somebody_at_risk_is_led_by_the_caution(knowledge):
    question = Question(
        "supplements",
        confidence=0.1,
        readings=(Reading("supplements", 0.1),),
        entities={"nutrient": ("potassium",)},
        profile=Profile(medicines=("ace_inhibitor",)),
    )
    answer = Answers(knowledge).answer(question)
    assert answer.status == "unsure"
    assert answer.led
    assert "doctor" in answer.short


@pytest.mark.parametrize(
    ("age", "stages"), [(16, {"teenager"}), (44, set()), (11, {"child"}), (None, {"child"})]
)
def test_an_age_decides_whether_a_son_is_a_child(age, stages):
    assert life_stages(Profile(age=age, life_stage="child")) == stages
