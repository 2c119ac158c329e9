"""Whether a message wants one thing forgotten, and what stays known then."""

from __future__ import annotations

import re
from dataclasses import replace

from rasa_sdk import Tracker

from actions import memory, message
from actions.turn import people
from crampwise.knowledge.shared import knowledge
from crampwise.people.forgetting import less
from crampwise.people.known import Known

_WISH = re.compile(r"^\W*(?:please |can you |could you )?(?:forget|delete|erase)\b", re.IGNORECASE)


def meant(tracker: Tracker) -> bool:
    """Whether the newest message holds a word of forgetting."""
    return knowledge().forgetting.words.in_text(message.text_of(tracker))


def wished(tracker: Tracker) -> bool:
    """Whether the newest message begins as such a wish: "forget that I'm vegan"."""
    return bool(_WISH.search(message.text_of(tracker)))


def left(tracker: Tracker) -> Known | None:
    """What stays known; None where everything is to be forgotten, or nothing is named."""
    found = message.mentions(tracker)
    of_diets = {name: diet.id for diet in knowledge().diets.values() for name in diet.conditions}
    diets = [
        replace(mention, entity="diet", value=of_diets[str(mention.value)])
        for mention in found
        if mention.value in of_diets
    ]
    return less(people(), memory.known(tracker), message.text_of(tracker), [*found, *diets])
