"""Joins rules and model: whether a message reports danger, and which."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crampwise.knowledge.base import Knowledge
from crampwise.safety.danger import SEVERITY
from crampwise.safety.hit import Hit
from crampwise.safety.model import DangerModel, Guess, Measured
from crampwise.safety.reader import EARLIER, UNSPECIFIED, RedFlagReader, Seen
from crampwise.text.normalise import normalise

Measure = Callable[[list[str]], Measured]
# Whom any danger is told to call; other lines (poison, crisis) are for some of them.
ANY_DANGER = frozenset({"emergency", "urgent_advice"})
TOGETHER = 2  # messages before the newest that the model reads with it
# "My calf", "is swollen": a message that goes on in the middle of a sentence.
_GOES_ON = re.compile(
    r"\s*(?:is|are|was|has|have|looks?|feels?|keeps?|got|getting|went|gone|and|with|since)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Thresholds:
    """Likelihoods (0 to 1) from which something is done.

    Chosen on messages that were not trained on (tests/safety/tuning), for hearing: a missed
    emergency costs more than a needless warning. Rules and model err on different messages: where
    both see danger, less of it is enough.
    """

    alarm: float = 0.38  # of danger, for an alarm
    agreed: float = 0.28  # the same where the rules see it too; below it they are mistaken
    together: float = 0.6  # of several messages read as one, which the model was not trained on
    doubt: float = 0.2  # the same where the rules found danger in them
    sure_flag: float = 0.6  # of a flag, for its own answer
    surer: float = 0.8  # of a flag, to be named instead of the one that the rules see


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
        self._flags = knowledge.red_flags
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
        return self._surer(alone.hit, guess) if alone.hit else self._named(guess)

    def judge_together(self, heard: Heard, earlier: Sequence[str], measure: Measure) -> Hit | None:
        """The danger that only the last messages together report, by the model.

        `measure` is called only where signs were told, in the newest message too.
        """
        if self._model is None or not earlier or heard.alone.traits.signs_nothing():
            return None
        told = _joined(earlier[-TOGETHER:], heard.text)
        hit, traits = self.reader.examine(told)
        if hit is None and (traits.told < 1 or traits.told + traits.settings < 2):
            return None
        guess = self._model.guess(measure([normalise(told)]), hit, traits)
        return self._named(guess) if guess.danger >= self._thresholds.together else None

    def _surer(self, hit: Hit, guess: Guess) -> Hit:
        """What the rules see, or the flag that the model is surer of.

        Rules know words where the model knows the message ("on quinine, now purple dots": no
        blocked blood supply). Nobody is told something milder for it, or loses a line to call.
        """
        seen, told = self._flags[hit.flag], self._flags.get(_likeliest(guess))
        if told is None or guess.flags[told.id] < self._thresholds.surer:
            return hit
        milder = SEVERITY.index(told.level) > SEVERITY.index(seen.level)
        lost = set(seen.calls) - set(told.calls) - ANY_DANGER
        return hit if milder or lost else Hit(told.id, told.level, hit.evidence)

    def _named(self, guess: Guess) -> Hit:
        """The guess, as specific as it is sure."""
        known = self._flags.get(_likeliest(guess))
        if known and guess.flags[known.id] >= self._thresholds.sure_flag:
            return Hit(known.id, known.level, "")
        shares = dict.fromkeys(SEVERITY, 0.0)
        for flag, likely in guess.flags.items():
            if flag in self._flags:
                shares[self._flags[flag].level] += likely
        level = max(SEVERITY, key=lambda each: shares[each])
        # Unsure of the flag, danger that could wait is not left waiting.
        level = level if level in UNSPECIFIED else "same_day"
        return Hit(UNSPECIFIED[level], level, "")


def _likeliest(guess: Guess) -> str:
    return max(guess.flags, key=lambda flag: guess.flags[flag])


def _joined(earlier: Sequence[str], text: str) -> str:
    told = ". ".join(earlier)
    return f"{told}{' ' if _GOES_ON.match(text) else '. '}{text}"
