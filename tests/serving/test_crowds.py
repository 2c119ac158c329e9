"""Connections on which nothing is said keep nobody out."""

from __future__ import annotations

import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from tests.server import BIN, running

FILES = resource.RLIMIT_NOFILE
USUAL = 1024  # open files that most systems allow a process until it asks for more
SILENT = 1100


@pytest.fixture
def most() -> Iterator[int]:
    """How many files a process may open when it asks; until then it is the usual number."""
    before = resource.getrlimit(FILES)
    if before[1] != resource.RLIM_INFINITY and before[1] < 4 * USUAL:
        pytest.skip("this system allows no more")
    resource.setrlimit(FILES, (USUAL, before[1]))
    yield before[1]
    resource.setrlimit(FILES, before)


def test_silent_connections_keep_nobody_out(most: int) -> None:
    with running([str(BIN / "crampwise"), "serve"]) as server, ExitStack() as silent:
        resource.setrlimit(FILES, (4 * USUAL, most))  # for our own ends of them
        there = urlsplit(server.address)
        for _ in range(SILENT):
            line = silent.enter_context(socket.create_connection((there.hostname, there.port)))
            line.sendall(b"POST /chat/messages HTTP/1.1\r\nHost: ")
        assert server.answer("foods with magnesium")["sources"]
