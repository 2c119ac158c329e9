"""What could tell a person is taken out of a question, and the question stays."""

from __future__ import annotations

import pytest

from crampwise.report.scrubbing import scrub

KNOWN = {"epsom", "salts", "ramipril", "vitamin", "magnesium", "lasix"}


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("my name is ann, what helps cramps", "my name is somebody, what helps cramps"),
        ("I'm Ann Smith and my legs cramp", "I'm somebody and my legs cramp"),
        ("This is Ann. Cramps again", "This is somebody. Cramps again"),
        ("ask mrs smith about salt", "ask mrs somebody about salt"),
        ("Dr. Jones gave me Lasix", "my doctor gave me Lasix"),
        ("my husband John O'Neill cramps", "my husband somebody cramps"),
        ("call 07700 900123 about cramps", "call some number about cramps"),
        ("or +44 (0)20 7946-0958 please", "or some number please"),
        ("mail ann.smith+x@example.org please", "mail my address please"),
        ("see https://example.org/me?id=7 for it", "see a site for it"),
        ("I live at 12 High Street and cramp", "I live at my address and cramp"),
        ("i am in SW1A 1AA at night", "i am in my place at night"),
        ("born 12/03/1954, cramps", "born a day, cramps"),
        ("nhs number 943 476 5919 cramps", "nhs number some number cramps"),
        ("patient 123456 cramps", "patient some number cramps"),
        ("tell @annsmith about cramps", "tell somebody about cramps"),
    ],
)
def test_what_tells_a_person_is_replaced(text, scrubbed):
    assert scrub(text, KNOWN) == scrubbed


@pytest.mark.parametrize(
    "text",
    [
        "Does magnesium help?",
        "I take Ramipril. Can I have potassium?",
        "are Epsom Salts any good",
        "is 2000 IU of vitamin D too much",
        "400 mg magnesium, or 1000mg calcium",
        "I'm 70 and cramp every Monday in May",
        "Why at night? Because I'm cold?",
        "10 minutes of stretching 3 times a day",
    ],
)
def test_an_ordinary_question_stays_as_it_is(text):
    assert scrub(text, KNOWN) == text


def test_lines_become_one():
    assert scrub("  my legs\n\n cramp ", KNOWN) == "my legs cramp"
