"""A PostgreSQL of the tests' own: Debian's binaries, a passing folder, a free port of 127.0.0.1."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg2

from tests.server import free_port

USER, PASSWORD = "crampwise", "a-secret-of-the-tests"
ACCOUNT = "postgres"  # of the system, made by Debian's package: the server refuses to run as root
START_SECONDS = 30
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",  # no test cuts the power
    "shared_buffers": "16MB",
}


def binaries() -> Path | None:
    """The folder of the newest server there is. Debian keeps it off the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=_version)
    anywhere = shutil.which("postgres")
    path = found[-1] if found else anywhere and Path(anywhere)
    return path.parent if path else None


def _version(path: Path) -> float:
    return float(path.parts[-3])


@dataclass
class PostgreSQL:
    """A server that can be stopped and started again."""

    bin: Path
    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def url(self, user: str = USER, password: str = PASSWORD, database: str = "postgres") -> str:
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def fresh(self) -> str:
        """The URL of a new user with nothing yet: a schema, for a database is a thousand files."""
        user = f"u{uuid4().hex}"
        with closing(psycopg2.connect(self.url())) as connection, connection:
            cursor = connection.cursor()
            cursor.execute(f"CREATE ROLE {user} LOGIN PASSWORD '{PASSWORD}'")
            cursor.execute(f"CREATE SCHEMA AUTHORIZATION {user}")
        return self.url(user)

    def log(self) -> str:
        """What the server wrote so far."""
        return (self.folder / "log").read_text()

    def make(self) -> None:
        """Makes the data folder."""
        password = self.folder / "password"
        password.write_text(PASSWORD)
        password.chmod(0o644)
        asked = ["-D", str(self.folder / "data"), "-U", USER, "--auth=scram-sha-256", "--no-sync"]
        initdb = [*_unprivileged(), str(self.bin / "initdb"), *asked, f"--pwfile={password}"]
        subprocess.run(initdb, check=True, capture_output=True, cwd=self.folder)

    def start(self) -> None:
        """Returns when the server takes connections."""
        options = [f"--{name}={value}" for name, value in OPTIONS.items()]
        server = [str(self.bin / "postgres"), "-D", str(self.folder / "data"), "-p", str(self.port)]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*_unprivileged(), *server, *options],
                cwd=self.folder, stdout=log, stderr=log,
            )  # fmt: skip
        end = time.monotonic() + START_SECONDS
        while not self._answers():
            assert self.process.poll() is None, self.log()
            assert time.monotonic() < end, self.log()
            time.sleep(0.05)

    def stop(self) -> None:
        """Ends the server and every connection to it."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=START_SECONDS)
            self.process = None

    def _answers(self) -> bool:
        try:
            psycopg2.connect(self.url()).close()
        except psycopg2.OperationalError:
            return False
        return True


def _unprivileged() -> list[str]:
    """What stands before a command that root must not run."""
    if os.getuid():
        return []
    return ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--clear-groups"]


@contextmanager
def serving(bin: Path) -> Iterator[PostgreSQL]:
    """A server until the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    if not os.getuid():
        shutil.chown(folder, ACCOUNT, ACCOUNT)
    server = PostgreSQL(bin, folder)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)
