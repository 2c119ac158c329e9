"""A mark of tests that hold for a database in a file only."""

from __future__ import annotations

import pytest

in_a_file = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
