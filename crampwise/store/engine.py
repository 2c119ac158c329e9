"""Opens the database at a URL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.pool import QueuePool

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
        # SQLAlchemy no longer knows the short name that many providers write.
        parsed = sa.engine.make_url(url.replace("postgres://", "postgresql://", 1))
        engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _server(parsed)
        METADATA.create_all(engine)
    except sa.exc.SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise StoreError(f"The database of DATABASE_URL cannot be used: {reason}") from error
    except ImportError as error:
        raise StoreError(f"DATABASE_URL needs the Python package '{error.name}'.") from error
    except OSError as error:
        raise StoreError(
            f"The folder of DATABASE_URL cannot be used: {error.strerror}: {error.filename}"
        ) from error
    return engine


def _server(url: sa.engine.URL) -> Engine:
    options: dict[str, Any] = {"pool_pre_ping": True, "pool_timeout": WAIT_SECONDS}
    if url.get_backend_name() == "postgresql":
        options["connect_args"] = {
            "connect_timeout": WAIT_SECONDS,
            "options": f"-c lock_timeout={WAIT_SECONDS}s -c statement_timeout={WAIT_SECONDS}s",
        }
    return sa.create_engine(url, pool_size=CONNECTIONS, **options)


def _sqlite(url: sa.engine.URL) -> Engine:
    assert url.database is not None
    path = Path(url.database)
    if not path.parent.is_dir():
        path.parent.mkdir(mode=FOLDER_MODE, parents=True)
    # Made here so that at no moment others can read it; SQLite gives its side files the same mode.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, FILE_MODE))
    if path.is_file():
        path.chmod(FILE_MODE)
    engine = sa.create_engine(
        url,
        poolclass=QueuePool,
        pool_size=CONNECTIONS,
        pool_timeout=WAIT_SECONDS,
        connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False},
    )

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        for pragma in PRAGMAS:
            connection.execute(pragma)

    return engine
