"""Reads a message that leans on the one before: "and potassium?", "which foods?", "how much?"."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.cues import cue, leans, names_nothing
from actions.fitting import compares_nothing, cued, first_asked, fitting, kept, of_whom
from actions.memory import SUBJECTS, Before
from crampwise.answers.facets import IN_100_G
from crampwise.answers.types import Question

ELLIPSIS = 5  # words; a shorter message that names nothing speaks of what was named before
LONGEST_HANGING = 12  # words of "what about bananas, the wife says eat bananas"
LONGER_ELLIPSIS = 8  # the same for questions that make no sense without a name
NEED_A_NAME = frozenset({"dose", "too_much", "testing", "interactions", "deficiency_signs"})
# Probability from which a follow-up that names something also asks something new of it.
CLEAR_READING = 0.2
CONVERSATION = frozenset(
    {
        "greet",
        "goodbye",
        "thank",
        "affirm",
        "deny",
        "bot_challenge",
        "help",
        "smalltalk",
        "follow_up",
        "repeat_shorter",
        "tell_me_more",
        "correct",
        "tell_profile",
        "start_check",
        "stop",
        "feedback",
        "my_data",
        "forget_me",
        "human",
        "doctor_note",
        "out_of_scope",
        "red_flag",
        "nlu_fallback",
    }
)
# Questions on cramps themselves: short ones speak of a nutrient only with an "it".
OF_CRAMPS = frozenset({"timing", "causes", "relief", "prevention", "see_doctor"})
_IT = re.compile(r"\b(?:it|them|they|these|those)\b", re.IGNORECASE)
_NOT_THIS = re.compile(
    r"\b(?:not|instead of|rather than)\s+(?:the\s+|my\s+|from\s+)?[\w-]+", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r"\?|^\W*(?:and |so |ok |but )*(?:what|how) about\b|^\W*(?:and|but) (?:me|my|for)\b",
    re.IGNORECASE,
)
# "Can that cause cramps?", "could it be them?", "is it that?"
_THAT_DOES = re.compile(
    r"\b(?:can|could|does|do|is|are|might|would|may)\s+(?:that|this|it|they|those|these|them)\b"
    r"(?!.*\b(?:safe|with|take)\b)",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"^\W*(?:and |so |ok )*how much (?:is|of|does|do|has|would|in)\b", re.IGNORECASE
)
_NEEDED = re.compile(
    r"^\W*(?:but |so |and )?(?:do|does|would|should) (?:i|we|she|he|they) "
    r"(?:(?:even|really|actually|still|ever) )*need (?:it|them|that|any)\b",
    re.IGNORECASE,
)
_ENOUGH = re.compile(
    r"\b(?:is|are|was) (?:that|it|this|those|they) (?:enough|too (?:much|little))\b"
)
_IT_WITH = re.compile(r"\b(?:it|that|them|this|those)\b.*\b(?:with|together|alongside|and)\b")


def leant(question: Question, text: str, before: Before | None) -> Question | None:
    """A message that leans on the one before, read together with it.

    New names replace old ones of their kind, and those that no longer belong; a new thing to know
    ("which foods?") replaces the old. None when nothing came before and the message alone points
    nowhere.
    """
    likeliest = question.readings[0] if question.readings else None
    named = next((subject for subject in SUBJECTS[::-1] if subject in question.entities), None)
    if before is None:
        if likeliest:
            return replace(question, intent=likeliest.intent, confidence=1.0)
        return _out_of_the_blue(question, named) if named else None
    if before.eaten and named == "nutrient" and set(question.entities) <= {"nutrient", "symptom"}:
        # "And magnesium?": the same foods are added up again.
        entities = {**before.entities, **question.entities}
        return replace(
            question, intent=before.intent, confidence=1.0, entities=entities, eaten=before.eaten
        )
    if likeliest and compares_nothing(likeliest.intent, question, before.entities):
        likeliest = None
    corrects = question.intent == "correct"
    asked, told = before.intent, cue(_NOT_THIS.sub("", text))
    if named == "remedy" and leans(text):
        asked = "remedy"
    elif likeliest and (not named or likeliest.confidence >= CLEAR_READING):
        asked = likeliest.intent
    elif named:
        asked = fitting(named, question, asked, before.entities)
    elif told is None and not before.eaten:
        asked = of_whom(question, asked)
    entities = {**kept(before.entities, question, before.intent), **question.entities}
    clear = likeliest is not None and likeliest.confidence >= CLEAR_READING
    if told and (corrects or not clear):
        asked, entities = cued(told, asked, entities, before)
    if IN_100_G in question.all("amount") and "food" in entities and not named:
        asked = before.intent  # "per 100 g?"
    if asked == "nutrient_role" and named == "nutrient":
        entities.setdefault("symptom", ("cramp",))
    same = asked == before.intent and not named and told is None
    eaten = before.eaten if same else ()
    return replace(question, intent=asked, confidence=1.0, entities=entities, eaten=eaten)


def of_medicine_told(question: Question, text: str, medicines: tuple[str, ...]) -> Question | None:
    """ "Can that cause cramps?" of the `medicines` told just before; None for any other message."""
    named = any(subject in question.entities for subject in SUBJECTS)
    if not medicines or named or question.red_flag or not _THAT_DOES.search(text):
        return None
    # Of several each is asked about, by what is known of the person.
    one = {"medicine": medicines} if len(set(medicines)) == 1 else {}
    entities = {**question.entities, **one}
    return replace(question, intent="medicine_cause", confidence=1.0, entities=entities)


def asks_of_another(text: str) -> bool:
    """Whether a message that tells of somebody asks the last question of them, too."""
    return bool(_OF_ANOTHER.search(text))


def completed(question: Question, text: str, bare: str, before: Before | None) -> Question | None:
    """A question that needs the one before it to be whole; None when it stands by itself.

    `bare` is the text without the names recognised in it.
    """
    if before is None or question.red_flag:
        return None
    named = [subject for subject in SUBJECTS if subject in question.entities]
    words = len(text.split())
    if before.eaten and not named and _ENOUGH.search(text):
        entities = {**before.entities, **question.entities}
        return replace(
            question, intent=before.intent, confidence=1.0, entities=entities, eaten=before.eaten
        )
    if question.intent == "out_of_scope":
        # Short words that were taken for outside the subject, and can only go on from before.
        hangs = bool(named) and leans(text) and words <= LONGEST_HANGING
        plain = cue(text) is not None and names_nothing(bare) and words <= ELLIPSIS
        only_named = bool(named) and not bare.strip(" ?!.,")
        return leant(question, text, before) if hangs or plain or only_named else None
    if question.intent in CONVERSATION:
        return None
    if not named and "nutrient" in before.entities and _NEEDED.search(text):
        return replace(question, intent="supplements", confidence=1.0, entities=before.entities)
    if not named and question.intent == "compare_nutrients" and "form" in before.entities:
        return replace(question, intent=before.intent, confidence=1.0, entities=before.entities)
    if named and not bare.strip(" ?!.,"):
        # Nothing but a name: the same is asked of it.
        return leant(replace(question, readings=()), text, before)
    if question.intent == "food_content" and "nutrient" not in named and _HOW_MUCH.search(text):
        # "How much is in tofu?" asks of the nutrient spoken of.
        kept_on = {name: v for name, v in before.entities.items() if name == "nutrient"}
        return replace(question, entities={**kept_on, **question.entities}) if kept_on else None
    if question.intent == "dehydration" and not named and "timing" in before.entities:
        timing = {"timing": before.entities["timing"]}
        return replace(question, entities={**timing, **question.entities})
    if named:
        together = question.intent in ("supplements", "interactions")
        return _with_it(question, text, before) if together else None
    needs_a_name = question.intent in NEED_A_NAME and not (
        {"symptom", "body_part"} & set(question.entities)
    )
    of_cramps = question.intent in OF_CRAMPS or "cramp" in question.all("symptom")
    if of_cramps and not _IT.search(text):
        return None
    if words <= ELLIPSIS or (words <= LONGER_ELLIPSIS and needs_a_name):
        old = {name: values for name, values in before.entities.items() if name in SUBJECTS}
        return replace(question, entities={**old, **question.entities})
    return None


def _with_it(question: Question, text: str, before: Before) -> Question | None:
    """ "Can I take it with calcium?": the supplement spoken of before is meant as well."""
    old, new = before.entities.get("nutrient", ()), question.all("nutrient")
    if not _IT_WITH.search(text.lower()) or not old or set(old) & set(new):
        return None
    entities = {**question.entities, "nutrient": (*old[:1], *new)}
    return replace(question, intent="interactions", entities=entities)


def _out_of_the_blue(question: Question, named: str) -> Question:
    entities = dict(question.entities)
    if named == "nutrient":
        entities.setdefault("symptom", ("cramp",))
    return replace(question, intent=first_asked(question, named), confidence=1.0, entities=entities)
