"""The chat for people who hear it, zoom it, or use the keyboard alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.server import Server
from tests.widget import axe, site
from tests.widget.bots import Bot
from tests.widget.chat import Chat
from tests.widget.states import states

VIEWS: dict[str, dict[str, Any]] = {
    "desktop": {},
    "dark": {"color_scheme": "dark"},
    "phone of 320 px": {"viewport": {"width": 320, "height": 640}, "has_touch": True},
    # What a browser makes of a window of 1280 by 800 when zoomed to 200%
    "zoom of 200%": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "colours of one's own": {"forced_colors": "active"},
}


@pytest.mark.parametrize("view", VIEWS)
def test_no_state_has_a_fault(visit, bot: Bot, article: str, view: str) -> None:
    chat = visit(site.page(article, bot.tag), **VIEWS[view])
    faults = {state: axe.faults(chat.page) + _overhang(chat) for state in states(chat)}
    assert {state: found for state, found in faults.items() if found} == {}
    assert {"closed", "open", "answer", "table", "chart", "form"} < set(faults)
    assert {"emergency", "error", "offline"} < set(faults)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_its_own(visit, server: Server, theme: str) -> None:
    chat = visit(f"{server.address}/chat/", color_scheme=theme)
    seen = {}
    for state in states(chat):
        if state in ("open", "table", "emergency"):
            seen[state] = axe.faults(chat.page) + _overhang(chat)
    assert seen == {"open": [], "table": [], "emergency": []}


def test_an_answer_reads_well_aloud(chat: Chat) -> None:
    answer = chat.say("Should I take magnesium tablets?")
    expect(answer).to_match_aria_snapshot("""
      - article:
        - heading "Crampwise:" [level=2]
        - paragraph: /For ordinary leg cramps/
        - group: /More/
        - group "Take care":
          - paragraph
        - paragraph: /Evidence against.* In 5 trials/
        - group: /Sources/
        - button "Copy this answer"
        - group "Suggestions":
          - button "Which form of magnesium is best absorbed?"
    """)


def test_a_danger_sign_reads_well_aloud(chat: Chat) -> None:
    answer = chat.say("my chest hurts and i cant breathe")
    expect(answer).to_match_aria_snapshot("""
      - article:
        - heading "Crampwise:" [level=2]
        - paragraph: Get help now
        - paragraph: /Call the emergency number now/
        - 'link "Call UK: 999"':
          - /url: tel:999
        - 'link "Call US and Canada: 911"':
          - /url: tel:911
        - 'link "Call Europe: 112"':
          - /url: tel:112
        - 'link "Call Australia: 000"':
          - /url: tel:000
        - paragraph: Sources
        - list
        - button "Copy this answer"
    """)


def test_no_control_is_read_twice(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, bot.tag))
    chat.launcher.click()
    chat.say("Which foods are rich in magnesium?")
    read = _read(chat)
    assert {"New chat", "Minimise", "Copy this answer", "Send", "Your question"} < set(read)
    assert set(read.values()) == {""}
    chat.input.fill("x" * 950)
    assert _read(chat)["Your question"] == "950 of 1,000"
    assert chat.element.get_by_role("banner").count() == 0, "the site has a banner of its own"


def test_a_chart_reads_as_numbers(visit, server: Server) -> None:
    # In German "1.320" would be meant, which an English answer must not say.
    chat = visit(f"{server.address}/chat/", locale="de")
    bars = [{"label": "Hemp seeds", "value": 209.7}, {"label": "Banana", "value": 3.24}]
    need = {"label": "A day's need", "value": 1320}
    chart = {"caption": "Magnesium in one serving", "unit": "mg", "bars": bars, "need": need}
    chat.next_answer_is(parts={"short": "Seeds lead.", "chart": chart})
    expect(chat.say("magnesium")).to_match_aria_snapshot("""
      - table "Magnesium in one serving":
        - rowgroup:
          - row "Hemp seeds 210 mg"
          - row "Banana 3.2 mg"
          - row "A day's need 1,320 mg"
    """)


def test_an_answer_is_added_to_the_live_region_once(chat: Chat) -> None:
    chat.say("hello")
    chat.element.get_by_role("log").evaluate("""log => {
      window.added = [];
      new MutationObserver((changes) => {
        for (const {addedNodes} of changes)
          for (const node of addedNodes)
            if (node.nodeType === 1 && (node.matches("article") || node.querySelector("article")))
              window.added.push(node.textContent);
      }).observe(log, {childList: true, subtree: true});
    }""")
    chat.say("does pickle juice work?")
    chat.say("Do bananas help?")
    assert len(chat.page.evaluate("window.added")) == 2


def test_news_come_from_inside_a_chat_that_covers_the_page(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, bot.tag), **VIEWS["phone of 320 px"])
    assert chat.element.get_by_role("dialog").count() == 0
    chat.launcher.click()
    dialog = chat.element.get_by_role("dialog", name="Crampwise")
    expect(dialog).to_have_attribute("aria-modal", "true")
    expect(dialog.get_by_role("status")).to_be_attached()
    chat.button("Minimise").click()
    expect(chat.status).to_be_attached()


def test_escape_closes_menu_then_chat_and_gives_the_focus_back(
    visit, bot: Bot, article: str
) -> None:
    chat = visit(site.page(article, bot.tag))
    chat.launcher.focus()
    chat.page.keyboard.press("Enter")
    expect(chat.input).to_be_focused()
    chat.button("More options").press("Enter")
    chat.page.keyboard.press("Tab")
    expect(chat.button("Turn sound on")).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(chat.button("More options")).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(chat.launcher).to_be_focused()
    expect(chat.input).to_be_hidden()


def test_everything_can_be_reached_with_the_keyboard(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, bot.tag))
    chat.launcher.click()
    chat.say("Which foods are rich in magnesium?")
    wanted = chat.element.locator("a, button:enabled, textarea, summary").filter(visible=True)
    missing = set(range(wanted.count()))
    chat.element.evaluate("it => { document.body.tabIndex = -1; document.body.focus(); }")
    for _ in range(60):
        chat.page.keyboard.press("Tab")
        missing -= {n for n in missing if wanted.nth(n).evaluate("it => it.matches(':focus')")}
        if not missing:
            return
    raise AssertionError([wanted.nth(n).inner_text() for n in missing])


def test_an_answer_that_comes_while_closed_is_counted(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, bot.tag))
    chat.launcher.click()
    with bot.frozen():
        chat.type("does pickle juice work?")
        chat.input.press("Escape")
    expect(chat.launcher).to_have_accessible_name("Open the chat, new answers: 1")
    expect(chat.status).to_have_text("A new answer has arrived.")
    chat.launcher.click()
    expect(chat.last).to_be_visible()
    chat.input.press("Escape")
    expect(chat.launcher).to_have_accessible_name(re.compile("^Open the chat$"))


def _read(chat: Chat) -> dict[str, str]:
    """The name of each control with what the browser has read after it."""
    session = chat.page.context.new_cdp_session(chat.page)
    return {
        node["name"]["value"]: node.get("description", {}).get("value", "")
        for node in session.send("Accessibility.getFullAXTree")["nodes"]
        if node.get("role", {}).get("value") in ("button", "textbox")
    }


def _overhang(chat: Chat) -> list[str]:
    """What would have to be scrolled sideways: the page, or the messages."""
    messages = chat.element.locator(".scroller").element_handle()
    wide = chat.page.evaluate(
        "it => [document.documentElement, it].filter((one) => one.scrollWidth > one.clientWidth)"
        ".map((one) => `${one.className || one.localName} scrolls sideways`)",
        messages,
    )
    return list(wide)
