"""The one place that reads the environment."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from crampwise.errors import Mendable

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
DATABASE = f"sqlite:///{ROOT / 'var' / 'crampwise.db'}"
LIMITED_BY = ("CONVERSATION", "ADDRESS")
PER_CONVERSATION = 30  # messages a minute; nobody reads answers faster
PER_ADDRESS = 120  # messages a minute; a household or an office shares an address
SLACK_API = "https://slack.com/api/"
TELEGRAM_API = "https://api.telegram.org"
TELEGRAM_WEBHOOK = "/webhooks/telegram/webhook"  # where the bot listens
TELEGRAM_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram takes
Network = IPv4Network | IPv6Network
THIS_MACHINE: tuple[Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1"))
RETENTION_DAYS = 30
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class SettingsError(Mendable):
    """A setting has a value that cannot be used."""


@dataclass(frozen=True)
class TelegramSettings:
    """How to reach Telegram. With a webhook it has both an address and a secret."""

    token: str = field(repr=False)
    api_base: str = TELEGRAM_API
    webhook_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class SlackSettings:
    """How to reach Slack: with an app token through Socket Mode, with a secret it listens."""

    bot_token: str = field(repr=False)
    app_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    api_base: str = SLACK_API


@dataclass(frozen=True)
class Settings:
    """How this process is to run. See `docs/settings.md` for each variable."""

    host: str = "127.0.0.1"
    port: int = 5005
    allowed_origins: tuple[str, ...] = ()
    rest_channel: bool = True
    model: Path = MODELS
    database_url: str = DATABASE
    rate_limit_conversation: int = PER_CONVERSATION  # messages a minute; 0 is no limit
    rate_limit_address: int = PER_ADDRESS
    limits_set: bool = False  # whether they also hold for callers on this machine
    trusted_proxies: tuple[Network, ...] = ()
    telegram: TelegramSettings | None = None  # None: not switched on
    slack: SlackSettings | None = None  # None: not switched on
    metrics_from: tuple[Network, ...] = THIS_MACHINE
    retention_days: int = RETENTION_DAYS

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
        database_url=found.get("DATABASE_URL", "").strip() or DATABASE,
        rate_limit_conversation=_count(found, "RATE_LIMIT_CONVERSATION", PER_CONVERSATION),
        rate_limit_address=_count(found, "RATE_LIMIT_ADDRESS", PER_ADDRESS),
        limits_set=any(found.get(f"RATE_LIMIT_{by}", "").strip() for by in LIMITED_BY),
        telegram=_telegram(found),
        slack=_slack(found),
        trusted_proxies=_networks(found, "TRUSTED_PROXIES"),
        metrics_from=THIS_MACHINE + _networks(found, "METRICS_FROM"),
        retention_days=_count(found, "RETENTION_DAYS", RETENTION_DAYS),
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


def _count(environment: dict[str, str], name: str, default: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal() or not text.isascii():
        raise SettingsError(f"{name} must be a whole number from 0 on, not '{text}'.")
    return int(text)


def _networks(environment: dict[str, str], name: str) -> tuple[Network, ...]:
    found = []
    for part in filter(None, map(str.strip, environment.get(name, "").split(","))):
        try:
            found.append(ip_network(part))
        except ValueError:
            raise SettingsError(
                f"{name} must list addresses such as 10.0.0.1 or networks such as"
                f" 10.0.0.0/8, separated by commas; '{part}' is neither."
            ) from None
    return tuple(found)


def _telegram(environment: dict[str, str]) -> TelegramSettings | None:
    found = {
        name: environment.get(f"TELEGRAM_{name}", "").strip()
        for name in ("BOT_TOKEN", "API_BASE", "WEBHOOK_URL", "WEBHOOK_SECRET")
    }
    if not found["BOT_TOKEN"]:
        return None
    base = found["API_BASE"].rstrip("/") or TELEGRAM_API
    _check_address("TELEGRAM_API_BASE", base)
    url, secret = found["WEBHOOK_URL"], found["WEBHOOK_SECRET"]
    if bool(url) != bool(secret):
        missing, given = ("SECRET", "URL") if url else ("URL", "SECRET")
        raise SettingsError(
            f"TELEGRAM_WEBHOOK_{missing} must be set too, because TELEGRAM_WEBHOOK_{given} is."
        )
    if not url:
        return TelegramSettings(found["BOT_TOKEN"], base)
    _check_address("TELEGRAM_WEBHOOK_URL", url)
    if not TELEGRAM_SECRET.fullmatch(secret):
        raise SettingsError(
            "TELEGRAM_WEBHOOK_SECRET must have 1 to 256 letters, digits, _ or -, and nothing else."
        )
    if urlsplit(url).path in ("", "/"):
        url = url.rstrip("/") + TELEGRAM_WEBHOOK
    return TelegramSettings(found["BOT_TOKEN"], base, url, secret)


def _slack(environment: dict[str, str]) -> SlackSettings | None:
    found = {
        name: environment.get(f"SLACK_{name}", "").strip()
        for name in ("BOT_TOKEN", "APP_TOKEN", "SIGNING_SECRET", "API_BASE")
    }
    if not found["BOT_TOKEN"]:
        return None
    base = found["API_BASE"] or SLACK_API
    _check_address("SLACK_API_BASE", base)
    app, secret = found["APP_TOKEN"] or None, found["SIGNING_SECRET"] or None
    if app is None and secret is None:
        raise SettingsError(
            "SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (to listen for events) must"
            " be set too, because SLACK_BOT_TOKEN is."
        )
    return SlackSettings(found["BOT_TOKEN"], app, secret, base.rstrip("/") + "/")


def _check_address(name: str, text: str) -> None:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise SettingsError(f"{name} must be an address such as https://example.org, not '{text}'.")
