"""Builds updates as Telegram sends them (https://core.telegram.org/bots/api#update)."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.channels.telegram.standin import BOT

PERSON = {"id": 7, "is_bot": False, "first_name": "Ada", "language_code": "en"}
OTHER = {"id": 8, "is_bot": False, "first_name": "Ben"}
OTHER_BOT = {"id": 99, "is_bot": True, "first_name": "Helper", "username": "HelperBot"}
ANONYMOUS_ADMIN = {"id": 1087968824, "is_bot": True, "username": "GroupAnonymousBot"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ada"}
GROUP = {"id": -50, "type": "group", "title": "Runners"}
SUPERGROUP = {"id": -1001, "type": "supergroup", "title": "Cyclists", "username": "cyclists"}
FORUM = {**SUPERGROUP, "is_forum": True}
CHANNEL = {"id": -1002, "type": "channel", "title": "News"}
NAME = f"@{BOT['username']}"
_numbers = count(1)


def update(**fields: Any) -> dict[str, Any]:
    return {"update_id": 100_000 + next(_numbers), **fields}


def body(chat: dict[str, Any] = PRIVATE, **fields: Any) -> dict[str, Any]:
    """A Message, by default from Ada in her chat with the bot."""
    message = {"message_id": next(_numbers), "from": PERSON, "chat": chat, "date": 1_760_000_000}
    return {**message, **fields}


def message(chat: dict[str, Any] = PRIVATE, **fields: Any) -> dict[str, Any]:
    return update(message=body(chat, **fields))


def said(words: str, person: dict[str, Any] = PERSON) -> dict[str, Any]:
    """A person writes in private."""
    chat = {"id": person["id"], "type": "private"}
    return message(chat, text=words, **{"from": person})


def command(words: str, chat: dict[str, Any] = PRIVATE, **fields: Any) -> dict[str, Any]:
    mark = {"type": "bot_command", "offset": 0, "length": len(words.split(maxsplit=1)[0])}
    return message(chat, text=words, entities=[mark], **fields)


def mention(words: str, chat: dict[str, Any] = GROUP, **fields: Any) -> dict[str, Any]:
    """The bot is named in a group. Offsets count units of UTF-16."""
    before = words[: words.lower().index(NAME.lower())]
    offset = len(before.encode("utf-16-le")) // 2
    mark = {"type": "mention", "offset": offset, "length": len(NAME)}
    return message(chat, text=words, entities=[mark], **fields)


def answer_to(
    author: dict[str, Any], chat: dict[str, Any] = GROUP, **fields: Any
) -> dict[str, Any]:
    """A reply to what `author` said."""
    return message(chat, reply_to_message=body(chat, text="earlier", **{"from": author}), **fields)


def tap(data: str | None, shown: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """A button is tapped below a message of the bot."""
    query: dict[str, Any] = {
        "id": f"query{next(_numbers)}",
        "from": PERSON,
        "chat_instance": "3",
        "message": shown if shown is not None else body(text="an answer", **{"from": BOT}),
    }
    if data is not None:
        query["data"] = data
    return update(callback_query={**query, **fields})


ASK = "can dehydration cause cramps"
FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 9}
PHOTO = [{**FILE, "width": 90, "height": 60}]
POLL = {"id": "1", "question": "Cramps?", "options": [], "total_voter_count": 0}
TOPIC = {"is_topic_message": True, "message_thread_id": 5}
TOPIC_MADE = body(FORUM, forum_topic_created={"name": "Legs", "icon_color": 1}, **{"from": BOT})
