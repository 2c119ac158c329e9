"""Small talk, yes and no, and forgetting one thing."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_forget import ActionForget
from actions.action_help import ActionHelp
from actions.action_show_profile import ActionShowProfile
from actions.action_small_talk import ActionSmallTalk, response
from actions.helpfulness import EVERY, FIRST, asked
from crampwise.answers.types import Answer, Profile
from crampwise.people.known import Known, known_of


@pytest.mark.parametrize(
    ("intent", "text", "named"),
    [
        ("smalltalk", "you're a stupid bot", "utter_insult"),
        ("smalltalk", "honestly I was joking before", "utter_smalltalk"),
        ("smalltalk", "got a joke for me?", "utter_joke"),
        ("smalltalk", "how are you", "utter_how_are_you"),
        ("smalltalk", "nice weather", "utter_smalltalk"),
        ("smalltalk", "an assistant that sucked", "utter_smalltalk"),
        ("bot_challenge", "who made you", "utter_maker"),
        ("bot_challenge", "are you a doctor", "utter_not_doctor"),
        ("bot_challenge", "are you human", "utter_bot_challenge"),
        ("feedback", "that was very helpful", "utter_feedback_good"),
        ("feedback", "that missed the point", "utter_feedback"),
    ],
)
def test_small_talk_is_answered_by_what_was_said(intent, text, named):
    assert response(intent, text) == named


def test_every_response_of_small_talk_is_written(knowledge, domain):
    names = {talk.response for talk in knowledge.small_talk.talk}
    assert names <= set(domain["responses"])


@pytest.mark.parametrize(
    ("text", "hello"),
    [("good evening", "Good evening"), ("hi", "Hi"), ("bonjour", "Hello"), ("G'day!", "G'day")],
)
def test_a_greeting_is_given_back(said, text, hello):
    dispatcher = CollectingDispatcher()
    ActionSmallTalk().run(dispatcher, said(text, "greet"), {})
    assert dispatcher.messages[0]["hello"] == hello


KNOWN = Known(
    {
        "self": Profile(age=70, medicines=("statin",), conditions=("diabetes",)),
        "mother": Profile(age=95),
    },
    ("self", "mother"),
)


@pytest.mark.parametrize(
    ("text", "entities", "after"),
    [
        ("forget that I'm diabetic", {"condition": "diabetes"},
         {"self": Profile(age=70, medicines=("statin",)), "mother": Profile(age=95)}),
        ("forget what I said about my mum", {},
         {"self": KNOWN.profiles["self"]}),
        ("delete my medicines", {},
         {"self": Profile(age=70, conditions=("diabetes",)), "mother": Profile(age=95)}),
    ],
)  # fmt: skip
def test_one_thing_is_forgotten(said, text, entities, after):
    tracker = said(text, "forget_me", slots={"people": KNOWN.stored()}, **entities)
    events = ActionForget().run(CollectingDispatcher(), tracker, {})
    kept = next(event["value"] for event in events if event.get("name") == "people")
    assert known_of(kept).profiles == after


def test_everything_is_forgotten_by_its_own_action(said):
    tracker = said("forget me", "forget_me", slots={"people": KNOWN.stored()})
    [event] = ActionForget().run(CollectingDispatcher(), tracker, {})
    assert event == {"event": "followup", "timestamp": None, "name": "action_forget_me"}


@pytest.mark.parametrize("text", ["ultrasound all clear", "the bloods came back clear"])
def test_nothing_is_deleted_without_a_word_of_it(said, text):
    dispatcher = CollectingDispatcher()
    assert ActionForget().run(dispatcher, said(text, "forget_me"), {}) == []
    [asked] = dispatcher.messages
    assert [button["payload"] for button in asked["buttons"]] == ["/forget_me"]


@pytest.mark.parametrize(
    "text", ["don't keep what I said", "please clear this chat", "wipe all of it", "/forget_me"]
)
def test_a_word_of_forgetting_is_enough(said, text):
    [event] = ActionForget().run(CollectingDispatcher(), said(text, "forget_me"), {})
    assert event["name"] == "action_forget_me"


def test_whether_it_helped_is_asked_now_and_then(said):
    answer = Answer(topic="causes", short="Because.")
    counts = []
    for given in range(FIRST + 2 * EVERY):
        dispatcher = CollectingDispatcher()
        asked(dispatcher, said("why", slots={"answers_given": given}), (answer,))
        if dispatcher.messages:
            counts.append(given + 1)
    assert counts == [FIRST, FIRST + EVERY, FIRST + 2 * EVERY]


@pytest.mark.parametrize(
    "answer",
    [
        Answer(topic="x", short="x", urgency="soon"),
        Answer(topic="x", short="x", status="unsure"),
    ],
)
def test_it_is_not_asked_beside_what_matters_more(said, answer):
    dispatcher = CollectingDispatcher()
    asked(dispatcher, said("why", slots={"answers_given": FIRST - 1}), (answer,))
    assert dispatcher.messages == []


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("what do you know about her", True),
        ("what do you know about my mum?", True),
        ("what do you know", False),
        ("what can you do", False),
    ],
)
async def test_help_shows_what_is_known_where_that_is_meant(said, monkeypatch, text, shows):
    async def shown(*_: object) -> list[dict[str, str]]:
        return [{"event": "slot", "name": "shown"}]

    monkeypatch.setattr(ActionShowProfile, "run", shown)
    dispatcher = CollectingDispatcher()
    events = await ActionHelp().run(dispatcher, said(text, "help"), {})
    assert bool(events) is shows
    assert [m["response"] for m in dispatcher.messages] == ([] if shows else ["utter_help"])
