"""How Slack is switched on, and what is said of a setting that cannot be used."""

from __future__ import annotations

import pytest

from crampwise.serving.settings import SettingsError, SlackSettings, read

TOKENS = {"SLACK_BOT_TOKEN": " xoxb-1 ", "SLACK_APP_TOKEN": "xapp-1"}
SIGNED = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "5ec"}


def test_slack_is_off_without_a_bot_token():
    assert read({"SLACK_APP_TOKEN": "xapp-1", "SLACK_API_BASE": "nonsense"}).slack is None


def test_an_app_token_opens_lines_and_a_secret_listens():
    slack = "https://slack.com/api/"
    assert read(TOKENS).slack == SlackSettings("xoxb-1", "xapp-1", None, slack)
    assert read(SIGNED).slack == SlackSettings("xoxb-1", None, "5ec", slack)
    assert read({**TOKENS, **SIGNED}).slack == SlackSettings("xoxb-1", "xapp-1", "5ec", slack)


@pytest.mark.parametrize("end", ["", "/"])
def test_another_address_ends_in_a_slash(end):
    found = read({**TOKENS, "SLACK_API_BASE": f"http://127.0.0.1:8081/api{end}"}).slack
    assert found is not None
    assert found.api_base == "http://127.0.0.1:8081/api/"


@pytest.mark.parametrize(
    ("settings", "begin"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING"),
        ({**TOKENS, "SLACK_API_BASE": "127.0.0.1"}, "SLACK_API_BASE must "),
    ],
)
def test_a_bad_setting_gives_one_clear_line(settings, begin):
    with pytest.raises(SettingsError) as error:
        read(settings)
    assert str(error.value).startswith(begin)


def test_settings_that_are_shown_hold_no_secret():
    shown = repr(read({**TOKENS, **SIGNED}))
    assert "slack.com" in shown
    for secret in ("xoxb-1", "xapp-1", "5ec"):
        assert secret not in shown
