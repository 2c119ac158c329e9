"""A database that is lost, locked or full: told at once, and used again when it is well."""

from __future__ import annotations

import shutil
import sqlite3
import time
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from crampwise.store import Store
from crampwise.store.engine import WAIT_SECONDS
from tests.store.kinds import in_a_file

pytestmark = in_a_file


def test_a_file_that_was_deleted_is_begun_anew_and_closed_to_others(
    store: Store, path: Path
) -> None:
    store.first_time("telegram", "7")
    shutil.rmtree(path.parent)
    assert store.first_time("telegram", "7")
    assert path.stat().st_mode & 0o077 == 0
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT count(*) FROM received").fetchone() == (1,)


def test_a_file_that_was_put_in_its_place_is_used(store: Store, path: Path, tmp_path: Path) -> None:
    other = Store(f"sqlite:///{tmp_path / 'other.db'}")
    other.set_value("web", "a", "of the other")
    other.close()
    (tmp_path / "other.db").replace(path)
    for side in ("-wal", "-shm"):
        Path(f"{path}{side}").unlink(missing_ok=True)
    assert store.value("web", "a") == "of the other"


def test_a_locked_database_fails_in_time_and_works_afterwards(store: Store, path: Path) -> None:
    locker = sqlite3.connect(path, isolation_level=None)
    locker.execute("BEGIN EXCLUSIVE")
    begin = time.monotonic()
    with pytest.raises(OperationalError, match="locked"):
        store.set_value("web", "a", "b")
    assert time.monotonic() - begin < WAIT_SECONDS + 2
    locker.execute("ROLLBACK")
    store.set_value("web", "a", "b")
    assert store.value("web", "a") == "b"


def test_a_full_disk_fails_whole_and_without_telling_what_was_to_be_written(
    store: Store, path: Path
) -> None:
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(OperationalError, match="full") as error:
        store.keep_buttons("one", [("/greet", "a secret" * 10_000)])
    assert "secret" not in str(error.value)
    assert store.kept("one").buttons == 0
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert store.button("one", *store.keep_buttons("one", [("/greet", "t" * 10_000)]))
