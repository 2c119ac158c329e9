"""How many messages a minute somebody may send."""

from __future__ import annotations

from crampwise.channels import limits
from crampwise.channels.limits import Limit


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_minutes_worth_is_allowed_at_once_and_no_more():
    limit = Limit(6, Clock())
    assert [limit.wait("a") for _ in range(8)] == [0] * 6 + [20, 30]


def test_after_the_wait_it_told_one_more_is_allowed():
    clock = Clock()
    limit = Limit(6, clock)
    while not (wait := limit.wait("a")):
        pass
    clock.now += wait
    assert limit.wait("a") == 0
    assert limit.wait("a") == 20


def test_who_goes_on_without_a_pause_stays_refused_but_not_for_ever():
    clock = Clock()
    limit = Limit(6, clock)
    for _ in range(600):
        limit.wait("a")
        clock.now += 0.1
    assert limit.wait("a") == 60
    clock.now += 60
    assert limit.wait("a") == 0


def test_a_minute_later_all_is_as_at_first_and_not_more():
    clock = Clock()
    limit = Limit(6, clock)
    for _ in range(6):
        limit.wait("a")
    clock.now += 3600
    assert [limit.wait("a") for _ in range(7)] == [0] * 6 + [20]


def test_one_sender_does_not_use_up_anothers():
    limit = Limit(1, Clock())
    assert limit.wait("a") == 0
    assert limit.wait("a") > 0
    assert limit.wait("b") == 0


def test_zero_is_no_limit():
    limit = Limit(0, Clock())
    assert not any(limit.wait("a") for _ in range(1000))


def test_many_senders_fill_no_memory(monkeypatch):
    monkeypatch.setattr(limits, "REMEMBERED", 10)
    limit = Limit(1, Clock())
    for number in range(100):
        limit.wait(str(number))
        limit.wait("busy")
    assert len(limit._buckets) <= 10
    assert limit.wait("busy") > 0


def test_who_was_not_heard_of_for_two_minutes_is_not_remembered():
    clock = Clock()
    limit = Limit(6, clock)
    for sender in ("a", "b"):
        limit.wait(sender)
    clock.now += 121
    limit.wait("c")
    assert list(limit._buckets) == ["c"]
