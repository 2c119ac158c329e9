"""The answer to a danger sign: what to do now, and nothing else."""

from __future__ import annotations

from crampwise.answers.passages import source_refs
from crampwise.answers.types import Answer, Call
from crampwise.knowledge.base import Knowledge

UNSPECIFIED = "possible_danger"  # the flag for a report of danger that no rule could name


def answer(knowledge: Knowledge, flag_id: str) -> Answer:
    """What to do about the red flag `flag_id`; it stands alone, with no way on to other topics."""
    flag = knowledge.red_flags.get(flag_id) or knowledge.red_flags[UNSPECIFIED]
    sources = [*flag.answer.sources, *(s for detail in flag.details for s in detail.sources)]
    return Answer(
        topic=f"red_flag.{flag.id}",
        status="safety",
        short=flag.answer.text,
        details=tuple(detail.text for detail in flag.details),
        sources=source_refs(knowledge, sources),
        urgency=flag.level,
        calls=tuple(
            Call(contact.label, contact.tel)
            for name in flag.calls
            for contact in knowledge.contacts[name]
        ),
    )
