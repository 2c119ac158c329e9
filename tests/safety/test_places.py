"""Where a person is, told or by locale, decides which numbers are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from crampwise.answers import safety
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.errors import KnowledgeError
from crampwise.safety.places import Places, places


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("I'm in Leeds and my calf is swollen", "uk"),
        ("here in the UK", "uk"),
        ("I live in Austin, TX", "us"),
        ("I'm in Birmingham, Alabama", "us"),
        ("my zip code is 90210", "us"),
        ("my dad lives near Dublin", "ie"),
        ("we're in Perth", "au"),
        ("Toronto", "ca"),
        ("I'm in Auckland", "nz"),
        ("Kenya here", "elsewhere"),
        ("we live in Osaka", "elsewhere"),
        ("how much iron in turkey", None),
        ("brazil nuts?", None),
        ("got back from Sydney yesterday", None),
        ("flew in from the US", None),
        ("tell us more", None),
        ("I'm in pain", None),
    ],
)
def test_told(text: str, region: str | None) -> None:
    assert places().told(text) == region


@pytest.mark.parametrize(
    ("locale", "region"),
    [
        ("en-GB", "uk"),
        ("en_US", "us"),
        ("fr-CA", "ca"),
        ("de-DE", "de"),
        ("fr-FR", "eu"),
        ("en-NZ", "nz"),
        ("hi-IN", "elsewhere"),
        ("en", None),
        ("", None),
    ],
)
def test_locale(locale: str, region: str | None) -> None:
    assert places().of_locale(locale) == region


def test_a_broken_file_names_the_key(tmp_path: Path) -> None:
    (tmp_path / "places.yml").write_text("uk: {cities: [leeds]}")
    with pytest.raises(KnowledgeError, match="uk"):
        Places(tmp_path)


def test_every_region_has_an_emergency_number(knowledge: Knowledge) -> None:
    for region in places().names - {"elsewhere"}:
        labels = [call.label for call in safety.answer(knowledge, "stroke", region=region).calls]
        assert len(labels) == 1, region


def test_a_place_without_a_number_is_told_so(knowledge: Knowledge) -> None:
    for said in (safety.answer, safety.reminder):
        stroke = said(knowledge, "stroke", region="elsewhere")
        assert stroke.calls == ()
        assert "your local emergency number" in " ".join(stroke.details)
        despair = said(knowledge, "self_harm", region="eu")
        assert {call.tel for call in despair.calls} == {"112"}
        assert "crisis line" in " ".join(despair.details)
        assert not said(knowledge, "self_harm", region="nz").details


def test_without_a_place_all_numbers_are_named(knowledge: Knowledge) -> None:
    numbers = {call.tel for call in safety.answer(knowledge, "stroke").calls}
    assert numbers == {"999", "911", "112", "000"}


def test_a_region_without_a_number_of_that_kind_still_has_one_to_call(knowledge: Knowledge) -> None:
    calls = safety.answer(knowledge, "dvt", region="us").calls
    assert [call.tel for call in calls] == ["911"]
