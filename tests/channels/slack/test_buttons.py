"""Buttons: as many as there are, chosen once, the choice shown, nothing taken not offered."""

from __future__ import annotations

from typing import Any

import pytest

from crampwise.channels.slack import buttons
from crampwise.knowledge.shared import knowledge
from tests.channels.slack import checks
from tests.channels.slack.events import CHANNEL, NAME, OTHER, button, mention, said, slash, tap
from tests.channels.slack.harness import Scene
from tests.channels.slack.standin import Sent

LONG = '/food_content{"nutrient": "potassium", "food": "' + "beans_" * 60 + '"}'
RELIEF = {"title": "Relief now", "payload": "/relief"}


@pytest.mark.parametrize("many", [1, 5, 6, 24, 25, 26, 29, 30, 60, 200])
def test_every_button_can_be_chosen_however_many_there_are(many: int) -> None:
    given = [(f"title {number}", f"token{number}") for number in range(many)]
    blocks = buttons.blocks(given)
    assert checks.message({"blocks": blocks}).split("\n") == [title for title, _ in given]
    elements = [element for block in blocks for element in block["elements"]]
    assert len([one for one in elements if one["type"] == "button"]) == min(many, 25 - (many > 25))


def test_a_long_title_is_cut_and_not_refused() -> None:
    [block] = buttons.blocks([("a" * 200, "token")])
    assert block["elements"][0]["text"]["text"] == "a" * 74 + "…"


async def offered(scene: Scene, *given: dict[str, str]) -> Sent:
    """The bot's answer with these buttons."""
    scene.bot.buttons = list(given)
    await scene.happen(said("hello"))
    scene.bot.buttons = []
    scene.bot.heard.clear()
    return scene.slack.sent[-1]


def choose(sent: Sent, number: int = 0, **fields: Any) -> Any:
    """A tap on a button of a message, as Slack sends it: with the message."""
    shown = {"ts": sent.moment, "text": sent.fields["text"], "blocks": sent.blocks}
    if sent.thread:
        shown["thread_ts"] = sent.thread
    given = sent.buttons()[number]
    action = button(given["value"], given["text"]["text"])
    return tap(action, **{"channel": sent.channel, "message": shown, **fields})


async def test_a_button_means_what_it_stood_for_however_long(scene: Scene) -> None:
    sent = await offered(scene, {"title": "Beans?", "payload": LONG}, RELIEF)
    await scene.happen(choose(sent))
    assert scene.bot.heard == [LONG]
    assert sent.buttons() == []
    assert sent.seen == "You said: hello\n✓ Beans?"
    assert all(len(one.fields["text"]) > 0 for one in scene.slack.sent)


async def test_a_second_tap_on_the_same_button_is_not_answered(scene: Scene) -> None:
    sent = await offered(scene, RELIEF)
    first, second = choose(sent), choose(sent)
    await scene.happen(first, first, second)
    assert scene.bot.heard == ["/relief"]


async def test_an_entry_of_a_menu_is_a_button_too(scene: Scene) -> None:
    many = [{"title": f"t{number}", "payload": f"/p{number}"} for number in range(28)]
    sent = await offered(scene, *many)
    given = sent.buttons()[27]
    action = {"type": "overflow", "action_id": "choose:24", "selected_option": given}
    await scene.happen(tap(action, message={"ts": sent.moment}))
    assert scene.bot.heard == ["/p27"]


async def test_a_button_shown_to_somebody_else_is_taken_as_words(scene: Scene) -> None:
    scene.bot.buttons = [RELIEF]
    await scene.happen(mention(f"{NAME} hello"))
    sent = scene.slack.sent[-1]
    await scene.happen(choose(sent, user={"id": OTHER}))
    assert scene.bot.heard[-1] == "Relief now"
    await scene.happen(choose(sent))
    assert scene.bot.heard[-1] == "/relief"
    assert {one.thread for one in scene.slack.sent} == {sent.thread}


async def test_a_button_that_only_one_person_saw_is_answered_to_them_alone(scene: Scene) -> None:
    scene.bot.buttons = [RELIEF]
    url = scene.slack.reply_url(CHANNEL)
    await scene.happen(slash("hello", url))
    given = scene.slack.sent[-1].buttons()[0]
    container = {"type": "message", "channel_id": CHANNEL, "message_ts": "1.1"}
    await scene.happen(
        tap(
            button(given["value"], "Relief now"),
            container={**container, "is_ephemeral": True},
            response_url=url,
        )
    )
    assert scene.bot.heard[-1] == "/relief"
    assert {one.channel for one in scene.slack.sent} == {"only C50"}


@pytest.mark.parametrize("value", ["/relief", "/forget_me", "x" * 2000, "\ud800", "é", ""])
async def test_a_payload_that_was_never_offered_is_not_taken(scene: Scene, value: str) -> None:
    await offered(scene, RELIEF)
    untitled = {"type": "button", "action_id": "choose:0", "value": value}
    await scene.happen(tap(untitled))
    assert scene.bot.heard == []
    assert scene.slack.texts()[-1] == knowledge().wording["refused_unknown_button"]


@pytest.mark.parametrize("fault", ["message_not_found", "cant_update_message", 500])
async def test_a_choice_that_cannot_be_shown_is_answered_all_the_same(
    scene: Scene, fault: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = await offered(scene, RELIEF)
    scene.slack.faults["chat.update"] = [fault]
    await scene.happen(choose(sent))
    assert scene.slack.texts()[-1] == "You said: /relief"
