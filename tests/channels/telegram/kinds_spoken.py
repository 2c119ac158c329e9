"""Kinds of update that speak to the bot, and what it must do about each.

answer: what was said is answered. line: the line on what it cannot read. command: one of its own
commands. title: what the tapped button says is answered. old: the tap is told that the button is no
longer valid. acknowledged: only the waiting sign of the tap is ended.
"""

from __future__ import annotations

from typing import Any

from tests.channels.telegram.updates import (
    ANONYMOUS_ADMIN,
    ASK,
    BOT,
    FILE,
    FORUM,
    GROUP,
    NAME,
    OTHER_BOT,
    PERSON,
    PHOTO,
    POLL,
    PRIVATE,
    SUPERGROUP,
    TOPIC,
    TOPIC_MADE,
    answer_to,
    body,
    command,
    mention,
    message,
    tap,
    update,
)

PLACE = {"latitude": 51.5, "longitude": -0.1}
SHOWN = body(
    text="An answer",
    reply_markup={"inline_keyboard": [[{"text": "Which foods?", "callback_data": "gone"}]]},
    **{"from": BOT},
)

KINDS: list[tuple[str, str, dict[str, Any]]] = [
    # said to the bot
    ("text", "answer", message(text=ASK)),
    (
        "text with a link and bold",
        "answer",
        message(text=ASK, entities=[{"type": "bold", "offset": 0, "length": 3}]),
    ),
    ("text that quotes", "answer", message(text=ASK, quote={"text": "magnesium", "position": 0})),
    (
        "forwarded text",
        "answer",
        message(
            text=ASK, forward_origin={"type": "hidden_user", "sender_user_name": "x", "date": 1}
        ),
    ),
    (
        "text of a supporter with an effect",
        "answer",
        message(text=ASK, effect_id="5", sender_boost_count=1),
    ),
    ("text sent by way of an inline bot", "answer", message(text=ASK, via_bot=OTHER_BOT)),
    ("text in a topic of the private chat", "answer", message(text=ASK, **TOPIC)),
    ("photo with words", "answer", message(photo=PHOTO, caption=ASK)),
    (
        "video with words above it",
        "answer",
        message(video=FILE, caption=ASK, show_caption_above_media=True),
    ),
    ("a reply to the bot in private", "answer", answer_to(BOT, PRIVATE, text=ASK)),
    ("a reply to a story", "answer", message(text=ASK, reply_to_story={"chat": PRIVATE, "id": 1})),
    ("a text with the bot's path in it", "answer", message(text="is /bottled tonic ok, /bot?")),
    ("an unknown command", "answer", command("/foods")),
    ("a payload typed by hand", "answer", command('/forget_me{"a": 1}')),
    ("a command with words after it", "answer", command("/help my calf is hot")),
    # the bot's own commands
    ("start", "command", command("/start")),
    ("start from a link", "command", command("/start from-the-website_1")),
    ("help", "command", command("/help")),
    ("forget", "command", command("/forget")),
    ("stop", "command", command("/Stop")),
    ("a command named in a group", "command", command(f"/help{NAME}", GROUP)),
    ("a command in a group", "command", command("/help", SUPERGROUP)),
    ("only the bot's name", "command", mention(NAME)),
    # not words
    ("photo", "line", message(photo=PHOTO)),
    ("voice", "line", message(voice={**FILE, "duration": 3})),
    ("audio", "line", message(audio={**FILE, "duration": 3})),
    ("video", "line", message(video={**FILE, "duration": 3})),
    ("video note", "line", message(video_note={**FILE, "length": 3, "duration": 3})),
    ("animation", "line", message(animation=FILE, document=FILE)),
    ("sticker", "line", message(sticker={**FILE, "type": "regular", "emoji": "🦵"})),
    ("document", "line", message(document=FILE)),
    ("contact", "line", message(contact={"phone_number": "1", "first_name": "A"})),
    ("location", "line", message(location=PLACE)),
    (
        "venue",
        "line",
        message(venue={"location": PLACE, "title": "t", "address": "a"}, location=PLACE),
    ),
    ("poll in a chat", "line", message(poll=POLL)),
    ("dice", "line", message(dice={"emoji": "🎲", "value": 3})),
    ("game", "line", message(game={"title": "t", "description": "d", "photo": PHOTO})),
    ("story", "line", message(story={"chat": PRIVATE, "id": 1})),
    ("paid media", "line", message(paid_media={"star_count": 1, "paid_media": []})),
    ("checklist", "line", message(checklist={"title": "t", "tasks": []})),
    ("sticker as a reply to the bot", "line", answer_to(BOT, sticker=FILE)),
    # said in groups
    ("named in a group", "answer", mention(f"{NAME} {ASK}")),
    (
        "named at the end, after an emoji",
        "answer",
        mention(f"🦵🏽 {ASK} {NAME.lower()}", SUPERGROUP),
    ),
    (
        "named by a person without user names",
        "answer",
        message(
            GROUP,
            text=f"Bot {ASK}",
            entities=[{"type": "text_mention", "offset": 0, "length": 3, "user": BOT}],
        ),
    ),
    (
        "named below a photo",
        "answer",
        message(
            GROUP,
            photo=PHOTO,
            caption=f"{NAME} {ASK}",
            caption_entities=[{"type": "mention", "offset": 0, "length": len(NAME)}],
        ),
    ),
    ("an unknown command for the bot", "answer", command(f"/foods{NAME}", GROUP)),
    ("a reply to the bot", "answer", answer_to(BOT, text=ASK)),
    (
        "named in a topic",
        "answer",
        mention(f"{NAME} {ASK}", FORUM, reply_to_message=TOPIC_MADE, **TOPIC),
    ),
    ("a reply in a chain", "answer", answer_to(BOT, SUPERGROUP, text=ASK, message_thread_id=77)),
    (
        "named by an anonymous admin",
        "answer",
        mention(f"{NAME} {ASK}", SUPERGROUP, sender_chat=SUPERGROUP, **{"from": ANONYMOUS_ADMIN}),
    ),
    # taps
    ("a tap on a forgotten button", "title", tap("gone", SHOWN)),
    (
        "a tap on a forgotten button of an old message",
        "old",
        tap("gone", {"chat": PRIVATE, "message_id": 3, "date": 0}),
    ),
    ("a tap on the choice made", "acknowledged", tap("chosen")),
    ("a tap on a game", "acknowledged", tap(None, game_short_name="game")),
    (
        "a tap below an inline message",
        "acknowledged",
        update(
            callback_query={
                "id": "q",
                "from": PERSON,
                "chat_instance": "1",
                "inline_message_id": "i",
                "data": "x",
            }
        ),
    ),
]
