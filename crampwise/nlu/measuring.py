"""The vectors and odds of a message and of its sentences, measured once for all who read them."""

from __future__ import annotations

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from crampwise.encoder.sentence_encoder import WIDTH
from crampwise.encoder.shared import encoder, tuned_network
from crampwise.nlu.normaliser import reading
from crampwise.safety.model import Measured
from crampwise.text.sentences import split

MEASURED = "measured"
TELLINGS = "tellings"  # how likely each of its texts tells of what, beside it


def vector_of(message: Message) -> np.ndarray | None:
    """The vector of the message as it is; that with masked names stands behind it."""
    _, sentence = message.get_dense_features(TEXT)
    return None if sentence is None else np.asarray(sentence.features[0][:WIDTH], np.float32)


def tellings(message: Message) -> np.ndarray | None:
    """How likely each of the texts that are `measured` tells of what: float32 (texts, ids)."""
    return message.get(TELLINGS) if measured(message) else None


def measured(message: Message) -> Measured | None:
    """The message and, of several sentences, those too, as much hides in them.

    None without a vector. Kept with the message for whoever reads it next.
    """
    if message.get(MEASURED) is None:
        whole, vector = reading(message), vector_of(message)
        if vector is None:
            return None
        sentences = split(whole)
        if len(sentences) < 2:
            sentences = []
        texts, vectors = [whole, *sentences], vector[None, :]
        if sentences:
            vectors = np.vstack([vectors, encoder().encode(sentences)])
        judged = tuned_network().judge(texts)
        message.set(MEASURED, Measured(texts, vectors, judged.odds))
        message.set(TELLINGS, judged.tells)
    return message.get(MEASURED)


def measure(texts: list[str]) -> Measured:
    """The same of texts by themselves."""
    return Measured(texts, encoder().encode(texts), tuned_network().judge(texts).odds)
