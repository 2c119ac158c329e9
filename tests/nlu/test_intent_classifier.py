"""A faulty setting of the classifier is told before it trains."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.exceptions import InvalidConfigException

from crampwise.nlu.intent_classifier import IntentClassifier


@pytest.mark.parametrize(
    ("setting", "value"),
    [("leave_out", "look_alike"), ("outside_from", 0), ("refused_share", 1.5)],
)
def test_a_setting_that_means_nothing_is_named(setting: str, value: Any) -> None:
    config = {**IntentClassifier.get_default_config(), setting: value}
    with pytest.raises(InvalidConfigException, match=setting):
        IntentClassifier.validate_config(config)


def test_the_settings_as_they_come_are_sound() -> None:
    IntentClassifier.validate_config(IntentClassifier.get_default_config())
