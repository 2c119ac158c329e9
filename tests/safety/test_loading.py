"""Wrong rules and words are refused, naming file, key and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.dangers import RedFlag, Worse
from crampwise.knowledge.errors import KnowledgeError
from crampwise.knowledge.schema import Fact
from crampwise.safety import RedFlagReader

WORDS = "parts:\n  leg: [leg]\nsigns:\n  swollen: [swollen, puffed up]\n"


def flag(*signs: str, name: str = "dvt") -> Knowledge:
    answer = Fact(text="Get help.", sources=("x",))
    entry = RedFlag(id=name, name="clot", level="same_day", answer=answer, signs=signs)
    return Knowledge(red_flags={name: entry})


def told(folder: Path, words: str, *signs: str, name: str = "dvt") -> str:
    """What the reader complains about."""
    (folder / "red_flag_words.yml").write_text(words, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        RedFlagReader(flag(*signs, name=name), folder)
    return str(caught.value)


def test_a_sound_rule_is_read(tmp_path: Path) -> None:
    (tmp_path / "red_flag_words.yml").write_text(WORDS, encoding="utf-8")
    hit = RedFlagReader(flag("leg ~ swollen"), tmp_path).read("my leg is all puffed up")
    assert hit is not None
    assert (hit.flag, hit.evidence) == ("dvt", "leg ... puffed up")


def test_the_flag_for_unnamed_danger_needs_no_signs(tmp_path: Path) -> None:
    (tmp_path / "red_flag_words.yml").write_text(WORDS, encoding="utf-8")
    assert RedFlagReader(flag(name="possible_danger"), tmp_path).read("my leg") is None


@pytest.mark.parametrize(
    ("sign", "complaint"),
    [
        ("leg ~ swolen", "red_flags.yml: dvt.signs.1: 'swolen' is not a group"),
        ("given leg", "red_flags.yml: dvt.signs.1: 'given leg' needs a part that is not 'given'"),
        ("leg unless leg unless leg", "says 'unless' more than once"),
        ("3 of leg/swollen", "must ask for 2 to 2 groups"),
        ("leg + ", "'' is not a group"),
    ],
)
def test_wrong_rules(tmp_path: Path, sign: str, complaint: str) -> None:
    assert complaint in told(tmp_path, WORDS, sign)


def test_every_wrong_rule_is_named(tmp_path: Path) -> None:
    (tmp_path / "red_flag_words.yml").write_text(WORDS, encoding="utf-8")
    clot = flag("legg", "leg + swolen").red_flags["dvt"]
    worse = Worse(flag="stroke", signs=("leg", "hot", "given leg"))
    with pytest.raises(KnowledgeError) as caught:
        RedFlagReader(Knowledge(red_flags={"dvt": clot.copy(update={"worse": worse})}), tmp_path)
    assert [problem.key for problem in caught.value.problems] == [
        "dvt.signs.1",
        "dvt.signs.2",
        "dvt.worse.signs.2",
        "dvt.worse.signs.3",
        "dvt.worse.flag",
    ]


def test_a_flag_without_signs(tmp_path: Path) -> None:
    assert "red_flags.yml: dvt.signs: must name at least one" in told(tmp_path, WORDS)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("parts: [leg", "red_flag_words.yml: line"),
        ("parts: [leg]", "red_flag_words.yml: parts: must be a mapping"),
        ("- leg", "red_flag_words.yml: file: must hold the sections"),
        ("limbs: {leg: [leg]}", "red_flag_words.yml: limbs: is none of the sections"),
        ("parts: {leg: leg}", "red_flag_words.yml: parts.leg: must be a list of texts"),
        ("parts: {leg: []}", "red_flag_words.yml: parts.leg: must name at least one phrase"),
        ("parts: {leg: [no]}", "red_flag_words.yml: parts.leg: holds False, which is not a text"),
        ("parts: {leg: ['Leg!']}", "red_flag_words.yml: parts.leg: 'Leg!' is neither a word"),
        ("parts: {leg: ['... leg']}", "red_flag_words.yml: parts.leg: '... leg' begins or ends"),
        ("parts: {leg: ['<shin>']}", "red_flag_words.yml: parts.leg: '<shin>' is not a group"),
        ("parts: {leg: ['<leg> two']}", "red_flag_words.yml: parts.leg: '<leg>' leads back to leg"),
        ("parts: {a: [a]}\nsigns: {a: [b]}", "red_flag_words.yml: signs.a: stands already"),
        ("figures: [7]", "red_flag_words.yml: figures: holds 7, which is not a text"),
    ],
)
def test_wrong_words(tmp_path: Path, words: str, complaint: str) -> None:
    assert complaint in told(tmp_path, words, "leg")


def test_missing_words(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"red_flag_words\.yml: file: is missing"):
        RedFlagReader(flag("leg"), tmp_path)
