"""Classifying vectors, with weights as plain arrays. No Rasa, no label of ours in here."""

from crampwise.classify.classifier import Classifier, Prediction

__all__ = ["Classifier", "Prediction"]
