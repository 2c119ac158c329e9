"""What the log says, and what it never says."""

from __future__ import annotations

import json
import subprocess
import sys
import time

from tests.server import ROOT

PREPARE = """
import logging, structlog
from crampwise.serving.logs import configure, hide
configure(logging.INFO, logging.ERROR, True)
log = structlog.get_logger("crampwise.test")
"""


def run(program: str) -> list[dict[str, object]]:
    result = subprocess.run(
        [sys.executable, "-c", PREPARE + program], cwd=ROOT, capture_output=True, text=True,
        timeout=60, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in result.stderr.splitlines()]


def test_a_line_is_json_with_level_time_and_name() -> None:
    [line] = run('log.info("turn", intent="foods", topics=["iron.foods"])')
    assert line.pop("timestamp")
    assert line == {
        "event": "turn", "intent": "foods", "topics": ["iron.foods"], "level": "info",
        "logger": "crampwise.test",
    }  # fmt: skip


def test_lines_of_libraries_are_json_too_from_their_own_level_on() -> None:
    lines = run('logging.getLogger("x").error("a %s", "b"); logging.getLogger("x").info("c")')
    assert [(line["event"], line["level"]) for line in lines] == [("a b", "error")]


def test_what_a_person_typed_and_the_id_are_in_no_line_and_no_traceback() -> None:
    lines = run(
        """
hide("I'm Ann Smith, 07700 900123", "0badcafe0badcafe")
text = "i'm ann smith, 07700 900123"
try:
    {}[text]
except KeyError:
    log.exception("failed", about="so: " + text)
    log.error("lock of 0badcafe0badcafe not had", path="/chat/conversations/00ff")
    logging.getLogger("x").exception("library failed with %r", text)
"""
    )
    assert len(lines) == 3
    assert "KeyError" in str(lines[0]["exception"])
    assert "Traceback" in str(lines[0]["exception"])
    assert lines[0]["about"] == "so: [message]"
    assert lines[1]["event"] == "lock of [conversation] not had"
    assert lines[1]["path"] == "/chat/conversations/[conversation]"
    assert "smith" not in str(lines).lower()


def test_nobody_waits_for_a_reader_of_the_log() -> None:
    program = PREPARE + 'for n in range(20_000): log.info("x" * 100)\nprint("done", flush=True)'
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    begin = time.monotonic()
    assert process.stdout
    assert process.stdout.readline() == b"done\n"
    # Nobody has read a byte of its log, and it ends all the same.
    assert process.wait(timeout=30) == 0
    assert time.monotonic() - begin < 30
    process.communicate()
