"""Slack: events in, answers out. See docs/slack.md for setting it up."""

from crampwise.channels.slack.channel import SlackInput

__all__ = ["SlackInput"]
