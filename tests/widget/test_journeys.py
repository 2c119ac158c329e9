"""What people do with the chat, on its own page, against the running bot."""

from __future__ import annotations

import re

import pytest
import requests
from playwright.sync_api import expect

from tests.server import Server
from tests.widget.chat import Chat

CALL = re.compile("^Call ")
ARTICLE = {
    "Which vitamin deficiency causes leg cramps?": "magnesium",
    "Can dehydration cause leg cramps?": "fluid",
    "Which foods can help with leg cramps?": "potassium",
    "Is magnesium or potassium better for leg cramps?": "nerve",
    "How can I tell if my leg cramps are from a deficiency?": "blood test",
    "Are leg cramps only caused by exercise?": "night",
    "Should I take supplements for leg cramps?": "doctor",
}


def test_the_articles_questions_are_answered_when_typed(chat: Chat) -> None:
    for question, word in ARTICLE.items():
        answer = chat.say(question)
        expect(answer).to_contain_text(word, ignore_case=True)
        expect(answer).to_contain_text("Sources")
    assert chat.questions == list(ARTICLE)


def test_every_example_is_answered_when_tapped(visit, server: Server) -> None:
    chat = visit(f"{server.address}/chat/", has_touch=True, viewport={"width": 390, "height": 844})
    examples = chat.element.locator(".examples").get_by_role("button")
    assert examples.count() == 4
    for example in examples.all():
        title = example.inner_text()
        expect(chat.tap(example)).to_contain_text("Sources")
        assert chat.questions[-1] == title


def test_a_follow_up_is_asked_in_its_own_words_and_then_spent(chat: Chat) -> None:
    first = chat.say("Which foods are rich in magnesium?")
    button = chat.follow_ups.first
    title = button.inner_text()
    chat.tap(button)
    assert chat.questions[-1] == title
    spent = first.get_by_role("button", name=title)
    expect(spent).to_have_attribute("aria-disabled", "true")  # it still has the focus
    spent.blur()
    expect(spent).to_be_disabled()


def test_a_danger_sign_shows_calls_and_no_follow_ups(chat: Chat) -> None:
    answer = chat.say("my chest hurts and i cant breathe")
    expect(answer).to_contain_text("Get help now")
    calls = answer.get_by_role("link", name=CALL)
    numbers = [call.get_attribute("href") for call in calls.all()]
    assert numbers == ["tel:999", "tel:911", "tel:112", "tel:000"]
    assert chat.follow_ups.count() == 0
    expect(answer).to_have_attribute("aria-live", "assertive")


def test_a_british_device_is_shown_british_numbers(visit, server: Server) -> None:
    chat = visit(f"{server.address}/chat/", locale="en-GB")
    calls = chat.say("my chest hurts and i cant breathe").get_by_role("link", name=CALL)
    assert [call.get_attribute("href") for call in calls.all()] == ["tel:999"]


def test_a_reload_keeps_the_conversation_and_what_was_being_typed(chat: Chat) -> None:
    chat.say("Which foods are rich in magnesium?")
    chat.input.fill("half a thought")
    chat.page.reload()
    expect(chat.answers).to_have_count(1)
    expect(chat.input).to_have_value("half a thought")
    expect(chat.say("and potassium?")).to_contain_text("potassium")


def test_a_second_tab_is_the_same_conversation(chat: Chat, server: Server) -> None:
    chat.say("Which foods are rich in magnesium?")
    other = Chat(chat.page.context.new_page())
    other.page.goto(f"{server.address}/chat/")
    expect(other.answers).to_have_count(1)
    other.say("and potassium?")
    expect(chat.answers).to_have_count(2)
    expect(chat.last).to_contain_text("potassium")


def test_questions_sent_at_once_are_answered_in_order(chat: Chat) -> None:
    for question in ("Which foods are rich in magnesium?", "and potassium?", "and calcium?"):
        chat.type(question)
    expect(chat.asked).to_have_count(3)
    expect(chat.answers).to_have_count(3)
    for answer, word in zip(chat.answers.all(), ("magnesium", "potassium", "calcium")):
        expect(answer.locator("caption")).to_contain_text(word, ignore_case=True)


def test_a_new_chat_begins_empty_and_forgets_what_was_spoken_of(chat: Chat) -> None:
    chat.say("I take ramipril every day")
    chat.button("New chat").click()
    expect(chat.answers).to_have_count(0)
    expect(chat.input).to_be_focused()
    expect(chat.status).to_have_text("New chat started.")
    answer = chat.say("should I take potassium tablets")
    assert answer.locator("p").first.inner_text().startswith("Potassium supplements")


def test_delete_my_data_deletes_here_and_on_the_server(chat: Chat, server: Server) -> None:
    chat.say("I take ramipril every day")
    conversation = chat.conversation
    assert requests.get(f"{server.address}/chat/conversations/{conversation}").json()["messages"]
    chat.choose("Delete my data")
    expect(chat.button("Keep")).to_be_focused()
    chat.button("Delete").click()
    expect(chat.status).to_have_text("Your data is deleted.")
    expect(chat.answers).to_have_count(0)
    assert chat.page.evaluate("Object.keys(localStorage)") == []
    kept = requests.get(f"{server.address}/chat/conversations/{conversation}").json()
    assert kept["messages"] == 0


