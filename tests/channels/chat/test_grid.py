"""Tables for screens that show only text."""

from __future__ import annotations

from crampwise.channels.chat.blocks import Grid
from crampwise.channels.chat.grid import WIDTH, lines


def test_columns_stand_below_one_another():
    grid = Grid("", ("Food", "Amount"), (("Banana", "422 mg"), ("Egg", "63 mg")))
    assert lines(grid) == [
        "Food    Amount",
        "------  ------",
        "Banana  422 mg",
        "Egg     63 mg",
    ]


def test_a_wide_table_is_wrapped_to_a_phones_width():
    row = ("Beans, white, canned, with all their water", "one cup of about 250 ml", "1,189 mg")
    found = lines(Grid("", ("Food", "Serving", "Amount"), (row, row)))
    assert max(map(len, found)) <= WIDTH
    for word in " ".join(row).split():
        assert any(word in line for line in found)


def test_rows_may_have_empty_cells():
    assert lines(Grid("", ("a", "b"), (("1", ""), ("", "2")))) == ["a  b", "-  -", "1", "   2"]
