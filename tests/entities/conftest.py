from __future__ import annotations

import pytest

from crampwise.encoder.shared import encoder
from crampwise.entities import Recogniser


@pytest.fixture(scope="session")
def recogniser(knowledge) -> Recogniser:
    return Recogniser(knowledge, encoder().knows)
