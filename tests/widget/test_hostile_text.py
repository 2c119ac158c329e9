"""Text that would like to be more than text: typed by a person, or sent by a broken server."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.widget.chat import Chat

TEXTS = {
    "script": "<script>document.title='broken'</script>",
    "picture": "<img src=x onerror=\"document.title='broken'\">",
    "frame": "<iframe srcdoc=\"<script>parent.document.title='broken'</script>\"></iframe>",
    "script address": "javascript:document.title='broken'",
    "data address": "data:text/html,<script>document.title='broken'</script>",
    "markdown link": "[tap](javascript:document.title='broken') **bold**",
    "right to left": "safe \u202egnp.exe\u202c done",
    "very long word": "cramp" * 190,
}
ALLOWED = "a[href^='http://'], a[href^='https://'], a[href^='mailto:'], a[href^='tel:']"


@pytest.mark.parametrize("kind", TEXTS)
def test_typed_text_is_shown_as_it_is(chat: Chat, kind: str) -> None:
    title = chat.page.title()
    chat.say(TEXTS[kind])
    assert chat.questions == [TEXTS[kind]]
    assert chat.asked.locator(":not(.hidden)").count() == 0
    assert chat.page.title() == title
    assert _inside(chat)


@pytest.mark.parametrize("kind", TEXTS)
def test_an_answer_is_shown_as_text_wherever_it_stands(chat: Chat, kind: str) -> None:
    text = TEXTS[kind]
    title = chat.page.title()
    chat.next_answer_is(
        urgency="emergency",
        sources=[{"title": text, "url": text}, {"title": "fine", "url": "https://example.org/"}],
        buttons=[{"title": text, "payload": text}],
        parts={
            "short": text,
            "details": [text],
            "cautions": [text],
            "evidence": {"grade": text, "label": text, "text": text},
            "calls": [{"label": text, "tel": text}, {"label": text, "tel": "112;phone=evil"}],
            "table": {"caption": text, "columns": [text], "rows": [[text]]},
            "chart": {"caption": text, "unit": text, "bars": [{"label": text, "value": 1}]},
        },
    )
    answer = chat.say("hello")
    assert answer.locator("script, iframe, img, object, embed, form, .call").count() == 0
    assert answer.locator("a").count() == answer.locator(ALLOWED).count() == 1
    assert answer.locator("li").first.inner_text() == text.replace("**", "")
    chat.follow_ups.first.click()
    assert chat.page.title() == title
    assert _inside(chat)


@pytest.mark.parametrize(
    "address",
    [
        TEXTS["script address"],
        TEXTS["data address"],
        "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=",
        "https://elsewhere.example/spy.png",
        "//elsewhere.example/spy.png",
        "blob:https://elsewhere.example/1",
    ],
)
def test_no_picture_is_fetched_from_elsewhere(chat: Chat, address: str) -> None:
    chat.next_answer_is(text="See the picture.", image=address)
    assert chat.say("hello").locator("img").count() == 0


def test_links_open_apart_and_tell_nobody_where_they_were(chat: Chat) -> None:
    chat.next_answer_is(text="See https://example.org/a?b=c, or https://example.org/d.")
    links = chat.say("hello").get_by_role("link")
    addresses = [link.get_attribute("href") for link in links.all()]
    assert addresses == ["https://example.org/a?b=c", "https://example.org/d"]
    for link in links.all():
        expect(link).to_have_attribute("target", "_blank")
        expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_an_answer_of_another_shape_breaks_nothing(chat: Chat) -> None:
    chat.next_answer_is(text="fine", buttons=[5, None, {"title": 5}], parts=[], sources="x")
    expect(chat.say("hello")).to_contain_text("fine")
    assert chat.follow_ups.count() == 0


def test_what_another_page_left_in_the_storage_breaks_nothing(chat: Chat) -> None:
    chat.say("hello")
    chat.page.evaluate("""() => {
      for (const key of Object.keys(localStorage))
        localStorage.setItem(key, '{"exchanges": [{"text": ["<b>"], "answers": 5}, null, 7]}');
    }""")
    chat.page.reload()
    expect(chat.say("hello")).to_be_visible()


def _inside(chat: Chat) -> bool:
    """Whether nothing hangs over the page's edge."""
    return bool(
        chat.element.locator(".scroller").evaluate("it => it.scrollWidth <= it.clientWidth")
    )
