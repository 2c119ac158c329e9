"""Makes one plain spelling of the many in which people write the same thing.

The original is kept by the caller: this is for the machine to read, never to be shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import emoji
import yaml

_PUNCTUATION = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
        "…": "...", "•": " ", "·": " ",
        "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u00ad": None,
    }
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_STRETCHED = re.compile(r"([a-z])\1{2,}", re.IGNORECASE)
_MARKS = re.compile(r"([!?.,])[!?.,]*\1+")
_TOKEN = re.compile(r"w/o?(?!\w)|e\.g\.|[^\W_](?:(?:[^\W_]|['/.-])*[^\W_])?|\S", re.IGNORECASE)
_DOUBLED = "eo"  # the letters English doubles most: "sleeep" is "sleep", "crampss" is "cramps"
_CONTRACTIONS = {
    "n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am",
}  # fmt: skip
_SPECIAL = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "it's": "it is",
            "what's": "what is", "that's": "that is", "there's": "there is", "who's": "who is",
            "how's": "how is", "where's": "where is", "let's": "let us"}  # fmt: skip
_TIGHT_BEFORE = re.compile(r"\s+([?.!,;:])")


def clean(text: str) -> str:
    """`text` with one form of each character, quote and dash, and emoji as words.

    Letter case and spelling stay as they were.
    """
    text = unicodedata.normalize("NFKC", text).translate(_PUNCTUATION)
    if not text.isascii():
        text = emoji.demojize(text, delimiters=(" ", " ")).replace("_", " ")
    return " ".join(_CONTROL.sub(" ", text).split())


def normalise(text: str) -> str:
    """`text` cleaned, in lower case, with contractions, chat spellings and stretched words mended.

    >>> normalise("WOT vitamin am i short of??? legs crampiiing all nite")
    'what vitamin am i short of? legs cramping all night'
    """
    text = clean(text).lower()
    text = _STRETCHED.sub(lambda run: run[1] * (2 if run[1].lower() in _DOUBLED else 1), text)
    text = _MARKS.sub(r"\1", text)
    words = [_word(token) for token in _TOKEN.findall(text)]
    return _TIGHT_BEFORE.sub(r"\1", " ".join(word for word in words if word))


def _word(token: str) -> str:
    if token in _SPECIAL:
        return _SPECIAL[token]
    spelling = _spellings().get(token)
    if spelling is not None:
        return spelling
    for ending, meaning in _CONTRACTIONS.items():
        if token.endswith(ending) and len(token) > len(ending):
            return token[: -len(ending)] + meaning
    return token


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    path = Path(__file__).with_name("chat_spellings.yml")
    return {
        str(key): str(value)
        for key, value in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    }
