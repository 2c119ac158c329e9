"""The chat as a person uses it: what they type and tap, and what they then see."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

SECONDS = 30_000  # ms; an answer takes well under one, a loaded machine far longer
expect.set_options(timeout=SECONDS)


class Chat:
    """One page with the chat on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(SECONDS)
        self.element = page.locator("crampwise-chat")
        self.answers = self.element.get_by_role("article")
        self.asked = self.element.locator(".said")
        self.input = self.element.get_by_label("Your question")
        self.launcher = self.element.get_by_role("button", name="Open the chat")
        self.status = self.element.get_by_role("status")

    @property
    def last(self) -> Locator:
        """The newest answer."""
        return self.answers.last

    @property
    def questions(self) -> list[str]:
        """What was asked, as it is shown."""
        return [text.removeprefix("You: ") for text in self.asked.all_text_contents()]

    @property
    def conversation(self) -> str:
        """The server's id of the conversation, as this browser remembers it."""
        found: str = self.page.evaluate("""() => Object.values(localStorage)
          .map((kept) => JSON.parse(kept).conversation).find(Boolean)""")
        return found

    @property
    def follow_ups(self) -> Locator:
        return self.last.get_by_role("group", name="Suggestions").get_by_role("button")

    def button(self, name: str) -> Locator:
        return self.element.get_by_role("button", name=name, exact=True)

    def type(self, text: str) -> None:
        """Types and sends, without waiting for an answer."""
        self.input.fill(text)
        self.input.press("Enter")

    def say(self, text: str) -> Locator:
        """Types, sends and waits for one more answer, which it returns."""
        before = self.answers.count()
        self.type(text)
        return self.answered(before)

    def tap(self, button: Locator) -> Locator:
        """Presses a button that asks, and waits for one more answer."""
        before = self.answers.count()
        button.click()
        return self.answered(before)

    def answered(self, before: int) -> Locator:
        # There may be more than one: now and then it asks whether the answers help.
        expect(self.answers.nth(before)).to_be_attached()
        return self.answers.nth(before)

    def choose(self, *names: str) -> None:
        """Opens the menu and presses one item after the other."""
        self.button("More options").click()
        for name in names:
            self.button(name).click()

    def next_answer_is(self, status: int = 200, **answer: Any) -> None:
        """Has the server's next answer replaced: by an answer of these parts, or by an error."""
        message = {"text": "text", "buttons": [], "sources": [], "topic": "test", "urgency": None}
        body = {"conversation": "0" * 32, "messages": [{**message, **answer}]}
        if status != 200:
            body = {"error": {"code": "test", "message": answer["text"]}}

        def replace(route: Route) -> None:
            origin = {"Access-Control-Allow-Origin": route.request.headers.get("origin", "")}
            route.fulfill(
                status=status, headers=origin, content_type="application/json",
                body=json.dumps(body),
            )  # fmt: skip

        self.page.route("**/chat/messages", replace, times=1)
