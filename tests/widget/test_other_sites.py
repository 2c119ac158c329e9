"""The chat on an article of another origin: allowed or not, with integrity, with its options."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import urlsplit

import requests
from playwright.sync_api import Page, expect

from benchmarks import launcher
from tests.server import ROOT, Server
from tests.widget import site
from tests.widget.bots import Bot

EVIL = "http://evil.example"
SHIFT = """() => new Promise((done) => {
  const observer = new PerformanceObserver(() => {});
  observer.observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(observer.takeRecords().reduce((sum, {value}) => sum + value, 0)), 300);
})"""
PLACES = (
    "[...document.querySelectorAll('main *')].map(it => JSON.stringify(it.getBoundingClientRect()))"
)


def test_one_tag_puts_the_chat_on_an_allowed_site(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, bot.tag))
    chat.launcher.click()
    expect(chat.say("Which foods are rich in magnesium?")).to_contain_text("Sources")
    chat.tap(chat.follow_ups.first)


def test_a_site_that_is_not_allowed_gets_no_answer(visit, server: Server, article: str) -> None:
    tag = f'<script src="{server.address}/chat/widget.js" defer></script>'
    chat = visit(site.page(article, tag))
    chat.launcher.click()
    chat.type("Which foods are rich in magnesium?")
    expect(chat.element.get_by_text("I can't reach the server").first).to_be_visible()
    expect(chat.answers).to_have_count(0)


def test_only_allowed_origins_are_told_that_they_are(bot: Bot, article: str) -> None:
    asked = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    for path in ("/chat/messages", "/chat/widget.js", "/health"):
        for origin, allowed in ((article, article), (EVIL, None), ("null", None)):
            address, headers = f"{bot.address}{path}", {"Origin": origin}
            method = requests.post if path.endswith("messages") else requests.get
            answers = [
                requests.options(address, headers={**headers, **asked}, timeout=10),
                method(address, headers=headers, timeout=10),
            ]
            for answer in answers:
                told = answer.headers.get("Access-Control-Allow-Origin")
                assert told == allowed, (path, origin, answer.status_code)


def test_integrity_lets_the_right_script_in(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, _pinned(bot, "sha384-" + _hash())))
    chat.launcher.click()
    expect(chat.say("hello")).to_be_visible()


def test_integrity_keeps_another_script_out(browser, bot: Bot, article: str) -> None:
    page = browser.new_page()
    page.goto(site.page(article, _pinned(bot, "sha384-" + "A" * 64)))
    assert page.locator("crampwise-chat").count() == 0
    page.close()


def test_a_strict_policy_of_the_site_needs_three_lines(visit, bot: Bot, article: str) -> None:
    policy = (
        f"default-src 'none'; style-src {_own_style()}; script-src {bot.address};"
        f" connect-src {bot.address}; img-src {bot.address} data:"
    )
    chat = visit(site.page(article, bot.tag, policy=policy))
    chat.launcher.click()
    expect(chat.say("hello")).to_be_visible()


def test_a_sites_rules_for_all_elements_do_not_reach_the_chat(
    visit, bot: Bot, article: str
) -> None:
    rules = "body * { font-size: 40px !important; color: red !important; line-height: 3 }"
    rules += " body > * { position: relative; transform: scale(1); filter: blur(0); width: 9px }"
    rules += " button { border: 9px solid lime !important }"
    chat = visit(site.page(article, f"<style>{rules}</style>{bot.tag}"))
    plain = visit(site.page(article, bot.tag))
    for one in (chat, plain):
        one.launcher.click()
    assert chat.input.bounding_box() == plain.input.bounding_box()
    look = "it => JSON.stringify(['color', 'font', 'border'].map(key => getComputedStyle(it)[key]))"
    for part in ("send", "greeting"):
        of_part = [one.element.locator(f".{part}").evaluate(look) for one in (chat, plain)]
        assert of_part[0] == of_part[1]


def test_nothing_on_the_page_moves(visit, bot: Bot, article: str) -> None:
    bare = visit(site.page(article)).page
    chat = visit(site.page(article, bot.tag))
    expect(chat.launcher).to_be_visible()
    assert _places(chat.page) == _places(bare)
    chat.launcher.click()
    chat.say("hello")
    assert _places(chat.page) == _places(bare)
    assert chat.page.evaluate(SHIFT) == 0


def test_nobody_else_is_asked_for_anything(visit, bot: Bot, article: str) -> None:
    chat = visit("about:blank")
    hosts: set[str] = set()
    chat.page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    chat.page.goto(site.page(article, bot.tag))
    chat.launcher.click()
    chat.say("Which foods are rich in magnesium?")
    assert hosts == {urlsplit(article).netloc, urlsplit(bot.address).netloc}
    assert chat.page.context.cookies() == []


def test_the_options_of_the_tag(visit, bot: Bot, article: str) -> None:
    options = (
        'data-position="left" data-accent="#ffd23f" data-title="Ask &lt;us>"'
        ' data-greeting="Hi there." data-theme="dark" data-open'
    )
    chat = visit(site.page(article, bot.tag.replace("defer", f"defer {options}")))
    panel = chat.element.get_by_role("dialog", name="Ask <us>")
    expect(panel).to_contain_text("Hi there.")
    assert panel.bounding_box()["x"] < 30
    expect(chat.element.locator(".root")).to_have_attribute("data-theme", "dark")
    # Dark words on a light accent
    colour = chat.element.locator(".send").evaluate("it => getComputedStyle(it).color")
    assert colour == "rgb(10, 20, 18)"
    assert chat.page.evaluate("document.activeElement.localName") == "body"


def test_the_sites_own_button_opens_and_asks(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, bot.tag))
    expect(chat.launcher).to_be_visible()
    chat.element.evaluate("chat => chat.ask('Do bananas help?')")
    expect(chat.last).to_contain_text("banana")
    chat.element.evaluate("chat => chat.close()")
    expect(chat.launcher).to_be_visible()


def test_the_script_travels_packed_and_only_when_it_changed(bot: Bot) -> None:
    address = f"{bot.address}/chat/widget.js"
    first = requests.get(address, timeout=10)
    assert first.headers["Content-Encoding"] == "gzip"
    assert int(first.headers["Content-Length"]) < 15_500  # zlib packs a little less than build.mjs
    plain = requests.get(address, headers={"Accept-Encoding": "identity"}, timeout=10)
    assert plain.content == first.content
    again = requests.get(address, headers={"If-None-Match": first.headers["ETag"]}, timeout=10)
    assert (again.status_code, again.content) == (304, b"")


def test_the_launcher_takes_under_50_ms_of_script_and_moves_nothing(browser, article: str) -> None:
    costs = [launcher.visit(browser, article) for _ in range(3)]
    # The best of three: other programs share the machine
    assert min(cost.script for cost in costs) < 50
    assert {cost.shift for cost in costs} == {0}


def _places(page: Page) -> list[str]:
    return page.evaluate(PLACES)


def _pinned(bot: Bot, integrity: str) -> str:
    return bot.tag.replace("defer", f'defer crossorigin="anonymous" integrity="{integrity}"')


def _hash() -> str:
    script = (ROOT / "widget" / "dist" / "widget.js").read_bytes()
    return base64.b64encode(hashlib.sha384(script).digest()).decode()


def _own_style() -> str:
    """The article's style sheet, as a policy lets it through."""
    sheet = site.DEMO.read_text(encoding="utf-8").split("<style>")[1].split("</style>")[0]
    return f"'sha256-{base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()}'"
