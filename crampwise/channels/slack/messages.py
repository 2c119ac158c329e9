"""Reads events: what was said to the bot, and who opened its home.

They come from outside, so nothing about their shape is taken for granted.
"""

from __future__ import annotations

from typing import Any

from crampwise.channels.chat.fields import part, text
from crampwise.channels.slack import words
from crampwise.channels.slack.found import Found, Place, Post, Visit

PRIVATE = ("im", "app_home")
DIRECT = "D"  # how ids of conversations between two begin
SLACKBOT = "USLACKBOT"
# Of all that Slack also calls messages (joins, edits, topics, /me ...) only these are said.
SAID = (None, "file_share", "thread_broadcast")


def event(body: dict[str, Any], me: str) -> Found | None:
    """What there is for the bot in a body of the Events API; None when it does not concern it.

    `me` is the bot's id as a member, empty as long as it is not known.
    """
    told = part(body, "event")
    kind = text(told, "type")
    if kind == "app_home_opened":
        return _visit(told, body)
    if kind not in ("message", "app_mention"):
        return None
    return _post(told, kind == "app_mention", _ourselves(body, me))


def is_direct(channel: str) -> bool:
    """Whether nobody but the person and the bot reads there."""
    return channel.startswith(DIRECT)


def _post(told: dict[str, Any], mention: bool, ourselves: set[str]) -> Post | None:
    channel, person, moment = text(told, "channel"), text(told, "user"), text(told, "ts")
    if not channel or not person or not moment or not _is_said(told, person, ourselves):
        return None
    written = text(told, "text") or ""
    # Links in a text come with attachments too, which show what the text says already.
    thing = bool(told.get("files") or (not written.strip() and told.get("attachments")))
    if not written.strip() and not thing:
        return None
    private = text(told, "channel_type") in PRIVATE or is_direct(channel)
    thread = text(told, "thread_ts")
    named = private or mention or bool(words.people(written) & ourselves)
    if not named:
        if thread is None or words.people(written):
            return None  # said to everybody, or to somebody else
        named = text(told, "parent_user_id") in ourselves
    said = words.typed(written) or None
    return Post(
        # The same for a message and its twin that says that the bot was named in it.
        f"message {channel} {moment}",
        Place(channel, thread if private else thread or moment, private),
        person,
        said,
        command=None if said or thing else "start",
        unseen=thing,
        named=named,
    )


def _is_said(told: dict[str, Any], person: str, ourselves: set[str]) -> bool:
    """Whether a person says it, now and for the first time."""
    return (
        told.get("subtype") in SAID
        and person not in ourselves
        and person != SLACKBOT
        and not told.get("bot_id")
        and not told.get("bot_profile")
        and not told.get("hidden")
        and not told.get("edited")
    )


def _ourselves(body: dict[str, Any], me: str) -> set[str]:
    """The bot's ids, of which Slack tells one along with each event."""
    granted = body.get("authorizations")
    told = [
        text(one, "user_id")
        for one in (granted if isinstance(granted, list) else ())
        if isinstance(one, dict) and one.get("is_bot") is True
    ]
    return {identity for identity in (me, *told) if identity}


def _visit(told: dict[str, Any], body: dict[str, Any]) -> Visit | None:
    person, identity = text(told, "user"), text(body, "event_id")
    if not person or not identity or told.get("tab") != "home":
        return None
    edition = text(part(told, "view"), "private_metadata") or ""
    return Visit(f"visit {identity}", Place(person), person, edition)
