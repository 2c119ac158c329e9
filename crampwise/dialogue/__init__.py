"""What the bot does next, where Rasa's own policies do not suffice."""
