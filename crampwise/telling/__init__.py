"""What a message tells of somebody's illness or medicine in words that name neither."""

from crampwise.telling.model import NOTHING, Judgement, TellingModel, train

__all__ = ["NOTHING", "Judgement", "TellingModel", "train"]
