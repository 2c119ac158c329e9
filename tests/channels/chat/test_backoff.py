"""Waits grow, but not without end, and are never the same for all."""

from __future__ import annotations

from itertools import islice

from crampwise.channels.chat.backoff import JITTER, delays


def test_waits_double_up_to_the_most():
    found = list(islice(delays(first=1, most=8), 7))
    for wait, middle in zip(found, (1, 2, 4, 8, 8, 8, 8)):
        assert middle * (1 - JITTER) <= wait <= middle * (1 + JITTER)


def test_two_bots_do_not_come_back_together():
    assert list(islice(delays(), 3)) != list(islice(delays(), 3))
