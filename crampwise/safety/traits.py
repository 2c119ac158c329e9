"""What the rules see of a message besides a danger sign, as numbers for the danger model."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Traits:
    """How many signs are told, denied, over or spoken of in general, and how much of the text is.

    `settings` counts illnesses, medicines and what went before, `questions` sentences that end in a
    question mark; shares are from 0 to 1.
    """

    told: int = 0
    denied: int = 0
    over: int = 0
    general: int = 0
    settings: int = 0
    questions: int = 0
    share_general: float = 0.0
    share_over: float = 0.0

    def numbers(self) -> list[float]:
        """As features: a second sign says less than the first."""
        return [math.log1p(value) for value in astuple(self)]

    def signs_nothing(self) -> bool:
        """Whether there is no word of a sign or a setting at all."""
        return self.told + self.settings == 0
