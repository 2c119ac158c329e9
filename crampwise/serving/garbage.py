"""Keeps the collection of garbage short while messages are answered.

Python looks through all objects there are now and then. The libraries and the model are more than a
million of them, which took half a second in which nobody was answered.
"""

from __future__ import annotations

import gc


def wait() -> None:
    """No more collections until `settle`: they take seconds while so much is loaded."""
    gc.disable()


def settle() -> None:
    """Sets apart all that is in use now: from here on, only newer objects are looked through."""
    gc.unfreeze()  # what was set apart before may be garbage by now
    gc.collect()
    gc.freeze()
    gc.enable()
