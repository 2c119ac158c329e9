"""Rasa policy above all others: danger is answered first and alone, whatever was going on."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from crampwise.safety.aftermath import AFTERMATH, GOES_BACK, Aftermath
from crampwise.safety.danger import DANGER, ONLY_CARE_ENDS, Danger

RELIEF = frozenset({"relief"})  # "what do I do meanwhile?"
AMOUNTS = frozenset({"too_much", "dose"})  # not for whoever spoke of dying
ANSWER, REMIND, OVER = "action_danger", "action_danger_reminder", "action_danger_over"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class SafetyPolicy(Policy):
    """Predicts the safety actions, and has no opinion on anything else.

    Config:
        priority: above that of RulePolicy (6), whose forms would otherwise keep the word.
        intent: the intent of a report of danger.
        let_through: intents that are answered as ever while a danger is kept in mind.
        sure: confidence (0 to 1) that such an intent needs for it.
    """

    @staticmethod
    def supported_data() -> SupportedData:
        return SupportedData.ML_AND_RULE_DATA

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"priority": 100, "intent": "red_flag", "let_through": [], "sure": 0.7}

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SafetyPolicy:
        return cls(config, model_storage, resource, execution_context)

    def train(
        self,
        training_trackers: list[TrackerWithCachedStates],
        domain: Domain,
        **kwargs: Any,
    ) -> Resource:
        """Learns nothing: what it does is written here."""
        with self._model_storage.write_to(self._resource):
            return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """A safety action, listening after it, or nothing."""
        if tracker.latest_action_name in (ANSWER, REMIND, OVER):
            return self._sure_of(ACTION_LISTEN_NAME, domain)
        message = tracker.latest_message
        if tracker.latest_action_name != ACTION_LISTEN_NAME or message is None:
            return self._nothing(domain)
        intent = message.intent.get("name")
        if intent == self.config["intent"]:
            return self._sure_of(ANSWER, domain)
        danger = Danger.kept(tracker.get_slot(DANGER))
        if danger is None:
            return self._nothing(domain)
        told = aftermath(message)
        if danger.sought:
            return self._of_sought(danger, message, domain)
        if not danger.ends_with(told):
            sure = message.intent.get("confidence", 0.0) >= self.config["sure"]
            let_through = intent in self.config["let_through"] and sure
            return self._nothing(domain) if let_through else self._sure_of(REMIND, domain)
        if told is Aftermath.MOVED_ON:
            # Forgotten with whatever is answered now.
            return self._nothing(domain, SlotSet(DANGER, None))
        return self._sure_of(OVER, domain)

    def _of_sought(self, danger: Danger, message: UserUttered, domain: Domain) -> PolicyPrediction:
        """Once care was sought: a reminder where the message goes back to it, else nothing."""
        back = dict(message.parse_data or {}).get(GOES_BACK)
        intents = AMOUNTS if danger.flag in ONLY_CARE_ENDS else RELIEF
        if back or message.intent.get("name") in intents:
            return self._sure_of(REMIND, domain)
        left = danger.reminded()
        moved_on = aftermath(message) in (Aftermath.MOVED_ON, Aftermath.TAKEN_BACK)
        kept = vars(left) if left and not moved_on else None
        return self._nothing(domain, SlotSet(DANGER, kept))

    def _sure_of(self, action: str, domain: Domain) -> PolicyPrediction:
        probabilities = self._default_predictions(domain)
        probabilities[domain.index_for_action(action)] = 1.0
        # As a form does: Rasa ranks predictions of that kind above all others.
        return self._prediction(probabilities, is_no_user_prediction=True)

    def _nothing(self, domain: Domain, *events: SlotSet) -> PolicyPrediction:
        return self._prediction(self._default_predictions(domain), events=list(events))


def aftermath(message: UserUttered) -> Aftermath | None:
    """What the understanding found the message to say of a danger told before."""
    found = dict(message.parse_data or {}).get(AFTERMATH)
    return Aftermath(found) if found else None
