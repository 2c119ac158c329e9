"""Answers to the cramp check, in people's own words."""

from __future__ import annotations

import pytest

from crampwise.answers.check.reading import LONGEST_WORDS, Reply, in_words, read, reply_of


@pytest.fixture
def answer(knowledge):
    questions = {question.id: question for question in knowledge.cramp_check.questions}

    def said(question, text, **entities):
        return read(questions[question], text, entities)

    return said


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        ("when", "mostly when I'm in bed", ("night",)),
        ("when", "Sitting or at rest", ("rest",)),
        ("leg", "it's always the left one", ("one",)),
        ("leg", "sometimes left, sometimes right", ("both",)),
        ("signs", "no swelling but my feet are numb", ("numb",)),
        ("signs", "pins and needles, and they feel weak", ("numb", "weak")),
        ("signs", "no, nothing", ("none",)),
        ("often", "three times a week", ("often",)),
        ("often", "every single night", ("daily",)),
        ("fluids", "I forget to drink and sweat a lot", ("little", "sweat")),
        ("diet", "I don't eat meat", ("vegetarian",)),
        ("diet", "bit of everything", ("mixed",)),
        ("medicines", "none at all", ("none",)),
        ("conditions", "no idea", ("unknown",)),
        ("when", "skip this one", ("unknown",)),
        ("signs", "I'd rather not", ("unknown",)),
        ("fluids", "I drink two litres a day", ("plenty",)),
    ],
)
def test_words_are_read_as_answers(answer, question, text, values):
    assert answer(question, text) == Reply(values)


def test_recognised_names_are_answers(answer):
    told = answer("medicines", "ramipril and simvastatin", medicine=("ace_inhibitor", "statin"))
    assert told == Reply(("ace_inhibitor", "statin"))
    assert answer("when", "at 3 in the morning", timing=("night",)) == Reply(("night",))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when", "no"),
        ("leg", "none"),
        ("diet", "no"),
        ("often", "purple"),
        ("medicines", "foobarix"),
    ],
)
def test_what_is_no_answer_is_none(answer, question, text):
    assert answer(question, text) is None


def test_every_button_is_read_as_an_answer(knowledge, domain):
    for question in knowledge.cramp_check.questions:
        [response] = domain["responses"][f"utter_ask_cramp_check_form_check_{question.id}"]
        for button in response["buttons"]:
            if "swollen, hot" in button["payload"] or question.open:
                continue  # the way to the safety answer; names that the recogniser reads
            assert read(question, button["payload"], {}), button


def test_every_question_has_its_slot_in_the_form(knowledge, domain):
    asked = domain["forms"]["cramp_check_form"]["required_slots"]
    assert asked == [f"check_{question.id}" for question in knowledge.cramp_check.questions]
    assert set(asked) <= set(domain["slots"])
    assert len(asked) <= 8


def test_a_reply_survives_the_slot():
    for reply in (Reply(("night",)), in_words("mostly rice")):
        assert reply_of(reply.stored()) == reply
    assert reply_of(None) is None


def test_own_words_are_kept_short_and_on_one_line():
    assert in_words("a\nb  c").words == "a b c"
    assert len(in_words("x" * 1000).words) == LONGEST_WORDS
