"""Errors of the commands themselves."""


class TrainingFailed(Exception):
    """Rasa ended the training without a model."""
