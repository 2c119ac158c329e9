"""What the bot says arrives: charts as pictures, safety unmistakable, with a way out of trouble."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

import pytest

from crampwise.answers import safety
from crampwise.answers.types import Answer, Choice, SourceRef, Table
from crampwise.channels.rendering import web
from crampwise.channels.slack import sending
from crampwise.knowledge.shared import knowledge
from tests.channels.parrot import PATIENCE, until
from tests.channels.slack.events import (
    CHANNEL,
    DIRECT,
    FILE,
    NAME,
    PERSON,
    event,
    interaction,
    mention,
    message,
    said,
    slash,
    window,
)
from tests.channels.slack.harness import Scene

CHART = {
    "caption": "Magnesium",
    "unit": "mg",
    "bars": [{"label": "Almonds", "value": 76.6}],
    "need": {"label": "Need", "value": 320},
}
WORDS = "Magnesium:\nAlmonds: 77 mg\nNeed: 320 mg"
ANSWER = Answer(
    topic="foods",
    short="Almonds have much.",
    details=("A handful is 28 g.",),
    sources=(SourceRef("USDA", "https://example.org/usda"),),
    follow_ups=(Choice("Spinach?", "food_content", {"food": "spinach"}),),
    table=Table("Magnesium", ("Food", "Amount"), (("Almonds", "76 mg"),)),
)
UPLOAD = ("files.getUploadURLExternal", "upload", "files.completeUploadExternal")


def form(answer: Answer, **parts: Any) -> dict[str, Any]:
    """`answer` as channels get it."""
    told = web(answer, knowledge())
    told["parts"].update(parts)
    return told


@pytest.mark.parametrize("asked", [said("almonds"), mention(f"{NAME} almonds"), window("almonds")])
async def test_a_chart_is_sent_as_a_picture_with_its_figures_in_words(
    scene: Scene, asked: Any
) -> None:
    scene.bot.answer = form(ANSWER, chart=CHART)
    await scene.happen(asked)
    before, chart, after = scene.slack.sent
    assert before.seen == "Almonds have much.\n• A handful is 28 g."
    assert chart.seen == WORDS
    assert chart.picture
    assert "```Food" in after.seen
    assert [bool(sent.buttons()) for sent in scene.slack.sent] == [False, False, True]
    assert len({(sent.channel, sent.thread) for sent in scene.slack.sent}) == 1
    assert scene.slack.called("files.getUploadURLExternal")[0]["alt_txt"] == WORDS


@pytest.mark.parametrize("step", UPLOAD)
async def test_a_chart_that_is_not_taken_is_said_in_words(scene: Scene, step: str) -> None:
    scene.slack.faults[step] = ["missing_scope"] if step != "upload" else [400]
    scene.bot.answer = form(ANSWER, chart=CHART)
    await scene.happen(said("almonds"))
    assert scene.slack.texts()[1] == WORDS
    assert len(scene.slack.sent) == 3


async def test_an_answer_to_a_command_is_one_message_with_the_chart_in_words(scene: Scene) -> None:
    scene.bot.answer = form(ANSWER, chart=CHART)
    await scene.happen(slash("almonds", scene.slack.reply_url(CHANNEL)))
    [sent] = scene.slack.sent
    assert WORDS in sent.seen
    assert sent.buttons()


@pytest.mark.parametrize("word", ["invalid_blocks", "msg_blocks_too_long"])
async def test_blocks_that_are_not_taken_are_sent_as_plain_text(scene: Scene, word: str) -> None:
    scene.slack.faults["chat.postMessage"] = [word]
    scene.bot.answer = form(ANSWER)
    await scene.happen(said("almonds"))
    [sent] = scene.slack.sent
    assert sent.blocks == []
    assert "USDA: https://example.org/usda" in sent.seen


async def test_no_preview_of_a_source_hides_the_answer(scene: Scene) -> None:
    scene.bot.answer = form(ANSWER)
    await scene.happen(said("almonds"))
    fields = scene.slack.sent[0].fields
    assert (fields["unfurl_links"], fields["unfurl_media"]) == (False, False)


async def test_calls_share_a_connection(scene: Scene) -> None:
    await scene.happen(*(said(str(number)) for number in range(6)))
    assert len(scene.slack.sent) == 6
    assert scene.slack.connections == 1


@pytest.mark.parametrize("flag", sorted(knowledge().red_flags))
async def test_an_answer_to_danger_stands_out_and_stands_alone(scene: Scene, flag: str) -> None:
    answer = safety.answer(knowledge(), flag)
    scene.bot.answer = form(answer)
    await scene.happen(message(text="look at this", subtype="file_share", files=[FILE]))
    first = scene.slack.sent[0]
    line = knowledge().wording[f"chat_{answer.urgency}"]
    assert first.blocks[0]["type"] == "header"
    assert first.blocks[0]["text"]["text"] == line
    assert first.seen.split("\n")[1].startswith(answer.short[:40].partition("&")[0])
    # Only a question of ours may hold buttons: leg or tummy?
    assert any(sent.buttons() for sent in scene.slack.sent) == bool(answer.follow_ups)
    assert knowledge().wording["chat_unseen"] not in scene.slack.texts()


async def test_a_sign_shows_in_a_thread_that_an_answer_takes_long(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs = partial(scene.slack.called, "assistant.threads.setStatus")
    monkeypatch.setattr(sending, "THINKING_SECONDS", PATIENCE)
    await scene.happen(mention(f"{NAME} quick"))
    assert signs() == []
    monkeypatch.setattr(sending, "THINKING_SECONDS", 0.01)
    scene.bot.before = lambda text: until(signs)
    await scene.happen(mention(f"{NAME} slow"))
    assert signs()[0]["thread_ts"] == scene.slack.sent[-1].thread
    scene.bot.before = lambda text: asyncio.sleep(0.05)
    await scene.happen(said("slow in private"))
    assert len(signs()) == 1


async def test_a_sign_that_is_refused_does_not_keep_the_answer_back(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "THINKING_SECONDS", 0.0)
    faults = scene.slack.faults["assistant.threads.setStatus"] = ["missing_scope"]
    scene.bot.before = lambda text: until(lambda: not faults)
    await scene.happen(mention(f"{NAME} slow"))
    assert scene.slack.texts() == ["You said: slow"]


async def test_the_shortcut_opens_a_window_with_the_message_it_is_on(scene: Scene) -> None:
    long = "my leg cramps at night. " * 100
    await scene.happen(
        interaction("message_action", callback_id="ask_about", message={"text": long})
    )
    await scene.happen(interaction("shortcut", callback_id="ask"))
    on_message, alone = [view["blocks"][0]["element"] for view in scene.slack.views]
    assert on_message["initial_value"].startswith("my leg cramps at night.")
    assert "initial_value" not in alone


async def test_the_answer_to_a_window_comes_as_a_direct_message(scene: Scene) -> None:
    await scene.happen(window("does pickle juice work"))
    [sent] = scene.slack.sent
    assert (sent.channel, sent.fields["channel"]) == (DIRECT, PERSON)


async def test_the_home_says_what_it_is_for_and_how_to_have_all_deleted(scene: Scene) -> None:
    told = {"type": "app_home_opened", "user": PERSON, "tab": "home"}
    await scene.happen(event(told))
    [view] = scene.slack.views
    titles = [e["text"]["text"] for b in view["blocks"] for e in b.get("elements", ())]
    wording = knowledge().wording
    assert wording["command_forget"] in titles
    assert wording["slack_example_1"] in titles
    seen = {"private_metadata": view["private_metadata"]}
    await scene.happen(event({**told, "view": seen}))
    assert len(scene.slack.views) == 1
