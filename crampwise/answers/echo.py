"""Says for whom an answer is, where what was told of that person has shaped it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from crampwise.answers.types import NOBODY, Answer, Profile, Question


def shaping(answer_of: Callable[[Question], Answer], question: Question, told: Profile) -> Profile:
    """The part of `told` without which the answer to `question` would be another.

    Found by leaving out one fact after the other: so no kind of answer has to say what it used. If
    several facts each suffice (two medicines with one warning), all of them count.
    """
    answer = answer_of(question)
    if (answer.status != "answered" and not answer.led) or told == NOBODY:
        return NOBODY
    counting = NOBODY
    for fact in _facts(told):
        if answer_of(replace(question, profile=_without(question.profile, fact))) != answer:
            counting = _joined(counting, fact)
    if counting == NOBODY and answer_of(replace(question, profile=NOBODY)) != answer:
        return told
    return replace(counting, called=told.called) if counting != NOBODY else counting


def _facts(profile: Profile) -> Iterator[Profile]:
    """Each medicine, each condition, who the person is, and their diet."""
    yield from (Profile(medicines=(name,)) for name in profile.medicines)
    yield from (Profile(conditions=(name,)) for name in profile.conditions)
    who = Profile(life_stage=profile.life_stage, age=profile.age, sex=profile.sex)
    yield from (fact for fact in (who, Profile(diet=profile.diet)) if fact != NOBODY)


def _without(profile: Profile, fact: Profile) -> Profile:
    return Profile(
        medicines=tuple(name for name in profile.medicines if name not in fact.medicines),
        conditions=tuple(name for name in profile.conditions if name not in fact.conditions),
        life_stage=None if fact.life_stage else profile.life_stage,
        age=None if fact.age is not None else profile.age,
        sex=None if fact.sex else profile.sex,
        diet=None if fact.diet else profile.diet,
    )


def _joined(one: Profile, other: Profile) -> Profile:
    return Profile(
        medicines=one.medicines + other.medicines,
        conditions=one.conditions + other.conditions,
        life_stage=one.life_stage or other.life_stage,
        age=other.age if one.age is None else one.age,
        sex=one.sex or other.sex,
        diet=one.diet or other.diet,
    )
