"""Takes the chat through every state it can be in, for what looks at each of them."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import expect

from tests.widget.chat import Chat

# What is tapped in the cramp check
REPLIES = (
    "At night",
    "Either leg or both",
    "None of these",
    "Several times a week",
    "Drinking little",
    "A bit of everything",
    "Water tablets",
    "None",
)


def states(chat: Chat) -> Iterator[str]:
    """The name of each state, while the page shows it."""
    if chat.element.get_attribute("mode") != "page":
        yield "closed"
        chat.launcher.click()
    yield "open"
    yield from _answers(chat)
    yield from _check(chat)
    yield from _safety(chat)
    yield from _controls(chat)
    yield from _trouble(chat)


def _answers(chat: Chat) -> Iterator[str]:
    chat.say("Which vitamin am I lacking when I get leg cramps?")
    yield "answer"
    chat.last.locator("summary").first.click()
    yield "details"
    chat.say("Which foods are rich in magnesium?")
    expect(chat.last.get_by_role("table")).to_be_visible()
    yield "table"
    chat.say("Should I take magnesium tablets?")
    yield "caution"
    chat.say("two bananas and a cup of spinach, how much potassium is that?")
    expect(chat.last.locator(".chart")).to_be_visible()
    yield "chart"


def _check(chat: Chat) -> Iterator[str]:
    chat.say("Start the cramp check")
    expect(chat.button(REPLIES[0])).to_be_visible()
    yield "form"
    for reply in REPLIES:
        chat.tap(chat.button(reply).last)
    note = chat.button("A note for my doctor")
    expect(note).to_be_visible()
    yield "check"
    chat.tap(note)
    yield "note"


def _safety(chat: Chat) -> Iterator[str]:
    chat.say("My calf is swollen, hot and red")
    yield "same-day"
    chat.say("my chest hurts and i cant breathe")
    yield "emergency"


def _controls(chat: Chat) -> Iterator[str]:
    chat.button("More options").click()
    yield "menu"
    chat.button("Delete my data").click()
    yield "delete"
    chat.button("Keep").click()
    chat.input.fill("My legs cramp at night. " * 42)
    yield "too-long"
    chat.input.fill("")


def _trouble(chat: Chat) -> Iterator[str]:
    chat.next_answer_is(status=500, text="Something went wrong here. Please try again.")
    chat.type("Do bananas help?")
    expect(chat.button("Edit")).to_be_visible()
    yield "error"
    chat.page.route("**/chat/messages", lambda route: route.abort())
    chat.page.route("**/health", lambda route: route.abort())
    chat.type("Can dehydration cause leg cramps?")
    expect(chat.element.get_by_text("I can't reach the server").first).to_be_visible()
    yield "offline"
