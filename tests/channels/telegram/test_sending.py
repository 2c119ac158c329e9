"""What the bot says arrives: charts as pictures, safety unmistakable, with a way out of trouble."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from crampwise.answers import safety
from crampwise.answers.types import Answer, Choice, SourceRef, Table
from crampwise.channels.rendering import web
from crampwise.channels.telegram import sending
from crampwise.knowledge.shared import knowledge
from tests.channels.parrot import until
from tests.channels.telegram.harness import Scene
from tests.channels.telegram.updates import PHOTO, message, said

CHART = {
    "caption": "Magnesium",
    "unit": "mg",
    "bars": [{"label": "Almonds", "value": 76.6}],
    "need": {"label": "Need", "value": 320},
}
ANSWER = Answer(
    topic="foods",
    short="Almonds have much.",
    details=("A handful is 28 g.",),
    sources=(SourceRef("USDA", "https://example.org/usda"),),
    follow_ups=(Choice("Spinach?", "food_content", {"food": "spinach"}),),
    table=Table("Magnesium", ("Food", "Amount"), (("Almonds", "76 mg"),)),
)


def form(answer: Answer, **parts: Any) -> dict[str, Any]:
    """`answer` as channels get it."""
    told = web(answer, knowledge())
    told["parts"].update(parts)
    return told


async def test_a_chart_is_sent_as_a_picture_with_its_figures_in_words(scene: Scene) -> None:
    scene.bot.answer = form(ANSWER, chart=CHART)
    await scene.happen(said("magnesium in almonds"))
    before, chart, after = scene.telegram.sent
    assert before.seen == "Almonds have much.\n\n• A handful is 28 g."
    assert chart.seen == "Magnesium:\nAlmonds: 77 mg\nNeed: 320 mg"
    assert chart.picture
    assert "<pre>Food" in after.fields["text"]
    assert [bool(sent.rows) for sent in scene.telegram.sent] == [False, False, True]


async def test_a_chart_that_is_not_taken_is_said_in_words(scene: Scene) -> None:
    scene.telegram.faults["sendPhoto"] = [400]
    scene.bot.answer = form(ANSWER, chart=CHART)
    await scene.happen(said("magnesium in almonds"))
    assert scene.telegram.texts()[1] == "Magnesium:\nAlmonds: 77 mg\nNeed: 320 mg"
    assert len(scene.telegram.sent) == 3


async def test_html_that_is_not_taken_is_sent_as_plain_text(scene: Scene) -> None:
    scene.telegram.faults["sendMessage"] = [400]
    scene.bot.answer = form(ANSWER)
    await scene.happen(said("magnesium in almonds"))
    [sent] = scene.telegram.sent
    assert "parse_mode" not in sent.fields
    assert "USDA: https://example.org/usda" in sent.seen
    assert sent.rows


async def test_no_preview_of_a_source_hides_the_answer(scene: Scene) -> None:
    scene.bot.answer = form(ANSWER)
    await scene.happen(said("magnesium in almonds"))
    assert scene.telegram.sent[0].fields["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize("flag", sorted(knowledge().red_flags))
async def test_an_answer_to_danger_stands_out_and_stands_alone(scene: Scene, flag: str) -> None:
    answer = safety.answer(knowledge(), flag)
    scene.bot.answer = form(answer)
    await scene.happen(message(photo=PHOTO, caption="look at this"))
    first = scene.telegram.sent[0]
    line = knowledge().wording[f"chat_{answer.urgency}"]
    assert first.fields["text"].startswith(f"<b>{line}</b>")
    assert first.seen.split("\n\n")[1].startswith(answer.short[:40])
    # Only a question of ours may hold buttons: leg or tummy?
    assert any(sent.rows for sent in scene.telegram.sent) == bool(answer.follow_ups)
    assert knowledge().wording["chat_unseen"] not in scene.telegram.texts()


async def test_the_typing_sign_is_repeated_while_the_bot_thinks_and_then_ends(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "TYPING_SECONDS", 0.02)
    free = asyncio.Event()
    scene.bot.before = lambda text: free.wait()
    await scene.inbox.receive(said("hello"))
    await until(lambda: len(scene.telegram.called("sendChatAction")) >= 3)
    free.set()
    assert await scene.inbox.drain(20)
    shown = len(scene.telegram.called("sendChatAction"))
    await asyncio.sleep(0.06)
    assert len(scene.telegram.called("sendChatAction")) == shown
    assert scene.telegram.calls[-1][0] == "sendMessage"


async def test_an_answer_does_not_wait_for_a_typing_sign_that_fails(scene: Scene) -> None:
    scene.telegram.faults["sendChatAction"] = [500, 403, "drop"]
    await scene.happen(said("a"), said("b"), said("c"))
    assert len(scene.telegram.texts()) == 3
