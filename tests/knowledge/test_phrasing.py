"""Words that a file lists are found in what people write; what is no word is refused."""

from __future__ import annotations

import pytest

from crampwise.knowledge.phrasing import Phrases


@pytest.mark.parametrize(
    ("phrase", "texts", "others"),
    [
        ("erase", ["Erase it", "please erase"], ["erased", "he's erasers"]),
        ("erase*", ["erased", "an eraser"], ["berased"]),
        ("drop/bin it", ["drop it", "bin it now"], ["drop that", "dropit"]),
        ("stop ... keep*", ["stop keeping it", "stop the thing from keeping"], ["stopkeep"]),
        ("don't", ["don't"], ["dont"]),
    ],
)
def test_where_a_phrase_stands(phrase, texts, others):
    found = Phrases("nowhere at all", phrase)
    assert all(map(found.in_text, texts))
    assert not any(map(found.in_text, others))


def test_no_phrases_stand_nowhere():
    assert not Phrases().in_text("")


@pytest.mark.parametrize(
    ("file", "change", "key", "reason"),
    [
        ("forgetting.yml", ("- get rid of", "- (get|rid)"), "file.words", "'(get|rid)'"),
        ("forgetting.yml", ("- get rid of", "- 7"), "file.words", "holds 7; write words"),
        ("forgetting.yml", ("words:", "wrods:"), "file.wrods", "is not a key"),
        ("danger_advice.yml", ("said: [drive]", "said: drive"), "driving.said", "a list of words"),
        ("danger_advice.yml", ("said: [drive]", "said: []"), "driving.said", "at least one"),
        ("danger_advice.yml", ("said: [drive]", "says: [drive]"), "driving.said", "required"),
    ],
)
def test_what_is_no_phrase_is_told(copy, file, change, key, reason):
    copy.change(file, *change)
    found = {(problem.file, problem.key): problem.reason for problem in copy.problems()}
    assert reason in found[file, key]


def test_every_advice_on_a_danger_is_given_by_an_answer(knowledge):
    answers = [flag.answer.text for flag in knowledge.red_flags.values()]
    for advised in knowledge.danger_advice.values():
        assert any(map(advised.said.in_text, answers)), advised.id
