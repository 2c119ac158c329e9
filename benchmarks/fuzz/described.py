"""Requests that `docs/openapi.yml` tells of, as it allows and as it does not."""

from __future__ import annotations

from collections.abc import Iterator

import schemathesis
from hypothesis import strategies as st
from requests import PreparedRequest, Request
from requests.exceptions import InvalidHeader
from schemathesis import GenerationMode

from tests.server import ROOT

DESCRIPTION = ROOT / "docs" / "openapi.yml"
OURS = {"X-Forwarded-For": "203.0.113.9"}  # the honest client comes from elsewhere
OPERATIONS = (
    ("/chat/messages", "POST"),
    ("/chat/conversations/{id}", "GET"),
    ("/chat/conversations/{id}", "DELETE"),
    ("/webhooks/rest/webhook", "POST"),
)
Requests = st.SearchStrategy[PreparedRequest | None]


def described(address: str) -> Iterator[Requests]:
    """What makes requests to the bot at `address`; None stands for one that cannot be sent."""

    def prepared(case: schemathesis.Case) -> PreparedRequest | None:
        # The REST channel takes nothing that comes through a proxy.
        headers = OURS if case.path.startswith("/chat/") else {}
        told = case.as_transport_kwargs(base_url=address, headers=headers)
        return prepare(Request(**told))

    description = schemathesis.openapi.from_path(DESCRIPTION)
    for path, method in OPERATIONS:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            yield description[path][method].as_strategy(generation_mode=mode).map(prepared)


def prepare(request: Request) -> PreparedRequest | None:
    """The request as it is sent, or None when the client itself cannot send it."""
    try:
        return request.prepare()
    except (InvalidHeader, ValueError):
        return None
