"""What an error of the connection means to the owner, in one line."""

from __future__ import annotations

from crampwise.channels.chat.trouble import Trouble
from crampwise.channels.slack.api import MISSING_SCOPE, NOT_THIS_KIND, WRONG_TOKEN, Refusal


def explain(trouble: Trouble) -> str:
    """The line that tells what to do."""
    if not isinstance(trouble, Refusal):
        return f"Slack cannot be reached ({trouble}). Trying again; the rest of the bot goes on."
    if trouble.code in WRONG_TOKEN:
        return (
            "Slack does not know a token (" + trouble.code + "). Copy SLACK_BOT_TOKEN (xoxb-...)"
            " and SLACK_APP_TOKEN (xapp-...) again from your app's pages and start again; the rest"
            " of the bot goes on without Slack."
        )
    if trouble.code in NOT_THIS_KIND:
        return (
            "Slack wants the other kind of token: SLACK_BOT_TOKEN begins with xoxb-,"
            " SLACK_APP_TOKEN with xapp-. The rest of the bot goes on without Slack."
        )
    if trouble.code == MISSING_SCOPE:
        return (
            "A token lacks a permission: SLACK_APP_TOKEN needs connections:write, SLACK_BOT_TOKEN"
            " those of docs/slack-manifest.yml. `crampwise doctor` names what is missing."
        )
    if trouble.code == "link_disabled":
        return "Socket Mode is off in your Slack app: switch it on there. Trying again."
    if trouble.code == "too_many_websockets":
        return "Too many programs are connected as this Slack app: stop some. Trying again."
    return f"Slack refuses: {trouble}. Trying again."
