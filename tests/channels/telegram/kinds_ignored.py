"""Kinds of update on which the bot says nothing: not for it, or no words of a person."""

from __future__ import annotations

from typing import Any

from tests.channels.telegram.updates import (
    ASK,
    BOT,
    CHANNEL,
    FORUM,
    GROUP,
    NAME,
    OTHER,
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
    update,
)

MEMBER = {"user": BOT, "status": "member"}
CHANGE = {"chat": GROUP, "from": PERSON, "date": 1, "old_chat_member": MEMBER}

KINDS: list[tuple[str, dict[str, Any]]] = [
    # said in groups, to others
    ("talk among others", message(GROUP, text=ASK)),
    ("a reply to somebody else", answer_to(OTHER, text=ASK)),
    (
        "talk in a topic the bot made",
        message(FORUM, text=ASK, reply_to_message=TOPIC_MADE, **TOPIC),
    ),
    (
        "another bot is named",
        message(
            GROUP, text="@HelperBot hi", entities=[{"type": "mention", "offset": 0, "length": 10}]
        ),
    ),
    ("the bot's name without a mark", message(GROUP, text=f"x{NAME} {ASK}")),
    ("a command for another bot", command("/help@HelperBot", GROUP)),
    ("an unknown command in a group", command("/foods", GROUP)),
    ("photo in a group", message(GROUP, photo=PHOTO)),
    (
        "a post forwarded from the linked channel",
        mention(f"{NAME} {ASK}", SUPERGROUP, sender_chat=CHANNEL, is_automatic_forward=True),
    ),
    # said by bots, or not to this bot
    ("own message", message(GROUP, text=f"{NAME} hi", **{"from": BOT})),
    ("another bot names the bot", mention(f"{NAME} {ASK}", **{"from": OTHER_BOT})),
    ("another bot writes in private", message(text=ASK, **{"from": OTHER_BOT})),
    (
        "written for a person's business account",
        message(text=ASK, business_connection_id="b"),
    ),
    ("edited message", update(edited_message=body(text=ASK, edit_date=2))),
    ("channel post", update(channel_post=body(CHANNEL, text=ASK, sender_chat=CHANNEL))),
    ("edited channel post", update(edited_channel_post=body(CHANNEL, text=ASK))),
    ("a message in a channel", message(CHANNEL, text=ASK)),
    ("business connection", update(business_connection={"id": "b", "user": PERSON})),
    ("business message", update(business_message=body(text=ASK))),
    ("edited business message", update(edited_business_message=body(text=ASK))),
    (
        "deleted business messages",
        update(deleted_business_messages={"chat": PRIVATE, "message_ids": [1]}),
    ),
    # notices
    ("somebody joins", message(GROUP, new_chat_members=[OTHER])),
    ("the bot is added", message(GROUP, new_chat_members=[BOT])),
    ("somebody leaves", message(GROUP, left_chat_member=OTHER)),
    ("new title", message(GROUP, new_chat_title="x")),
    ("new picture", message(GROUP, new_chat_photo=PHOTO)),
    ("picture taken away", message(GROUP, delete_chat_photo=True)),
    ("group made", message(GROUP, group_chat_created=True)),
    ("group became a supergroup", message(GROUP, migrate_to_chat_id=-1001)),
    ("message pinned", message(GROUP, pinned_message=body(GROUP, text=NAME))),
    (
        "timer changed",
        message(message_auto_delete_timer_changed={"message_auto_delete_time": 60}),
    ),
    ("topic made", message(FORUM, forum_topic_created={"name": "x", "icon_color": 1})),
    ("topic closed", message(FORUM, forum_topic_closed={})),
    ("video chat begun", message(GROUP, video_chat_started={})),
    (
        "proximity alert",
        message(
            GROUP, proximity_alert_triggered={"traveler": PERSON, "watcher": BOT, "distance": 1}
        ),
    ),
    ("background set", message(chat_background_set={"type": {}})),
    ("writing allowed", message(write_access_allowed={"from_request": True})),
    ("users shared", message(users_shared={"request_id": 1, "users": []})),
    ("paid", message(successful_payment={"currency": "XTR", "total_amount": 1})),
    ("gift", message(gift={"gift": {"id": "g"}})),
    # other updates
    (
        "the bot is blocked",
        update(my_chat_member={**CHANGE, "new_chat_member": {"user": BOT, "status": "kicked"}}),
    ),
    ("a member changes", update(chat_member={**CHANGE, "new_chat_member": MEMBER})),
    (
        "a wish to join",
        update(chat_join_request={"chat": GROUP, "from": PERSON, "date": 1}),
    ),
    (
        "reaction",
        update(
            message_reaction={"chat": PRIVATE, "message_id": 1, "user": PERSON, "new_reaction": []}
        ),
    ),
    (
        "count of reactions",
        update(message_reaction_count={"chat": CHANNEL, "message_id": 1, "reactions": []}),
    ),
    (
        "inline query",
        update(inline_query={"id": "1", "from": PERSON, "query": ASK, "offset": ""}),
    ),
    (
        "chosen inline result",
        update(chosen_inline_result={"result_id": "1", "from": PERSON, "query": ASK}),
    ),
    ("poll", update(poll=POLL)),
    (
        "answer to a poll",
        update(poll_answer={"poll_id": "1", "user": PERSON, "option_ids": [0]}),
    ),
    (
        "shipping query",
        update(shipping_query={"id": "1", "from": PERSON, "invoice_payload": "x"}),
    ),
    (
        "pre-checkout query",
        update(pre_checkout_query={"id": "1", "from": PERSON, "currency": "XTR"}),
    ),
    (
        "paid media bought",
        update(purchased_paid_media={"from": PERSON, "paid_media_payload": "x"}),
    ),
    ("boost", update(chat_boost={"chat": CHANNEL, "boost": {}})),
    ("boost taken away", update(removed_chat_boost={"chat": CHANNEL, "boost_id": "1"})),
    ("a kind that is not invented yet", update(telepathy={"from": PERSON, "text": ASK})),
]
