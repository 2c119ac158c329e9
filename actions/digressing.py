"""Whether a message in the cramp check asks or wants something else than to answer."""

from __future__ import annotations

import re

from actions.leaning import CONVERSATION
from crampwise.answers.check.reading import Reply
from crampwise.answers.types import Question
from crampwise.knowledge.talk import CheckQuestion

SHORT = 4  # words; so short a message is an answer, even with a question mark ("every night?")
MIN_QUESTION = 3  # words; "what?" and "huh" are no questions of their own
_PUZZLED = frozenset({"follow_up", "repeat_shorter", "out_of_scope"})
# Confidences from which a message that is no answer and no question in form still asks something.
CLEAR, CLEAR_WHERE_OPEN = 0.6, 0.8
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:and |but |so )?(?:what|why|how|which|where|who|is|are|can|could|does|do(?! "
    r"not| n't|n't)|did|"
    r"should|would|will|tell me)\b",
    re.IGNORECASE,
)
# Said in a check, these are answers or noise, not a wish to talk of something else.
_NO_DIGRESSION = frozenset(
    {"affirm", "deny", "tell_profile", "correct", "follow_up", "nlu_fallback"}
)


def digresses(alone: Question, text: str, reply: Reply | None, asked: CheckQuestion) -> bool:
    """Whether the message asks or wants something else than to answer."""
    asks = bool(_ASKS.search(text)) and (reply is None or len(text.split()) > SHORT)
    if len(text.split()) < MIN_QUESTION and alone.intent in _PUZZLED:
        return False
    if alone.intent in _NO_DIGRESSION:
        return asks and alone.intent in ("follow_up", "correct")
    if asks:
        return True
    if reply is not None or alone.intent == "out_of_scope":
        return False
    if alone.intent in CONVERSATION:
        return alone.confidence >= CLEAR or not asked.open
    return alone.confidence >= (CLEAR_WHERE_OPEN if asked.open else CLEAR)
