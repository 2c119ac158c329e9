"""What tests need of the machine they run on."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def leave_out(reason: str) -> NoReturn:
    """Skips the test for a reason of this machine, which is a failure with CI=true."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; with CI=true no test is left out")
    pytest.skip(reason)
