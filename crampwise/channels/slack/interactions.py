"""Reads what people do besides writing: buttons, shortcut and window, slash command."""

from __future__ import annotations

from typing import Any

from crampwise.channels.chat.fields import part, text
from crampwise.channels.chat.turns import MEANING
from crampwise.channels.slack import words
from crampwise.channels.slack.buttons import ACTION
from crampwise.channels.slack.found import Found, Opening, Place, Post, Tap
from crampwise.channels.slack.home import COMMAND, EXAMPLE
from crampwise.channels.slack.messages import is_direct
from crampwise.channels.slack.window import FIELD, INPUT, SHORTCUTS, WINDOW


def interaction(payload: dict[str, Any]) -> Found | None:
    """What there is for the bot in an interactive payload; None when it does not concern it."""
    person, kind = text(part(payload, "user"), "id"), text(payload, "type")
    if not person:
        return None
    if kind == "block_actions":
        return _action(payload, person)
    if kind in ("shortcut", "message_action") and text(payload, "callback_id") in SHORTCUTS:
        return _opening(payload, person)
    if kind == "view_submission":
        return _submission(payload, person)
    return None


def slash(form: dict[str, Any]) -> Post | None:
    """What was asked with the slash command; only the person will see the answer."""
    channel, person = text(form, "channel_id"), text(form, "user_id")
    trigger, url = text(form, "trigger_id"), text(form, "response_url")
    if not channel or not person or not trigger or not url:
        return None
    said = words.typed(text(form, "text") or "")
    command = said.lower() if said.lower() in MEANING else None if said else "help"
    place = Place(channel, private=is_direct(channel), reply_url=url)
    return Post(f"command {trigger}", place, person, None if command else said, command)


def _action(payload: dict[str, Any], person: str) -> Found | None:
    actions = payload.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else None
    name, moment = text(action, "action_id") or "", text(action, "action_ts")
    if not moment:
        return None
    key = f"action {person} {moment}"
    option = part(action, "selected_option") or action
    title = words.typed(text(part(option, "text"), "text") or "") or None
    if name.startswith(COMMAND) and name.removeprefix(COMMAND) in MEANING:
        return Post(key, Place(person), person, command=name.removeprefix(COMMAND))
    if name.startswith(EXAMPLE) and title:
        return Post(key, Place(person), person, title)
    place = _place(payload, person)
    if not name.startswith(ACTION) or place is None:
        return None
    # Tokens are plain letters; anything else is not ours and must not reach the database.
    token = text(option, "value") or ""
    shown = part(payload, "message") if place.reply_url is None else None
    return Tap(key, place, person, token if token.isascii() else "", title, shown or None)


def _place(payload: dict[str, Any], person: str) -> Place | None:
    """Where the message with the button stands."""
    container = part(payload, "container")
    channel = text(container, "channel_id") or text(part(payload, "channel"), "id")
    if not channel:
        return None
    if container.get("is_ephemeral") is True:
        url = text(payload, "response_url")
        return Place(channel, private=is_direct(channel), reply_url=url) if url else None
    message, moment = part(payload, "message"), text(container, "message_ts")
    thread = text(message, "thread_ts") or text(container, "thread_ts")
    if is_direct(channel):
        return Place(channel, thread)
    return Place(channel, thread or moment, private=False)


def _opening(payload: dict[str, Any], person: str) -> Opening | None:
    trigger = text(payload, "trigger_id")
    if not trigger:
        return None
    about = words.typed(text(part(payload, "message"), "text") or "")
    return Opening(f"shortcut {trigger}", Place(person), person, trigger, about)


def _submission(payload: dict[str, Any], person: str) -> Post | None:
    view = part(payload, "view")
    identity, values = text(view, "id"), part(part(view, "state"), "values")
    said = text(part(part(values, FIELD), INPUT), "value")
    if text(view, "callback_id") != WINDOW or not identity or not said:
        return None
    return Post(f"window {identity}", Place(person), person, said)
