"""Trains the danger model on phrases that report danger, on look-alikes and on all the others."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np

from crampwise.safety import machine
from crampwise.safety.hit import Hit
from crampwise.safety.machine import Machine
from crampwise.safety.model import DangerModel, rows, seen, whole_and_surest
from crampwise.safety.traits import Traits

if TYPE_CHECKING:
    from sklearn.linear_model import LogisticRegression

AXES = 384
REGULARISATION = 10.0  # C of the regression that tells the flags apart
REPORT_WEIGHT = 2.0  # reports are few beside the other phrases, and a miss costs more
LOOK_ALIKE_WEIGHT = 3.0  # so are the phrases that only look like danger
HELD_OUT = 4  # one phrase in so many is left out, to make likelihoods of margins
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


@dataclass(frozen=True)
class _Prepared:
    """The examples as arrays, a row each."""

    centre: np.ndarray  # (width,)
    axes: np.ndarray  # (width, axes)
    turned: np.ndarray  # (rows, axes)
    told: np.ndarray  # (rows, traits)
    danger: np.ndarray  # bool (rows,)
    weight: np.ndarray  # (rows,)

    def machine(self, some: np.ndarray) -> Machine:
        """A machine that knows the rows of `some` (rows,) only."""
        return machine.train(
            self.turned[some], self.told[some], self.danger[some], self.weight[some]
        )


def train(examples: Sequence[Example]) -> DangerModel:
    """A model of `examples`. Raises ValueError when none reports danger, or all do."""
    danger = np.array([example.flag is not None for example in examples])
    if danger.all() or not danger.any():
        raise ValueError("both reports of danger and other phrases are needed")
    ready = _prepared(examples, danger)
    margins, left_out = _held_out(examples, ready)
    joint = _fit(margins, danger[left_out], ready.weight[left_out], regularisation=1.0)
    flags = np.array([example.flag for example in examples if example.flag is not None])
    third = _fit(ready.turned[danger], flags, np.ones(len(flags)))
    flag_weights, flag_bias = third.coef_.T, third.intercept_
    if flag_weights.shape[1] == 1:  # two flags: scikit-learn keeps one column for both
        flag_weights = np.hstack([-flag_weights, flag_weights]) / 2
        flag_bias = np.hstack([-flag_bias, flag_bias]) / 2
    return DangerModel(
        **asdict(ready.machine(np.ones(len(examples), bool))),
        centre=ready.centre.astype(np.float32),
        axes=ready.axes.astype(np.float32),
        joint_weights=joint.coef_[0].astype(np.float32),
        joint_bias=np.array(joint.intercept_[0], np.float32),
        flags=third.classes_.astype(str),
        flag_weights=flag_weights.astype(np.float32),
        flag_bias=flag_bias.astype(np.float32),
    )


def _prepared(examples: Sequence[Example], danger: np.ndarray) -> _Prepared:
    vectors = np.stack([example.whole for example in examples])
    centre = vectors.mean(axis=0)
    axes = _main_axes(vectors - centre)
    told = np.stack([seen(example.hit, example.traits) for example in examples])
    return _Prepared(centre, axes, (vectors - centre) @ axes, told, danger, _weight(examples))


def _weight(examples: Sequence[Example]) -> np.ndarray:
    return np.array(
        [
            REPORT_WEIGHT if example.flag else LOOK_ALIKE_WEIGHT if example.look_alike else 1.0
            for example in examples
        ]
    )


def _held_out(examples: Sequence[Example], ready: _Prepared) -> tuple[np.ndarray, np.ndarray]:
    """Margins (rows, 2) of phrases that a machine was not trained on, and which those are."""
    left_out = np.zeros(len(examples), bool)
    for side in (ready.danger, ~ready.danger):
        left_out[np.flatnonzero(side)[1::HELD_OUT]] = True
    if ready.danger[left_out].all() or not ready.danger[left_out].any():  # too few to leave out
        left_out[:] = True
        trial = ready.machine(left_out)
    else:
        trial = ready.machine(~left_out)
    found = []
    for place in np.flatnonzero(left_out):
        each = rows(examples[place].whole, examples[place].sentences)
        turned = (each - ready.centre) @ ready.axes
        found.append(whole_and_surest(trial.margins(turned, ready.told[[place]])))
    return np.stack(found), left_out


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
