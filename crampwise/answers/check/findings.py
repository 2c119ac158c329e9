"""What the answers of a cramp check lead to: what may play a part, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crampwise.answers.check.reading import NONE, UNKNOWN, Reply
from crampwise.answers.types import NOBODY, Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Fact, Passage
from crampwise.knowledge.sentences import sentences
from crampwise.knowledge.talk import Advice
from crampwise.people.describing import listed, names

Replies = Mapping[str, Reply]  # by question
STRENGTH = ("good", "some", "weak")  # grades of a link, the strongest first
ANY = "any"  # in a condition on one of the two below: whatever was told, if something was
OF_ANYTHING = ("medicines", "conditions")  # for "when", "any" is an answer: at any time


@dataclass(frozen=True)
class Finding:
    """Something that may play a part, how strong its link with cramps is, and what is known."""

    name: str
    grade: str
    text: str
    sources: tuple[str, ...]


def findings(knowledge: Knowledge, replies: Replies, profile: Profile = NOBODY) -> list[Finding]:
    """What may play a part, the strongest link first; medicines by the names `profile` was told."""
    check = knowledge.cramp_check
    found = [
        Finding(factor.name, factor.grade, factor.text, factor.sources)
        for factor in check.factors
        if fits(knowledge, factor, replies)
    ]
    for question, things in (
        ("medicines", knowledge.medicines),
        ("conditions", knowledge.conditions),
    ):
        for name in told(replies, question):
            thing = things.get(name)  # type: ignore[attr-defined]
            if thing is not None and name not in check.unlinked:
                called = thing.name
                if question == "medicines":
                    called = listed(knowledge, names(knowledge, profile, name))
                found.extend(_of(called, thing.about))
    unique = {finding.name: finding for finding in found}.values()
    return sorted(unique, key=lambda finding: STRENGTH.index(finding.grade))


def advice(knowledge: Knowledge, kind: tuple[Advice, ...], replies: Replies) -> list[Fact]:
    """The advice of one kind that fits the answers, each once."""
    fitting = [advice for advice in kind if fits(knowledge, advice, replies)]
    return list({advice.text: advice for advice in fitting}.values())


def fits(knowledge: Knowledge, advice: Advice, replies: Replies) -> bool:
    """Whether one of the values of every question named was answered."""
    return all(
        bool(_values(knowledge, question, replies) & set(values))
        for question, values in advice.when.items()
    )


def flagged(knowledge: Knowledge, replies: Replies) -> str | None:
    """The red flag that an answer raises; None when none does."""
    for question in knowledge.cramp_check.questions:
        for value in told(replies, question.id):
            answer = question.answers.get(value)
            if answer and answer.flag:
                return answer.flag
    return None


def told(replies: Replies, question: str) -> tuple[str, ...]:
    """What was answered, without "none" and "don't know"."""
    reply = replies.get(question)
    values = reply.values if reply else ()
    return tuple(value for value in values if value not in (NONE, UNKNOWN))


def _values(knowledge: Knowledge, question: str, replies: Replies) -> set[str]:
    values = set(told(replies, question))
    if question == "medicines":
        values |= {name for value in values for name in knowledge.medicine_line(value)}
    reply = replies.get(question)
    if question in OF_ANYTHING and (values or (reply and reply.words)):
        values.add(ANY)
    return values


def _of(name: str, about: Passage) -> list[Finding]:
    """What is known of a medicine or an illness, where its link with cramps was graded."""
    if about.evidence is None or about.evidence.grade not in STRENGTH:
        return []
    claim = sentences(about.short.text)[0]
    return [Finding(name, about.evidence.grade, claim, about.short.sources)]
