"""What the chat services (Telegram, Slack) share: an answer's blocks, its pieces, order."""
