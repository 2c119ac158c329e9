"""The tables of the store."""

from __future__ import annotations

import sqlalchemy as sa

METADATA = sa.MetaData()
ID = 255  # characters of a conversation's id at most
NAME = 255

# Column for column the table of Rasa's own SQL tracker store, so that its tools can read it.
EVENTS = sa.Table(
    "events",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender_id", sa.String(ID), nullable=False, index=True),
    sa.Column("type_name", sa.String(NAME), nullable=False),
    sa.Column("timestamp", sa.Float),
    sa.Column("intent_name", sa.String(NAME)),
    sa.Column("action_name", sa.String(NAME)),
    sa.Column("data", sa.Text),
)

# Messages that a channel received, so that one delivered twice is answered once. The body stands
# there only until the message is answered.
RECEIVED = sa.Table(
    "received",
    METADATA,
    sa.Column("channel", sa.String(NAME), primary_key=True),
    sa.Column("key", sa.String(NAME), primary_key=True),
    sa.Column("at", sa.Float, nullable=False, index=True),
    sa.Column("body", sa.Text),
)

# Buttons whose payload is too long for a channel, behind a short token.
BUTTONS = sa.Table(
    "buttons",
    METADATA,
    sa.Column("token", sa.String(24), primary_key=True),
    sa.Column("conversation", sa.String(ID), nullable=False, index=True),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
)

# Messages of the last minutes that their clients numbered, so that one sent again gets the answer
# that stands in `events` after it. The key is a hash.
NUMBERED = sa.Table(
    "numbered",
    METADATA,
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("conversation", sa.String(ID), nullable=False, index=True),
    sa.Column("event", sa.Integer, nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
)

# What a channel must remember of itself, such as how far it has read.
VALUES = sa.Table(
    "channel_values",
    METADATA,
    sa.Column("channel", sa.String(NAME), primary_key=True),
    sa.Column("name", sa.String(NAME), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

# Whether an answer helped: its topic and the day, and nothing of who said so.
FEEDBACK = sa.Table(
    "feedback",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("day", sa.Date, nullable=False, index=True),
    sa.Column("topic", sa.String(NAME), nullable=False),
    sa.Column("helpful", sa.Boolean, nullable=False),
)
