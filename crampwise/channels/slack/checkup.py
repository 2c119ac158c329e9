"""Looks at tokens, scopes, Socket Mode and the clock, for `crampwise doctor`."""

from __future__ import annotations

from collections.abc import Iterator

import aiohttp

from crampwise.channels.chat.checkup import Finding, clock
from crampwise.channels.slack.api import Api, Refusal, SlackError
from crampwise.serving.settings import SlackSettings

# What each permission of the bot's token is for (see docs/slack.md).
SCOPES = {
    "app_mentions:read": "it does not hear its name in channels",
    "channels:history": "it does not read on in threads of public channels",
    "chat:write": "it cannot answer",
    "commands": "the slash command and the shortcuts do not work",
    "files:write": "charts are said in words",
    "groups:history": "it does not read on in threads of private channels",
    "im:history": "it does not hear direct messages",
    "mpim:history": "it does not read on in group messages",
}
BOT_PAGE = "Copy it again from your app's page OAuth & Permissions (it begins with xoxb-)."
APP_PAGE = (
    "Make one on your app's page Basic Information, App-Level Tokens, with the scope"
    " connections:write (it begins with xapp-), and switch Socket Mode on."
)


async def checkup(settings: SlackSettings | None) -> list[Finding]:
    """What is found when Slack is asked about the app. Changes nothing there."""
    if settings is None:
        return [Finding(True, "Off: SLACK_BOT_TOKEN is not set. docs/slack.md says how to begin.")]
    async with aiohttp.ClientSession() as http:
        api = Api(http, settings.bot_token, settings.api_base)
        try:
            me = await api.call("auth.test", tries=1)
        except SlackError as error:
            return [_failure(error, settings, "SLACK_BOT_TOKEN", BOT_PAGE)]
        found = [Finding(True, f"The bot's token is right: {me.get('user')} in {me.get('team')}.")]
        found += _scopes(api.headers.get("x-oauth-scopes", ""))
        if settings.app_token is not None:
            found.append(await _line(http, settings))
        if settings.signing_secret is not None:
            found.append(_address())
    told = clock("Slack", api.headers.get("date"))
    return [*found, told] if told else found


def _failure(error: SlackError, settings: SlackSettings, name: str, page: str) -> Finding:
    if isinstance(error, Refusal):
        return Finding(False, f"Slack does not take {name} ({error.code}).", page)
    return Finding(
        False,
        f"{settings.api_base} cannot be asked ({error}).",
        "Check this machine's way to the internet, and SLACK_API_BASE if you set it.",
    )


def _scopes(told: str) -> Iterator[Finding]:
    granted = {scope.strip() for scope in told.split(",")}
    missing = [scope for scope in SCOPES if scope not in granted]
    for scope in missing:
        yield Finding(
            False,
            f"The scope {scope} is missing: {SCOPES[scope]}.",
            "Add it on OAuth & Permissions (docs/slack-manifest.yml has all), then install the app"
            " again.",
        )
    if not missing:
        yield Finding(True, "It has every scope that it needs.")


async def _line(http: aiohttp.ClientSession, settings: SlackSettings) -> Finding:
    """Asks for the address of a line, and opens none."""
    assert settings.app_token is not None
    app = Api(http, settings.app_token, settings.api_base)
    try:
        await app.open_line()
    except SlackError as error:
        return _failure(error, settings, "SLACK_APP_TOKEN", APP_PAGE)
    return Finding(True, "The app's token is right, and Socket Mode is on.")


def _address() -> Finding:
    return Finding(
        True,
        "It listens at /webhooks/slack/webhook for what SLACK_SIGNING_SECRET signs; Slack must be"
        " told that address (docs/slack.md).",
    )
