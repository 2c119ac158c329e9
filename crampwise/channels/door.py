"""What every channel does with a message before Rasa sees it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from crampwise.knowledge.shared import knowledge

MAX_CHARACTERS = 1000
LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


class Refused(Exception):
    """A message that is not taken, with a code for programs and words for the person."""

    def __init__(
        self, code: str, message: str, status: int = 400, retry_after: int | None = None
    ) -> None:
        """`status` is for HTTP; `retry_after` are the seconds after which it may be sent again."""
        super().__init__(message)
        self.code, self.message, self.status = code, message, status
        self.retry_after = retry_after


def refused(
    code: str, status: int = 400, retry_after: int | None = None, **values: object
) -> Refused:
    """A refusal in the words that wording.yml has for it."""
    text = knowledge().wording[f"refused_{code}"].format(**values)
    return Refused(code, text, status, retry_after)


def typed(text: Any) -> str:
    """Text a person typed, made safe for Rasa: a leading slash never becomes an intent.

    Raises Refused when it is no text, empty or over 1,000 characters.
    """
    if not isinstance(text, str):
        raise Refused("bad_text", "The field 'text' must be a text.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("bad_text", "The text holds characters that are not valid.") from None
    bare = text.replace("\x00", "").strip()
    if not bare:
        raise refused("empty")
    if len(bare) > MAX_CHARACTERS:
        raise refused("too_long", length=f"{len(bare):,}", most=f"{MAX_CHARACTERS:,}")
    return bare.lstrip("/ ") or "?"


def offered(payload: Any, shown: Collection[str]) -> str:
    """The payload of a button among those that the conversation was shown.

    Raises Refused for anything else: a payload names intents and slots, so it must be ours.
    """
    if isinstance(payload, str) and payload in shown:
        return payload
    raise refused("unknown_button")


def known_locale(told: Any) -> str | None:
    """The locale of a device, such as "en-GB"; None for anything of another shape."""
    return told if isinstance(told, str) and LOCALE.fullmatch(told) else None
