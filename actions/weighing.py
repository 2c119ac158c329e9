"""Reads a message that only asks whether a product spoken of before is all right.

"Still ok?", "thoughts?" or "does that matter?" name nothing. Told after a medicine they ask of the
product with it, and were taken for small talk, or for a question on the medicine alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crampwise.answers.types import Question
from crampwise.knowledge.shared import knowledge
from crampwise.people.told import Facts

# What is asked of each kind of product, the first that was named counting.
WEIGHED = {"nutrient": "supplements", "remedy": "remedy", "food": "food_content"}
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
# These ask whatever stands around them.
_ASK = re.compile(
    r"thoughts?|opinions?|views?|verdict|yay|nay|yea|matters?|problem|issue|clash(?:es)?|"
    r"interacts?|wise|sensible|allowed|advisable|order|important"
)
# These also end a talk ("ok"), so there must be a sign that something is asked.
_MAY_ASK = re.compile(r"ok|okay|okey|alright|right|fine|good|bad|idea|change|affect|worth|together")
_OPEN = re.compile(r"is|are|am|was|would|will|does|do|can|could|should|may|any|still|even")
_WITH_IT = re.compile(r"\bwith (?:it|that|them|those|these)\W*$", re.IGNORECASE)
_PLAIN = re.compile(
    r"an?|about|all|and|anything|at|be|big|both|but|doing|for|go|hav(?:e|ing)|he|her|him|hmm+|i|if|"
    r"in|it|me|mine|my|no|not|now|of|on|one|or|our|really|she|so|tak(?:e|ing)|that|the|them|then|"
    r"there|these|they|think|this|those|to|together|too|u[mhs]|we|well|what|what'?s|with|yes|"
    r"mornings?|evenings?|nights?|bedtime|breakfast|lunch|dinner|tea|once|same|time|"
    r"you|yours?"
)


def weighed(
    question: Question, text: str, products: Facts, unknown: bool = False
) -> Question | None:
    """The question whether the newest of `products` is all right; None for any other message.

    `unknown`: what was spoken of just before is a product, too, though not one that is known.
    """
    words = _WORD.findall(text.lower().replace("’", "'"))
    known = (_ASK, _MAY_ASK, _OPEN, _PLAIN)
    if question.red_flag or not all(any(k.fullmatch(word) for k in known) for word in words):
        return None
    asks = "?" in text or bool(_WITH_IT.search(text)) or any(map(_OPEN.fullmatch, words))
    if not any(_ASK.fullmatch(word) or (asks and _MAY_ASK.fullmatch(word)) for word in words):
        return None
    kind = next((kind for kind in WEIGHED if kind in products), None)
    if unknown or kind is None:
        return replace(question, taking=True) if unknown else None
    remedies = (knowledge().remedies.get(str(name)) for name in products[kind])
    taken = kind == "nutrient" or any(remedy.taken for remedy in remedies if remedy)
    return replace(
        question,
        intent=WEIGHED[kind],
        confidence=1.0,
        entities={kind: products[kind]},
        readings=(),
        taking=taken and kind != "food",
    )
