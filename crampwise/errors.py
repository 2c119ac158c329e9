"""The root of the errors whose message tells a user what to mend.

Mendable
├── KnowledgeError   the knowledge base cannot be used        (crampwise.knowledge.errors)
├── WeightsError     the encoder's weights are not there      (crampwise.encoder.weights)
├── SettingsError    a setting has a value that cannot be     (crampwise.serving.settings)
├── StoreError       the database cannot be used              (crampwise.store.errors)
├── PortBusy         another program listens on the port      (crampwise.serving.port)
├── NoModel          no trained model is there                (crampwise.serving.bot)
├── CannotLearn      a phrase cannot be added               (crampwise.report.learning)
└── TrainingFailed   Rasa ended the training without a model  (crampwise.cli.train)
"""


class Mendable(Exception):
    """Shown by the `crampwise` command as it is, without a traceback."""
