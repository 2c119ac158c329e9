"""Whom a message is about, and what of it is told rather than asked."""

from __future__ import annotations

import pytest

from crampwise.entities import Found
from crampwise.people.told import of_the_unborn, taking


@pytest.mark.parametrize(
    ("text", "person", "facts"),
    [
        ("my mother, 82, on warfarin, gets cramps at night", "mother",
         {"mother": {"age": (82,), "medicine": ("warfarin",), "sex": ("female",)}}),
        ("my husband takes a statin and I take ramipril", "self",
         {"husband": {"medicine": ("statin",), "sex": ("male",)},
          "self": {"medicine": ("ace_inhibitor",)}}),
        ("my 8 year old son", "son", {"son": {"age": (8,), "sex": ("male",)}}),
        ("I'm 70 and my wife is 65, she takes statins", "wife",
         {"self": {"age": (70,)},
          "wife": {"age": (65,), "medicine": ("statin",), "sex": ("female",)}}),
        ("can my dad, 79, take magnesium", "father", {"father": {"age": (79,), "sex": ("male",)}}),
        ("amlodipine is giving me cramps", "self",
         {"self": {"medicine": ("calcium_channel_blocker",)}}),
        ("I'm vegan", "self", {"self": {"condition": ("vegan_diet",)}}),
        ("can I take magnesium with my levothyroxine", "self",
         {"self": {"medicine": ("levothyroxine",)}}),
        ("I take water tablets, can I have potassium?", "self",
         {"self": {"medicine": ("diuretic",)}}),
        ("70 yo female on lisinopril, cramps every night", None,
         {"self": {"age": (70,), "sex": ("female",), "medicine": ("ace_inhibitor",)}}),
    ],
)  # fmt: skip
def test_facts_go_to_the_person_they_are_told_of(told, text, person, facts):
    found = told(text)
    assert found.person == person
    assert found.facts == facts


@pytest.mark.parametrize(
    ("text", "medicine"),
    [
        ("started lymecycline for spots", "antibiotic"),
        ("warfarin here", "warfarin"),
        ("lisinopril 10 for me", "ace_inhibitor"),
        ("bumetanide 1 mg every morning", "loop_diuretic"),
        ("course of cipro, still ok with iron?", "antibiotic"),
    ],
)
def test_what_is_told_without_an_i_is_told_of_oneself(told, text, medicine):
    assert told(text).facts["self"]["medicine"] == (medicine,)


@pytest.mark.parametrize(
    "text",
    [
        "is lisinopril 10 mg daily linked with cramps",
        "what happens if you started statins",
        "do statins cause cramps",
        "should I take statins?",
        "I wonder whether statins cause cramps",
        "how much magnesium does a 70 year old woman need",
        "is magnesium safe with kidney disease",
        "do I have kidney disease",
        "vegan sources of calcium",
        "will a water tablet give me cramps",
        "can statins give me cramps",
        "what about for kids",
    ],
)
def test_what_is_only_asked_is_not_kept(told, text):
    found = told(text)
    assert found.facts == {}
    assert found.supposed


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("I don't take warfarin any more", "medicine", "warfarin"),
        ("I've stopped taking the statin", "medicine", "statin"),
        ("I'm not pregnant", "condition", "pregnancy"),
        ("forget that I'm diabetic", "condition", "diabetes"),
    ],
)
def test_what_is_taken_back_is_denied(told, text, entity, value):
    assert told(text).denied == {"self": {entity: (value,)}}


@pytest.mark.parametrize(
    ("text", "lately", "person"),
    [
        ("is it safe for her", ("mother", "self"), "mother"),
        ("is it safe for her", ("self", "husband", "sister"), "sister"),
        ("is it safe for her", (), "woman"),
        ("can I give him magnesium", ("son",), "son"),
        ("and for my husband?", ("mother",), "husband"),
        ("my question is about potassium", ("mother",), None),
        ("my daughter says bananas help", (), None),
        ("how much do I need", ("wife",), "self"),
        ("and me, I take ramipril", ("mother",), "self"),
        ("as a breastfeeding mother, can I take magnesium", (), "self"),
    ],
)
def test_whom_a_message_is_about(told, text, lately, person):
    assert told(text, lately).person == person


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("my brother takes it too", {"brother": {"sex": ("male",), "medicine": ("statin",)}}),
        ("I take one", {"self": {"medicine": ("statin",)}}),
        ("can I take it with food", {}),
    ],
)
def test_it_is_the_medicine_spoken_of_before(told, text, facts):
    assert taking(told(text), text, ("statin",)).facts == facts


def test_it_is_asked_for_the_one_who_is_to_take_it(told):
    assert told("can she have my magnesium tablets", ("daughter",)).person == "daughter"
    assert told("can my wife rub my legs").person == "self"


def test_do_not_forget_tells(told):
    assert told("don't forget I'm diabetic").facts == {"self": {"condition": ("diabetes",)}}


