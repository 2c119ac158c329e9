"""Joins rules and model: whether a message reports danger, and which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from crampwise.knowledge.base import Knowledge
from crampwise.safety.danger import SEVERITY
from crampwise.safety.hit import Hit
from crampwise.safety.model import DangerModel, Guess
from crampwise.safety.reader import UNSPECIFIED, RedFlagReader
from crampwise.text.normalise import normalise

TOGETHER = 2  # messages before the newest that the model reads with it


@dataclass(frozen=True)
class Thresholds:
    """Likelihoods of danger (0 to 1) from which there is an alarm, by the level of the guess.

    Chosen on messages that were not trained on, for hearing: a missed emergency costs more than a
    needless warning. At 0.4 and 0.5 there are a third fewer false alarms, and 2.6 in a hundred
    emergencies more are missed.
    """

    emergency: float = 0.25
    same_day: float = 0.3
    soon: float = 0.6
    together: float = 0.6  # of several messages read as one, which the model was not trained on
    doubt: float = 0.1  # below it a hit of the rules is taken for a mistake
    sure_flag: float = 0.6  # likelihood of a flag from which its own answer is given


class Judge:
    """Judges messages by rules and, once there is one, by a trained model."""

    def __init__(
        self, knowledge: Knowledge, thresholds: Thresholds, model: DangerModel | None
    ) -> None:
        self.reader = RedFlagReader(knowledge)
        self._levels = {flag.id: flag.level for flag in knowledge.red_flags.values()}
        self._thresholds = thresholds
        self._model = model

    def judge(
        self,
        text: str,
        earlier: Sequence[str],
        whole: np.ndarray | None,
        sentences: np.ndarray | None,
    ) -> Hit | None:
        """The danger that `text` reports, the rules reading it with the messages before it.

        `whole` is the vector (width,) of the message, `sentences` those of its sentences.
        """
        hit, traits = self.reader.examine(text, earlier)
        if self._model is None or whole is None:
            return hit
        if hit is not None and earlier and self.reader.read(text) is None:
            return hit  # told over several messages, of which the model sees only one
        guess = self._model.guess(whole, sentences, hit, traits)
        if hit is not None:
            return hit if guess.danger >= self._thresholds.doubt else None
        return self._named(guess, {level: getattr(self._thresholds, level) for level in SEVERITY})

    def judge_together(
        self, text: str, earlier: Sequence[str], encode: Callable[[list[str]], np.ndarray]
    ) -> Hit | None:
        """The danger that only the last messages together report, by the model.

        `encode` makes vectors (rows, width) of texts; it is called only where signs were told.
        """
        if self._model is None or not earlier:
            return None
        told = ". ".join([*earlier[-TOGETHER:], text])
        hit, traits = self.reader.examine(told)
        if traits.told < 1 or traits.told + traits.settings < 2:
            return None
        if self.reader.examine(text)[1].signs_nothing():
            return None
        guess = self._model.guess(encode([normalise(told)])[0], None, hit, traits)
        return self._named(guess, dict.fromkeys(SEVERITY, self._thresholds.together))

    def _named(self, guess: Guess, least: dict[str, float]) -> Hit | None:
        """The guess, as specific as it is sure."""
        shares = dict.fromkeys(SEVERITY, 0.0)
        for flag, likely in guess.flags.items():
            if flag in self._levels:
                shares[self._levels[flag]] += likely
        level = max(SEVERITY, key=lambda each: shares[each])
        if guess.danger < least[level]:
            return None
        flag, likely = max(guess.flags.items(), key=lambda item: item[1])
        if likely >= self._thresholds.sure_flag and flag in self._levels:
            return Hit(flag, self._levels[flag], "")
        # Unsure of the flag, danger that could wait is not left waiting.
        level = level if level in UNSPECIFIED else "same_day"
        return Hit(UNSPECIFIED[level], level, "")
