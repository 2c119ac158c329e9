"""How Telegram is switched on, and what is said of a setting that cannot be used."""

from __future__ import annotations

import pytest

from crampwise.serving.settings import SettingsError, TelegramSettings, read

TOKEN = {"TELEGRAM_BOT_TOKEN": " 4242:abc "}
HOOK = {"TELEGRAM_WEBHOOK_URL": "https://bot.example.org", "TELEGRAM_WEBHOOK_SECRET": "a-Secret_1"}


def test_telegram_is_off_without_a_token():
    assert read({**HOOK, "TELEGRAM_API_BASE": "nonsense"}).telegram is None


def test_a_token_alone_asks_telegram_itself():
    assert read(TOKEN).telegram == TelegramSettings("4242:abc", "https://api.telegram.org")


def test_an_address_without_a_path_is_the_one_where_the_bot_listens():
    found = read({**TOKEN, **HOOK, "TELEGRAM_API_BASE": "http://127.0.0.1:8081/"}).telegram
    url = "https://bot.example.org/webhooks/telegram/webhook"
    assert found == TelegramSettings("4242:abc", "http://127.0.0.1:8081", url, "a-Secret_1")
    own = {"TELEGRAM_WEBHOOK_URL": "https://example.org/bot/hook"}
    telegram = read({**TOKEN, **HOOK, **own}).telegram
    assert telegram is not None
    assert telegram.webhook_url == "https://example.org/bot/hook"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_WEBHOOK_URL", ""),
        ("TELEGRAM_WEBHOOK_SECRET", ""),
        ("TELEGRAM_WEBHOOK_URL", "bot.example.org"),
        ("TELEGRAM_WEBHOOK_SECRET", "with blanks"),
        ("TELEGRAM_WEBHOOK_SECRET", "x" * 257),
        ("TELEGRAM_API_BASE", "127.0.0.1"),
    ],
)
def test_a_bad_setting_gives_one_clear_line(name, value):
    with pytest.raises(SettingsError) as error:
        read({**TOKEN, **HOOK, name: value})
    assert str(error.value).startswith(f"{name} must ")


def test_settings_that_are_shown_hold_no_secret():
    shown = repr(read({**TOKEN, **HOOK}))
    assert "bot.example.org" in shown
    assert "4242" not in shown
    assert "a-Secret_1" not in shown
