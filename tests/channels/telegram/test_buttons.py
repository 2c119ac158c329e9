"""Buttons: readable rows, tapped once, the choice shown, nothing taken that was not offered."""

from __future__ import annotations

import pytest

from crampwise.channels.telegram.keyboard import CHOSEN, keyboard
from crampwise.channels.telegram.update import read
from crampwise.knowledge.shared import knowledge
from tests.channels.telegram.harness import Scene
from tests.channels.telegram.sent import Sent
from tests.channels.telegram.standin import BOT
from tests.channels.telegram.updates import GROUP, OTHER, PRIVATE, body, mention, said, tap

LONG = '/food_content{"nutrient": "potassium", "food": "beans_white_canned_low_sodium"}'
RELIEF = {"title": "Relief now", "payload": "/relief"}


def rows(*titles: str) -> list[list[str]]:
    made = keyboard([(title, "token") for title in titles])["inline_keyboard"]
    return [[button["text"] for button in row] for row in made]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Yes", "No", "Not sure"), [["Yes", "No", "Not sure"]]),
        (("Which foods?", "How much?"), [["Which foods?", "How much?"]]),
        (
            ("Which foods are rich in potassium?", "Why?"),
            [["Which foods are rich in potassium?"], ["Why?"]],
        ),
        (
            ("1", "2", "3", "4", "5", "6", "seventeen chars"),
            [["1", "2", "3", "4", "5", "6"], ["seventeen chars"]],
        ),
    ],
)
def test_buttons_share_a_row_only_when_all_can_be_read(titles, expected):
    assert rows(*titles) == expected


def shown(sent: Sent, chat: dict = PRIVATE) -> dict:
    """A message of the bot as Telegram gives it along with a tap."""
    markup = {"inline_keyboard": sent.rows}
    return body(chat, text=sent.seen, reply_markup=markup, message_id=sent.id, **{"from": BOT})


async def offered(scene: Scene, *buttons: dict[str, str]) -> Sent:
    """The bot's answer with these buttons."""
    scene.bot.buttons = list(buttons)
    await scene.happen(said("hello"))
    scene.bot.buttons = []
    scene.bot.heard.clear()
    return scene.telegram.sent[-1]


async def test_a_tap_means_what_the_button_stood_for_however_long(scene: Scene) -> None:
    sent = await offered(scene, {"title": "Beans?", "payload": LONG}, RELIEF)
    update = tap(sent.rows[0][0]["callback_data"], shown(sent))
    await scene.happen(update)
    assert scene.bot.heard == [LONG]
    assert scene.telegram.acknowledged == {update["callback_query"]["id"]: None}
    assert [[b["text"] for b in row] for row in sent.rows] == [["✓ Beans?"]]
    assert sent.rows[0][0]["callback_data"] == CHOSEN


async def test_a_second_tap_on_the_same_button_is_acknowledged_and_not_answered(
    scene: Scene,
) -> None:
    sent = await offered(scene, RELIEF)
    first, second = (tap(sent.rows[0][0]["callback_data"], shown(sent)) for _ in range(2))
    await scene.happen(first, second)
    assert scene.bot.heard == ["/relief"]
    assert len(scene.telegram.acknowledged) == 2


async def test_another_button_of_the_same_message_is_answered_too(scene: Scene) -> None:
    sent = await offered(scene, RELIEF, {"title": "Foods", "payload": "/foods"})
    updates = [tap(button["callback_data"], shown(sent)) for button in sent.rows[0]]
    await scene.happen(*updates)
    assert scene.bot.heard == ["/relief", "/foods"]


async def test_a_button_shown_to_somebody_else_is_taken_as_words(scene: Scene) -> None:
    scene.bot.buttons = [RELIEF]
    await scene.happen(mention("@CrampwiseBot hello"))
    sent = scene.telegram.sent[-1]
    token = sent.rows[0][0]["callback_data"]
    await scene.happen(tap(token, shown(sent, GROUP), **{"from": OTHER}))
    assert scene.bot.heard[-1] == "Relief now"
    assert sent.rows[0][0]["text"] == "Relief now"


@pytest.mark.parametrize("data", ["/relief", "/forget_me", "x" * 64, "\ud800", "é", ""])
async def test_a_payload_that_was_never_offered_is_not_taken(scene: Scene, data: str) -> None:
    sent = await offered(scene, RELIEF)
    update = tap(data, shown(sent))
    await scene.happen(update)
    assert scene.bot.heard == []
    assert update["callback_query"]["id"] in scene.telegram.acknowledged


async def test_a_tap_that_telegram_no_longer_waits_for_is_answered_all_the_same(
    scene: Scene,
) -> None:
    sent = await offered(scene, RELIEF)
    update = tap(sent.rows[0][0]["callback_data"], shown(sent))
    await scene.inbox.receive(update)  # not told to Telegram, so it knows no such query
    assert await scene.inbox.drain(20)
    assert scene.bot.heard == ["/relief"]


async def test_a_choice_that_cannot_be_shown_is_answered_all_the_same(scene: Scene) -> None:
    sent = await offered(scene, RELIEF)
    scene.telegram.faults["editMessageReplyMarkup"] = [400]
    await scene.happen(tap(sent.rows[0][0]["callback_data"], shown(sent)))
    assert scene.bot.heard == ["/relief"]
    assert scene.telegram.texts()[-1] == "You said: /relief"


async def test_the_line_on_an_old_button_fits_telegrams_limit() -> None:
    assert len(knowledge().wording["refused_unknown_button"]) <= 200


async def test_forgetting_leaves_nothing_of_a_tap(scene: Scene) -> None:
    sent = await offered(scene, RELIEF)
    update = tap(sent.rows[0][0]["callback_data"], shown(sent))
    found = read(update, scene.inbox.me)
    assert found is not None
    conversation = scene.inbox._answering.lane(found)
    await scene.happen(update)
    with scene.store.engine.connect() as connection:
        assert conversation in "".join(connection.connection.iterdump())
    scene.store.forget(conversation)
    with scene.store.engine.connect() as connection:
        assert conversation not in "".join(connection.connection.iterdump())
