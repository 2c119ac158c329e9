"""Takes the chat through every state it can be in, for what looks at each of them."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import expect

from tests.widget.chat import Chat

# Parts that take several turns to be sent.
CHART = {
    "short": "Seeds and cooked greens lead.",
    "chart": {
        "caption": "Magnesium in one serving",
        "unit": "mg",
        "bars": [
            {"label": "Hemp seeds, 3 tablespoons", "value": 210},
            {"label": "Spinach, cooked, 1 cup", "value": 157},
            {"label": "Black beans, 1 cup", "value": 120},
            {"label": "Banana, medium", "value": 32},
        ],
        "need": {"label": "A day's need of a woman of 70", "value": 320},
    },
}
NOTE = {
    "short": "Here is what you told me, to take along.",
    "note": {
        "title": "Note for the doctor or pharmacist",
        "lines": ["Cramps in both calves, most nights.", "Takes a water tablet.", "No swelling."],
    },
}


def states(chat: Chat) -> Iterator[str]:
    """The name of each state, while the page shows it."""
    if chat.element.get_attribute("mode") != "page":
        yield "closed"
        chat.launcher.click()
    yield "open"
    yield from _answers(chat)
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
    chat.next_answer_is(parts=CHART)
    chat.say("Show me a chart")
    yield "chart"
    chat.next_answer_is(parts=NOTE)
    chat.say("Write the note for the doctor")
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