def test_no_she_is_72_corrects_the_one_spoken_of(told):
    assert told("no, she's 72", ("mother", "self")).facts["mother"]["age"] == (72,)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("28 weeks pregnant and vegan, cramps every night",
         {"self": {"condition": ("pregnancy", "vegan_diet")}}),
        ("is quinine ok at 30 weeks pregnant", {"self": {"condition": ("pregnancy",)}}),
        ("I'm due in four weeks, which foods hold iron", {"self": {"condition": ("pregnancy",)}}),
    ],
)  # fmt: skip
def test_weeks_of_pregnancy_are_told_of_oneself(told, text, facts):
    assert told(text).facts == facts


@pytest.mark.parametrize(
    "text", ["nursing my baby, she's a dream", "Breast feeding our son, he's ever so hungry"]
)
def test_whoever_feeds_a_baby_is_not_the_baby(told, text):
    assert told(text).facts["self"]["condition"] == ("breastfeeding",)


def test_a_daughter_who_feeds_hers_is_another(told):
    found = told("my daughter is nursing a newborn, he's lovely").facts
    assert "condition" not in found.get("self", {})


def test_what_one_denies_is_told_of_the_other_who_is(told):
    found = told("I'm not pregnant, my sister is", telling=True)
    assert found.denied == {"self": {"condition": ("pregnancy",)}}
    assert found.facts["sister"]["condition"] == ("pregnancy",)


def test_the_names_of_medicines_are_kept_as_told(told):
    found = told("my husband takes Lipitor and I take ramipril")
    assert found.called == {
        "husband": (("statin", "Lipitor"),),
        "self": (("ace_inhibitor", "ramipril"),),
    }


def test_he_is_the_man_named_last(told):
    assert told("no not my husband, my dad. hes 79").facts["father"]["age"] == (79,)


def test_who_was_meant_wrongly_is_put_right(told):
    assert told("no not my husband, my dad").instead == ("husband", "father")
    assert told("my husband, not my dad").instead is None


@pytest.mark.parametrize(
    ("text", "told_of"), [("and female", ("female",)), ("and women?", None), ("women", None)]
)
def test_a_sex_told_alone_is_told(told, text, told_of):
    assert told(text).facts.get("self", {}).get("sex") == told_of


@pytest.mark.parametrize(
    ("text", "diet"),
    [
        ("veg only, no meat no fish", ("vegetarian",)),
        ("which foods have iron with no meat", None),
        ("no meat?", None),
    ],
)
def test_a_diet_told_by_what_it_leaves_out(told, text, diet):
    assert told(text).facts.get("self", {}).get("diet") == diet


@pytest.mark.parametrize(
    ("text", "person", "of_them"),
    [
        ("can I just take my neighbour's magnesium", "self", {}),
        ("can I use my wife's water tablets", "self",
         {"sex": ("female",), "medicine": ("diuretic",)}),
        ("can my mum take my dad's magnesium", "mother", {"sex": ("male",)}),
        ("my neighbour's cramps are bad", "friend", {}),
    ],
)  # fmt: skip
def test_what_is_borrowed_is_taken_by_the_one_who_asks(told, text, person, of_them):
    found = told(text)
    assert found.person == person
    assert "self" not in found.facts
    others = [facts for name, facts in found.facts.items() if name not in ("self", person)]
    assert others == ([of_them] if of_them else [])


@pytest.mark.parametrize(
    ("text", "expecting", "person", "supposed"),
    [
        ("is magnesium safe for the baby", True, None, {}),
        ("is magnesium safe for my baby", True, None, {}),
        ("is magnesium safe for the baby", False, None, {"life_stage": ("infant",)}),
        ("is magnesium safe for my baby", False, "child", {}),
        ("can I give my baby magnesium", True, "child", {}),
    ],
)
def test_a_baby_not_born_yet_is_nobody_else(told, text, expecting, person, supposed):
    found = of_the_unborn(told(text), text, expecting)
    assert (found.person, found.supposed) == (person, supposed)
    assert ("child" in found.facts) is (person == "child")


def test_whoever_tells_of_the_baby_they_expect_is_none(told):
    text = "no bleeding, baby kicking lots"
    assert told(text, telling=True).facts["child"]["life_stage"] == ("infant",)
    found = of_the_unborn(told(text, telling=True), text, expecting=True)
    assert (found.person, found.facts) == (None, {})


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Daughter is expecting, due in May", "daughter"),
        ("hello. neighbour has gout", "friend"),
        ("mother in law is on dialysis", "mother_in_law"),
        ("our grandson takes iron", "grandson"),
        ("my 12yo plays rugby", "child"),
        ("6 year old won't eat meat", "child"),
        ("he he, that made me laugh", "self"),
        ("he he he", None),
        ("my dog has weak kidneys", None),
        ("7 yo male dogs", None),
        ("how much iron does a 10 year old need", None),
    ],
)
def test_whoever_is_named_without_a_my(told, text, person):
    assert told(text).person == person


@pytest.mark.parametrize(
    "text", ["two kids at home and a job", "a toddler and a baby here", "feeding a 5 month old"]
)
def test_nobody_who_writes_is_a_small_child(told, text):
    found = told(text, telling=True)
    assert "self" not in found.facts or not {"life_stage", "age"} & set(found.facts["self"])


