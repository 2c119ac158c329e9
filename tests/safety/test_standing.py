"""What is denied, long over, supposed or asked in general is no report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Raised = Callable[..., "str | None"]


@pytest.mark.parametrize(
    "message",
    [
        "my calf is not swollen",
        "my calf isn't swollen or hot",
        "no swelling, redness or heat in my calf",
        "no swelling, no redness, no heat in one calf",
        "my calf cramps without swelling or redness",
        "my left calf hurts, I don't think it is swollen",
        "my calf has never been swollen",
        "swelling in my calf: none",
        "my calf is neither red nor swollen",
        "32 weeks gone, 121 over 78 today",
    ],
)
def test_denied(raised: Raised, message: str) -> None:
    assert raised(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "no injury but my calf is swollen",
        "no idea why my calf is swollen",
        "not sure why, my calf is swollen",
        "I didn't fall, my calf is just swollen",
        "my calf is not only sore but swollen",
        "my calf doesn't hurt but it is swollen and red",
        "no, my calf is swollen",
        "cramp not going away and my calf is swollen",
    ],
)
def test_a_denial_of_something_else_does_not_hide_a_report(raised: Raised, message: str) -> None:
    assert raised(message) == "dvt"


@pytest.mark.parametrize(
    "message",
    [
        "my calf was swollen last year",
        "my calf was swollen, it was checked and all is fine",
        "two years ago my calf was hot and swollen",
        "when I was young my calf was swollen once",
        "I used to get a swollen calf",
        "my calf was swollen. That was in 2015.",
    ],
)
def test_past(raised: Raised, message: str) -> None:
    assert raised(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "my calf was swollen last year and now it is swollen again",
        "my calf has been swollen since last month",
        "I had cramps last year. My calf is swollen today.",
        "my calf was swollen yesterday",
        "the doctor said it is fine but my calf is still swollen",
    ],
)
def test_recent_or_returned(raised: Raised, message: str) -> None:
    assert raised(message) == "dvt"


def test_an_emergency_that_has_passed_counts(raised: Raised) -> None:
    assert raised("my face drooped this morning but it went away") == "stroke"
    assert raised("my calf was a bit swollen on monday but it went down") is None


@pytest.mark.parametrize(
    "message",
    [
        "what are the signs of a blood clot",
        "can low potassium cause palpitations",
        "is brown urine dangerous",
        "what if my leg swells up",
        "if someone has a swollen calf, who should they call",
        "does magnesium make your pee dark",
        "I read that a swollen calf can be a clot",
        "what would happen if I fainted",
        "how do I know if a leg is swollen",
    ],
)
def test_asked_or_supposed(raised: Raised, message: str) -> None:
    assert raised(message) is None


@pytest.mark.parametrize(
    ("message", "flag"),
    [
        ("is it bad that my pee is brown", "rhabdomyolysis"),
        ("why is my pee brown", "rhabdomyolysis"),
        ("should I worry, my calf is swollen", "dvt"),
        ("can low potassium cause this? my heart keeps racing and I feel weak", "potassium_heart"),
        ("what should I eat, my calf is swollen and hot", "dvt"),
        ("is it normal if my calf is swollen and red", "dvt"),
        ("my husband's face is drooping", "stroke"),
        ("my calf is twice the size of the other", "dvt"),
        ("less salt? 32 weeks gone, 171 over 108", "pre_eclampsia"),
        ("is it wrong that I have saved up my pills", "self_harm"),
    ],
)
def test_a_question_that_reports(raised: Raised, message: str, flag: str) -> None:
    assert raised(message) == flag


@pytest.mark.parametrize(
    "message",
    ["my calf is swolen", "my calf is swollne", "my calf is sweling up", "my calf is swollenn"],
)
def test_misspelt(raised: Raised, message: str) -> None:
    assert raised(message) == "dvt"


@pytest.mark.parametrize(
    "message", ["my leg smells", "I am selling my leg press", "the chess on my leg day", "mussels"]
)
def test_ordinary_words_are_no_misspellings(raised: Raised, message: str) -> None:
    assert raised(message) is None
