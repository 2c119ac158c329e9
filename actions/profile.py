"""What a person told of the one they ask for, gathered over the turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crampwise.answers.types import Profile


def profile_of(slot: Mapping[str, Any] | None) -> Profile:
    """The profile kept in the slot, or an empty one."""
    if not slot:
        return Profile()
    return Profile(
        medicines=tuple(slot.get("medicines") or ()),
        conditions=tuple(slot.get("conditions") or ()),
        life_stage=slot.get("life_stage"),
        age=slot.get("age"),
        sex=slot.get("sex"),
    )


def merged(profile: Profile, entities: Mapping[str, tuple[Any, ...]]) -> Profile:
    """The profile with what this message adds: lists grow, single values are replaced."""

    def grown(old: tuple[str, ...], name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*old, *map(str, entities.get(name, ())))))

    def newest(old: Any, name: str) -> Any:
        return entities[name][-1] if entities.get(name) else old

    age = newest(None, "age")
    return Profile(
        medicines=grown(profile.medicines, "medicine"),
        conditions=grown(profile.conditions, "condition"),
        # An age told now outweighs a life stage told before.
        life_stage=newest(None if age is not None else profile.life_stage, "life_stage"),
        age=int(age) if age is not None else profile.age,
        sex=newest(profile.sex, "sex"),
    )
