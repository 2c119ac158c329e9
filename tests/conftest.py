"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from crampwise.knowledge import loader
from crampwise.knowledge.base import Knowledge
from tests import postgresql as servers
from tests.machine import leave_out
from tests.postgresql import PostgreSQL
from tests.server import BIN, ROOT, Server, running

# No test touches the owner's conversations: each process gets a store that ends with it.
os.environ["DATABASE_URL"] = "sqlite://"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge base as shipped."""
    return loader.load()


@pytest.fixture(scope="session")
def domain() -> dict[str, Any]:
    """domain.yml as it is written."""
    return dict(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A running PostgreSQL without anything in it."""
    binaries = servers.binaries()
    if binaries is None:
        leave_out("no PostgreSQL server here (Debian's package: postgresql)")
    with servers.serving(binaries) as found:
        yield found


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The real bot, started once for all tests that talk to it."""
    with running([str(BIN / "crampwise"), "serve"]) as found:
        yield found
