"""What this person must hear of what they named, whatever the question was taken for.

A person on ramipril who writes "a potassium drink in the evenings" must read the caution, also
where the bot did not understand, or took it for a question on food: one rule for all answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from crampwise.answers import eating
from crampwise.answers.cautions import below, concerns, led_by, members
from crampwise.answers.foods import named
from crampwise.answers.types import Answer, Profile, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Audience, Caution, Fact

BORROWED = "borrowed_medicine"  # the caution on tablets that were prescribed to somebody else
GENERAL = "general_supplement"  # says whom to ask before any supplement
# The same, and why, for those who told of a medicine or an illness that nothing more is known of.
ANY_MEDICINE, ANY_ILLNESS = "any_medicine", "any_illness"
MOST_IN_NET = 2  # cautions for this person that go with one of these, though nothing was named
ABOUT_TAKING = frozenset({"supplements", "dose", "interactions", "too_much"})
# Lists of foods are not about taking something: there the cautions on supplements stand below.
LISTS = ("foods", ".foods")
OF_ONE = ("medicine.", "condition.")  # topics that speak of what the caution itself is for


def heeded(knowledge: Knowledge, answer: Answer, question: Question) -> Answer:
    """`answer` led by the cautions on what was named that concern this person.

    Next come what their medicines do with it. Where the answer speaks of just that, or lists
    foods, they stand below; as is where there is nothing to say.
    """
    if answer.status == "safety":
        return answer
    if answer.status != "answered" and _told_of_it(question):
        question = replace(question, taking=True)
    if question.borrowed:
        lent = [knowledge.cautions[BORROWED], *_for_everybody(knowledge, answer, question)]
        return led_by(knowledge, answer, lent)
    mine = [*_cautions(knowledge, answer, question), *_for_everybody(knowledge, answer, question)]
    told = [fact for fact in pairs(knowledge, question) if fact.text not in _said(answer)]
    whom = [knowledge.cautions[GENERAL]] if told else []
    warnings: list[Caution | Fact] = [*mine[:1], *told, *mine[1:], *whom]
    if not warnings:
        net = () if answer.led else net_for(knowledge, question)
        if net and answer.status != "answered":
            return led_by(knowledge, answer, net)
        missed = answer.status in ("unknown", "unsure") or answer.topic.endswith(LISTS)
        unanswered = question.taking and missed
        general = [knowledge.cautions[GENERAL]] if unanswered else []
        if unanswered and not net:
            general[:0] = _gravest(knowledge, question)
        # Of a product nobody knows what it holds: then the gravest for this person is said, too.
        said = net[: 1 if _nutrients(knowledge, question) else 2]
        return below(knowledge, answer, [*_added_up(knowledge, question), *said, *general])
    if not mine:
        warnings.extend(net_for(knowledge, question)[:1])
    a_list = answer.topic.endswith(LISTS) and not question.taking
    if answer.led or a_list or _of_what_it_holds(knowledge, answer, question):
        return below(knowledge, answer, warnings)
    if answer.topic.startswith(OF_ONE):
        subject = (answer.topic.split(".")[1],)
        itself = Profile(medicines=subject, conditions=subject)
        # Of the medicine asked about: what holds for another one told of is another question.
        asked = answer.topic.startswith("medicine.") and question.all("medicine")
        if asked or all(concerns(knowledge, caution, itself) for caution in mine):
            return below(knowledge, answer, warnings)
    return led_by(knowledge, answer, warnings)


def net_for(knowledge: Knowledge, question: Question) -> tuple[Caution, ...]:
    """Whom to ask before taking anything, and why, for whoever told of a medicine or an illness.

    Empty for others, and where the message speaks of taking nothing.
    """
    profile = question.profile
    if not question.taking or question.eaten or profile == Profile():
        return ()
    of_any = [c for c in knowledge.cautions.values() if not c.named_only]
    mine = [caution for caution in of_any if concerns(knowledge, caution, profile)]
    weighty = {illness for c in knowledge.cautions.values() for illness in c.for_whom.conditions}
    of_all = [caution for caution in mine if not caution.nutrients]
    if profile.medicines:
        first = [knowledge.cautions[ANY_MEDICINE]]
    elif weighty & set(profile.conditions) and not of_all:
        first = [knowledge.cautions[ANY_ILLNESS]]
    else:
        first = []
    return tuple(dict.fromkeys((*of_all, *first, *mine)))[: len(of_all) + len(first) + MOST_IN_NET]


def pairs(knowledge: Knowledge, question: Question) -> Iterator[Fact]:
    """What each medicine told of does with each nutrient named, or with what a product holds."""
    for told in question.profile.medicines:
        for nutrient in _nutrients(knowledge, question):
            held = (nutrient, *knowledge.nutrients[nutrient].members)
            known = (
                knowledge.medicines[name].with_nutrient[one].short
                for one in held
                for name in knowledge.medicine_line(told)
                if one in knowledge.medicines[name].with_nutrient
            )
            yield from list(known)[:1]


def _cautions(knowledge: Knowledge, answer: Answer, question: Question) -> Iterator[Caution]:
    """The cautions that concern this person: on nutrients and remedies named, or on any."""
    nutrients = members(knowledge, _nutrients(knowledge, question))
    of_remedies = {
        caution
        for name in _remedies(knowledge, question)
        for caution in knowledge.remedies[name].about.cautions
    }
    if answer.status != "answered" and named(knowledge, question):
        yield from eating.cautions(knowledge, question)
    unclear = answer.status != "answered" or answer.topic.startswith("compare")
    swallowed = question.taking and nutrients and answer.topic.startswith(("remedy.", "food."))
    taking = swallowed or (
        unclear and (nutrients or question.intent in ABOUT_TAKING or question.taking)
    )
    for caution in knowledge.cautions.values():
        meant = nutrients & set(caution.nutrients) or caution.id in of_remedies
        general = not caution.nutrients and not caution.named_only
        if (meant or (taking and general)) and concerns(knowledge, caution, question.profile):
            yield caution


def _of_what_it_holds(knowledge: Knowledge, answer: Answer, question: Question) -> bool:
    """Whether "magnesium in walnuts" was asked for, rather than iron taken along with coffee."""
    columns = knowledge.portions.columns
    asked = tuple(name for name in _nutrients(knowledge, question) if name in columns)
    eaten = [knowledge.foods[name] for name in named(knowledge, question)]
    held = asked and any(eating.holds(knowledge, food, asked) for food in eaten)
    return answer.topic.startswith("food.") and bool(held)


def _added_up(knowledge: Knowledge, question: Question) -> Iterable[Caution]:
    """The cautions on what several products may hold at once, where two or more were named.

    One that is to be taken comes on top of those spoken of just before.
    """
    lately = tuple(map(str, question.lately.get("nutrient", ()))) if question.taking else ()
    products = dict.fromkeys((*_nutrients(knowledge, question), *lately))
    if len(products) < 2:
        return ()
    held = members(knowledge, tuple(products))
    cautions = knowledge.cautions.values()
    return [c for c in cautions if c.adds_up and held & set(c.nutrients)]


def _gravest(knowledge: Knowledge, question: Question) -> list[Caution]:
    """The first caution on the nutrient named, for a person of whom nothing is known to weigh.

    Who told of a rare illness, by a name that nobody knows here, may find it in there.
    """
    first = _nutrients(knowledge, question)[:1]
    return [c for c in knowledge.cautions.values() if first and c.nutrients[:1] == first][:1]


def _nutrients(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    """The nutrients named, in this message or by what it means, and those of products named."""
    remedies = (knowledge.remedies[name].holds for name in _remedies(knowledge, question))
    medicines = (m for name in question.all("medicine") if (m := knowledge.medicines.get(name)))
    held = chain(*remedies, *(medicine.holds for medicine in medicines))
    named = (*_meant(question, "nutrient"), *held)
    return tuple(dict.fromkeys(name for name in named if name in knowledge.nutrients))


def _remedies(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    named = (*_meant(question, "remedy"), *question.all("food"))
    return tuple(name for name in named if name in knowledge.remedies)


def _told_of_it(question: Question) -> bool:
    """Whether an illness or medicine was told right after a product was spoken of."""
    told = any(question.all(kind) for kind in ("medicine", "condition"))
    return told and bool(question.lately) and _bare(question)


def _bare(question: Question) -> bool:
    return not any(question.entities.get(kind) for kind in ("nutrient", "remedy"))


def _meant(question: Question, entity: str) -> tuple[str, ...]:
    """What is named of a kind; of a message that takes "it", what was named just before."""
    lately = question.lately.get(entity, ()) if question.taking and _bare(question) else ()
    return (*question.all(entity), *dict.fromkeys(map(str, lately)))


def _for_everybody(knowledge: Knowledge, answer: Answer, question: Question) -> Iterator[Caution]:
    """What holds for everybody of a remedy that is to be taken, where no answer says it."""
    if answer.status == "answered" or not question.taking:
        return
    for name in _remedies(knowledge, question):
        cautions = (knowledge.cautions[c] for c in knowledge.remedies[name].about.cautions)
        yield from (caution for caution in cautions if caution.for_whom == Audience())


def _said(answer: Answer) -> tuple[str, ...]:
    return (answer.short, *answer.details, *answer.cautions)
