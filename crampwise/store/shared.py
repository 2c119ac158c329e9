"""The store of this process, opened once."""

from __future__ import annotations

from functools import lru_cache

from crampwise.serving import settings
from crampwise.store.base import Store


@lru_cache(maxsize=1)
def store() -> Store:
    """The store at DATABASE_URL. Raises StoreError and SettingsError."""
    return Store(settings.read().database_url)
