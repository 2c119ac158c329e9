"""The report's parts put to this bot's own store, knowledge and encoder."""

from __future__ import annotations

import re
import time
from functools import partial

import numpy as np

from crampwise.encoder.sentence_encoder import SENTENCE
from crampwise.encoder.shared import encoder
from crampwise.knowledge.shared import knowledge
from crampwise.report.grouping import Phrase, groups, phrases
from crampwise.report.reading import Use, read
from crampwise.report.scrubbing import scrub
from crampwise.store import store

DAY = 24 * 3600


def use(days: int) -> Use:
    """How the bot was used in the last `days` days. Raises StoreError."""
    return read(store(), time.time() - days * DAY)


def doubtful(found: Use) -> list[Phrase]:
    """The questions without a sure answer."""
    return phrases(found.turns, partial(scrub, known=_known_words()))


def grouped(found: list[Phrase]) -> list[tuple[Phrase, ...]]:
    """The same in groups of like meaning. Raises WeightsError."""
    return groups(found, _encode)


def _encode(texts: list[str]) -> np.ndarray:
    return encoder().encode(texts)[:, :SENTENCE]


def _known_words() -> set[str]:
    names = [name for _, thing in knowledge().named() for name in (thing.name, *thing.aliases)]
    return {word for name in names for word in re.findall(r"[\w'’-]+", name.lower())}
