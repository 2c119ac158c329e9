"""Log lines on standard error, without what people typed or who they are, never in the way.

A line is handed to a thread that writes it. When nobody reads what it writes (a full pipe, a stuck
disk), lines are dropped rather than people kept waiting.
"""

from __future__ import annotations

import logging
import os
import queue
import re
import threading
from collections.abc import Mapping, MutableMapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

import structlog
from structlog.dev import ConsoleRenderer
from structlog.processors import JSONRenderer

STANDARD_ERROR = 2
LINES_WAITING = 1000
LAST_WORDS_SECONDS = 1  # for the lines still waiting when the process ends
SHORTEST_HIDDEN = 4  # characters; shorter texts tell nothing and stand inside other words
HIDDEN = "[message]"
HIDDEN_ID = "[conversation]"
# An address that was asked for may name a conversation, and whoever has its id has all of it.
ID_IN_PATH = re.compile(r"(?<=/conversations/)[0-9A-Za-z]+")
_typed: ContextVar[str] = ContextVar("typed", default="")
_conversation: ContextVar[str] = ContextVar("conversation", default="")


def hide(text: object, conversation: str) -> None:
    """Keeps `text`, what a person typed, and the id out of every log line of this turn."""
    _typed.set(text if isinstance(text, str) else "")
    _conversation.set(conversation)


def configure(own: int, others: int, for_machines: bool) -> None:
    """Logs our own lines from the level `own` on and those of libraries from `others` on."""
    lines = JSONRenderer() if for_machines else ConsoleRenderer(colors=False)
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        # As text: the structured form would hold the local variables, and so people's messages.
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = _Aside()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _without_person,
                lines,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(others)
    logging.getLogger("rasa").setLevel(others)
    logging.getLogger("crampwise").setLevel(own)


def _without_person(logger: Any, method: str, line: MutableMapping[str, Any]) -> Mapping[str, Any]:
    hidden = [(ID_IN_PATH, HIDDEN_ID)]
    typed, conversation = _typed.get().strip(), _conversation.get()
    if len(conversation) >= SHORTEST_HIDDEN:
        hidden.append((re.compile(re.escape(conversation)), HIDDEN_ID))
    if len(typed) >= SHORTEST_HIDDEN:
        # As it was typed, and as errors quote it.
        either = "|".join(map(re.escape, (typed, repr(typed)[1:-1])))
        hidden.append((re.compile(either, re.IGNORECASE), HIDDEN))
    return {key: _without(value, hidden) for key, value in line.items()}


def _without(value: Any, hidden: Sequence[tuple[re.Pattern[str], str]]) -> Any:
    if isinstance(value, str):
        for pattern, words in hidden:
            value = pattern.sub(words, value)
    return value


class _Aside(logging.Handler):
    """Formats a line at once, for only then is it known whose turn it is, and writes it later."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: queue.Queue[bytes | None] = queue.Queue(LINES_WAITING)
        self._writer = threading.Thread(target=self._write, name="log", daemon=True)
        self._writer.start()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._lines.put_nowait(f"{self.format(record)}\n".encode())
        except queue.Full:
            return

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            # Past sys.stderr, whose lock would be held for as long as nobody reads.
            os.write(STANDARD_ERROR, line)

    def close(self) -> None:
        """Lets the lines that wait be written, if somebody reads. `logging` calls it at the end."""
        with suppress(queue.Full):
            self._lines.put_nowait(None)
            self._writer.join(LAST_WORDS_SECONDS)
        super().close()
