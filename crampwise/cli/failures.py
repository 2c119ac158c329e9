"""Failures whose message tells a user what to mend: shown in one line, without a traceback."""

from __future__ import annotations

from crampwise.cli.errors import TrainingFailed
from crampwise.encoder.weights import WeightsError
from crampwise.knowledge.errors import KnowledgeError
from crampwise.serving.bot import NoModel
from crampwise.serving.server import PortBusy
from crampwise.serving.settings import SettingsError

MENDABLE = (KnowledgeError, NoModel, PortBusy, SettingsError, TrainingFailed, WeightsError)
