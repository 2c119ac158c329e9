"""What this person must hear of what they named, whatever the question was taken for.

A person on ramipril who writes "a potassium drink in the evenings" must read the caution, also
where the bot did not understand, or took it for a question on food: one rule for all answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from crampwise.answers import eating
from crampwise.answers.cautions import ABOUT_TAKING, below, concerns, led_by, members, nearest_first
from crampwise.answers.foods import named as foods_named
from crampwise.answers.meant import bare, nutrients, remedies, told_of_it
from crampwise.answers.net import ANY_ILLNESS, ANY_MEDICINE, gravest, naming, net_for
from crampwise.answers.types import Answer, Profile, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Audience, Caution, Fact, Passage

BORROWED = "borrowed_medicine"  # the caution on tablets that were prescribed to somebody else
GENERAL = "general_supplement"  # says whom to ask before any supplement
# Lists of foods are not about taking something: there the cautions on supplements stand below.
LISTS = ("foods", ".foods")
CLASHES = ".interactions"  # topics on what a nutrient does with medicines in general
IN_GENERAL = "too_much"  # the topic on what may be too much, of nothing in particular
OF_ONE = ("medicine.", "condition.")  # topics that speak of what the caution itself is for


def heeded(knowledge: Knowledge, answer: Answer, question: Question) -> Answer:
    """`answer` led by the cautions on what was named that concern this person.

    Next come what their medicines do with it. Where the answer speaks of just that, or lists
    foods, they stand below; as is where there is nothing to say.
    """
    if answer.status == "safety":
        return answer
    if told_of_it(question) and (answer.status != "answered" or answer.topic.startswith(OF_ONE)):
        question = replace(question, taking=True)
    if question.borrowed:
        lent = [knowledge.cautions[BORROWED], *_for_everybody(knowledge, answer, question)]
        return led_by(knowledge, answer, [*lent, *_cautions(knowledge, answer, question)])
    meant = nutrients(knowledge, question)
    mine = [
        *nearest_first(knowledge, _cautions(knowledge, answer, question), meant),
        *_for_everybody(knowledge, answer, question),
    ]
    known = [*pairs(knowledge, question)] or ([] if mine else [*of_illnesses(knowledge, question)])
    told = [fact for fact in known if fact.text not in _said(answer)]
    whom = [knowledge.cautions[GENERAL]] if told else []
    # That one should ask goes behind what is known.
    last = [caution for caution in mine if told and caution.id in (ANY_ILLNESS, ANY_MEDICINE)]
    first = [caution for caution in mine if caution not in last]
    warnings: list[Caution | Fact] = [*first[:1], *told, *first[1:], *last, *whom]
    only_to_ask = not told and {caution.id for caution in mine} <= {ANY_ILLNESS, ANY_MEDICINE}
    if not warnings or (only_to_ask and not answer.led and question.profile.medicines):
        return _in_general(knowledge, answer, question)
    if not mine:
        named = bool(nutrients(knowledge, question))
        warnings.extend(net_for(knowledge, question, named)[:1])
    a_list = answer.topic.endswith(LISTS) and not question.taking
    if answer.led and answer.short == knowledge.cautions[ANY_ILLNESS].text and (first or told):
        answer = replace(answer, short=answer.details[0], details=answer.details[1:], led=False)
    if answer.led or a_list or _of_what_it_holds(knowledge, answer, question):
        return below(knowledge, answer, warnings)
    takes_named = question.taking and not bare(question) and answer.topic.count(".") == 1
    if answer.topic.startswith(OF_ONE) and not takes_named:
        subject = (answer.topic.split(".")[1],)
        itself = Profile(medicines=subject, conditions=subject)
        # Of the medicine asked about: what holds for another one told of is another question.
        asked = answer.topic.startswith("medicine.") and question.all("medicine")
        if asked or all(concerns(knowledge, caution, itself) for caution in mine):
            return below(knowledge, answer, warnings)
    return led_by(knowledge, answer, warnings)


def _in_general(knowledge: Knowledge, answer: Answer, question: Question) -> Answer:
    """`answer` with whom to ask, where nothing is known of what was named for this person."""
    products = nutrients(knowledge, question)
    named = products or any(knowledge.remedies[r].taken for r in remedies(knowledge, question))
    net = () if answer.led else net_for(knowledge, question, bool(named))
    herbs = tuple(r for r in remedies(knowledge, question) if knowledge.remedies[r].herbal)
    titles = [knowledge.nutrients[name].name for name in products]
    titles += [knowledge.remedies[name].name for name in herbs]
    net = naming(knowledge, net, question.profile, titles, " ".join(_said(answer)))
    if net and (answer.status != "answered" or answer.topic.endswith(CLASHES) or herbs):
        return led_by(knowledge, answer, net)
    missed = answer.status in ("unknown", "unsure") or answer.topic.endswith(LISTS)
    unanswered = question.taking and missed
    general = [knowledge.cautions[GENERAL]] if unanswered else []
    if unanswered and not net:
        general[:0] = gravest(knowledge, products)
    # Of a product nobody knows what it holds: then the gravest for this person is said, too.
    said = net[: 1 if named else 2]
    return below(knowledge, answer, [*_added_up(knowledge, question), *said, *general])


def pairs(knowledge: Knowledge, question: Question) -> Iterator[Fact]:
    """What each medicine told of does with each nutrient named, or with what a product holds."""
    for told in question.profile.medicines:
        line = knowledge.medicine_line(told)
        yield from _of_named(
            knowledge, question, [knowledge.medicines[name].with_nutrient for name in line]
        )


def of_illnesses(knowledge: Knowledge, question: Question) -> Iterator[Fact]:
    """What is known of each nutrient to be taken with each illness told of."""
    for told in question.profile.conditions if question.taking else ():
        illness = knowledge.conditions.get(told)
        yield from _of_named(knowledge, question, [illness.with_nutrient] if illness else [])


def _of_named(
    knowledge: Knowledge, question: Question, known: Sequence[Mapping[str, Passage]]
) -> Iterator[Fact]:
    """The first that is `known` of each nutrient named, or of what it holds."""
    for nutrient in nutrients(knowledge, question):
        held = (nutrient, *knowledge.nutrients[nutrient].members)
        facts = (passages[one].short for one in held for passages in known if one in passages)
        yield from islice(facts, 1)


def _cautions(knowledge: Knowledge, answer: Answer, question: Question) -> Iterator[Caution]:
    """The cautions that concern this person: on nutrients and remedies named, or on any."""
    held = members(knowledge, nutrients(knowledge, question))
    of_remedies = {
        caution
        for name in remedies(knowledge, question)
        for caution in knowledge.remedies[name].about.cautions
    }
    of_food = answer.status == "answered" and not answer.topic.startswith((*OF_ONE, IN_GENERAL))
    if not of_food and foods_named(knowledge, question):
        yield from eating.cautions(knowledge, question)
    unclear = answer.status != "answered" or answer.topic.startswith("compare")
    taking = question.taking or (unclear and (held or question.intent in ABOUT_TAKING))
    for caution in knowledge.cautions.values():
        meant = held & set(caution.nutrients) or caution.id in of_remedies
        general = not caution.nutrients and not caution.named_only
        if (meant or (taking and general)) and concerns(knowledge, caution, question.profile):
            yield caution


def _of_what_it_holds(knowledge: Knowledge, answer: Answer, question: Question) -> bool:
    """Whether "magnesium in walnuts" was asked for, rather than iron taken along with coffee."""
    columns = knowledge.portions.columns
    asked = tuple(name for name in nutrients(knowledge, question) if name in columns)
    eaten = [knowledge.foods[name] for name in foods_named(knowledge, question)]
    held = asked and any(eating.holds(knowledge, food, asked) for food in eaten)
    return answer.topic.startswith("food.") and bool(held)


def _added_up(knowledge: Knowledge, question: Question) -> Iterable[Caution]:
    """The cautions on what several products may hold at once, where two or more were named.

    One that is to be taken comes on top of those spoken of just before.
    """
    lately = tuple(map(str, question.lately.get("nutrient", ()))) if question.taking else ()
    products = dict.fromkeys((*nutrients(knowledge, question), *lately))
    if len(products) < 2:
        return ()
    held = members(knowledge, tuple(products))
    cautions = knowledge.cautions.values()
    return [c for c in cautions if c.adds_up and held & set(c.nutrients)]


def _for_everybody(knowledge: Knowledge, answer: Answer, question: Question) -> Iterator[Caution]:
    """What holds for everybody of a remedy that is named, where no answer says it."""
    if answer.status == "answered" or not (question.taking or answer.status == "unknown"):
        return
    for name in remedies(knowledge, question):
        cautions = (knowledge.cautions[c] for c in knowledge.remedies[name].about.cautions)
        yield from (caution for caution in cautions if caution.for_whom == Audience())


def _said(answer: Answer) -> tuple[str, ...]:
    return (answer.short, *answer.details, *answer.cautions)
