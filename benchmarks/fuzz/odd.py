"""Bytes, JSON and kinds of content that no description knows."""

from __future__ import annotations

import json

from hypothesis import strategies as st
from requests import Request

from benchmarks.fuzz.described import OURS, Requests, prepare

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
        "message_id": JSON | st.text("0123456789abcdef", min_size=16, max_size=16),
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


def odd(address: str) -> Requests:
    """What makes requests to the bot at `address`."""

    def request(case: tuple[str, str, bytes]) -> Request:
        path, kind, body = case
        headers = {"Content-Type": kind, **(OURS if path.startswith("/chat/") else {})}
        return Request("POST", f"{address}{path}", headers, data=body)

    return st.tuples(PATHS, KINDS, BODIES).map(request).map(prepare)
