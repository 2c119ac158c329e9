"""`crampwise learn`: adds chosen questions of the report to the training phrases of an intent."""

from __future__ import annotations

import argparse

from crampwise.report import sources
from crampwise.report.learning import CannotLearn, intents, learn
from crampwise.serving import settings


def run(told: argparse.Namespace) -> int:
    """Adds them and says what to do next. Raises CannotLearn and StoreError."""
    if told.intent not in intents():
        raise CannotLearn(f"'{told.intent}' is no intent of domain.yml.")
    days = settings.read().retention_days or settings.RETENTION_DAYS
    known = {phrase.id: phrase.text for phrase in sources.doubtful(sources.use(days))}
    missing = [wanted for wanted in told.phrases if wanted not in known]
    if missing:
        raise CannotLearn(f"Not in the report: {', '.join(missing)}. Make it anew.")
    file, added = learn(told.intent, [known[wanted] for wanted in told.phrases])
    for text in added:
        print(f"  {text}")
    print(f"Added {len(added)} phrases to {file.relative_to(settings.ROOT)}. Next: make train")
    return 0