def test_what_is_forgotten_at_a_word_is_not_kept_here_either(chat: Chat) -> None:
    chat.say("I take ramipril every day")
    chat.type("delete everything you know about me")
    expect(chat.last).to_contain_text("deleted")
    expect(chat.answers).to_have_count(1)
    chat.page.reload()
    expect(chat.answers).to_have_count(1)
    assert chat.questions == ["delete everything you know about me"]


def test_keep_deletes_nothing(chat: Chat) -> None:
    chat.say("hello")
    chat.choose("Delete my data", "Keep")
    expect(chat.answers).to_have_count(1)
    expect(chat.button("More options")).to_be_focused()


def test_a_question_of_three_lines_stays_in_view_above_its_answer(visit, server: Server) -> None:
    chat = visit(f"{server.address}/chat/", viewport={"width": 390, "height": 844})
    chat.say("hello")
    chat.say("two bananas and a cup of spinach, how much potassium is that in all?")
    header = chat.element.locator(".header").bounding_box()
    said, answer = chat.asked.last.bounding_box(), chat.last.bounding_box()
    assert header["height"] < said["y"] < answer["y"] < 300


def test_the_outcome_of_a_check_is_not_folded_away(chat: Chat) -> None:
    parts = {"short": "First things to try.", "details": ["Stretch.", "Drink.", "Rest."]}
    chat.next_answer_is(topic="check.plan", parts=parts)
    expect(chat.say("the check").get_by_text("Rest.")).to_be_visible()
    chat.next_answer_is(topic="magnesium.role", parts=parts)
    expect(chat.say("a question").get_by_text("Rest.")).to_be_hidden()


def test_shift_enter_breaks_the_line_and_enter_sends(chat: Chat) -> None:
    chat.input.press_sequentially("hello")
    chat.input.press("Shift+Enter")
    chat.input.press_sequentially("does pickle juice work?")
    height = chat.input.bounding_box()["height"]
    assert chat.input.input_value() == "hello\ndoes pickle juice work?"
    chat.input.press("Enter")
    expect(chat.answers).to_have_count(1)
    expect(chat.input).to_have_value("")
    assert chat.input.bounding_box()["height"] < height


def test_the_counter_shows_near_a_thousand_characters(chat: Chat) -> None:
    counter = chat.element.locator(".counter")
    chat.input.fill("x" * 899)
    expect(counter).to_be_hidden()
    chat.input.fill("x" * 900)
    expect(counter).to_have_text("900 of 1,000")
    # Characters as the server counts them, not the halves of which JavaScript makes an emoji
    chat.input.fill("\U0001f9b5" * 1000)
    expect(counter).to_have_text("1,000 of 1,000")
    expect(chat.input).to_have_attribute("aria-invalid", "false")


def test_a_text_too_long_is_kept_and_not_sent(chat: Chat) -> None:
    chat.type("x" * 1001)
    expect(chat.element.get_by_text("Too long to send: 1,001 of 1,000").first).to_be_visible()
    expect(chat.input).to_have_value("x" * 1001)
    expect(chat.input).to_have_attribute("aria-invalid", "true")
    expect(chat.asked).to_have_count(0)
    chat.input.press("Backspace")
    chat.input.press("Enter")
    expect(chat.answers).to_have_count(1)


def test_the_echo_is_there_before_the_answer(chat: Chat) -> None:
    chat.page.route("**/chat/messages", lambda route: None)  # never answered
    chat.type("does pickle juice work?")
    expect(chat.asked).to_have_text("You: does pickle juice work?", timeout=500)
    expect(chat.element.locator(".typing")).to_be_visible()
    expect(chat.status).to_have_text("Working on an answer")


def test_an_error_can_be_tried_again_or_edited(chat: Chat) -> None:
    chat.next_answer_is(status=500, text="Something went wrong here.")
    chat.type("does pickle juice work?")
    expect(chat.element.get_by_text("Something went wrong here.").first).to_be_visible()
    chat.button("Edit").click()
    expect(chat.input).to_have_value("does pickle juice work?")
    chat.next_answer_is(status=500, text="Something went wrong here.")
    chat.input.press("Enter")
    chat.tap(chat.button("Try again"))
    expect(chat.asked).to_have_count(1)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_follows_the_systems_theme(visit, server: Server, theme: str) -> None:
    chat = visit(f"{server.address}/chat/", color_scheme=theme)
    expect(chat.element.locator(".root")).to_have_attribute("data-theme", theme)
    other = "dark" if theme == "light" else "light"
    chat.page.emulate_media(color_scheme=other)
    expect(chat.element.locator(".root")).to_have_attribute("data-theme", other)
