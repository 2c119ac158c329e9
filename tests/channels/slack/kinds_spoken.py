"""Kinds of delivery that speak to the bot, and what it must do about each.

answer: what was said is answered. line: the line on what it cannot read. both: the words are
answered, and a line tells that there was more. command: one of its own commands. title: what the
chosen button says is answered. view: a window is opened or its home is shown.
"""

from __future__ import annotations

from tests.channels.slack.events import (
    ASK,
    CHANNEL,
    DIRECT,
    FILE,
    GROUP,
    HERE,
    NAME,
    Delivery,
    button,
    event,
    interaction,
    mention,
    message,
    slash,
    tap,
    window,
)

THREAD = {"thread_ts": "1740000000.000001", "parent_user_id": "UBOT"}
RICH = [{"type": "rich_text", "elements": []}]
MENU = {
    "type": "overflow",
    "action_id": "choose:24",
    "selected_option": {"text": {"type": "plain_text", "text": "Which foods?"}, "value": "gone"},
}
HOME = {"type": "home", "id": "V1"}

KINDS: list[tuple[str, str, Delivery]] = [
    # said in private
    ("a direct message", "answer", message(text=ASK)),
    ("a direct message in rich text", "answer", message(text=ASK, blocks=RICH)),
    ("a direct message in the old home", "answer", message(text=ASK, channel_type="app_home")),
    ("a direct message in a thread", "answer", message(text=ASK, **THREAD)),
    (
        "a direct message shown outside its thread too",
        "answer",
        message(text=ASK, subtype="thread_broadcast", **THREAD),
    ),
    ("a direct message that names the bot", "answer", message(text=f"{NAME} {ASK}")),
    ("a direct message that names another person", "answer", message(text=f"<@U99> {ASK}")),
    (
        "a direct message with a link",
        "answer",
        message(text="can <https://example.org/a?b=1&amp;c|dehydration> cause cramps"),
    ),
    (
        "a link to a message, which comes with what it says",
        "answer",
        message(text=ASK, attachments=[{"text": "hi", "is_msg_unfurl": True}]),
    ),
    ("a direct message from another workspace", "answer", message(text=ASK, team="T2")),
    ("a slash typed by hand", "answer", message(text='/forget_me{"a": 1}')),
    ("an emoji by its name", "answer", message(text=":leg::skin-tone-3: hurts")),
    ("signs that Slack escapes", "answer", message(text="vitamin D &lt; 20 &amp; cramps")),
    # not words
    ("a picture", "line", message(text="", subtype="file_share", files=[FILE], upload=True)),
    (
        "a voice clip",
        "line",
        message(text="", subtype="file_share", files=[{**FILE, "subtype": "slack_audio"}]),
    ),
    ("a forwarded message", "line", message(text="", attachments=[{"is_share": True}])),
    ("a picture with words", "both", message(text=ASK, subtype="file_share", files=[FILE])),
    # said in channels
    ("named in a channel", "answer", mention(f"{NAME} {ASK}")),
    ("named at the end", "answer", mention(f"{ASK} {NAME}")),
    ("named in a private channel", "answer", mention(f"{NAME} {ASK}", GROUP)),
    ("named, as a message", "answer", message(CHANNEL, text=f"{NAME} {ASK}")),
    ("named with a label", "answer", message(CHANNEL, text=f"<@UBOT|crampwise> {ASK}")),
    (
        "named in a group conversation",
        "answer",
        message("G70", channel_type="mpim", text=f"{NAME} {ASK}"),
    ),
    ("named with another person", "answer", mention(f"{NAME} <@U99> {ASK}")),
    ("named in a thread", "answer", mention(f"{NAME} {ASK}", thread_ts="1740000000.000001")),
    ("an answer to the bot's own message", "answer", message(CHANNEL, text=ASK, **THREAD)),
    (
        "named below a picture",
        "both",
        message(CHANNEL, text=f"{NAME} {ASK}", subtype="file_share", files=[FILE]),
    ),
    (
        "only the name below a picture",
        "line",
        message(CHANNEL, text=NAME, subtype="file_share", files=[FILE]),
    ),
    ("only the bot's name", "command", mention(NAME)),
    # the slash command
    ("asked with the command", "answer", slash(ASK, HERE)),
    ("asked with the command in private", "answer", slash(ASK, HERE, DIRECT)),
    ("the command alone", "command", slash("", HERE)),
    ("the command with help", "command", slash("help", HERE)),
    ("the command with forget", "command", slash(" Forget ", HERE)),
    ("the command with stop", "command", slash("stop", HERE)),
    # buttons
    ("a forgotten button", "title", tap(button("gone"))),
    ("a forgotten button in a channel", "title", tap(button("gone"), channel=CHANNEL)),
    ("a forgotten entry of a menu", "title", tap(MENU)),
    (
        "a forgotten button that only one person saw",
        "title",
        tap(
            button("gone"),
            message={"ts": "1740000000.000009"},
            container={"type": "message", "channel_id": CHANNEL, "is_ephemeral": True},
            response_url=HERE,
        ),
    ),
    (
        "an example in the home",
        "title",
        interaction(
            "block_actions",
            view=HOME,
            container={"type": "view", "view_id": "V1"},
            actions=[{**button(""), "action_id": "example:1", "action_ts": "1740000000.000002"}],
        ),
    ),
    (
        "a command in the home",
        "command",
        interaction(
            "block_actions",
            view=HOME,
            container={"type": "view", "view_id": "V1"},
            actions=[{**button(""), "action_id": "home:forget", "action_ts": "1740000000.000003"}],
        ),
    ),
    # windows and the home
    ("the shortcut", "view", interaction("shortcut", callback_id="ask", action_ts="1.2")),
    (
        "the shortcut on a message",
        "view",
        interaction("message_action", callback_id="ask_about", message={"text": f"hello {ASK}"}),
    ),
    ("the window is sent off", "answer", window(ASK)),
    (
        "the home is opened",
        "view",
        event({"type": "app_home_opened", "user": "U7", "channel": DIRECT, "tab": "home"}),
    ),
    (
        "the home is opened, and an old edition was shown",
        "view",
        event(
            {
                "type": "app_home_opened",
                "user": "U7",
                "channel": DIRECT,
                "tab": "home",
                "view": {"id": "V1", "private_metadata": "old"},
            }
        ),
    ),
]
