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

# What a message that wants everything deleted says: "clear my data", and not "the scan is clear".
_MEANT = re.compile(
    r"\b(?:forg[eo]t\w*|del[ea]t\w*|eras\w+|wip(?:e|es|ed|ing)|scrub|purge|unsave|reset|remov\w+|"
    r"destroy|withdraw|(?:start|begin) (?:over|again|afresh|fresh|anew)|get rid of|"
    r"(?:not|don'?t|stop|no longer|never) (?:\w+ )*(?:remember|keep|store|save|have|hold)\w*|"
    r"clear(?: \w+)? (?:my|our|this|the|it|that|what|about|everything|history|chats?|data|memory)|"
    r"take my name off)\b",
    re.IGNORECASE,
)


def meant(tracker: Tracker) -> bool:
    """Whether the newest message holds a word of forgetting."""
    return bool(_MEANT.search(message.text_of(tracker)))


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
