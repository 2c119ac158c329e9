"""The open database, and a way to use it without keeping others waiting."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from crampwise.store.engine import CONNECTIONS, connect
from crampwise.store.tables import VALUES

T = TypeVar("T")


class Database:
    """The database behind plain methods. They take about a tenth of a millisecond on SQLite.

    Whoever must not wait for a slow disk calls them as `await store.aside(store.method, ...)`.
    All of them raise sqlalchemy's SQLAlchemyError when the database fails.
    """

    def __init__(self, url: str) -> None:
        """Opens the database. `sqlite://` is one that ends with the process.

        Raises StoreError when it cannot be used.
        """
        self._folder = tempfile.TemporaryDirectory() if url == "sqlite://" else None
        if self._folder:
            url = f"sqlite:///{Path(self._folder.name) / 'crampwise.db'}"
        self.engine: Engine = connect(url)
        self._threads = ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="store")

    def close(self) -> None:
        """Gives everything back that was opened."""
        self._threads.shutdown()
        self.engine.dispose()
        if self._folder:
            self._folder.cleanup()

    async def aside(self, function: Callable[..., T], *arguments: object) -> T:
        """What `function` returns, run on a thread of the store."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, function, *arguments)

    def check(self) -> None:
        """Returns when the database answers."""
        with self.engine.connect() as connection:
            connection.execute(sa.select(VALUES.c.value).limit(1)).all()
