"""Opens the database at a URL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateIndex, CreateTable

from crampwise.store.address import parse
from crampwise.store.errors import StoreError
from crampwise.store.tables import METADATA

WAIT_SECONDS = 3  # for a locked database or a free connection; then the person gets an apology
CONNECTIONS = 5
FOLDER_MODE, FILE_MODE = 0o700, 0o600  # conversations are for the owner's eyes only
PRAGMAS = (
    "PRAGMA journal_mode=WAL",  # readers do not wait for a writer
    # Survives the end of the process at any moment; a power cut may take the last few turns.
    "PRAGMA synchronous=NORMAL",
    "PRAGMA secure_delete=ON",  # what is forgotten is overwritten, not only unlinked
)


def connect(url: str) -> Engine:
    """An engine with all tables made.

    Raises StoreError when the URL or the database cannot be used.
    """
    try:
        parsed = parse(url)
        return _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _server(parsed)
    except sa.exc.SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise StoreError(f"The database of DATABASE_URL cannot be used: {reason}") from error
    except ImportError as error:
        raise StoreError(f"DATABASE_URL needs the Python package '{error.name}'.") from error
    except OSError as error:
        raise StoreError(
            f"The folder of DATABASE_URL cannot be used: {error.strerror}: {error.filename}"
        ) from error


def _server(url: sa.engine.URL) -> Engine:
    options: dict[str, Any] = {"pool_pre_ping": True, "pool_timeout": WAIT_SECONDS}
    if url.get_backend_name() == "postgresql":
        limits = f"-c lock_timeout={WAIT_SECONDS}s -c statement_timeout={WAIT_SECONDS}s"
        options["connect_args"] = {
            "connect_timeout": WAIT_SECONDS,
            # For a line cut without a word, on which the server's own limits are no help: while
            # something sent is not acknowledged, and while an answer is waited for.
            "tcp_user_timeout": WAIT_SECONDS * 1000,
            "keepalives_idle": WAIT_SECONDS,
            "keepalives_interval": 1,
            "options": f"{limits} {url.query.get('options', '')}",
        }
    # Parameters hold what people typed, and errors go into the log.
    engine = sa.create_engine(url, pool_size=CONNECTIONS, hide_parameters=True, **options)
    # Of several bots that start at once one makes the tables; to the others that is an error.
    with suppress(sa.exc.IntegrityError, sa.exc.ProgrammingError):
        METADATA.create_all(engine)
    METADATA.create_all(engine)
    return engine


def _sqlite(url: sa.engine.URL) -> Engine:
    path = Path(str(url.database))
    engine = sa.create_engine(
        url,
        poolclass=QueuePool,
        pool_size=CONNECTIONS,
        pool_timeout=WAIT_SECONDS,
        connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False},
        hide_parameters=True,
    )

    @sa.event.listens_for(engine, "do_connect")
    def make(*connecting: Any) -> None:
        _make(path)

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        for statement in (*PRAGMAS, *_definitions(engine)):
            connection.execute(statement)
        record.info["inode"] = path.stat().st_ino

    @sa.event.listens_for(engine, "checkout")
    def still_there(connection: Any, record: Any, proxy: Any) -> None:
        # SQLite would go on in a file that was deleted or replaced, and all would be lost at exit.
        if not path.exists() or path.stat().st_ino != record.info["inode"]:
            raise sa.exc.DisconnectionError

    with engine.connect():
        return engine


def _make(path: Path) -> None:
    """Makes folder and file so that at no moment others can read them.

    SQLite gives its side files the same mode.
    """
    if not path.parent.is_dir():
        path.parent.mkdir(mode=FOLDER_MODE, parents=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, FILE_MODE))
    if path.is_file():
        path.chmod(FILE_MODE)


def _definitions(engine: Engine) -> Iterator[str]:
    """The statements that make what is missing of the tables."""
    for table in METADATA.sorted_tables:
        yield str(CreateTable(table, if_not_exists=True).compile(engine))
        for index in table.indexes:
            yield str(CreateIndex(index, if_not_exists=True).compile(engine))
