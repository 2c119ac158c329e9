"""Makes a `Turn` of a tracker: what is asked, of whom, and what is known of people by now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import besides, memory, message, supposing, unasked
from actions.choosing import chosen
from actions.cues import cue
from actions.leaning import asks_of_another, completed, leant, of_medicine_told
from actions.memory import Before, asked_of
from actions.naming import only_named
from actions.taker import of_taker
from actions.weighing import weighed
from crampwise.answers.eaten import EatenReader
from crampwise.answers.named import together
from crampwise.answers.types import Question
from crampwise.knowledge.shared import knowledge, once
from crampwise.people import People, Told, everybody, read
from crampwise.people.correcting import corrects_former
from crampwise.people.known import Known, is_pregnant, merged
from crampwise.people.told import FACTS, INFANT, Facts, of_the_unborn, taken_back, taking

TAKEN = frozenset({"supplements", "interactions"})
TELLING = frozenset({"tell_profile"})


@dataclass(frozen=True)
class Turn:
    """A message understood in its conversation.

    `known` is what is known of people after it; `before` the question before, which the message
    needs to be whole if it `leans`.
    """

    question: Question
    known: Known
    told: Told
    before: Before | None
    leans: bool

    def events(self, answered: bool) -> list[EventType]:
        """The slots after the turn; an answered question is the one that the next may lean on."""
        events = [SlotSet("people", self.known.stored())]
        if answered:
            kept = memory.remembered(self.question, self.before, leans=self.leans)
            events.append(SlotSet("last_question", kept))
        return events


def understood(tracker: Tracker) -> Turn:
    """The newest message, with what earlier turns told and what it leans on."""
    text, before = message.text_of(tracker), memory.before(tracker)
    question = unasked.less_asides(message.alone(tracker), text, message.mentions(tracker))
    question = unasked.less_nobodys(question, text, message.mentions(tracker))
    question = unasked.for_a_baby(question, text)
    if message.is_button(tracker):
        return _turn(tracker, question)  # says all it means
    other = offered(tracker)
    if other:
        return other
    foods = _eaten().read(text, message.mentions(tracker))
    if foods and not question.red_flag:
        summed = replace(question, intent="food_content", confidence=1.0, eaten=foods)
        return _turn(tracker, summed)
    bare = message.without_names(tracker)
    whole = (
        weighed(question, text, message.newest_products(tracker), message.spoke_of_unknown(tracker))
        or of_taker(question, text, before)
        or of_medicine_told(question, text, message.medicines_just_told(tracker))
        or besides.more_of(question, text, before)
        or besides.of_lately(question, text, before)
        or completed(question, text, bare, before)
        or besides.of_it(question, text, before)
        or besides.together(question, text)
        or besides.of_food(question, message.newest_products(tracker))
    )
    return _turn(tracker, whole or only_named(question, bare) or question, leans=whole is not None)


def asked_besides(tracker: Tracker) -> Turn | None:
    """The question in a message that was taken for one that only tells; None without one."""
    text, before = message.text_of(tracker), memory.before(tracker)
    question = besides.asked(message.alone(tracker), text)
    if question is None:
        return None
    whole = besides.of_it(question, text, before)
    return _turn(tracker, whole or question, leans=whole is not None)


def offered(tracker: Tracker) -> Turn | None:
    """The question behind the button that "the second one" means; None without one."""
    question = (
        None if message.alone(tracker).red_flag else chosen(message.text_of(tracker), tracker)
    )
    return picked(tracker, question) if question else None


def picked(tracker: Tracker, question: Question) -> Turn:
    """The question behind a button that was picked in words."""
    facts = {name: values for name, values in question.entities.items() if name in FACTS}
    return _turn(tracker, question, supposed=facts)


def followed(tracker: Tracker) -> Turn | None:
    """A message that the understanding took for a follow-up; None when it leads nowhere."""
    alone = understood(tracker)
    if alone.question.intent not in ("follow_up", "correct"):
        return alone  # it chose a button, or summed up foods
    before = memory.before(tracker)
    question = leant(message.alone(tracker), message.text_of(tracker), before)
    if question and before:
        question = _of_both(tracker, question, before)
    return _turn(tracker, question, leans=True) if question else None


def told_and_asked(tracker: Tracker) -> Turn | None:
    """The last question, asked of somebody who is told of; None where the message only tells."""
    text, before = message.text_of(tracker), memory.before(tracker)
    alone = message.alone(tracker)
    again = of_taker(alone, text, before)
    if again:
        return _turn(tracker, again, leans=True)
    if before is None or not asks_of_another(text) or besides.stands_alone(alone, text):
        return None
    question = leant(replace(alone, readings=()), text, before)
    return _turn(tracker, question, leans=True) if question else None


def doubted(tracker: Tracker) -> Turn | None:
    """The last question, asked for its reason: "why not", "are you sure"; None for anything else.

    What is not to be taken with a medicine is explained by the two together.
    """
    text, before = message.text_of(tracker), memory.before(tracker)
    if before is None or cue(text) not in ("why", "evidence"):
        return None
    alone = replace(message.alone(tracker), intent="follow_up", entities={}, readings=())
    question = leant(alone, text, before)
    return _turn(tracker, _of_both(tracker, question, before), leans=True) if question else None


def _of_both(tracker: Tracker, question: Question, before: Before) -> Question:
    """The reason for "not with your medicine" lies in the two together, where that is known."""
    if cue(message.text_of(tracker)) != "why" or before.intent not in TAKEN:
        return question
    both = replace(question, intent="interactions", profile=memory.known(tracker).profile())
    found = together(knowledge(), both, both.all("nutrient"), told_before=True)
    return replace(question, intent="interactions") if found else question


def again(tracker: Tracker) -> Turn | None:
    """The question answered last, as it was understood; None at the start."""
    before = memory.before(tracker)
    if before is None:
        return None
    return _turn(tracker, Question(before.intent, entities=before.entities), leans=True)


def _turn(
    tracker: Tracker, question: Question, leans: bool = False, supposed: Facts | None = None
) -> Turn:
    """Adds whom it is about, and what is known or supposed of them."""
    before = memory.before(tracker)
    told = told_in(tracker)
    known = memory.known(tracker).after(told)
    profile = known.profile()
    if before and leans and not told.person:
        profile = merged(profile, before.supposed)
    profile = merged(profile, {} if told.person else asked_of(question, before))
    profile = merged(profile, supposed or told.supposed)
    if memory.of_product(question) and not told.denied:
        profile = supposing.supposed(tracker, people(), known, profile, bool(told.person))
    profile = supposing.less_pregnancy_of_a_man(profile, known.profile())
    if is_pregnant(profile) and profile.life_stage != INFANT:
        question = unasked.less(question, "life_stage", INFANT)  # "the baby" is not born yet
    question = unasked.expecting_another(question, message.text_of(tracker), told)
    question = unasked.with_own_diet(question, told.facts.get(known.person, {}))
    person = known.person
    if everybody.of_all(message.text_of(tracker)):
        profile, person = everybody.together(known, profile), everybody.EVERYBODY
    question = replace(question, profile=profile, person=person)
    return Turn(question, known, told, before, leans)


def told_in(tracker: Tracker) -> Told:
    """What the newest message tells of people, whatever it asks."""
    earlier, before = memory.known(tracker), memory.before(tracker)
    told = read(
        people(),
        message.text_of(tracker),
        message.mentions(tracker),
        earlier.lately,
        telling=message.alone(tracker).intent in TELLING,
        unnamed=message.tellings(tracker),
    )
    expecting = any(map(is_pregnant, earlier.after(told).profiles.values()))
    told = of_the_unborn(told, message.text_of(tracker), expecting)
    if corrects_former(message.text_of(tracker)):
        told = taken_back(told, earlier.person, message.named_before(tracker))
    medicines = before.entities.get("medicine", ()) if before else earlier.profile().medicines
    return taking(told, message.text_of(tracker), medicines[-1:])


@once
def people() -> People:
    return People(knowledge().people)


@once
def _eaten() -> EatenReader:
    return EatenReader(knowledge())
