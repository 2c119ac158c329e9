"""Classifying vectors, with weights as plain arrays. No Rasa, no label of ours in here."""

from crampwise.classify.classifier import Classifier
from crampwise.classify.training import train

__all__ = ["Classifier", "train"]