def test_children_told_of_in_passing_are_not_asked_for(told):
    assert told("two kids at school", telling=True).person is None


def test_a_child_told_of_in_a_note_is_meant(told):
    assert told("toddler, hates all greens", telling=True).person == "child"


def test_whoever_says_so_is_a_child(told):
    assert told("I'm a kid", telling=True).facts["self"]["life_stage"] == ("child",)


def test_the_illness_of_an_animal_is_nobody_elses(told):
    found = told("my cat has kidney disease", telling=True)
    assert "self" not in found.facts
    assert told("she fancies LoSalt", ("pet", "wife")).person == "wife"


@pytest.mark.parametrize("text", ["my baby has cramps, can he have iron", "can she, my child is 4"])
def test_he_and_she_may_be_a_child_of_either_sex(told, text):
    assert told(text).person == "child"


def test_a_diet_is_told_whatever_is_asked_along_with_it(told):
    assert told("which foods have calcium? I don't eat dairy").facts == {
        "self": {"diet": ("dairy_free",)}
    }
    assert told("what if I don't eat dairy?").facts == {}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("my brother skips salt and he asked me whether that helps", "brother"),
        ("my aunt keeps pinching my iron tablets", "aunt"),
        ("my husband's into seaweed powder, a spoon a day. try it?", None),
        ("the physio says I'm her quickest patient", "self"),
        ("she says I'm her quickest patient, and she takes lithium", "woman"),
    ],
)
def test_who_only_asks_lends_or_sets_an_example_is_not_who_it_is_about(told, text, person):
    assert told(text).person == person


@pytest.mark.parametrize(
    ("text", "denied", "kept"),
    [
        ("I used to be on indapamide", ("thiazide",), ()),
        ("I took perindopril but came off it last spring", ("ace_inhibitor",), ()),
        ("I came off sertraline", ("antidepressant",), ()),
        ("I was on candesartan till the summer", ("arb",), ()),
        ("I take candesartan till the summer", (), ("arb",)),
        ("I take telmisartan and stopped felodipine in May",
         ("calcium_channel_blocker",), ("arb",)),
    ],
)  # fmt: skip
def test_what_was_taken_once_is_not_taken_now(told, text, denied, kept):
    found = told(text, telling=True)
    assert found.denied.get("self", {}).get("medicine", ()) == denied
    assert found.facts.get("self", {}).get("medicine", ()) == kept


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("my brothers on lithium, what about salt", "brother"),
        ("aunties ankles, never mind", None),
        ("my nieces and I, in my teens I had cramps", "self"),
        ("sister's pregnant with her third", "sister"),
        ("one dad swears by salt", None),
    ],
)
def test_a_name_needs_no_apostrophe(told, text, person):
    assert told(text).person == person


def test_what_is_given_is_for_the_one_it_is_given_to(told):
    text = "how much iron can I give him? I have a bottle of drops"
    assert told(text, ("child",)).person == "child"


@pytest.mark.parametrize(
    ("text", "lately", "person"),
    [
        ("I get hooked up thrice a week", (), "self"),
        ("my dad gets hooked up, I drive him", (), "father"),
        ("she gets hooked up", ("mother",), "mother"),
        ("hooked up thrice a week", ("mother",), "mother"),
    ],
)
def test_what_a_whole_sentence_tells_is_of_whom_it_names_first(told, text, lately, person):
    sentence = Found("condition", "dialysis", 0, len(text))
    facts = told(text, lately, unnamed=[sentence]).facts
    assert facts[person]["condition"] == ("dialysis",)
    assert [who for who, told in facts.items() if "condition" in told] == [person]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("lymecycline for spots (daughter 19)", "daughter"),
        ("my niece is 20, she has lymecycline", "niece"),
        ("our flatmate takes lymecycline", "friend"),
        ("Our labrador is on lymecycline", "pet"),
    ],
)
def test_a_medicine_is_of_whoever_is_named_with_it(told, text, person):
    facts = told(text, telling=True).facts
    assert facts[person]["medicine"] == ("antibiotic",)
    assert "medicine" not in facts.get("self", {})


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("it's my mother, not me, who takes warfarin", "mother"),
        ("I gave my brother one of my kidneys", "self"),
        ("they took a kidney out of my father", "father"),
    ],
)
def test_what_is_told_is_of_the_one_it_is_of(told, text, person):
    facts = told(text, telling=True).facts
    owners = [who for who, kept in facts.items() if {"medicine", "condition"} & set(kept)]
    assert owners == [person]


@pytest.mark.parametrize(
    "text",
    [
        "I work as a dialysis nurse",
        "I repair dialysis machines",
        "a book about Parkinson's",
        "tested negative for diabetes",
        "my thyroid test came back normal",
        "afraid of getting kidney disease",
        "I refused the statin",
        "my doctor wants me to start warfarin",
    ],
)
def test_what_nobody_has_is_not_kept(told, text):
    facts = told(text, telling=True).facts.get("self", {})
    assert not {"medicine", "condition"} & set(facts)
