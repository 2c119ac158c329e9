"""Which names and which question go on counting when a message leans on the one before."""

from __future__ import annotations

from actions.memory import SUBJECTS, Before
from crampwise.answers.types import Question
from crampwise.knowledge.shared import knowledge
from crampwise.people.told import Facts

# What is asked of a thing that is named out of the blue ("what about mustard?").
FIRST_ASKED = {
    "food": "food_content",
    "remedy": "remedy",
    "nutrient": "nutrient_role",
    "medicine": "medicine_cause",
    "condition": "condition",
}
# What "which has more?" and "which one?" ask of the last two things of a kind.
COMPARED = {"food": "food_content", "remedy": "remedy", "nutrient": "compare_nutrients"}
# Which names of before go on counting beside a new one, by the intents in which they do.
KEPT = {
    "nutrient": {
        "food": {"food_content"},
        "medicine": {"interactions", "medicine_cause"},
        "condition": {"condition"},
    },
    "food": {"nutrient": {"food_content", "foods"}},
    "remedy": {},
    "medicine": {"nutrient": {"interactions", "supplements", "dose", "too_much"}},
    "condition": {
        "nutrient": {
            "condition",
            "foods",
            "supplements",
            "dose",
            "too_much",
            "pregnancy",
            "evidence",
            "nutrient_role",
            "interactions",
            "testing",
        },
        "food": {"food_content"},
    },
}  # fmt: skip
# Intents that can be asked of any nutrient; after another one a new nutrient is a supplement.
OF_ANY_NUTRIENT = frozenset(
    {
        "nutrient_role",
        "which_nutrient",
        "foods",
        "food_content",
        "supplements",
        "interactions",
        "dose",
        "too_much",
        "deficiency_signs",
        "deficiency_causes",
        "testing",
        "pregnancy",
        "evidence",
        "condition",
        "age_group",
        "dehydration",
        "causes",
        "timing",
    }
)
EXPECTING = frozenset({"pregnancy", "breastfeeding"})
OF_AN_AGE = frozenset(
    {"dose", "too_much", "see_doctor", "foods", "testing", "dehydration", "remedy"}
)


def first_asked(question: Question, named: str) -> str:
    """What is asked of a thing at first; a food that is also a treatment (mustard) is one here."""
    if named == "food" and question.first("food") in knowledge().remedies:
        return "remedy"
    return FIRST_ASKED[named]


def fitting(named: str, question: Question, asked: str, old: Facts) -> str:
    """What is asked of a new name, going by what was asked before."""
    if named == "nutrient":
        if asked == "food_content" and "nutrient" not in old:
            return "supplements"
        if asked == "medicine_cause":
            return "interactions"
        if asked == "compare_nutrients":
            return "nutrient_role"
        return asked if asked in OF_ANY_NUTRIENT else "supplements"
    if named == "condition":
        if EXPECTING & set(question.all("condition")):
            return asked if asked in ("dose", "see_doctor") else "pregnancy"
        return asked if asked in ("foods", "food_content", "dose", "too_much") else "condition"
    if named == "medicine" and "nutrient" in old and asked in KEPT["medicine"]["nutrient"]:
        return "interactions"
    if named == "remedy" and asked == "evidence":
        return asked
    return first_asked(question, named)


def of_whom(question: Question, asked: str) -> str:
    """ "What about kids?" asks the same of them where that is known, else about their age."""
    stages = set(question.all("life_stage"))
    if stages & {"pregnant", "breastfeeding"}:
        return asked if asked in ("dose", "see_doctor") else "pregnancy"
    if stages or "age" in question.entities:
        return asked if asked in OF_AN_AGE else "age_group"
    return asked


def compares_nothing(asked: str, question: Question, old: Facts) -> bool:
    """Whether nutrients are to be compared, and one alone was named: "potassium?"."""
    alone = len(question.all("nutrient")) == 1 and "nutrient" not in old
    return asked == "compare_nutrients" and alone


def kept(old: Facts, question: Question, asked: str) -> Facts:
    """What was named before and still counts beside the names of this message."""
    new = [subject for subject in SUBJECTS if subject in question.entities]
    if not new:
        return old
    return {
        name: values
        for name, values in old.items()
        if name not in SUBJECTS or all(asked in KEPT[kind].get(name, ()) for kind in new)
    }


def cued(told: str, asked: str, entities: Facts, before: Before) -> tuple[str, Facts]:
    """The intent that the words of a follow-up (see `actions.cues`) mean, and of what."""
    subject = next((name for name in SUBJECTS if name in entities), None)
    if told in ("stop_it", "before"):
        stopped = "medicine_cause" if "medicine" in entities else asked
        return ("prevention" if told == "before" else stopped), entities
    if told == "more":
        return _of_two(asked, entities, before)
    if told == "form":
        return "supplements", {**entities, "form": ("any",)}
    if told == "why":
        if "nutrient" in entities or asked in ("foods", "supplements", "food_content"):
            return "evidence", entities
        return (asked if subject else "causes"), entities
    if "nutrient" not in entities:
        if subject == "food" and entities["food"][0] in knowledge().remedies:
            subject = "remedy"
        if subject == "food" and told in ("dose", "too_much", "evidence", "supplements"):
            return ("evidence" if told == "evidence" else "food_content"), entities
        if subject in ("remedy", "medicine") and told in ("dose", "too_much", "evidence"):
            return FIRST_ASKED[subject], entities
    if subject == "food" and told == "too_much":
        return "food_content", entities
    if "food" in entities and told == "dose":
        return "food_content", entities
    return told, entities


def _of_two(asked: str, entities: Facts, before: Before) -> tuple[str, Facts]:
    """ "Which one?" of the last two foods, remedies or nutrients, or of the medicines told."""
    if asked == "medicine_cause":
        return asked, entities  # each is answered, the clearest link first
    if asked == "remedy":
        entities = _as_remedies(entities)
    kind = next((name for name in COMPARED if name in entities), "nutrient")
    both = dict.fromkeys((*before.earlier.get(kind, ()), *entities.get(kind, ())))
    return COMPARED[kind], {**entities, kind: tuple(both)}


def _as_remedies(entities: Facts) -> Facts:
    """The names with foods that are also treatments (mustard) as such."""
    foods = entities.get("food", ())
    named = (*entities.get("remedy", ()), *(name for name in foods if name in knowledge().remedies))
    rest = {name: values for name, values in entities.items() if name != "food"}
    return {**rest, "remedy": named} if named else entities
