"""The rule language of a red flag's `signs`.

leg ~ swollen/bigger + leg ~ hot      told together, in the same or a neighbouring sentence
a/b                                   either group
part ~ a/b                            the sign is told of that part of the body, or stands
                                      close to the other word
2 of a/b/c                            at least two of them
given a/b                             told anywhere, also long before
... unless a/b                        but not when one of these is told nearby
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One part of a rule: groups of which `least` must be told, of `about` if that is given."""

    groups: tuple[str, ...]
    about: tuple[str, ...] = ()
    least: int = 1
    anywhere: bool = False


@dataclass(frozen=True)
class Rule:
    """All `terms` told together and none of `unless` nearby."""

    terms: tuple[Term, ...]
    unless: tuple[str, ...] = ()

    def least_asked(self) -> tuple[str, ...]:
        """The groups of the term that fewest can fulfil: without one of these the rule fails."""
        return min((term.groups for term in self.terms), key=len)

    def possible(self, told: AbstractSet[str]) -> bool:
        """Whether every term has a group among those `told` at all."""
        return not any(
            told.isdisjoint(term.groups) or (term.about and told.isdisjoint(term.about))
            for term in self.terms
        )


def parse(text: str, known: Collection[str]) -> Rule:
    """The rule written as `text`. Raises ValueError with a reason for its writer."""
    wanted, *exceptions = text.split(" unless ")
    if len(exceptions) > 1:
        raise ValueError(f"'{text}' says 'unless' more than once")
    terms = tuple(_term(part.strip(), known) for part in wanted.split(" + "))
    if all(term.anywhere for term in terms):
        raise ValueError(f"'{text}' needs a part that is not 'given'")
    return Rule(terms, _groups(exceptions[0], known) if exceptions else ())


def _term(text: str, known: Collection[str]) -> Term:
    if text.startswith("given "):
        return Term(_groups(text[len("given ") :], known), anywhere=True)
    words = text.split(" ", 2)
    if len(words) == 3 and words[1] == "of" and words[0].isdigit():
        groups = _groups(words[2], known)
        if not 1 < int(words[0]) <= len(groups):
            raise ValueError(f"'{text}' must ask for 2 to {len(groups)} groups")
        return Term(groups, least=int(words[0]))
    about, found, signs = text.partition(" ~ ")
    if found:
        return Term(_groups(signs, known), about=_groups(about, known))
    return Term(_groups(text, known))


def _groups(text: str, known: Collection[str]) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split("/"))
    for name in names:
        if name not in known:
            raise ValueError(f"'{name}' is not a group of red_flag_words.yml")
    return names
