"""Reads how much of which foods a message tells of: "two bananas and a cup of spinach".

A number before a food counts its servings ("two bananas"); a measure turns into grams by the food's
own serving ("a cup" where the table gives "1/2 cup, 90 g"); what is told without an amount, or in a
measure that the table cannot turn, is taken as one serving and said to be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from crampwise.answers.types import Eaten
from crampwise.entities import Found
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.tables import Food
from crampwise.knowledge.talk import Household

FOOD = "food"
_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20, "half": 0.5, "half a": 0.5,
    "half an": 0.5, "a half": 0.5, "a quarter of a": 0.25, "quarter": 0.25, "a couple of": 2,
    "couple of": 2, "a few": 3, "a dozen": 12, "½": 0.5, "¼": 0.25, "¾": 0.75,
    "one and a half": 1.5, "two and a half": 2.5,
}  # fmt: skip
_NUMBER = r"\d+\s+\d/\d|\d+/\d|\d+(?:\.\d+)?|" + "|".join(
    sorted(map(re.escape, _WORDS), key=len, reverse=True)
)
# Words between an amount and its food: "a large banana", "2 cups of cooked spinach".
_BETWEEN = (
    r"(?:(?:of|medium|large|big|small|little|fresh|raw|cooked|ripe|whole|plain|boiled|baked|"
    r"grilled|"
    r"steamed|roasted|chopped|sliced|slices?|pieces?|pcs|servings?|portions?|helpings?|cans?|"
    r"tins?|cloves?|"
    r"sticks?|stalks?|pots?|tubs?|packs?|bags?|size|sized|my|some|the|more|extra)\s+)*"
)
# A message that adds foods up, though it gives no amounts.
_EATEN = re.compile(
    r"\b(?:i|we|he|she|they)(?:'ve| have|'d)? (?:eat|eats|ate|had|have|has|drink|drank|drinks)\b"
    r"|\b(?:eating|for (?:breakfast|lunch|dinner|tea)|getting enough|get enough|enough|"
    r"altogether|in total|"
    r"total|add(?:s|ed)? up|together|sum|combined|in all|is that|does that)\b",
    re.IGNORECASE,
)
# Foods set against each other are compared, not added up.
_AGAINST = re.compile(
    r"\bor\b|\bvs\b|\bversus\b|\b(?:more|better|most|higher|richer|less) (?:than|in|of)\b|"
    r"\bcompared?\b"
    r"|\bwhich\b|\bdifference\b",
    re.IGNORECASE,
)
_SERVING = re.compile(r"^\s*(\d+\s+\d/\d|\d+/\d|\d+(?:\.\d+)?)\s*(.*)$")
_VOLUME = re.compile(r"(cups?|tbsp|tsp|fl oz)\b")
_ML = {"cup": 240.0, "cups": 240.0, "tbsp": 15.0, "tsp": 5.0, "fl oz": 30.0}
_PIECES = re.compile(r"\b(\d+)(?:-\d+)? (?:whole )?(?:kernels|halves|seeds)\b")
_FEW = 2  # so many servings by the cup a bare number may mean; "ten strawberries" are pieces
_TIMES = " x "  # in the label of so many of a food, without a measure
_ONE = f"1{_TIMES}"


class EatenReader:
    """Reads portions with the measures and foods of one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._foods = knowledge.foods
        self._measures = {word: m for m in knowledge.household.values() for word in m.words}
        words = "|".join(sorted(map(re.escape, self._measures), key=len, reverse=True))
        self._counted = re.compile(
            rf"(?<![\w.])(?P<number>{_NUMBER})\s*-?\s*(?:(?P<measure>{words})\b)?\s*{_BETWEEN}$",
            re.IGNORECASE,
        )
        self._measured = re.compile(rf"\b(?P<measure>{words})\s+{_BETWEEN}$", re.IGNORECASE)
        self._within = re.compile(rf"(?:{words})\b", re.IGNORECASE)

    def read(self, text: str, found: Iterable[Found]) -> tuple[Eaten, ...]:
        """The foods of a message to be added up, with their amounts; empty when it asks of none.

        One food counts when an amount stands with it; several when they are told as eaten or when
        one of them has an amount.
        """
        named = [item for item in found if item.entity == FOOD and item.value in self._foods]
        foods = sorted(named, key=lambda item: item.start)
        repeated = len({item.value for item in foods}) < len(foods)
        if not foods or repeated or _AGAINST.search(text):
            return ()
        told: list[tuple[Eaten, float | None]] = []
        done = 0
        for item in foods:
            told.append(self._portion(str(item.value), text[done : item.start], text[item.start :]))
            done = item.end
        eaten = tuple(portion for portion, _ in told)
        numbers = [number for _, number in told if number is not None]
        if len(eaten) == 1:
            # "How much in an avocado" asks of the usual serving, as any question on a food does.
            usual = self._foods[eaten[0].food].serving_g
            one = eaten[0].label.startswith(_ONE)
            return eaten if numbers and not one and eaten[0].grams != usual else ()
        return eaten if numbers or _EATEN.search(text) else ()

    def _portion(self, food: str, before: str, name: str) -> tuple[Eaten, float | None]:
        """The portion, and the number told with it (None when there was none).

        `before` ends where the food's name begins; the name may hold the measure itself ("glass of
        milk").
        """
        known = self._foods[food]
        inner = self._within.match(name)
        lead = f"{before}{inner[0]} " if inner else before
        match = self._counted.search(lead)
        if match:
            number = _number(match["number"])
            return _made(
                known, number, self._measures.get((match["measure"] or "").lower())
            ), number
        bare = self._measured.search(lead)
        return _made(known, None, self._measures[bare["measure"].lower()] if bare else None), None


