"""What `crampwise doctor` says of Slack."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from typing import Any

import pytest
import yaml

from crampwise.channels.slack.checkup import SCOPES, checkup
from crampwise.channels.slack.window import SHORTCUTS
from crampwise.cli import doctor
from crampwise.serving.settings import SlackSettings
from tests.channels.findings import told
from tests.channels.slack import standin
from tests.channels.slack.standin import APP_TOKEN, BOT_TOKEN, SECRET, StandIn
from tests.server import ROOT


async def seen(slack: StandIn, **settings: Any) -> dict[str, str]:
    """What is not well, with the advice; and under "" all that is well."""
    given = {"bot_token": BOT_TOKEN, "app_token": APP_TOKEN, "api_base": slack.base, **settings}
    return told(await checkup(SlackSettings(**given)))


async def test_without_a_token_it_says_where_to_begin() -> None:
    [finding] = await checkup(None)
    assert finding.well
    assert "docs/slack.md" in finding.seen


async def test_a_whole_set_up_is_well(slack: StandIn) -> None:
    found = await seen(slack, signing_secret=SECRET)
    assert list(found) == [""]
    for words in ("crampwise in Runners", "every scope", "Socket Mode is on", "clock agrees"):
        assert words in found[""]
    assert "/webhooks/slack/webhook" in found[""]


@pytest.mark.parametrize("scope", SCOPES)
async def test_a_missing_scope_is_told_with_what_it_is_for(slack: StandIn, scope: str) -> None:
    slack.scopes = ",".join(one for one in slack.scopes.split(",") if one != scope)
    [line, _] = await seen(slack)
    assert line == f"The scope {scope} is missing: {SCOPES[scope]}."


@pytest.mark.parametrize(
    ("name", "setting", "begin"),
    [("SLACK_BOT_TOKEN", "bot_token", "xoxb-"), ("SLACK_APP_TOKEN", "app_token", "xapp-")],
)
async def test_a_wrong_token_comes_with_the_way_to_the_right_one(
    slack: StandIn, name: str, setting: str, begin: str
) -> None:
    found = await seen(slack, **{setting: "wrong"})
    assert begin in found[f"Slack does not take {name} (invalid_auth)."]


async def test_a_slack_that_cannot_be_reached_is_told() -> None:
    nowhere = StandIn()
    nowhere.address = "http://127.0.0.1:9"
    assert next(iter(await seen(nowhere))).startswith("http://127.0.0.1:9/api/ cannot be asked")


def test_the_command_looks_at_slack_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def look() -> int:
        async with standin.running() as slack:
            monkeypatch.setenv("SLACK_BOT_TOKEN", BOT_TOKEN)
            monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-wrong")
            monkeypatch.setenv("SLACK_API_BASE", slack.base)
            return await asyncio.to_thread(doctor.run, Namespace())

    assert asyncio.run(look()) == 1
    shown = capsys.readouterr().out
    assert "ok    The bot's token is right" in shown
    assert "MEND  Slack does not take SLACK_APP_TOKEN" in shown
    assert BOT_TOKEN not in shown


def test_the_manifest_asks_for_exactly_what_the_bot_needs():
    text = (ROOT / "docs" / "slack-manifest.yml").read_text(encoding="utf-8")
    manifest = yaml.safe_load(text)
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == set(SCOPES)
    shortcuts = [one["callback_id"] for one in manifest["features"]["shortcuts"]]
    assert sorted(shortcuts) == sorted(SHORTCUTS)
    page = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")
    assert all(f"`{scope}`" in page for scope in SCOPES)
