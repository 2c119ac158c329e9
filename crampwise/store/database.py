"""The open database, and a way to use it without keeping others waiting."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from crampwise.store.engine import CONNECTIONS, WAIT_SECONDS, connect
from crampwise.store.tables import VALUES

T = TypeVar("T")
ASIDE_SECONDS = WAIT_SECONDS + 1  # a database that keeps its own limits has failed by then


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
        """Gives everything back that was opened, without waiting for a database that hangs."""
        self._threads.shutdown(wait=False)
        self.engine.dispose()
        if self._folder:
            self._folder.cleanup()

    async def aside(self, function: Callable[..., T], *arguments: object) -> T:
        """What `function` returns, run on a thread of the store.

        Raises SQLAlchemyError when it takes longer than a person should wait; it may still be done.
        """
        loop = asyncio.get_running_loop()
        running = loop.run_in_executor(self._threads, function, *arguments)
        try:
            return await asyncio.wait_for(running, ASIDE_SECONDS)
        except asyncio.TimeoutError:
            raise sa.exc.TimeoutError(f"no answer within {ASIDE_SECONDS} s") from None

    def unhurried(self, connection: Connection) -> None:
        """Lets the transaction of `connection` take its time: nobody waits for it."""
        if self.engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")

    def check(self) -> None:
        """Returns when the database answers."""
        with self.engine.connect() as connection:
            connection.execute(sa.select(VALUES.c.value).limit(1)).all()