def _made(food: Food, number: float | None, measure: Household | None) -> Eaten:
    count = 1.0 if number is None else number
    if measure is None:
        grams, sure = _pieces(food, count)
        label = f"{count:g}{_TIMES}{food.name}" if number is not None else food.name
        return Eaten(food.id, grams, label, assumed=number is None or not sure)
    label = f"{count:g} {measure.words[0]} {food.name}"
    density = _grams_per_ml(food)
    if measure.g:
        return Eaten(food.id, count * measure.g, label, assumed=measure.assumed)
    if density is None:
        return Eaten(food.id, count * food.serving_g, label, assumed=True)
    return Eaten(food.id, count * measure.ml * density, label, assumed=measure.assumed)


def _pieces(food: Food, count: float) -> tuple[float, bool]:
    """Grams of so many of a food, and whether the table says what one weighs.

    "5 prunes, 42 g" makes a prune 8.4 g; of "1 oz, 23 kernels" one is a 23rd; a number of what the
    table gives by the cup are servings when there are few, and otherwise one serving.
    """
    number, unit = _serving(food)
    pieces = _PIECES.search(unit)
    if pieces:
        whole = count <= _FEW  # "an almond" is rarer than "a portion of almonds"
        return (count * food.serving_g if whole else count * food.serving_g / int(pieces[1])), True
    if _VOLUME.match(unit):
        return food.serving_g * (count if count <= _FEW else 1), False
    if unit.startswith("oz"):
        return food.serving_g * count, False
    return food.serving_g * count / number, True


def _serving(food: Food) -> tuple[float, str]:
    """The number and the words of the table's serving: "1/2 cup" is (0.5, "cup")."""
    match = _SERVING.match(food.serving)
    return (_number(match[1]), match[2]) if match else (1.0, food.serving)


def _grams_per_ml(food: Food) -> float | None:
    """How heavy the food is by volume; None where the table's serving is no volume."""
    number, unit = _serving(food)
    match = _VOLUME.match(unit)
    return food.serving_g / (number * _ML[match[1]]) if match else None


def _number(written: str) -> float:
    plain = written.lower()
    return float(_WORDS[plain] if plain in _WORDS else sum(map(Fraction, plain.split())))
