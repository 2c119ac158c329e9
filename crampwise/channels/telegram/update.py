"""What an update of Telegram means to the bot: a post, a tap on a button, or nothing.

Updates come from outside, so nothing about their shape is taken for granted.
"""

from __future__ import annotations

from typing import Any

from crampwise.channels.chat.fields import number, part, text
from crampwise.channels.telegram import addressed
from crampwise.channels.telegram.found import Found, Place, Post, Tap
from crampwise.channels.telegram.me import Me

# The only kinds asked for; edits, reactions, channel posts, polls and joins never concern us.
KINDS = ("message", "callback_query")
GROUPS = ("group", "supergroup")
# Things a person sends in place of words. What is not here is a notice, such as somebody joining.
UNREADABLE = (
    "animation",
    "audio",
    "checklist",
    "contact",
    "dice",
    "document",
    "game",
    "location",
    "paid_media",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
)


def read(update: Any, me: Me) -> Found | None:
    """The post or tap in `update`; None when it does not concern the bot."""
    identity = number(update, "update_id")
    if identity is None:
        return None
    if query := part(update, "callback_query"):
        return _tap(str(identity), query)
    if message := part(update, "message"):
        return _post(str(identity), message, me)
    return None


def _post(key: str, message: dict[str, Any], me: Me) -> Post | None:
    place, person = _place(message), _person(message, me)
    if place is None or person is None:
        return None
    words = text(message, "text") or text(message, "caption")
    thing = any(kind in message for kind in UNREADABLE)
    if not words and not thing:
        return None
    command = addressed.command(words or "", me, place.private)
    if command is not None:
        return Post(key, place, person, command=command)
    if not place.private and not addressed.spoken_to(message, me):
        return None
    if not words:
        return Post(key, place, person, unseen=True, album=text(message, "media_group_id"))
    said = addressed.without_name(message, words, me)
    if not said and not thing:
        return Post(key, place, person, command=addressed.START)
    return Post(key, place, person, said or None, unseen=thing)


def _tap(key: str, query: dict[str, Any]) -> Tap | None:
    callback, person = text(query, "id"), number(part(query, "from"), "id")
    if callback is None or person is None:
        return None
    message, data = part(query, "message"), text(query, "data")
    # Tokens are plain letters; anything else is not ours and must not reach the database.
    token = data if (data or "").isascii() else ""
    return Tap(key, callback, person, token, _title(message, data), _place(message))


def _title(message: dict[str, Any], data: str | None) -> str | None:
    """What the tapped button says, as it stands below the message."""
    rows = part(message, "reply_markup").get("inline_keyboard")
    for row in rows if isinstance(rows, list) else ():
        for button in row if isinstance(row, list) else ():
            if data is not None and text(button, "callback_data") == data:
                return text(button, "text")
    return None


def _place(message: dict[str, Any]) -> Place | None:
    chat = part(message, "chat")
    identity, kind = number(chat, "id"), text(chat, "type")
    about = number(message, "message_id")
    if identity is None or about is None or (kind != "private" and kind not in GROUPS):
        return None
    # A thread that is no topic is a chain of replies; naming it would make Telegram refuse.
    topic = (
        number(message, "message_thread_id") if message.get("is_topic_message") is True else None
    )
    return Place(identity, topic, kind == "private", about)


def _person(message: dict[str, Any], me: Me) -> int | None:
    """Who wrote; None for bots, for a channel's own posts and for what others wrote for a person.

    Somebody who writes in the name of the group or of a channel is known by that.
    """
    if message.get("is_automatic_forward") or message.get("business_connection_id"):
        return None
    sender = number(part(message, "sender_chat"), "id")
    if sender is not None:
        return sender
    author = part(message, "from")
    identity = number(author, "id")
    return None if identity == me.id or author.get("is_bot") else identity
