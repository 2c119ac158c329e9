"""Reads DATABASE_URL. What is wrong with it is told without quoting it: it may hold a password."""

from __future__ import annotations

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from crampwise.store.errors import StoreError


def parse(text: str) -> URL:
    """The parts of an URL. Raises StoreError when it cannot be read."""
    try:
        # SQLAlchemy no longer knows the short name that many providers write.
        url = make_url(text.replace("postgres://", "postgresql://", 1))
    except (ArgumentError, ValueError):
        raise StoreError(
            "DATABASE_URL cannot be read: it must look like postgresql://user:password@host/name"
            " or sqlite:////folder/file.db, and a port must be a number."
        ) from None
    if "@" in (url.host or ""):
        raise StoreError("DATABASE_URL has an '@' too many: in a password it is written %40.")
    return url
