"""How the bot was used, read from the store."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered

from crampwise.report.reading import Use, read
from crampwise.store import Store
from crampwise.store.tracker_store import ConversationStore

DAY = 24 * 3600


@pytest.fixture
def store() -> Iterator[Store]:
    found = Store("sqlite://")
    yield found
    found.close()


def said(text: str, intent: str, confidence: float = 0.9, days_ago: float = 0) -> UserUttered:
    reading = {"name": intent, "confidence": confidence}
    when = time.time() - days_ago * DAY
    return UserUttered(text, intent=reading, parse_data={"intent": reading}, timestamp=when)


def answer(topic: str, urgency: str | None = None) -> BotUttered:
    return BotUttered("text", metadata={"answer": {"topic": topic, "urgency": urgency}})


async def used(store: Store, *conversations: list[Event], days: float = 30) -> Use:
    trackers = ConversationStore(Domain.empty(), kept_in=store)
    for number, events in enumerate(conversations):
        tracker = await trackers.get_or_create_tracker(f"c{number}")
        for event in events:
            tracker.update(event)
        await trackers.save(tracker)
    return read(store, time.time() - days * DAY)


async def test_each_message_is_read_with_its_answers(store: Store) -> None:
    use = await used(
        store,
        [
            said("my leg is hot", "red_flag"),
            answer("red_flag.dvt", "same_day"),
            said("/foods", "foods", 1.0),
            answer("foods"),
            said("two things", "foods", 0.4),
            answer("foods"),
            answer("relief"),
        ],
        [said("capital of france", "out_of_scope"), answer("unknown")],
        [],
    )
    assert use.conversations == 2
    first, button, two, other = use.turns
    assert (first.text, first.intent, first.urgency) == ("my leg is hot", "red_flag", "same_day")
    assert (button.text, button.topics) == (None, ("foods",))
    assert (two.topics, two.confidence) == (("foods", "relief"), 0.4)
    assert [turn.unanswered for turn in use.turns] == [False, False, False, True]
    assert other.topics == ("unknown",)


async def test_what_is_older_is_left_out(store: Store) -> None:
    use = await used(store, [said("a", "greet", days_ago=9), said("b", "greet")], days=7)
    assert [turn.text for turn in use.turns] == ["b"]


async def test_the_check_is_followed_to_where_people_leave_it(store: Store) -> None:
    begun = [said("check me", "start_check"), ActionExecuted("action_begin_check")]
    asked = SlotSet("requested_slot", "check_when")
    finished = [SlotSet("requested_slot", None), ActionExecuted("action_end_check")]
    use = await used(
        store,
        [*begun, asked, *finished],
        [*begun, asked, SlotSet("requested_slot", "check_salt"), SlotSet("requested_slot", None)],
        [*begun, asked],
        begun,
    )
    assert (use.checks_begun, use.checks_finished) == (4, 1)
    assert use.left_at == {"check_salt": 1, "check_when": 1, "the beginning": 1}


async def test_opinions_are_counted_by_topic(store: Store) -> None:
    store.feedback("magnesium.foods", helpful=False)
    store.feedback("magnesium.foods", helpful=True)
    store.feedback("relief", helpful=True)
    use = await used(store)
    assert use.unhelpful == {"magnesium.foods": 1}
    assert use.helpful == {"magnesium.foods": 1, "relief": 1}
