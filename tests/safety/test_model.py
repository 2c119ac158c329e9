"""The danger model learns, doubts and names, on made-up vectors."""

from __future__ import annotations

import numpy as np
import pytest

from crampwise.knowledge.base import Knowledge
from crampwise.safety.hit import Hit
from crampwise.safety.judging import Heard, Judge, Thresholds
from crampwise.safety.model import DangerModel, Guess, Measured
from crampwise.safety.reader import RedFlagReader, Seen
from crampwise.safety.training import Example, train
from crampwise.safety.traits import Traits

WIDTH = 8
CALM, CLOT, STROKE = 0, 1, 2
TEXTS = ("which foods hold iron", "my calf is swollen", "his face droops")


def measure(texts: list[str]) -> Measured:
    """Every text as one that tells of a clot."""
    return measured(texts, np.stack([vector(CLOT, 5) for _ in texts]))


def measured(texts: list[str], vectors: np.ndarray, odds: float = 0.0) -> Measured:
    """With what the tuned network says of all of them."""
    return Measured(texts, vectors, np.full(len(texts), odds))


def vector(kind: int, seed: int) -> np.ndarray:
    """A vector near the axis of its kind."""
    found = np.random.default_rng(seed).normal(0, 0.1, WIDTH).astype(np.float32)
    found[kind] += 1
    return found


@pytest.fixture(scope="module")
def model() -> DangerModel:
    flags = {CALM: None, CLOT: "dvt", STROKE: "stroke"}
    return train(
        [
            Example(
                TEXTS[kind], vector(kind, 100 * kind + n), None, Traits(told=int(kind > 0)), flag
            )
            for kind, flag in flags.items()
            for n in range(40)
        ]
    )


@pytest.fixture(scope="module")
def judge(model: DangerModel, knowledge: Knowledge) -> Judge:
    return Judge(knowledge, Thresholds(), model)


def guessed(model: DangerModel, kinds: list[int], seed: int, traits: Traits) -> Guess:
    """Of a message of such sentences, the first of which stands for the whole."""
    vectors = np.stack([vector(kind, seed) for kind in kinds])
    return model.guess(measured([TEXTS[kind] for kind in kinds], vectors), None, traits)


def test_what_is_like_the_reports_is_dangerous(model: DangerModel) -> None:
    assert guessed(model, [CLOT], 7, Traits(told=1)).danger > 0.5
    assert guessed(model, [CALM], 7, Traits()).danger < 0.2


def test_the_flag_is_named(model: DangerModel) -> None:
    guess = guessed(model, [STROKE], 8, Traits(told=1))
    assert max(guess.flags, key=lambda flag: guess.flags[flag]) == "stroke"
    assert sum(guess.flags.values()) == pytest.approx(1)


def test_danger_in_one_sentence_of_a_calm_message_is_heard(model: DangerModel) -> None:
    alone = guessed(model, [CALM], 9, Traits()).danger
    assert guessed(model, [CALM, CALM, CLOT], 9, Traits()).danger > alone


def test_the_tuned_network_has_a_say(model: DangerModel) -> None:
    message = [TEXTS[CALM]], vector(CALM, 7)[None, :]
    less, more = (
        model.guess(measured(*message, odds=odds), None, Traits()).danger for odds in (-5.0, 5.0)
    )
    assert less < more


def seen_by_rules(knowledge: Knowledge, text: str) -> Seen:
    return RedFlagReader(knowledge).examine(text)


def judged(judge: Judge, text: str, whole: np.ndarray | None) -> Hit | None:
    numbers = None if whole is None else measured([text], whole[None, :])
    return judge.judge(Heard(text, judge.reader.examine(text), numbers), (), measure)


def test_a_report_that_no_rule_knows_is_answered(judge: Judge) -> None:
    hit = judged(judge, "the thing from before, more of it", vector(STROKE, 3))
    assert hit is not None
    assert hit.level == "emergency"


def test_a_calm_message_is_not(judge: Judge) -> None:
    assert judged(judge, "which foods hold iron", vector(CALM, 3)) is None


@pytest.mark.parametrize(("text", "heard"), [("my calf is swollen", True), ("more of it", False)])
def test_less_likely_danger_is_heard_where_the_rules_see_it_too(
    knowledge: Knowledge, model: DangerModel, text: str, heard: bool
) -> None:
    doubtful = (vector(CALM, 3) + vector(CLOT, 3)) / 2
    numbers = measured([text], doubtful[None, :])
    likely = model.guess(numbers, *seen_by_rules(knowledge, text)).danger
    judge = Judge(knowledge, Thresholds(alarm=likely + 0.01, agreed=likely - 0.01), model)
    assert (judged(judge, text, doubtful) is not None) is heard


@pytest.mark.parametrize(
    ("text", "meant", "flag"),
    [
        ("my calf is swollen", STROKE, "stroke"),
        ("his face droops on one side", CLOT, "stroke"),  # a clot in the leg is milder
        ("I want to die", STROKE, "self_harm"),  # who has a stroke is told of no crisis line
    ],
)
def test_a_surer_model_names_the_danger_unless_something_is_lost(
    judge: Judge, text: str, meant: int, flag: str
) -> None:
    hit = judged(judge, text, vector(meant, 3))
    assert hit is not None
    assert hit.flag == flag


def test_an_unsure_model_leaves_the_flag_to_the_rules(
    knowledge: Knowledge, model: DangerModel
) -> None:
    unsure = Judge(knowledge, Thresholds(surer=1.0), model)
    hit = judged(unsure, "my calf is swollen", vector(STROKE, 3))
    assert hit is not None
    assert hit.flag == "dvt"


def test_without_a_model_the_rules_decide(knowledge: Knowledge) -> None:
    hit = judged(Judge(knowledge, Thresholds(), None), "my calf is swollen", None)
    assert isinstance(hit, Hit)
    assert hit.flag == "dvt"


def test_both_kinds_of_phrases_are_needed() -> None:
    with pytest.raises(ValueError, match="reports of danger"):
        train([Example(TEXTS[CALM], vector(CALM, 1), None, Traits(), None)])
