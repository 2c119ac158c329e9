"""The clock, as the doctor sees it."""

from __future__ import annotations

import re
from email.utils import formatdate
from time import time

import pytest

from crampwise.channels.chat.checkup import clock


def test_a_clock_that_agrees_is_well():
    finding = clock("Telegram", formatdate(time() - 5))
    assert finding is not None
    assert finding.well


@pytest.mark.parametrize(("off", "way"), [(600, "behind"), (-600, "ahead of")])
def test_a_clock_that_is_off_comes_with_advice(off, way):
    finding = clock("Slack", formatdate(time() + off))
    assert finding is not None
    assert not finding.well
    assert way in finding.seen
    assert re.search(r"\b(599|60[01]) seconds", finding.seen)
    assert finding.advice


@pytest.mark.parametrize("date", [None, "", "yesterday"])
def test_without_a_date_nothing_is_said(date):
    assert clock("Slack", date) is None
