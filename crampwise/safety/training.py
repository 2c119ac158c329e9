"""Trains the danger model on phrases that report danger, on look-alikes and on all the others."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from crampwise.safety.hit import Hit
from crampwise.safety.model import DangerModel, features
from crampwise.safety.traits import Traits

if TYPE_CHECKING:
    from sklearn.linear_model import LogisticRegression

AXES = 384
REGULARISATION = 10.0  # C of the first regression; chosen, with AXES and weights, by folds
REPORT_WEIGHT = 2.0  # reports are few beside the other phrases, and a miss costs more
LOOK_ALIKE_WEIGHT = 3.0  # so are the phrases that only look like danger
FOLDS = 4
MAX_STEPS = 150
TOLERANCE = 1e-3


@dataclass(frozen=True)
class Example:
    """A phrase to learn from; `flag` is the danger it reports, None when it reports none."""

    whole: np.ndarray  # float32 (width,)
    sentences: np.ndarray | None  # float32 (rows, width)
    hit: Hit | None
    traits: Traits
    flag: str | None
    look_alike: bool = False


def train(examples: Sequence[Example]) -> DangerModel:
    """A model of `examples`. Raises ValueError when none reports danger, or all do."""
    danger = _danger(examples)
    if danger.all() or not danger.any():
        raise ValueError("both reports of danger and other phrases are needed")
    vectors = np.stack([example.whole for example in examples])
    centre = vectors.mean(axis=0)
    axes = _main_axes(vectors - centre)
    turned = (vectors - centre) @ axes
    parts = [
        turned[[row]] if example.sentences is None else (example.sentences - centre) @ axes
        for row, example in enumerate(examples)
    ]
    weight = _weight(examples)
    first = _fit(turned, danger, weight)
    second = _fit(_held_out(turned, parts, examples), danger, weight, regularisation=1.0)
    flags = np.array([example.flag for example in examples if example.flag is not None])
    third = _fit(turned[danger], flags, np.ones(len(flags)))
    flag_weights, flag_bias = third.coef_.T, third.intercept_
    if flag_weights.shape[1] == 1:  # two flags: scikit-learn keeps one column for both
        flag_weights = np.hstack([-flag_weights, flag_weights]) / 2
        flag_bias = np.hstack([-flag_bias, flag_bias]) / 2
    return DangerModel(
        centre=centre.astype(np.float32),
        axes=axes.astype(np.float32),
        weights=first.coef_[0].astype(np.float32),
        bias=np.array(first.intercept_[0], np.float32),
        joint_weights=second.coef_[0].astype(np.float32),
        joint_bias=np.array(second.intercept_[0], np.float32),
        flags=third.classes_.astype(str),
        flag_weights=flag_weights.astype(np.float32),
        flag_bias=flag_bias.astype(np.float32),
    )


def _danger(examples: Sequence[Example]) -> np.ndarray:
    return np.array([example.flag is not None for example in examples])


def _weight(examples: Sequence[Example]) -> np.ndarray:
    return np.array(
        [
            REPORT_WEIGHT if example.flag else LOOK_ALIKE_WEIGHT if example.look_alike else 1.0
            for example in examples
        ]
    )


def _held_out(
    turned: np.ndarray, parts: Sequence[np.ndarray], examples: Sequence[Example]
) -> np.ndarray:
    """The features of each example, scored by a regression that was not trained on it."""
    from sklearn.model_selection import StratifiedKFold

    danger, weight = _danger(examples), _weight(examples)
    found = np.zeros((len(examples), len(features(0.0, 0.0, None, Traits()))))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for some, rest in folds.split(turned, weight):
        model = _fit(turned[some], danger[some], weight[some])
        for row, score in zip(rest, model.decision_function(turned[rest])):
            surest = max(score, model.decision_function(parts[row]).max())
            found[row] = features(score, surest, examples[row].hit, examples[row].traits)
    return found


def _main_axes(centred: np.ndarray) -> np.ndarray:
    from sklearn.decomposition import PCA

    count = min(AXES, *centred.shape)
    return PCA(count, svd_solver="randomized", random_state=0).fit(centred).components_.T


def _fit(
    rows: np.ndarray,
    targets: np.ndarray,
    weight: np.ndarray,
    regularisation: float = REGULARISATION,
) -> LogisticRegression:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=regularisation, max_iter=MAX_STEPS, tol=TOLERANCE)
    with warnings.catch_warnings():
        # Stopping early is meant: more steps cost time and gain nothing on held-out phrases.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(rows, targets, sample_weight=weight)
