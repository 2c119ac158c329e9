"""What was told of each person over the turns, and whom the conversation is about now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from crampwise.answers.types import Profile
from crampwise.people.told import Facts, Told
from crampwise.people.words import PET, SELF

_LISTS = {"medicine": "medicines", "condition": "conditions"}
_SINGLES = ("life_stage", "age", "sex", "diet")


@dataclass(frozen=True)
class Known:
    """`profiles` by person; `lately` holds the persons spoken of, the newest first."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    lately: tuple[str, ...] = ()

    @property
    def person(self) -> str:
        """Whom the conversation is about."""
        return self.lately[0] if self.lately else SELF

    def profile(self, person: str | None = None) -> Profile:
        """What is known of `person`, by default of whom the conversation is about."""
        return self.profiles.get(person or self.person, Profile())

    def after(self, told: Told) -> Known:
        """With what a message told: facts are added, single values replaced, denials taken out."""
        profiles = dict(self.profiles)
        if told.instead and told.instead[0] in profiles:
            wrong, right = told.instead
            profiles[right] = replace(profiles.pop(wrong), sex=None)
        for person in told.cleared:
            kept = profiles.get(person, Profile())
            profiles[person] = replace(kept, medicines=(), called=())
        for person, facts in told.facts.items():
            profiles[person] = merged(profiles.get(person, Profile()), facts)
        for person, facts in told.denied.items():
            profiles[person] = without(profiles.get(person, Profile()), facts)
        for person, names in told.called.items():
            profiles[person] = _called(profiles.get(person, Profile()), names)
        lately = tuple(p for p in self.lately if not (told.instead and p == told.instead[0]))
        if told.person:
            # Whoever else was told of may be "she" in the next message.
            besides = (person for person in told.facts if person not in (SELF, PET))
            lately = tuple(dict.fromkeys((told.person, *besides, *lately)))
        return Known(profiles, lately)

    def stored(self) -> dict[str, Any]:
        """As plain data, for a slot."""
        return {
            "lately": list(self.lately),
            "profiles": {
                person: asdict(profile)
                for person, profile in self.profiles.items()
                if profile != Profile()
            },
        }


def known_of(slot: Mapping[str, Any] | None) -> Known:
    """Reads back what `stored` wrote; an empty slot is nobody."""
    if not slot:
        return Known()
    profiles = {person: _profile_of(kept) for person, kept in slot["profiles"].items()}
    return Known(profiles, tuple(slot["lately"]))


def _profile_of(kept: Mapping[str, Any]) -> Profile:
    return Profile(
        medicines=tuple(kept["medicines"]),
        conditions=tuple(kept["conditions"]),
        life_stage=kept["life_stage"],
        age=kept["age"],
        sex=kept["sex"],
        diet=kept["diet"],
        called=tuple((medicine, name) for medicine, name in kept.get("called", ())),
    )


def _called(profile: Profile, names: tuple[tuple[str, str], ...]) -> Profile:
    """The profile with the names of those medicines that it holds."""
    fitting = (pair for pair in names if pair[0] in profile.medicines)
    return replace(profile, called=tuple(dict.fromkeys((*profile.called, *fitting))))


def is_pregnant(profile: Profile) -> bool:
    """Whether this person told that they are expecting a baby."""
    return profile.life_stage == "pregnant" or "pregnancy" in profile.conditions


def merged(profile: Profile, facts: Facts) -> Profile:
    """The profile with `facts`: lists grow, single values are replaced."""
    changes: dict[str, Any] = {}
    for entity, name in _LISTS.items():
        told = tuple(map(str, facts.get(entity, ())))
        if told:
            changes[name] = tuple(dict.fromkeys((*getattr(profile, name), *told)))
    for name in _SINGLES:
        if facts.get(name):
            changes[name] = facts[name][-1]
    if "age" in changes:
        changes["age"] = int(changes["age"])
        # An age told now outweighs a life stage told before.
        changes.setdefault("life_stage", None)
    return replace(profile, **changes)


def without(profile: Profile, facts: Facts) -> Profile:
    """The profile less `facts`."""
    changes: dict[str, Any] = {
        name: tuple(kept for kept in getattr(profile, name) if kept not in facts.get(entity, ()))
        for entity, name in _LISTS.items()
    }
    changes["called"] = tuple(pair for pair in profile.called if pair[0] in changes["medicines"])
    for name in _SINGLES:
        if getattr(profile, name) in facts.get(name, ()):
            changes[name] = None
    return replace(profile, **changes)
