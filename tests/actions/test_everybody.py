"""An answer for everybody is opened with nobody's name and holds each caution once."""

from __future__ import annotations

import pytest

from actions.answering import replies
from actions.turn import understood
from crampwise.answers.types import Profile
from crampwise.people.known import Known

TOLD = Known(
    {
        "self": Profile(conditions=("kidney_disease",)),
        "father": Profile(medicines=("warfarin",)),
        "daughter": Profile(conditions=("pregnancy",)),
    },
    ("daughter", "father", "self"),
)


@pytest.mark.parametrize("text", ["vitamin E for the entire family?", "vitamin E, any of us?"])
def test_the_cautions_of_everybody_come(said, text):
    tracker = said(text, "supplements", nutrient="vitamin_e", slots={"people": TOLD.stored()})
    (answer,) = replies(understood(tracker), text)
    cautions = (answer.short, *answer.cautions)
    assert not answer.short.startswith("For you")
    assert len(cautions) == len(set(cautions)) <= 4
    for caution in ("warfarin", "kidney", "pregnan"):
        assert any(caution in said for said in cautions), caution
