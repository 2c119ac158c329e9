"""Does the same with many phrases on all processors; only training has so many."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

FEW = 4000  # phrases, for which other processes are not worth their start
PORTION = 500  # phrases handed on at a time

T = TypeVar("T")
R = TypeVar("R")


class _Work:
    """What the processes do: they inherit it when they start, as it need not pickle."""

    do: Callable[[Any], Any]


def each(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """`work(thing)` of every one of `things`, in their order.

    The results must pickle. What `work` raises is raised here.
    """
    cores = os.cpu_count() or 1
    if len(things) < FEW or cores < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(thing) for thing in things]
    processes = multiprocessing.get_context("fork")
    with processes.Pool(cores, initializer=_begin, initargs=(work,)) as pool:
        return pool.map(_do, things, PORTION)


def _begin(work: Callable[[Any], Any]) -> None:
    _Work.do = staticmethod(work)


def _do(thing: Any) -> Any:
    return _Work.do(thing)
