"""Kinds of delivery on which the bot says nothing: not for it, or no words of a person."""

from __future__ import annotations

from typing import Any

from crampwise.channels.slack.home import home
from tests.channels.slack.events import (
    ASK,
    CHANNEL,
    DIRECT,
    EVENT,
    FILE,
    NAME,
    PERSON,
    SLASH,
    Delivery,
    body,
    button,
    event,
    interaction,
    mention,
    message,
    tap,
    window,
)

THREAD = {"thread_ts": "1740000000.000007"}
ITEM = {"type": "message", "channel": DIRECT, "ts": "1750000000.000001"}


def notice(subtype: str, **fields: Any) -> Delivery:
    """What Slack calls a message though nobody said it. It names the bot, to tempt it."""
    return message(CHANNEL, subtype=subtype, text=f"{NAME} {ASK}", **fields)


KINDS: list[tuple[str, Delivery]] = [
    # said to others
    ("talk in a channel", message(CHANNEL, text=ASK)),
    ("talk in a thread without the bot", message(CHANNEL, text=ASK, **THREAD)),
    ("talk in a group conversation", message("G70", channel_type="mpim", text=ASK)),
    ("another person is named", message(CHANNEL, text=f"<@U99> {ASK}")),
    (
        "another person is named in a thread of the bot",
        message(CHANNEL, text=f"<@U99> {ASK}", parent_user_id="UBOT", **THREAD),
    ),
    ("everybody is called", message(CHANNEL, text=f"<!here> {ASK}")),
    ("the bot's id without a mark", message(CHANNEL, text=f"UBOT @UBOT {ASK}")),
    ("a picture in a channel", message(CHANNEL, text="", subtype="file_share", files=[FILE])),
    # said by bots
    ("own message", message(text="hi", user="UBOT")),
    ("own message with the bot's id", message(text="hi", user="UBOT", bot_id="BBOT")),
    ("own message that names itself", mention(f"{NAME} hi", user="UBOT")),
    ("another bot names the bot", mention(f"{NAME} hi", bot_id="B9", user="U9")),
    ("another bot in private", message(text=ASK, bot_profile={"id": "B9"})),
    ("a bot of the old kind", message(text=ASK, subtype="bot_message", bot_id="B9")),
    ("Slackbot", message(text=ASK, user="USLACKBOT")),
    ("an answer that Slackbot was taught", notice("slackbot_response")),
    # said before, or not said
    (
        "an edit",
        message(
            subtype="message_changed",
            hidden=True,
            message=body(text=ASK, edited={"user": PERSON, "ts": "1.1"}),
        ),
    ),
    ("a message with an edit", message(text=ASK, edited={"user": PERSON, "ts": "1.1"})),
    ("the bot is named by an edit", mention(f"{NAME} {ASK}", edited={"user": PERSON, "ts": "1"})),
    ("a deletion", message(subtype="message_deleted", hidden=True, deleted_ts="1.1")),
    ("a notice of an answer", message(subtype="message_replied", message=body(text=ASK))),
    ("a hidden message", message(text=ASK, hidden=True)),
    ("what somebody does", notice("me_message")),
    ("somebody joins", notice("channel_join", inviter="U8")),
    ("somebody leaves", notice("channel_leave")),
    ("somebody joins a private channel", notice("group_join")),
    ("a new topic", notice("channel_topic", topic="legs")),
    ("a new purpose", notice("channel_purpose", purpose="legs")),
    ("a new name", notice("channel_name", old_name="a", name="b")),
    ("a channel put away", notice("channel_archive")),
    ("a channel brought back", notice("channel_unarchive")),
    ("something pinned", notice("pinned_item")),
    ("a reminder", notice("reminder_add")),
    ("a huddle", notice("huddle_thread")),
    ("a call", notice("sh_room_created")),
    ("an app is added", notice("bot_add")),
    ("a canvas changes", notice("channel_canvas_updated")),
    ("who may post", notice("channel_posting_permissions")),
    ("a message without a person", event({"type": "message", "channel": DIRECT, "text": ASK})),
    ("an empty message", message(text="  ")),
    ("a message without a text", message()),
    # other events
    ("a reaction", event({"type": "reaction_added", "user": PERSON, "item": ITEM})),
    ("a reaction taken back", event({"type": "reaction_removed", "user": PERSON, "item": ITEM})),
    ("a file", event({"type": "file_shared", "file_id": "F1", "user_id": PERSON})),
    ("a member", event({"type": "member_joined_channel", "user": "UBOT", "channel": CHANNEL})),
    ("a member leaves", event({"type": "member_left_channel", "user": "U8", "channel": CHANNEL})),
    ("a channel", event({"type": "channel_created", "channel": {"id": CHANNEL}})),
    ("a person changes", event({"type": "user_change", "user": {"id": PERSON}})),
    ("a link", event({"type": "link_shared", "user": PERSON, "channel": CHANNEL, "links": []})),
    ("a status", event({"type": "user_status_changed", "user": {"id": PERSON}})),
    ("the app is taken off", event({"type": "app_uninstalled"})),
    ("tokens end", event({"type": "tokens_revoked", "tokens": {"bot": ["UBOT"]}})),
    (
        "the messages tab is opened",
        event({"type": "app_home_opened", "user": "U7", "tab": "messages"}),
    ),
    (
        "the home is opened again",
        event(
            {
                "type": "app_home_opened",
                "user": "U7",
                "tab": "home",
                "view": {"private_metadata": home()["private_metadata"]},
            }
        ),
    ),
    ("too many events", (EVENT, {"type": "app_rate_limited", "minute_rate_limited": 1750000000})),
    # interactions that are not ours
    ("a button of another kind", tap({**button("x"), "action_id": "approve"})),
    (
        "a link that is a button",
        tap({"type": "button", "action_id": "docs", "url": "https://e.org"}),
    ),
    ("a choice of nothing", tap({"type": "overflow", "action_id": "other"})),
    ("an unknown shortcut", interaction("shortcut", callback_id="other")),
    ("an unknown shortcut on a message", interaction("message_action", callback_id="other")),
    ("an unknown window", window(ASK, callback="other")),
    ("a window without an answer", window(None)),
    ("a window is closed", interaction("view_closed", view={"callback_id": "ask_window"})),
    ("entries of a menu are asked for", interaction("block_suggestion", value="x")),
    ("a check of the certificate", (SLASH, {"ssl_check": "1", "token": "verification"})),
]
