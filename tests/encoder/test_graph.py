"""The graph computes what the paper's formulas say, however texts are batched.

As it is built, exactly; as it is stored, in eight bits, nearly.
"""

from __future__ import annotations

import numpy as np
import pytest

from crampwise.encoder import SENTENCE, WIDTH, SentenceEncoder, weights
from crampwise.encoder.graph import LAYERS, build
from crampwise.encoder.shared import encoder
from tests.encoder import plain

TEXTS = [
    "cramps",
    "Which vitamin am I lacking when I get leg cramps at night?",
    "magnesium or potassium",
    "¿Qué? 🦵 100 µg",
    "My legs lock up every night. " * 12,
]
TOLERANCE = 1e-4


@pytest.fixture(scope="module")
def files() -> dict[str, np.ndarray]:
    found = weights.load()
    return {name: array.astype(np.float64) for name, array in found.items() if array.ndim}


@pytest.fixture(scope="module")
def exact(tmp_path_factory) -> SentenceEncoder:
    """The encoder before its weights are rounded."""
    graph = tmp_path_factory.mktemp("graph") / "fp32.onnx"
    graph.write_bytes(build(weights.load()).SerializeToString())
    return SentenceEncoder(graph)


@pytest.mark.parametrize("text", TEXTS)
def test_the_graph_agrees_with_plain_numpy(exact, files, text):
    mean = plain.tokens(files, plain.ids(text), LAYERS).mean(axis=0)
    expected = mean / np.linalg.norm(mean)
    assert np.abs(exact.encode([text])[0, :SENTENCE] - expected).max() < TOLERANCE


def test_likeness_is_that_of_the_published_model(exact):
    happy, very, sunny = exact.encode(
        ["That is a happy person", "That is a very happy person", "Today is a sunny day"]
    )[:, :SENTENCE]
    assert happy @ very == pytest.approx(0.9429, abs=5e-5)
    assert happy @ sunny == pytest.approx(0.2569, abs=5e-5)


def test_padding_does_not_change_a_vector(exact):
    together = exact.encode(TEXTS)
    alone = np.vstack([exact.encode([text]) for text in TEXTS])
    assert np.abs(together - alone).max() < 1e-5


def test_eight_bits_are_nearly_as_good(exact):
    assert likeness(encoder().encode(TEXTS), exact.encode(TEXTS)).min() > 0.97


def test_what_a_text_is_batched_with_changes_little():
    together = encoder().encode(TEXTS)
    alone = np.vstack([encoder().encode([text]) for text in TEXTS])
    assert likeness(together, alone).min() > 0.97


def likeness(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The cosine of each quarter of each vector with its double."""
    quarters = (vectors.reshape(-1, SENTENCE) for vectors in (some, others))
    return np.sum(np.multiply(*quarters), axis=1)


def test_vectors_come_in_the_order_of_the_texts():
    # Seventy are three batches, which processors share.
    texts = [TEXTS[number % 4] + " again" * (number // 4 % 3) for number in range(70)]
    vectors = encoder().encode(texts)
    assert vectors.shape == (70, WIDTH)
    assert vectors.dtype == np.float32
    different = sorted(set(texts))
    alone = np.vstack([encoder().encode([text]) for text in different])
    assert [different[nearest] for nearest in (vectors @ alone.T).argmax(axis=1)] == texts


def test_each_quarter_of_a_vector_has_unit_length():
    lengths = np.linalg.norm(encoder().encode(TEXTS).reshape(-1, SENTENCE), axis=1)
    assert np.allclose(lengths, 1, atol=1e-5)


def test_no_text_gives_no_vector_and_an_empty_text_a_whole_one():
    assert encoder().encode([]).shape == (0, WIDTH)
    assert np.isfinite(encoder().encode([""])).all()


def test_a_text_beyond_the_limit_is_cut_not_refused():
    assert np.isfinite(encoder().encode(["cramp " * 5000])).all()


def test_ordinary_words_are_known_and_slips_are_not():
    assert encoder().knows("magnesium")
    assert not encoder().knows("magnezium")
