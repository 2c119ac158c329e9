"""What people take along from the chat: answers copied, the conversation and the note printed."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.server import Server


def test_an_answer_is_copied_with_its_sources(visit, server: Server) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    chat = visit(f"{server.address}/chat/", permissions=rights)
    answer = chat.say("Should I take magnesium tablets?")
    answer.get_by_role("button", name="Copy this answer").click()
    expect(chat.status).to_have_text("Copied.")
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    assert "unlikely to help" in copied
    assert "\nEvidence against: In 5 trials" in copied
    assert "\n- Magnesium for skeletal muscle cramps" in copied
    assert "https://www.cochranelibrary.com/" in copied
    small_talk = chat.say("hello")
    assert small_talk.get_by_role("button", name="Copy this answer").count() == 0


def test_a_table_is_copied_with_its_answer(visit, server: Server) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    chat = visit(f"{server.address}/chat/", permissions=rights)
    chat.say("Which foods are rich in magnesium?")
    chat.button("Copy this answer").click()
    expect(chat.status).to_have_text("Copied.")
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    assert "\nhemp seeds, hulled\t3 tbsp\t210 mg\t700 mg\n" in copied


def test_printing_unfolds_everything_in_dark_ink_on_white(visit, server: Server) -> None:
    chat = visit(f"{server.address}/chat/", color_scheme="dark")
    answer = chat.say("Which vitamin am I lacking when I get leg cramps?")
    chat.page.emulate_media(media="print")
    chat.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(answer.get_by_text("Vitamin D acts by way of calcium")).to_be_visible()
    expect(chat.input).to_be_hidden()
    expect(chat.element.locator(".root")).to_have_attribute("data-theme", "light")


def test_the_note_for_the_doctor_is_copied_and_printed_alone(visit, server: Server) -> None:
    chat = visit(f"{server.address}/chat/", permissions=["clipboard-read", "clipboard-write"])
    note = {"title": "Note for the doctor", "lines": ["When: at night", "Takes a water tablet."]}
    chat.next_answer_is(parts={"short": "Here it is.", "note": note})
    answer = chat.say("write the note")
    answer.get_by_role("button", name="Copy the note").click()
    expect(chat.status).to_have_text("Copied.")
    whole = "Note for the doctor\nWhen: at night\nTakes a water tablet."
    assert chat.page.evaluate("navigator.clipboard.readText()") == whole
    with chat.page.expect_popup() as opened:
        answer.get_by_role("button", name="Print the note").click()
    assert opened.value.title() == "Note for the doctor"
    assert opened.value.locator("html").get_attribute("lang") == "en"
    assert opened.value.locator("body").inner_text().split("\n\n") == whole.split("\n")
