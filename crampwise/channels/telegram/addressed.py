"""Whether a message speaks to the bot, and what it says to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crampwise.channels.chat.fields import number, part, text
from crampwise.channels.telegram.me import Me

START = "start"
COMMANDS = (START, "help", "forget", "stop")
_COMMAND = re.compile(r"/(?P<name>\w+)(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?", re.DOTALL)
_LINK = re.compile(r"[\w-]{1,64}")  # what t.me/bot?start=... brings along


def command(words: str, me: Me, private: bool) -> str | None:
    """Which of the bot's own commands `words` are, if they are one and nothing else.

    "/help my leg is swollen" is a message with words in it, and must be heard as one.
    """
    found = _COMMAND.fullmatch(words.strip())
    if found is None or (found["bot"] and found["bot"].lower() != me.name):
        return None
    name, rest = found["name"].lower(), found["rest"]
    if name not in COMMANDS or (rest and not (name == START and _LINK.fullmatch(rest))):
        return None
    return name


def spoken_to(message: dict[str, Any], me: Me) -> bool:
    """Whether a message in a group is meant for the bot: names it, or answers it."""
    earlier = part(message, "reply_to_message")
    # In a forum every message "answers" the notice that the topic was made.
    if number(part(earlier, "from"), "id") == me.id and "forum_topic_created" not in earlier:
        return True
    return any(True for _ in _names(message, me))


def without_name(message: dict[str, Any], words: str, me: Me) -> str:
    """`words` without the bot's name in them."""
    units = words.encode("utf-16-le", "surrogatepass")
    for start, end in sorted(_names(message, me), reverse=True):
        units = units[: 2 * start] + units[2 * end :]
    return units.decode("utf-16-le", "replace").strip()


def _names(message: dict[str, Any], me: Me) -> Iterator[tuple[int, int]]:
    """Where the bot is named. Telegram counts in units of UTF-16."""
    for words, entities in (("text", "entities"), ("caption", "caption_entities")):
        marks = message.get(entities)
        units = (text(message, words) or "").encode("utf-16-le", "surrogatepass")
        for mark in marks if isinstance(marks, list) else ():
            start, length = number(mark, "offset"), number(mark, "length")
            if start is None or length is None or start < 0 or length <= 0:
                continue
            end = start + length
            marked = units[2 * start : 2 * end].decode("utf-16-le", "replace").lower()
            kind = text(mark, "type")
            if (kind, marked) == ("mention", f"@{me.name}") or (
                # Somebody may choose the bot from the list of members instead of typing its name.
                kind == "text_mention" and number(part(mark, "user"), "id") == me.id
            ):
                yield start, end
            elif kind == "bot_command" and marked.endswith(f"@{me.name}"):
                # The name only: the command's own word is part of what is said.
                yield end - len(me.name) - 1, end
