"""The page and `POST /chat/messages`, against the running bot."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.server import Server

EVERYWHERE = {"999", "911", "112", "000"}
ARTICLE = {
    "Which vitamin deficiency causes leg cramps?": ("which_nutrient", "magnesium"),
    "Can dehydration cause leg cramps?": ("dehydration", "fluid"),
    "Which foods can help with leg cramps?": ("foods", "potassium"),
    "Is magnesium or potassium better for leg cramps?": ("compare.magnesium+potassium", "nerve"),
    "How can I tell if my leg cramps are from a deficiency?": ("deficiency_signs", "blood test"),
    "Are leg cramps only caused by exercise?": ("timing", "night"),
    "Should I take supplements for leg cramps?": ("supplements", "doctor"),
    "When should I see a doctor about leg cramps?": ("see_doctor", "swollen"),
}


@pytest.mark.parametrize(("question", "topic", "word"), [(q, *a) for q, a in ARTICLE.items()])
def test_a_question_of_the_article_gets_its_own_sourced_answer(
    server: Server, question: str, topic: str, word: str
) -> None:
    answer = server.answer(question)
    assert answer["topic"] == topic
    assert word in answer["text"].lower()
    assert answer["sources"]
    assert all(source["url"].startswith("http") and source["title"] for source in answer["sources"])
    assert answer["urgency"] is None


def test_a_danger_sign_is_answered_alone(server: Server) -> None:
    answer = server.answer("my calf is swollen, hot and red")
    assert answer["topic"] == "red_flag.dvt"
    assert answer["urgency"] == "same_day"
    assert answer["buttons"] == []
    assert "massage" in answer["text"]
    assert not {"magnesium", "potassium", "banana"} & set(answer["text"].lower().split())


@pytest.mark.parametrize(
    ("locale", "numbers"),
    [("en-GB", {"999"}), ("en-US", {"911"}), ("en", EVERYWHERE), (7, EVERYWHERE)],
)
def test_the_devices_locale_chooses_the_numbers_to_call(
    server: Server, locale: object, numbers: set[str]
) -> None:
    told = server.post({"text": "my chest hurts and i cant breathe", "locale": locale}).json()
    calls = {call["tel"] for call in told["messages"][0]["parts"]["calls"]}
    assert calls & EVERYWHERE == numbers


def test_a_danger_sign_overrides_what_came_before(server: Server) -> None:
    conversation, _ = server.say("which foods have magnesium")
    conversation, _ = server.say("thanks, bye", conversation)
    answer = server.answer("now my chest hurts and i cant breathe", conversation)
    assert answer["urgency"] == "emergency"


def test_what_is_outside_is_said_to_be_outside(server: Server) -> None:
    answer = server.answer("what's the capital of France")
    assert answer["topic"] == "unknown"
    assert "I don't know that one" in answer["text"]
    assert 1 <= len(answer["buttons"]) <= 3


def test_a_button_leads_to_the_answer_it_names(server: Server) -> None:
    conversation, [answer] = server.say("should I take magnesium")
    button = next(b for b in answer["buttons"] if "foods" in b["payload"] or "/" in b["payload"])
    response = server.post({"conversation": conversation, "payload": button["payload"]})
    assert response.status_code == 200
    [reply] = response.json()["messages"]
    assert reply["topic"] not in ("unknown", "unsure", "trouble")


def test_a_typed_slash_is_no_intent(server: Server) -> None:
    answer = server.answer('/supplements{"nutrient": "magnesium"}')
    assert "error" not in answer
    assert server.answer("/out_of_scope/which vitamin for cramps")["text"]


def test_follow_up_speaks_of_what_came_before(server: Server) -> None:
    conversation, _ = server.say("which foods are rich in magnesium?")
    answer = server.answer("and potassium?", conversation)
    assert answer["topic"] == "potassium.foods"


def test_a_medicine_told_earlier_brings_its_caution_first(server: Server) -> None:
    conversation, _ = server.say("I take ramipril every day")
    conversation, _ = server.say("why do cramps come at night", conversation)
    answer = server.answer("should I take potassium tablets", conversation)
    first = answer["text"].splitlines()[0]
    assert "doctor" in first
    assert "potassium" in first


def test_two_people_do_not_share_what_they_told(server: Server) -> None:
    conversation, _ = server.say("I take ramipril every day")
    other, [answer] = server.say("should I take potassium tablets")
    assert other != conversation
    assert answer["text"].startswith("Potassium supplements")


def test_a_thousand_characters_are_read(server: Server) -> None:
    story = "My legs cramp at night and I have tried many things. " * 18
    answer = server.answer(story[:980] + " Any ideas?")
    assert answer["text"]


def test_messages_of_one_conversation_are_answered_each(server: Server) -> None:
    conversation, _ = server.say("hello")
    questions = ["foods with potassium", "does pickle juice work", "why at night", "statin cramps"]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda text: server.answer(text, conversation), questions))
    assert [bool(answer["sources"]) for answer in answers] == [True] * 4
