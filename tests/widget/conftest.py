"""What the browser tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.server import BIN, Server, free_port
from tests.widget import browser as chromium
from tests.widget import site
from tests.widget.bots import Bot
from tests.widget.chat import Chat

Open = Callable[..., Chat]


# Not for the whole session: Playwright keeps an event loop running, which asyncio tests elsewhere
# would stumble over.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    chromium.needed()
    with sync_playwright() as playwright:
        found = chromium.start(playwright)
        yield found
        found.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens an address in a browser of its own and gives its chat.

    Fails the test when a script broke on the page or a content security policy was violated.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(address: str, **options: Any) -> Chat:
        # A locale that names no country, so that all telephone numbers are shown.
        context = browser.new_context(**{"reduced_motion": "reduce", "locale": "en", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: _note(message.text, wrong))
        page.goto(address)
        return Chat(page)

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def _note(text: str, wrong: list[str]) -> None:
    if "Content Security Policy" in text or "integrity" in text:
        wrong.append(text)


@pytest.fixture
def chat(visit: Open, server: Server) -> Chat:
    """The chat as a page of its own, with nothing said yet."""
    return visit(f"{server.address}/chat/")


@pytest.fixture(scope="package")
def site_port() -> int:
    return free_port()


@pytest.fixture(scope="package")
def article(site_port: int) -> Iterator[str]:
    """The address of another site's article."""
    with site.serving(site_port) as address:
        yield address


@pytest.fixture(scope="package")
def bot(site_port: int) -> Iterator[Bot]:
    """A second bot, which allows the article's site, and which a test may stop and start."""
    chromium.needed()
    with Bot([str(BIN / "crampwise"), "serve"], f"http://127.0.0.1:{site_port}") as found:
        yield found
