"""Whatever is not meant for the bot, sent to it in great numbers."""
