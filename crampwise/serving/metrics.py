"""What is counted, for Prometheus to fetch at /metrics. Nothing in it tells of a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from prometheus_client import Counter, Gauge, Histogram

MESSAGES = Counter("crampwise_messages", "Messages answered", ["channel", "intent"])
SECONDS = Histogram(
    "crampwise_turn_seconds",
    "Time from a message's turn to its answer",
    ["channel"],
    buckets=(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20),
)
FALLBACKS = Counter("crampwise_fallbacks", "Answers that said 'I do not know'", ["kind"])
RED_FLAGS = Counter("crampwise_red_flags", "Answers to a danger sign", ["level"])
ERRORS = Counter("crampwise_errors", "Turns that failed", ["kind"])
REFUSED = Counter("crampwise_refused", "Messages not taken", ["channel", "reason"])
IN_HAND = Gauge("crampwise_messages_in_hand", "Messages being answered or waiting")
WAITING = Gauge("crampwise_messages_waiting", "Messages behind another of their conversation")
RELOADS = Counter("crampwise_reloads", "New models and edited knowledge", ["result"])
FALLBACK_TOPICS = ("unknown", "unsure")


def watch(in_hand: Callable[[], int], waiting: Callable[[], int]) -> None:
    """Asks for the queue lengths whenever the metrics are fetched."""
    IN_HAND.set_function(in_hand)
    WAITING.set_function(waiting)


def refused(channel: str, reason: str) -> None:
    """Counts a message that was not taken."""
    REFUSED.labels(channel, reason).inc()


def reloaded(taken: bool) -> None:
    """Counts a reload: whether the new one is in use, or the old one was kept."""
    RELOADS.labels("taken" if taken else "kept").inc()


def turn(
    channel: str,
    intent: str | None,
    seconds: float,
    answers: Iterable[Mapping[str, Any]],
    failure: str | None,
) -> None:
    """Counts one message, its answers, and the kind of failure if it failed."""
    MESSAGES.labels(channel, intent or "none").inc()
    SECONDS.labels(channel).observe(seconds)
    if failure:
        ERRORS.labels(failure).inc()
    for answer in answers:
        topic = str(answer["topic"])
        if topic in FALLBACK_TOPICS:
            FALLBACKS.labels(topic).inc()
        elif topic == "trouble" and not failure:
            ERRORS.labels("action").inc()
        elif topic.startswith("red_flag") and answer["urgency"]:
            RED_FLAGS.labels(answer["urgency"]).inc()
