"""Puts the report together as one page that needs nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path
from string import Template

from crampwise.report.grouping import Phrase
from crampwise.report.plots import SEVERE_FIRST, as_list, by_day
from crampwise.report.reading import Turn, Use

TEMPLATE = Path(__file__).with_name("page.html")
TOPICS = 20
GROUPS = 50
IN_GROUP = 15  # phrases shown of a group
LEVELS = ("emergency", "same_day", "soon")
NOTHING = "<p>Nothing yet.</p>"


def page(use: Use, groups: Sequence[Sequence[Phrase]], days: int) -> str:
    """The page as HTML."""
    topics = Counter(topic for turn in use.turns for topic in turn.topics)
    return Template(TEMPLATE.read_text()).substitute(
        span=f"The last {days} days",
        numbers=_numbers(use),
        volume=by_day({"messages": _days(use.turns)}, "Messages by day") if use.turns else NOTHING,
        topics=as_list(topics.most_common(TOPICS), "Topics") if topics else NOTHING,
        flags=_flags(use.turns),
        check=_check(use),
        unhelpful=_unhelpful(use),
        groups="".join(map(_group, groups[:GROUPS])) or NOTHING,
    )


def _days(turns: Sequence[Turn]) -> Counter[date]:
    return Counter(turn.day for turn in turns)


def _numbers(use: Use) -> str:
    answers = len(use.turns)
    unanswered = sum(turn.unanswered for turn in use.turns)
    numbers = {
        "conversations": f"{use.conversations:,}",
        "messages": f"{answers:,}",
        "without an answer": f"{unanswered:,} ({unanswered / max(answers, 1):.0%})",
        "danger signs": f"{sum(turn.urgency is not None for turn in use.turns):,}",
    }
    return "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in numbers.items())


def _flags(turns: Sequence[Turn]) -> str:
    counts = {level: _days([turn for turn in turns if turn.urgency == level]) for level in LEVELS}
    if not any(counts.values()):
        return NOTHING
    return by_day(counts, "Danger signs by day", SEVERE_FIRST)


def _check(use: Use) -> str:
    told = f"<p>Begun {use.checks_begun}, finished {use.checks_finished}.</p>"
    if not use.left_at:
        return told
    return told + as_list(use.left_at.most_common(), "Questions at which people left")


def _unhelpful(use: Use) -> str:
    worst = use.unhelpful.most_common(TOPICS)
    if not worst:
        return NOTHING
    rows = (
        f"<li>{escape(topic)}: {count} of {count + use.helpful[topic]} said it did not help</li>"
        for topic, count in worst
    )
    return f"<ul>{''.join(rows)}</ul>"


def _group(group: Sequence[Phrase]) -> str:
    shown = group[:IN_GROUP]
    rows = "".join(
        f"<li>{escape(phrase.text)} <span class=count>{phrase.count}&times;,"
        f" {'answered, unsure' if phrase.answered else 'not answered'},"
        f" <code>{phrase.id}</code></span></li>"
        for phrase in shown
    )
    more = f"<p class=count>and {len(group) - len(shown)} more</p>" if len(group) > IN_GROUP else ""
    ids = " ".join(phrase.id for phrase in shown)
    command = f"crampwise learn INTENT {ids}"
    return f"<article><ul>{rows}</ul>{more}<p><code>{command}</code></p></article>"
