"""The tuned network says what its weights say; a broken file of them is refused by name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from crampwise.encoder import tuned, tuned_network, weights
from crampwise.encoder.shared import tuned_network as shared
from crampwise.encoder.tuned_graph import build
from crampwise.encoder.tuned_network import TunedNetwork
from crampwise.knowledge.base import Knowledge
from tests.encoder import plain

REPORT = "my calf is hot and swollen and i cannot walk on it"
UNNAMED = "i sit on the machine three mornings a week with a needle in my arm"
CALM = "which foods have the most magnesium"
TEXTS = [REPORT, CALM, "cramps", "my legs lock up every night " * 12]
TOLERANCE = 1e-3


@pytest.fixture(scope="module")
def whole() -> tuned.Tuned:
    return tuned.merged(weights.load())


@pytest.fixture(scope="module")
def exact(whole: tuned.Tuned, tmp_path_factory: pytest.TempPathFactory) -> TunedNetwork:
    """The network before its weights are rounded."""
    graph = tmp_path_factory.mktemp("graph") / "fp32.onnx"
    model = build(whole.weights, whole.layers, len(whole.flags), len(whole.tells))
    graph.write_bytes(model.SerializeToString())
    return TunedNetwork(graph)


@pytest.mark.parametrize("text", TEXTS)
def test_the_graph_agrees_with_plain_numpy(
    exact: TunedNetwork, whole: tuned.Tuned, text: str
) -> None:
    files = {name: value.astype(np.float64) for name, value in whole.weights.items() if value.ndim}
    x = plain.tokens(files, plain.ids(text), whole.layers)
    pooled = np.concatenate([x.mean(axis=0), x.max(axis=0)])
    scores = np.exp(files["odds.weight"] @ pooled + files["odds.bias"])
    flags = len(whole.flags)
    expected = np.log(scores[:flags].sum() / scores[flags:].sum())
    told = scores[flags : flags + len(whole.tells)] / scores[flags:].sum()
    found = exact.judge([text])
    assert found.odds[0] == pytest.approx(expected, abs=TOLERANCE)
    assert found.tells[0] == pytest.approx(told, abs=TOLERANCE)


def test_padding_does_not_change_the_odds(exact: TunedNetwork) -> None:
    alone = np.array([exact.judge([text]).odds[0] for text in TEXTS])
    assert np.abs(exact.judge(TEXTS).odds - alone).max() < TOLERANCE


def test_eight_bits_say_nearly_the_same(exact: TunedNetwork) -> None:
    assert np.abs(shared().judge(TEXTS).odds - exact.judge(TEXTS).odds).max() < 1.5


def test_a_report_is_told_from_a_question() -> None:
    report, calm = shared().judge([REPORT, CALM]).odds
    assert report > 1
    assert calm < -1


def test_an_illness_without_its_name_is_told() -> None:
    network = shared()
    told, question = network.judge([UNNAMED, CALM]).tells
    assert network.tells[int(told.argmax())] == "dialysis"
    assert told.max() > 0.5 > question.max()


def test_what_was_tuned_we_know(whole: tuned.Tuned, knowledge: Knowledge) -> None:
    assert set(whole.flags) <= set(knowledge.red_flags)
    assert set(whole.tells) <= {*knowledge.conditions, *knowledge.medicines}


@pytest.mark.parametrize("content", [None, b"", b"no tensors"])
def test_a_broken_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "tuned.safetensors"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(tuned.TunedError, match=r"tuned\.safetensors"):
        tuned.merged({}, path)


def test_another_file_makes_another_graph(tmp_path: Path) -> None:
    assert tuned.short_hash() in tuned_network.prepare().name
    with pytest.raises(tuned.TunedError, match="No such file"):
        tuned.short_hash(tmp_path / "none")
