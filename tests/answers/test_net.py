"""What somebody hears of a product with their medicine where little is known of the two."""

from __future__ import annotations

import re

from crampwise.answers.core import Answers
from crampwise.answers.types import Profile, Question

WHOM = re.compile("doctor|pharmacist")


def test_clashes_in_general_are_led_by_what_is_not_known_of_this_medicine(answer):
    found = answer("interactions", "calcium", medicine="baclofen", taking=True)
    assert found.topic == "calcium.interactions"
    assert found.short.startswith("I have no checked facts on baclofen with calcium.")
    assert WHOM.search(found.short)


def test_no_medicine_is_called_unknown_that_the_answer_speaks_of(answer):
    found = answer("interactions", "b_complex", medicine="metformin", taking=True)
    assert "no checked facts" not in " ".join((found.short, *found.cautions))


def test_the_caution_on_what_was_named_first_leads(answer, knowledge):
    for intent in ("supplements", "out_of_scope"):
        found = answer(intent, "potassium", "magnesium", medicine="loop_diuretic", taking=True)
        assert found.short == knowledge.cautions["potassium_medicines"].text
        found = answer(intent, "magnesium", "potassium", medicine="loop_diuretic", taking=True)
        assert found.short == knowledge.cautions["magnesium_medicines"].text
    found = answer("out_of_scope", "electrolytes", medicine="loop_diuretic", taking=True)
    assert found.short == knowledge.cautions["potassium_medicines"].text


def test_a_known_product_brings_no_caution_on_another(answer):
    found = answer("out_of_scope", "magnesium", medicine="antiplatelet", taking=True)
    assert not any("vitamin E" in text for text in (found.short, *found.cautions))


def test_a_powder_in_water_is_no_known_product(answer, knowledge):
    found = answer("out_of_scope", medicine="arb", taking=True, entities={"remedy": ("water",)})
    assert knowledge.cautions["potassium_medicines"].text in found.cautions


def test_heart_tablets_without_a_name_bring_the_cautions_for_some_of_them(answer, knowledge):
    found = answer("compare_nutrients", "potassium", medicine="heart_medicine")
    assert found.short == knowledge.cautions["potassium_medicines"].text


def test_a_medicine_told_after_a_product_brings_the_caution_below_what_is_known_of_it(answer):
    told = {"medicine": "lithium", "entities": {"medicine": ("lithium",)}}
    found = answer("medicine_cause", **told, lately={"nutrient": ("sodium",)})
    assert found.topic == "medicine.lithium"
    assert any("salt or fluid" in text for text in found.cautions)
    assert not answer("medicine_cause", **told).cautions


def test_a_product_leads_an_answer_on_the_medicine_named_beside_it(answer, knowledge):
    told = {"medicine": "arb", "entities": {"medicine": ("arb",), "nutrient": ("electrolytes",)}}
    found = answer("medicine_cause", **told, taking=True)
    assert found.short == knowledge.cautions["potassium_medicines"].text


def test_an_antacid_told_of_is_a_product_beside_another_medicine(knowledge):
    found = Answers(knowledge).answer(
        Question(
            "interactions", profile=Profile(medicines=("antacid", "bisphosphonate")), taking=True
        )
    )
    assert found.short == knowledge.cautions["magnesium_spacing"].text


def test_how_much_of_a_remedy_is_answered_of_the_remedy(knowledge):
    found = Answers(knowledge).answer(Question("dose", entities={"remedy": ("ginger",)}))
    assert found.topic == "remedy.ginger"


def test_a_herb_is_led_by_what_is_not_known_of_it_with_this_medicine(answer):
    entities = {"remedy": ("ginger",)}
    found = answer("remedy", medicine="baclofen", taking=True, entities=entities)
    assert found.short.startswith("I have no checked facts on baclofen with ginger.")


def test_a_vitamin_that_a_product_holds_already_is_added_up(answer):
    found = answer("interactions", "vitamin_d", "multivitamin")
    assert "may hold vitamin D already" in found.short
