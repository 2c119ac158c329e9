"""`crampwise validate`: the knowledge base and Rasa's own check of data and domain."""

from __future__ import annotations

import argparse
import subprocess
import sys

from crampwise.knowledge import check
from crampwise.serving.settings import ROOT


def run(told: argparse.Namespace) -> int:
    """Runs both checks. Returns 0 when both find nothing."""
    knowledge = check.main()
    # Its warnings are not failures: it cannot know of responses that only actions utter.
    command = [sys.executable, "-m", "rasa", "data", "validate"]
    rasa = subprocess.run(command, cwd=ROOT, check=False).returncode
    return int(bool(knowledge or rasa))
