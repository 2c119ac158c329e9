"""How an answer reads as text, and the keys the web channel promises."""

from __future__ import annotations

import json

import pytest

from crampwise.answers.core import Answers
from crampwise.answers.types import Answer, Call, Choice, EvidenceNote, Question, SourceRef, Table
from crampwise.channels.rendering import body, buttons, payload, web, whole

FULL = Answer(
    topic="magnesium.supplements",
    short="Short.",
    details=("One.", "Two."),
    cautions=("Careful.",),
    evidence=EvidenceNote("against", "Evidence against", "5 trials."),
    sources=(SourceRef("A study", "https://example.org/a"),),
    follow_ups=(
        Choice("Which foods?", "foods", {"nutrient": "magnesium"}),
        Choice("How?", "relief"),
    ),
    urgency="soon",
    calls=(Call("UK: 999", "999"), Call("US: 911", "911")),
    table=Table("Foods", ("Food", "Amount"), (("banana", "422 mg"),)),
)
BARE = Answer(topic="unsure", short="Short.", status="unsure")


def test_a_whole_answer_reads_from_top_to_bottom(knowledge):
    assert whole(FULL, knowledge).split("\n") == [
        "Short.",
        "UK: 999 | US: 911",
        "- One.",
        "- Two.",
        "Evidence against: 5 trials.",
        f"{knowledge.wording['caution_heading']}:",
        "- Careful.",
        f"{knowledge.wording['sources_heading']}:",
        "- A study: https://example.org/a",
    ]


def test_a_bare_answer_is_one_line(knowledge):
    assert body(BARE, knowledge) == whole(BARE, knowledge) == "Short."
    assert buttons(BARE) == []


def test_a_button_sends_its_intent_with_its_entities():
    assert buttons(FULL) == [
        {"title": "Which foods?", "payload": '/foods{"nutrient": "magnesium"}'},
        {"title": "How?", "payload": "/relief"},
    ]


@pytest.mark.parametrize("value", ["magnesium", 'a"b', "é", "{x}"])
def test_the_entities_of_a_payload_are_json(value):
    text = payload(Choice("t", "foods", {"nutrient": value}))
    assert json.loads(text.removeprefix("/foods")) == {"nutrient": value}


@pytest.mark.parametrize("answer", [FULL, BARE])
def test_the_web_answer_keeps_its_contract(knowledge, answer):
    sent = web(answer, knowledge)
    assert set(sent) >= {"text", "buttons", "sources", "topic", "urgency"}
    assert all(set(button) == {"title", "payload"} for button in sent["buttons"])
    assert all(set(source) == {"title", "url"} for source in sent["sources"])
    assert sent["urgency"] in (None, "soon", "same_day", "emergency")
    assert json.loads(json.dumps(sent))["text"] == body(answer, knowledge)


def test_the_web_answer_holds_the_parts_for_the_widget(knowledge):
    parts = web(FULL, knowledge)["parts"]
    assert parts["calls"] == [
        {"label": "UK: 999", "tel": "999"},
        {"label": "US: 911", "tel": "911"},
    ]
    assert parts["evidence"]["grade"] == "against"
    assert parts["table"]["columns"] == ("Food", "Amount")
    assert web(BARE, knowledge)["parts"]["table"] is None


def test_no_red_flag_is_split_into_two_messages(knowledge):
    for flag in knowledge.red_flags:
        text = whole(Answers(knowledge).answer(Question("red_flag", red_flag=flag)), knowledge)
        assert "\n\n" not in text
        assert all(line.strip() for line in text.split("\n"))
