"""Sends the bot whatever is not meant for it, while an honest client asks beside.

Half of the cases are made from `docs/openapi.yml`, as it allows and as it does not; half are bytes,
JSON and headers that no description knows. Prints what came back, how long the honest client
waited and how much memory grew: `python -m benchmarks.fuzz` (20,000 cases, about 15 minutes).
"""

from __future__ import annotations

import json
import logging
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from benchmarks.beside import HonestClient, Inside, inside
from tests.server import BIN, ROOT, Server, running

CASES = 20_000
SECONDS = 30
OURS = {"X-Forwarded-For": "203.0.113.9"}  # the honest client comes from elsewhere
OPERATIONS = (
    ("/chat/messages", "POST"),
    ("/chat/conversations/{id}", "GET"),
    ("/chat/conversations/{id}", "DELETE"),
    ("/webhooks/rest/webhook", "POST"),
)
# Nobody may be shown any of these.
INSIDE = ("Traceback", ".py", "sqlalchemy", "sanic", "rasa.", "/home/", "site-packages")
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
SAID = st.fixed_dictionaries(
    {},
    optional={
        "text": JSON | st.text(max_size=1200) | st.sampled_from(["/restart", "/greet{", "\ud800"]),
        "payload": JSON,
        "conversation": JSON | st.text("0123456789abcdef", min_size=32, max_size=32),
        "sender": JSON,
        "message": JSON,
    },
)
BODIES = st.one_of(
    st.binary(max_size=2000),
    JSON.map(lambda value: json.dumps(value).encode()),
    SAID.map(lambda value: json.dumps(value).encode()),
    st.integers(15_000, 40_000).map(lambda size: b'{"text": "' + b"x" * size + b'"}'),
    st.integers(100, 5000).map(lambda depth: b"[" * depth),
)
KINDS = st.sampled_from(
    [
        "application/json",
        "application/json; charset=utf-16",
        "text/plain",
        "multipart/form-data",
        "",
    ]
)
PATHS = st.sampled_from(["/chat/messages", "/webhooks/rest/webhook"])


@dataclass
class Outcome:
    """What came back."""

    statuses: Counter[int] = field(default_factory=Counter)
    told_too_much: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def note(self, response: requests.Response) -> None:
        """Counts an answer, and keeps one that should not have been given."""
        self.statuses[response.status_code] += 1
        if response.status_code >= 500:
            self.failures.append(f"{response.status_code}: {response.text[:300]}")
        if any(word in response.text for word in INSIDE):
            self.told_too_much.append(response.text[:300])
        if response.status_code >= 400 and "error" not in response.text:
            self.failures.append(f"{response.status_code} without words: {response.text[:300]}")


def fuzz(bot: Server, cases: int) -> Outcome:
    """Sends `cases` cases."""
    outcome = Outcome()
    each = cases // 2 // (2 * len(OPERATIONS))
    description = schemathesis.openapi.from_path(ROOT / "docs" / "openapi.yml")
    for path, method in OPERATIONS:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            strategy = description[path][method].as_strategy(generation_mode=mode)
            _many(each, _send_case, strategy, bot, outcome)
    _many(cases // 2, _send_bytes, st.tuples(PATHS, KINDS, BODIES), bot, outcome)
    return outcome


def _many(cases: int, send: Any, strategy: Any, bot: Server, outcome: Outcome) -> None:
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def each(case: Any) -> None:
        send(bot, case, outcome)

    each()


def _send_case(bot: Server, case: Any, outcome: Outcome) -> None:
    try:
        # The REST channel takes nothing that comes through a proxy.
        headers = OURS if case.path.startswith("/chat/") else {}
        outcome.note(case.call(base_url=bot.address, headers=headers, timeout=SECONDS))
    except (requests.exceptions.InvalidHeader, UnicodeError, ValueError):
        return  # what the client itself cannot send


def _send_bytes(bot: Server, case: tuple[str, str, bytes], outcome: Outcome) -> None:
    path, kind, body = case
    try:
        response = requests.post(
            f"{bot.address}{path}", data=body, headers={"Content-Type": kind}, timeout=SECONDS
        )
    except requests.ConnectionError:
        # A body over the limit may be cut off while it is sent; the bot's life is looked at apart.
        outcome.statuses[0] += 1
        return
    outcome.note(response)


def main() -> None:
    """Prints what came back."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    with running(
        [str(BIN / "crampwise"), "serve"],
        RATE_LIMIT_ADDRESS="0", RATE_LIMIT_CONVERSATION="0", TRUSTED_PROXIES="127.0.0.1",
    ) as bot:  # fmt: skip
        fuzz(bot, cases // 10)  # warms up
        before: Inside = inside(bot.process.pid)
        with HonestClient(bot.address, headers={"X-Forwarded-For": "198.51.100.7"}) as honest:
            outcome = fuzz(bot, cases)
        after = inside(bot.process.pid)
        alive = bot.process.poll() is None
    print(f"{sum(outcome.statuses.values())} cases: {dict(sorted(outcome.statuses.items()))}")
    for problem in (*outcome.failures[:5], *outcome.told_too_much[:5]):
        print(f"  {problem}")
    print(
        f"alive: {alive}; honest client: {len(honest.seconds)} answers, slowest"
        f" {max(honest.seconds):.2f} s, p95 {honest.p95:.2f} s, failures {honest.failures}"
    )
    print(
        f"memory {before.megabytes:.0f} to {after.megabytes:.0f} MB,"
        f" descriptors {before.descriptors} to {after.descriptors}"
    )


if __name__ == "__main__":
    main()
