"""From a turn to its answers: at most two, and each saying for whom it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from actions.several import parts
from actions.turn import Turn
from crampwise.answers import asking_back, heeding
from crampwise.answers.cautions import MAX_CAUTIONS
from crampwise.answers.core import Answers
from crampwise.answers.echo import shaping
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.shared import knowledge, once
from crampwise.people.describing import addressed
from crampwise.people.everybody import EVERYBODY
from crampwise.people.known import Known

MOST_BESIDES = 2  # cautions that go with an answer on something graver


@once
def answers() -> Answers:
    """The core over this process's knowledge base."""
    return Answers(knowledge())


def replies(turn: Turn, text: str) -> tuple[Answer, ...]:
    """The answers to a turn; two only when two things were asked and both are known."""
    question = turn.question
    back = asking_back.answer(knowledge(), question)
    if back:
        return (back,)
    found = [reply(turn, part) for part in parts(question, text)]
    both = [answer for answer in found if answer.status == "answered"]
    distinct = {answer.topic: answer for answer in both}
    return tuple(distinct.values()) if len(distinct) > 1 else (reply(turn, question),)


def changes(turn: Turn, earlier: Known) -> bool:
    """Whether what the message told makes the answer another than it would have been before."""
    before = replace(turn.question, profile=earlier.profile(turn.question.person))
    return answers().answer(before) != answers().answer(turn.question)


def reply(turn: Turn, question: Question) -> Answer:
    """One answer, opened by the words for whom it is where that has shaped it."""
    return _opened(turn, question, answers().answer)


def led(turn: Turn, answer: Answer) -> Answer:
    """What is no answer of the core (thanks for what was told), after what must be heard first."""
    return _opened(
        turn, turn.question, lambda question: heeding.heeded(knowledge(), answer, question)
    )


def caution(turn: Turn) -> Answer | None:
    """What must be heard of the newest message though it asks nothing; None without."""
    found = reply(turn, replace(turn.question, confidence=0.0))
    return found if found.led else None


def cautions(turn: Turn) -> tuple[str, ...]:
    """What must be heard of a supplement named in the newest message, by this person."""
    found = caution(turn)
    return (found.short, *found.cautions)[:MOST_BESIDES] if found else ()


def _opened(turn: Turn, question: Question, answer_of: Callable[[Question], Answer]) -> Answer:
    answer, told = answer_of(question), turn.known.profile(question.person)
    if question.person == EVERYBODY:
        # Each caution says whom it is for; with the one that leads they are as many as for one.
        return replace(answer, cautions=answer.cautions[: MAX_CAUTIONS - answer.led])
    if answer.led and answer_of(replace(question, profile=told)).short != answer.short:
        return answer  # led by what may hold of them, though it was told of another
    shaped_by = shaping(answer_of, question, told)
    asked = question.all("medicine")
    if answer.topic.startswith("medicine.") and not answer.led and asked:
        # It speaks of the medicine asked about; another one told of only added a caution below.
        mine = tuple(name for name in shaped_by.medicines if name in asked)
        shaped_by = replace(shaped_by, medicines=mine)
    opening = addressed(knowledge(), shaped_by, question.person)
    return replace(answer, short=f"{opening}: {answer.short}") if opening else answer
