"""The training phrases themselves: consistent, and of every form and length."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.phrases import phrases, plain

MIN_PHRASES = 120  # of an intent that answers a question
NOT_FAQ = {
    "affirm", "bot_challenge", "correct", "deny", "doctor_note", "feedback", "follow_up",
    "forget_me", "goodbye", "greet", "help", "human", "my_data", "out_of_scope", "red_flag",
    "repeat_shorter", "smalltalk", "start_check", "stop", "tell_me_more", "tell_profile", "thank",
}  # fmt: skip


def faq() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases():
        if phrase.intent not in NOT_FAQ:
            found[phrase.intent].append(phrase.text)
    return found


def test_a_phrase_stands_under_one_intent() -> None:
    intents: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases():
        intents[plain(phrase.text) or phrase.text].add(phrase.intent)
    assert {text: found for text, found in intents.items() if len(found) > 1} == {}


def test_every_question_has_phrases_of_every_length() -> None:
    texts = faq()
    assert len(texts) == 24
    few = {
        intent: lengths
        for intent, all in texts.items()
        for lengths in [[len(text.split()) for text in all]]
        if len(lengths) < MIN_PHRASES
        or sum(n <= 4 for n in lengths) < 25
        or sum(n >= 20 for n in lengths) < 12
    }
    assert few == {}
