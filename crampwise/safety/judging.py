"""Joins rules and model: whether a message reports danger, and which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crampwise.knowledge.base import Knowledge
from crampwise.safety.danger import SEVERITY
from crampwise.safety.hit import Hit
from crampwise.safety.model import DangerModel, Guess, Measured
from crampwise.safety.reader import EARLIER, UNSPECIFIED, RedFlagReader, Seen
from crampwise.text.normalise import normalise

Measure = Callable[[list[str]], Measured]
TOGETHER = 2  # messages before the newest that the model reads with it


@dataclass(frozen=True)
class Thresholds:
    """Likelihoods (0 to 1) from which something is done.

    Chosen on messages that were not trained on (tests/safety/tuning), for hearing: a missed
    emergency costs more than a needless warning. Rules and model err on different messages: where
    both see danger, less of it is enough.
    """

    alarm: float = 0.44  # of danger, for an alarm
    agreed: float = 0.3  # the same where the rules see it too; below it they are mistaken
    together: float = 0.6  # of several messages read as one, which the model was not trained on
    doubt: float = 0.2  # the same where the rules found danger in them
    sure_flag: float = 0.6  # of a flag, for its own answer


@dataclass(frozen=True)
class Heard:
    """The newest message, read once for all that judges it."""

    text: str
    alone: Seen  # by the rules, without what was said before
    measured: Measured | None  # None where no model reads it, or it has no vector


class Judge:
    """Judges messages by rules and, once there is one, by a trained model."""

    def __init__(
        self, knowledge: Knowledge, thresholds: Thresholds, model: DangerModel | None
    ) -> None:
        self.reader = RedFlagReader(knowledge)
        self._levels = {flag.id: flag.level for flag in knowledge.red_flags.values()}
        self._thresholds = thresholds
        self._model = model

    def judge(self, heard: Heard, earlier: Sequence[str], measure: Measure) -> Hit | None:
        """The danger that a message reports, the rules reading it with those before it.

        `measure` is asked for the messages joined, where only together they say something.
        """
        alone = heard.alone
        hit, traits = self.reader.examine(heard.text, earlier) if earlier else alone
        if self._model is None or heard.measured is None:
            return hit
        if hit is not None and alone.hit is None:
            told = normalise(_joined(earlier[-EARLIER:], heard.text))
            joined = self._model.guess(measure([told]), hit, traits)
            if joined.danger >= self._thresholds.doubt:
                return hit
        guess = self._model.guess(heard.measured, *alone)
        if guess.danger < (self._thresholds.agreed if alone.hit else self._thresholds.alarm):
            return None
        return alone.hit or self._named(guess)

    def judge_together(self, heard: Heard, earlier: Sequence[str], measure: Measure) -> Hit | None:
        """The danger that only the last messages together report, by the model.

        `measure` is called only where signs were told, in the newest message too.
        """
        if self._model is None or not earlier or heard.alone.traits.signs_nothing():
            return None
        told = _joined(earlier[-TOGETHER:], heard.text)
        hit, traits = self.reader.examine(told)
        if traits.told < 1 or traits.told + traits.settings < 2:
            return None
        guess = self._model.guess(measure([normalise(told)]), hit, traits)
        return self._named(guess) if guess.danger >= self._thresholds.together else None

    def _named(self, guess: Guess) -> Hit:
        """The guess, as specific as it is sure."""
        flag, likely = max(guess.flags.items(), key=lambda item: item[1])
        if likely >= self._thresholds.sure_flag and flag in self._levels:
            return Hit(flag, self._levels[flag], "")
        shares = dict.fromkeys(SEVERITY, 0.0)
        for flag, likely in guess.flags.items():
            if flag in self._levels:
                shares[self._levels[flag]] += likely
        level = max(SEVERITY, key=lambda each: shares[each])
        # Unsure of the flag, danger that could wait is not left waiting.
        level = level if level in UNSPECIFIED else "same_day"
        return Hit(UNSPECIFIED[level], level, "")


def _joined(earlier: Sequence[str], text: str) -> str:
    return ". ".join([*earlier, text])
