"""The one place that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from crampwise.errors import Mendable

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class SettingsError(Mendable):
    """A setting has a value that cannot be used."""


@dataclass(frozen=True)
class Settings:
    """How this process is to run. See `docs/settings.md` for each variable."""

    host: str = "127.0.0.1"
    port: int = 5005
    allowed_origins: tuple[str, ...] = ()
    rest_channel: bool = True
    model: Path = ROOT / "models"

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}"


def read(environment: dict[str, str] | None = None) -> Settings:
    """The settings in `environment` (by default the process's own).

    Raises SettingsError with the variable's name and what is wrong with its value.
    """
    found = dict(os.environ) if environment is None else environment
    # make exports PORT and HOST also when nobody set them: empty means the default.
    host = found.get("HOST", "").strip() or "127.0.0.1"
    return Settings(
        host=host,
        port=_port(found.get("PORT", "").strip() or "5005"),
        allowed_origins=_origins(found.get("ALLOWED_ORIGINS", "")),
        rest_channel=_switch(found, "REST_CHANNEL", default=host in LOOPBACK),
    )


def _port(text: str) -> int:
    if not text.strip().isdecimal() or not 1 <= int(text) <= 65535:
        raise SettingsError(f"PORT must be a whole number from 1 to 65535, not '{text}'.")
    return int(text)


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(part.strip().rstrip("/") for part in text.split(",") if part.strip())
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path or parts.query:
            raise SettingsError(
                "ALLOWED_ORIGINS must list sites such as https://example.org, separated by commas"
                f" and without a path; '{origin}' is not one."
            )
    return origins


def _switch(environment: dict[str, str], name: str, default: bool) -> bool:
    text = environment.get(name, "").strip().lower()
    if text in ("", "on", "off"):
        return default if not text else text == "on"
    raise SettingsError(f"{name} must be 'on' or 'off', not '{text}'.")
