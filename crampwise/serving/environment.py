"""Settings of the process that must stand before Rasa is imported.

Rasa sends telemetry unless told not to, and TensorFlow and SQLAlchemy greet every start with
warnings that a user of this bot can do nothing about.
"""

from __future__ import annotations

import logging
import os
import resource
import warnings

from crampwise.serving.logs import configure

SETTINGS = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "LOG_LEVEL_LIBRARIES": "ERROR",
    # Rasa draws its progress bars (of steps that take less than a second) below this level; what
    # it logs is set by `logs`.
    "LOG_LEVEL": "ERROR",
    "SANIC_HOST": "127.0.0.1",  # where `rasa run actions` listens; Rasa's default is everywhere
}
OPEN_FILES = 10_000
# Only what old dependencies say of themselves; our own warnings stay visible.
OLD_DEPENDENCIES = (DeprecationWarning, PendingDeprecationWarning, FutureWarning, UserWarning)


def prepare() -> None:
    """Sets what is not already set by the user, and quiets the dependencies' warnings."""
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    quiet()


def keep_nothing() -> None:
    """Lets the store be one that ends with the process: trying the bot out leaves no trace."""
    os.environ["DATABASE_URL"] = "sqlite://"


def open_files() -> None:
    """Lets the process have OPEN_FILES connections, or as many as the system allows it.

    Most systems give a thousand until asked for more, and who opens these and says nothing on them
    keeps everybody else out.
    """
    soft, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if most == resource.RLIM_INFINITY else min(OPEN_FILES, most)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def logs(level: int, own: int | None = None, for_machines: bool = False) -> None:
    """Shows log lines of Rasa from `level` on, and our own from `own` on (by default the same)."""
    from rasa.utils.common import configure_logging_and_warnings

    configure_logging_and_warnings(level, None, warn_only_once=True, filter_repeated_logs=True)
    configure(level if own is None else own, level, for_machines)
    quiet()


def quiet() -> None:
    """Hides the dependencies' warnings. Called again after imports that reset the filters."""
    # Sanic resets the filters while it is imported, so it goes first.
    import sanic  # noqa: F401

    for category in OLD_DEPENDENCIES:
        warnings.filterwarnings("ignore", category=category)
    for name in ("tensorflow", "apscheduler", "absl", "matplotlib"):
        logging.getLogger(name).setLevel(logging.ERROR)
