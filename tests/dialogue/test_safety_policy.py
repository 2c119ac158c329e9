"""The policy above all others: danger in any state, reminders, and letting go."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from crampwise.dialogue.safety_policy import ANSWER, OVER, REMIND, SafetyPolicy
from crampwise.safety.danger import DANGER, Danger
from tests.server import ROOT


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> SafetyPolicy:
    storage = LocalModelStorage.create(tmp_path_factory.mktemp("model"))
    config = {**SafetyPolicy.get_default_config(), "let_through": ["human"]}
    context = ExecutionContext(GraphSchema({}))
    return SafetyPolicy.create(config, storage, Resource("safety"), context)


def said(intent: str, confidence: float = 1.0, **found: Any) -> list[Event]:
    """A message after the bot has listened."""
    meant = {"name": intent, "confidence": confidence}
    message = UserUttered("text", meant, parse_data={"intent": meant, **found})
    return [ActionExecuted("action_listen"), message]


def kept(flag: str = "dvt") -> SlotSet:
    return SlotSet(DANGER, vars(Danger.told(flag, "emergency")))


def next_action(policy: SafetyPolicy, domain: Domain, events: list[Event]) -> str | None:
    prediction = _predict(policy, domain, events)
    if prediction.max_confidence == 0:
        return None
    return domain.action_names_or_texts[prediction.max_confidence_index]


def _predict(policy: SafetyPolicy, domain: Domain, events: list[Event]) -> PolicyPrediction:
    tracker = DialogueStateTracker.from_events("someone", events, domain.slots)
    return policy.predict_action_probabilities(tracker, domain)


def test_danger_is_answered_in_the_middle_of_a_form(policy: SafetyPolicy, domain: Domain) -> None:
    events = [ActiveLoop("cramp_check_form"), *said("red_flag")]
    assert next_action(policy, domain, events) == ANSWER
    # Forms predict with this mark, which beats every prediction without it.
    assert _predict(policy, domain, events).is_no_user_prediction


def test_it_listens_after_its_own_actions(policy: SafetyPolicy, domain: Domain) -> None:
    for action in (ANSWER, REMIND, OVER):
        events = [*said("red_flag"), ActionExecuted(action)]
        assert next_action(policy, domain, events) == "action_listen"


def test_nothing_else_is_its_concern(policy: SafetyPolicy, domain: Domain) -> None:
    assert next_action(policy, domain, said("supplements")) is None


def test_another_question_gets_a_reminder(policy: SafetyPolicy, domain: Domain) -> None:
    assert next_action(policy, domain, [kept(), *said("supplements")]) == REMIND


def test_help_sought_ends_it(policy: SafetyPolicy, domain: Domain) -> None:
    events = [kept(), *said("human", aftermath="sought_care")]
    assert next_action(policy, domain, events) == OVER


def test_a_new_subject_is_answered_and_the_danger_forgotten(
    policy: SafetyPolicy, domain: Domain
) -> None:
    events = [kept(), *said("foods", aftermath="moved_on")]
    assert next_action(policy, domain, events) is None
    assert SlotSet(DANGER, None) in _predict(policy, domain, events).events


def test_a_wish_to_die_is_not_moved_on_from(policy: SafetyPolicy, domain: Domain) -> None:
    for told in ("moved_on", "taken_back"):
        events = [kept("self_harm"), *said("foods", aftermath=told)]
        assert next_action(policy, domain, events) == REMIND


def test_some_requests_are_let_through(policy: SafetyPolicy, domain: Domain) -> None:
    assert next_action(policy, domain, [kept(), *said("human")]) is None


def test_what_only_seems_to_be_such_a_request_is_not(policy: SafetyPolicy, domain: Domain) -> None:
    assert next_action(policy, domain, [kept(), *said("human", confidence=0.5)]) == REMIND


def sought(flag: str = "dvt") -> SlotSet:
    danger = Danger.told(flag, "emergency").cared_for()
    return SlotSet(DANGER, vars(danger) if danger else None)


@pytest.mark.parametrize(
    ("flag", "message", "action"),
    [
        ("dvt", said("foods"), None),
        ("dvt", said("foods", goes_back=True), REMIND),
        ("dvt", said("relief"), REMIND),
        ("dvt", said("too_much"), None),
        ("self_harm", said("too_much"), REMIND),
    ],
)
def test_once_care_is_sought_only_what_goes_back_to_it_is_reminded_of(
    policy: SafetyPolicy, domain: Domain, flag: str, message: list[Event], action: str | None
) -> None:
    assert next_action(policy, domain, [sought(flag), *message]) == action


def test_a_danger_that_is_seen_to_is_forgotten_after_a_while(
    policy: SafetyPolicy, domain: Domain
) -> None:
    events = [sought(), *said("foods")]
    (left,) = [e for e in _predict(policy, domain, events).events if isinstance(e, SlotSet)]
    assert left.value["left"] == Danger.told("dvt", "emergency").left - 1
