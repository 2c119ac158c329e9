"""Why the store cannot be opened."""

from __future__ import annotations

from crampwise.errors import Mendable


class StoreError(Mendable):
    """The database of DATABASE_URL cannot be used."""
