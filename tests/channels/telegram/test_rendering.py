"""Answers in Telegram's HTML: valid, within its limits, safety first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crampwise.channels.chat.blocks import (
    Bar,
    Calls,
    Chart,
    Content,
    Evidence,
    Grid,
    Note,
    Paragraph,
    Points,
    Source,
    Sources,
)
from crampwise.channels.telegram.rendering import LIMIT, Picture, Text, length, parts
from tests.channels.telegram.markup import visible

CHART = Chart("Iron", "mg", (Bar("Lentils", 6.0),))
WORDS = st.text(max_size=400)
SENTENCES = st.lists(st.text(min_size=1, max_size=6000), max_size=4).map(tuple)
BLOCKS = st.one_of(
    st.builds(Paragraph, WORDS, st.booleans()),
    st.builds(Points, SENTENCES, st.none() | st.just("Take care")),
    st.builds(Calls, st.lists(WORDS, max_size=3).map(tuple)),
    st.builds(Evidence, st.just("Weak evidence"), WORDS),
    st.builds(Note, WORDS.map(lambda text: text[:80]), SENTENCES),
    st.just(CHART),
    st.builds(
        lambda rows: Grid("Foods", ("Food", "Amount"), rows),
        st.lists(st.tuples(WORDS, WORDS), max_size=30).map(tuple),
    ),
    st.builds(
        lambda titles: Sources(
            "Sources", tuple(Source(t, "https://e.org/?a=1&b=2") for t in titles)
        ),
        st.lists(st.text(max_size=200), max_size=40),
    ),
)


def html(*blocks) -> str:
    [one] = parts(Content(blocks))
    assert isinstance(one, Text)
    return one.html


def test_the_first_line_of_an_urgent_answer_stands_out():
    text = html(Paragraph("🚨 Get help now", strong=True), Paragraph("Call & wait."))
    assert text == "<b>🚨 Get help now</b>\n\nCall &amp; wait."


def test_every_part_is_set_as_what_it_is():
    text = html(
        Paragraph("Eat **beans**."),
        Calls(("UK: 999",)),
        Points(("One.", "Two.")),
        Points(("Mind.",), "Take care"),
        Evidence("Weak evidence", "Two trials."),
        Grid("Iron", ("Food", "mg"), (("Lentils", "6"),)),
        Note("For your doctor", ("Cramps", "  at night")),
        Sources("Sources", (Source("A & B", "https://e.org/?a=1&b=2"),)),
    )
    assert text == (
        "Eat <b>beans</b>.\n\n"
        "📞 UK: 999\n\n"
        "• One.\n• Two.\n\n"
        "<b>Take care</b>\n• Mind.\n\n"
        "<i>Weak evidence: Two trials.</i>\n\n"
        "<b>Iron</b>\n\n<pre>Food     mg\n-------  --\nLentils  6</pre>\n\n"
        "<b>For your doctor</b>\n\n<pre>Cramps\n  at night</pre>\n\n"
        "<blockquote expandable><b>Sources</b>\n"
        '<a href="https://e.org/?a=1&amp;b=2">A &amp; B</a></blockquote>'
    )


def test_the_plain_form_has_the_same_words_without_tags():
    blocks = (
        Paragraph("a **b**", strong=True),
        Sources("Sources", (Source("A", "https://a.org"),)),
    )
    [one] = parts(Content(blocks))
    assert isinstance(one, Text)
    assert one.plain == "a b\n\nSources\nA: https://a.org"


def test_a_chart_stands_between_what_comes_before_and_after():
    before, chart, after = parts(Content((Paragraph("a"), CHART, Paragraph("b"))))
    assert isinstance(before, Text)
    assert chart == Picture(CHART)
    assert isinstance(after, Text)


def test_what_says_nothing_is_no_message():
    assert parts(Content((Paragraph(" "), Points(())))) == []


def test_a_long_answer_is_cut_between_its_blocks_and_sentences():
    sentence = "Cramps have many causes & few cures. "
    content = Content(
        (Points(tuple(sentence * 20 for _ in range(8))), Evidence("Weak", sentence * 300))
    )
    found = parts(content)
    assert len(found) > 4
    for part in found:
        assert isinstance(part, Text)
        assert visible(part.html).rstrip().endswith(".")
    said = "".join("".join(visible(part.html).split()) for part in found)  # type: ignore[union-attr]
    assert said.count("Crampshavemanycauses&fewcures.") == 20 * 8 + 300


@settings(deadline=None)
@given(st.lists(BLOCKS, max_size=6).map(tuple))
def test_any_answer_is_valid_html_within_the_limit(blocks):
    for part in parts(Content(blocks)):
        if isinstance(part, Picture):
            continue
        assert 0 < length(part.html) <= LIMIT
        assert visible(part.html).strip()
