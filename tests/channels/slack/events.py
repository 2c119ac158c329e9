"""Builds what Slack sends (https://docs.slack.dev/reference/events/ and /interactivity/)."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

from tests.channels.slack.standin import ME

EVENT, INTERACTIVE, SLASH = "events_api", "interactive", "slash_commands"
DIRECT, CHANNEL, GROUP = "D7", "C50", "G60"
PERSON, OTHER = "U7", "U8"
NAME = f"<@{ME['user_id']}>"
ASK = "can dehydration cause cramps"
FILE = {"id": "F1", "name": "leg.jpg", "mimetype": "image/jpeg", "mode": "hosted"}
HERE = "http://127.0.0.1/reply"  # stands for a reply address of the stand-in
_numbers = count(1)
Delivery = tuple[str, dict[str, Any]]


def placed(delivery: Delivery, address: str) -> Delivery:
    """The delivery, with the stand-in's reply address in it."""
    kind, payload = delivery
    return kind, json.loads(json.dumps(payload).replace(HERE, f"{address}/reply/{CHANNEL}"))


def moment() -> str:
    return f"1750000000.{next(_numbers):06}"


def event(told: dict[str, Any]) -> Delivery:
    """An event in its wrapping."""
    return EVENT, {
        "token": "verification",
        "team_id": "T1",
        "api_app_id": "A1",
        "type": "event_callback",
        "event_id": f"Ev{next(_numbers)}",
        "event_time": 1750000000,
        "authorizations": [{"team_id": "T1", "user_id": ME["user_id"], "is_bot": True}],
        "event": told,
    }


def body(channel: str = DIRECT, **fields: Any) -> dict[str, Any]:
    """A message, by default from one person in their chat with the bot."""
    kinds = {"D": "im", "C": "channel", "G": "group"}
    stamp = moment()
    told = {
        "type": "message",
        "channel": channel,
        "channel_type": kinds[channel[0]],
        "user": PERSON,
        "team": "T1",
        "ts": stamp,
        "event_ts": stamp,
        "client_msg_id": f"m{stamp}",
    }
    return {**told, **fields}


def message(channel: str = DIRECT, **fields: Any) -> Delivery:
    return event(body(channel, **fields))


def said(text: str, person: str = PERSON) -> Delivery:
    """A person writes in their chat with the bot."""
    return message("D" + person[1:], text=text, user=person)


def mention(text: str, channel: str = CHANNEL, **fields: Any) -> Delivery:
    """The event that says that the bot was named. It does not tell the kind of channel."""
    told = body(channel, type="app_mention", text=text, **fields)
    told.pop("channel_type")
    return event(told)


def slash(text: str, reply_url: str, channel: str = CHANNEL) -> Delivery:
    return SLASH, {
        "token": "verification",
        "team_id": "T1",
        "channel_id": channel,
        "channel_name": "directmessage" if channel.startswith("D") else "general",
        "user_id": PERSON,
        "command": "/crampwise",
        "text": text,
        "api_app_id": "A1",
        "response_url": reply_url,
        "trigger_id": f"trigger-{next(_numbers)}",
    }


def interaction(kind: str, **fields: Any) -> Delivery:
    """Any interactive payload."""
    return INTERACTIVE, {
        "type": kind,
        "user": {"id": PERSON, "username": "ada", "team_id": "T1"},
        "team": {"id": "T1", "domain": "runners"},
        "api_app_id": "A1",
        "token": "verification",
        "trigger_id": f"trigger-{next(_numbers)}",
        **fields,
    }


def tap(action: dict[str, Any], **fields: Any) -> Delivery:
    """A button is chosen, by default below a message in the chat with the bot."""
    stamp = fields.pop("at", moment())
    channel = fields.pop("channel", DIRECT)
    shown = fields.pop("message", {"type": "message", "ts": stamp, "user": ME["user_id"]})
    container = {"type": "message", "message_ts": shown["ts"], "channel_id": channel}
    return interaction(
        "block_actions",
        **{
            "container": {**container, "is_ephemeral": False},
            "channel": {"id": channel, "name": "x"},
            "message": shown,
            "actions": [{"block_id": "choices:0", "action_ts": moment(), **action}],
            **fields,
        },
    )


def button(token: str, title: str = "Which foods?") -> dict[str, Any]:
    text = {"type": "plain_text", "text": title, "emoji": True}
    return {"type": "button", "action_id": "choose:0", "value": token, "text": text}


def window(text: Any, callback: str = "ask_window") -> Delivery:
    """The window is sent off."""
    values = {"question": {"text": {"type": "plain_text_input", "value": text}}}
    view = {"id": f"V{next(_numbers)}", "type": "modal", "callback_id": callback}
    return interaction("view_submission", view={**view, "state": {"values": values}})
