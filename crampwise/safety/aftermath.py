"""What a person says of a danger after it was answered."""

from __future__ import annotations

from enum import Enum

# Under this name the understanding says it of a message.
AFTERMATH = "aftermath"
# And under this one that it asks about a danger that somebody is seeing to.
GOES_BACK = "goes_back"


class Aftermath(Enum):
    """Each value names the group of `red_flag_words.yml` that tells it; the first told counts."""

    WORSE = "turned_worse"
    ANOTHERS = "what_about_me"  # it is another person's, and the speaker asks of themselves
    CARED = "sought_care"
    TAKEN_BACK = "taken_back"
    EASED = "eased_since"
    MOVED_ON = "moved_on"
