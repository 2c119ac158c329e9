"""What a message must be before Rasa sees it."""

from __future__ import annotations

import pytest

from crampwise.channels.door import MAX_CHARACTERS, Refused, known_locale, offered, typed

FOODS = '/foods{"nutrient": "potassium"}'


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("leg cramps", "leg cramps"),
        ("  leg cramps \n", "leg cramps"),
        ("/foods", "foods"),
        ("///restart", "restart"),
        (" / / foods", "foods"),
        ('/foods{"nutrient": "iron"}', 'foods{"nutrient": "iron"}'),
        ("/", "?"),
        ("and/or", "and/or"),
        ("a\x00b", "ab"),
        ("\x00/restart", "restart"),
        ("🦵 \N{COMBINING ACUTE ACCENT}", "🦵 \N{COMBINING ACUTE ACCENT}"),
        ("x" * MAX_CHARACTERS, "x" * MAX_CHARACTERS),
        (" " * 5000 + "x", "x"),
    ],
)
def test_a_text_is_taken_without_its_slash(text, kept):
    assert typed(text) == kept
    assert not typed(text).startswith("/")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  \n\t ", "empty"),
        ("\x00\x00", "empty"),
        (" \x00 ", "empty"),
        ("x" * (MAX_CHARACTERS + 1), "too_long"),
        ("\ud800", "bad_text"),
        ("legs \udfff hurt", "bad_text"),
        (None, "bad_text"),
        (7, "bad_text"),
        (["legs"], "bad_text"),
        ({"text": "legs"}, "bad_text"),
        (b"legs", "bad_text"),
    ],
)
def test_what_is_no_text_is_refused_with_a_code(text, code):
    with pytest.raises(Refused) as refused:
        typed(text)
    assert refused.value.code == code
    assert refused.value.status == 400
    assert refused.value.message.endswith(".")


def test_a_message_too_long_is_told_both_lengths():
    with pytest.raises(Refused, match=r"1,234 characters; I can read up to 1,000"):
        typed("x" * 1234)


def test_a_button_that_was_shown_is_taken():
    assert offered(FOODS, {FOODS, "/relief"}) == FOODS


@pytest.mark.parametrize(
    "payload",
    ["/foods", "/restart", FOODS + " ", "", "/session_start", None, 7, {"payload": FOODS}, [FOODS]],
)
def test_a_payload_that_was_never_offered_is_refused(payload):
    with pytest.raises(Refused) as refusal:
        offered(payload, {FOODS})
    assert refusal.value.code == "unknown_button"


@pytest.mark.parametrize(
    ("told", "known"),
    [("en-GB", "en-GB"), ("zh-Hant-TW", "zh-Hant-TW"), ("en", "en"), ("../etc", None), ("", None)],
)
def test_only_what_looks_like_a_locale_is_passed_on(told, known):
    assert known_locale(told) == known
    assert known_locale([told]) is None
