"""How an answer travels through Rasa, and how it reads as plain text."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from crampwise.answers.types import Answer, Choice
from crampwise.knowledge.base import Knowledge


def payload(choice: Choice) -> str:
    """What tapping the button sends: Rasa's own form for an intent with entities."""
    entities = json.dumps(choice.entities) if choice.entities else ""
    return f"/{choice.intent}{entities}"


def buttons(answer: Answer) -> list[dict[str, str]]:
    return [{"title": option.title, "payload": payload(option)} for option in answer.follow_ups]


def body(answer: Answer, knowledge: Knowledge) -> str:
    """The answer as plain lines, without its sources: short text, whom to call, details, evidence,
    cautions, and a note in full.

    Lines are single-spaced: Rasa's channels split a text at blank lines into several messages.
    """
    lines = [answer.short]
    if answer.calls:
        lines.append(" | ".join(call.label for call in answer.calls))
    lines.extend(f"- {detail}" for detail in answer.details)
    if answer.evidence:
        lines.append(f"{answer.evidence.label}: {answer.evidence.text}")
    if answer.cautions:
        lines.append(f"{knowledge.wording['caution_heading']}:")
        lines.extend(f"- {caution}" for caution in answer.cautions)
    if answer.note:
        lines.extend((answer.note.title, *answer.note.lines))
    return "\n".join(lines)


def whole(answer: Answer, knowledge: Knowledge) -> str:
    """The answer as plain lines with its sources, for channels that have no place for them."""
    lines = [body(answer, knowledge)]
    if answer.sources:
        lines.append(f"{knowledge.wording['sources_heading']}:")
        lines.extend(f"- {source.title}: {source.url}" for source in answer.sources)
    return "\n".join(lines)


def web(answer: Answer, knowledge: Knowledge) -> dict[str, Any]:
    """The answer as the web channel's contract has it (see the design of `/chat/messages`)."""
    return {
        "text": body(answer, knowledge),
        "buttons": buttons(answer),
        "sources": [asdict(source) for source in answer.sources],
        "topic": answer.topic,
        "urgency": answer.urgency,
        "parts": {
            "short": answer.short,
            "details": list(answer.details),
            "cautions": list(answer.cautions),
            "evidence": asdict(answer.evidence) if answer.evidence else None,
            "calls": [asdict(call) for call in answer.calls],
            "table": asdict(answer.table) if answer.table else None,
            "chart": asdict(answer.chart) if answer.chart else None,
            "note": asdict(answer.note) if answer.note else None,
        },
    }
