"""Opening the database."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from crampwise.store import Store
from crampwise.store.errors import StoreError
from tests.store.kinds import in_a_file


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@in_a_file
def test_only_the_owner_can_read_it(store: Store, path: Path) -> None:
    store.set_value("telegram", "offset", "5")
    assert mode(path.parent) == 0o700
    files = list(path.parent.iterdir())
    assert path in files
    assert {mode(file) for file in files} == {0o600}


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    file.touch(0o644)
    Store(f"sqlite:///{file}").close()
    assert mode(file) == 0o600


def test_readers_do_not_wait_for_a_writer(store: Store) -> None:
    with store.engine.begin() as writing:
        writing.exec_driver_sql("INSERT INTO channel_values VALUES ('web', 'a', 'b')")
        assert store.value("web", "a") is None
    assert store.value("web", "a") == "b"


def test_a_store_without_a_file_ends_with_the_process() -> None:
    passing = Store("sqlite://")
    passing.set_value("web", "a", "b")
    folder = Path(str(passing.engine.url.database)).parent
    assert passing.value("web", "a") == "b"
    passing.close()
    assert not folder.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        "nonsense",
        "oracle://here/there",
        "sqlite:////dev/null/x.db",
        "postgres:/me:opensesame@127.0.0.1/x",
        "postgresql://me:opensesame@127.0.0.1:port/x",
        "postgresql://me:opense@sesame@127.0.0.1/x",
        "postgresql://me:opensesame@127.0.0.1:1/x",
        "postgresql://me:opensesame@127.0.0.1:1/x?no_such=option",
    ],
)
def test_a_database_that_cannot_be_used_is_one_clear_line_without_the_password(wrong: str) -> None:
    with pytest.raises(StoreError, match=r"^[^\n]*DATABASE_URL[^\n]*$") as error:
        Store(wrong)
    assert "sesame" not in str(error.value)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are my notes, and no database.\n" * 50)
    with pytest.raises(StoreError, match="not a database"):
        Store(f"sqlite:///{file}")
