"""Makes the requests and has them sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from hypothesis import HealthCheck, Phase, given, settings
from requests import PreparedRequest

from benchmarks.fuzz.crowd import Crowd, Outcome
from benchmarks.fuzz.described import OPERATIONS, Requests, described
from benchmarks.fuzz.odd import odd
from benchmarks.fuzz.services import slack_posts, telegram_posts

# Of all cases. The described ones share theirs: each operation as allowed and as not allowed.
DESCRIBED, ODD, TELEGRAM, SLACK = 0.4, 0.3, 0.15, 0.15


def fuzz(address: str, services: Mapping[str, str], cases: int) -> Outcome:
    """Sends `cases` requests to the bot at `address`, which was started with `services`."""
    # In a process of its own: making requests is work that would slow the honest client here.
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        return apart.submit(_fuzz, address, dict(services), cases).result()


def _fuzz(address: str, services: Mapping[str, str], cases: int) -> Outcome:
    each = round(cases * DESCRIBED / (2 * len(OPERATIONS)))
    plan = [
        *((each, requests) for requests in described(address)),
        (round(cases * ODD), odd(address)),
        (round(cases * TELEGRAM), telegram_posts(address)),
        (round(cases * SLACK), slack_posts(address, services)),
    ]
    with Crowd() as crowd:
        for count, requests in plan:
            _make(count, requests, crowd.give)
    return crowd.outcome


def _make(count: int, requests: Requests, give: Callable[[PreparedRequest], None]) -> None:
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(requests)
    def each(request: PreparedRequest | None) -> None:
        if request is not None:
            give(request)

    each()
