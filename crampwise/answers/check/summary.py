"""The end of a cramp check: a summary, a plan, and a note for the doctor. Never a diagnosis."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.amounts import sentence
from crampwise.answers.check.findings import Finding, Replies, advice, findings
from crampwise.answers.check.reading import NONE, UNKNOWN, Reply
from crampwise.answers.passages import MAX_SOURCES, choice, source_refs
from crampwise.answers.types import NOBODY, Answer, Choice, Note, Profile, Table
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Fact
from crampwise.knowledge.talk import CheckQuestion
from crampwise.people.describing import described, names

MAX_FINDINGS = 5
MAX_TRIED = 3
MAX_ASKED = 3


def summary(knowledge: Knowledge, replies: Replies, profile: Profile = NOBODY) -> Answer:
    """What may play a part, and how strong each link is."""
    words = knowledge.wording
    found = findings(knowledge, replies, profile)[:MAX_FINDINGS]
    if not found:
        causes = knowledge.topics["causes"].passage.short
        return Answer(
            topic="check.summary",
            short=words["check_nothing"],
            details=(causes.text,),
            sources=source_refs(knowledge, causes.sources),
        )
    ids = [finding.sources[0] for finding in found]
    return Answer(
        topic="check.summary",
        short=words["check_summary"],
        details=tuple(_line(knowledge, finding) for finding in found),
        sources=source_refs(knowledge, ids)[:MAX_SOURCES],
        table=Table(
            words["check_table"],
            (words["check_column_part"], words["check_column_link"]),
            tuple((sentence(f.name), words[f"grade_{f.grade}"]) for f in found),
        ),
    )


def plan(knowledge: Knowledge, replies: Replies) -> Answer:
    """What to try first, what to ask, and whether to go soon; with the way to the note."""
    words, known = knowledge.wording, knowledge.cramp_check.advice
    first = advice(knowledge, known.first, replies)[:MAX_TRIED]
    asked = advice(knowledge, known.ask, replies)[:MAX_ASKED]
    soon = advice(knowledge, known.soon, replies)
    doctor = knowledge.topics["see_doctor"].passage.short
    short = words["check_soon"].format(reason=soon[0].text) if soon else words["check_no_hurry"]
    details = (
        *(fact.text for fact in soon[1:2]),
        words["check_first"].format(text=" ".join(fact.text for fact in first)),
        words["check_ask"].format(text=" ".join(fact.text for fact in asked)),
        doctor.text,
    )
    ids = [fact.sources[0] for fact in (*soon, *first, *asked, doctor)]
    return Answer(
        topic="check.plan",
        short=short,
        details=details,
        sources=source_refs(knowledge, ids)[:MAX_SOURCES],
        follow_ups=(Choice(words["ask_note"], "doctor_note"), choice(knowledge, "relief")),
        urgency="soon" if soon else None,
    )


def note(knowledge: Knowledge, replies: Replies, profile: Profile, person: str) -> Answer:
    """The check as a text to copy or print for a doctor or pharmacist."""
    words, check = knowledge.wording, knowledge.cramp_check
    lines = []
    bare = replace(profile, medicines=(), conditions=())
    who = described(knowledge, bare, person)
    if person in knowledge.people and person != "self":
        name = knowledge.people[person].name.removeprefix("your ")
        who = ", ".join(part for part in (name, who) if part)
    if who:
        lines.append(_note_line(knowledge, words["note_who"], who))
    for question in check.questions:
        reply = replies.get(question.id)
        if reply:
            text = says(knowledge, question, reply, profile)
            lines.append(_note_line(knowledge, question.note, text))
    found = findings(knowledge, replies, profile)[:MAX_FINDINGS]
    for finding in found:
        strength = words[f"grade_{finding.grade}"].lower()
        text = words["note_part"].format(name=finding.name, grade=strength)
        lines.append(_note_line(knowledge, words["note_may"], text))
    asked: list[Fact] = advice(knowledge, check.advice.ask, replies)[:MAX_ASKED]
    lines += [_note_line(knowledge, words["note_ask"], fact.text) for fact in asked]
    lines.append(words["note_end"])
    ids = [finding.sources[0] for finding in found] + [fact.sources[0] for fact in asked]
    return Answer(
        topic="check.note",
        short=words["note_short"],
        note=Note(words["note_title"], tuple(lines)),
        sources=source_refs(knowledge, ids)[:MAX_SOURCES],
    )


def says(knowledge: Knowledge, question: CheckQuestion, reply: Reply, profile: Profile) -> str:
    """A reply in the words of the note, medicines by the names that `profile` was told."""
    words = knowledge.wording
    texts = []
    for value in reply.values:
        if value in (NONE, UNKNOWN):
            texts.append(words[f"check_{value}"])
        elif value in question.answers:
            texts.append(question.answers[value].says)
        elif value in knowledge.medicines:
            texts.extend(names(knowledge, profile, value))
        elif value in knowledge.conditions:
            texts.append(knowledge.conditions[value].name)
    if reply.words:
        texts.append(words["check_words"].format(text=reply.words))
    return ", ".join(texts)


def _note_line(knowledge: Knowledge, name: str, text: str) -> str:
    return knowledge.wording["note_line"].format(name=name, text=sentence(text))


def _line(knowledge: Knowledge, finding: Finding) -> str:
    return knowledge.wording["check_line"].format(
        name=sentence(finding.name),
        grade=knowledge.wording[f"grade_{finding.grade}"].lower(),
        text=finding.text,
    )
