"""A slow server, a dead one, and a page reloaded before the answer came. Run last of its folder:
it ends the bot that the other files share, and starts it again."""

from __future__ import annotations

import requests
from playwright.sync_api import Route, expect

from tests.widget import site
from tests.widget.bots import Bot

DOWN = "I can't reach the server"


def test_a_slow_server_is_waited_for(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, bot.tag))
    chat.launcher.click()
    with bot.frozen():
        chat.type("does pickle juice work?")
        expect(chat.element.locator(".typing")).to_be_visible()
        expect(chat.status).to_have_text("Working on an answer")
        chat.type("and bananas?")
        expect(chat.asked).to_have_count(2)
    expect(chat.answers).to_have_count(2)
    expect(chat.element.locator(".typing")).to_be_hidden()


def test_a_reload_before_the_answer_offers_to_try_again(visit, bot: Bot, article: str) -> None:
    chat = visit(site.page(article, bot.tag))
    chat.launcher.click()
    chat.say("hello")
    with bot.frozen():
        chat.type("does pickle juice work?")
        # On its way, and no longer only waiting to be sent, which the new page would do.
        chat.page.wait_for_function(
            """() => Object.values(localStorage).some((kept) => kept.includes('"sending"'))"""
        )
        chat.page.reload(wait_until="commit")  # the old page is gone before the bot wakes
    expect(
        chat.element.get_by_text("The page was reloaded before the answer came.")
    ).to_be_visible()
    expect(chat.answers).to_have_count(1)
    chat.tap(chat.button("Try again"))
    expect(chat.last).to_contain_text("pickle", ignore_case=True)


def test_an_answer_lost_on_the_way_is_had_and_not_given_twice(
    visit, bot: Bot, article: str
) -> None:
    chat = visit(site.page(article, bot.tag))
    chat.launcher.click()

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    chat.page.route("**/chat/messages", lose, times=1)
    chat.type("does pickle juice work?")
    expect(chat.last).to_contain_text("pickle", ignore_case=True)
    kept = requests.get(f"{bot.address}/chat/conversations/{chat.conversation}", timeout=10)
    assert kept.json()["messages"] == 1


def test_a_dead_server_loses_nothing_and_comes_back(visit, bot: Bot, article: str) -> None:
    # The script comes from the site itself, so that the launcher is there without the bot.
    tag = f'<script src="/widget.js" data-server="{bot.address}/chat/" defer></script>'
    chat = visit(site.page(article, tag))
    chat.launcher.click()
    chat.say("Which foods are rich in magnesium?")
    bot.kill()
    chat.type("and potassium?")
    banner = chat.element.locator(".banner").get_by_text(DOWN)
    expect(banner).to_be_visible()
    expect(chat.element.get_by_text("Waiting to be sent")).to_be_visible()
    chat.page.clock.install()
    chat.page.reload()
    expect(chat.asked).to_have_count(2)
    expect(banner).to_be_visible()
    chat.type("and calcium?")
    chat.choose("Delete my data", "Delete")
    expect(chat.status).to_have_text(
        "I could not reach the server: nothing was deleted. Please try again."
    )
    bot.start()
    chat.page.clock.fast_forward(30_000)  # ms: it asks again by itself at most this much later
    expect(banner).to_be_hidden()
    expect(chat.answers).to_have_count(3)
    assert chat.questions == [
        "Which foods are rich in magnesium?",
        "and potassium?",
        "and calcium?",
    ]


def test_the_page_says_that_nobody_is_there(visit, bot: Bot, article: str) -> None:
    tag = '<script src="/widget.js" data-server="http://127.0.0.1:9/chat/" defer></script>'
    chat = visit(site.page(article, tag))
    chat.launcher.click()
    chat.type("hello")
    expect(chat.element.locator(".banner").get_by_text(DOWN)).to_be_visible()
