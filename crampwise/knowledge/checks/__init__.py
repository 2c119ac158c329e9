"""What must hold between the files of the knowledge base."""

from __future__ import annotations

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.checks.cramp_check import cramp_check
from crampwise.knowledge.checks.evidence import evidence
from crampwise.knowledge.checks.facts import facts
from crampwise.knowledge.checks.figures import figures
from crampwise.knowledge.checks.names import names
from crampwise.knowledge.checks.references import facets, references
from crampwise.knowledge.checks.sources import sources
from crampwise.knowledge.checks.tables import tables
from crampwise.knowledge.checks.texts import texts
from crampwise.knowledge.errors import Problem

__all__ = ["check", "facts"]
CHECKS = (sources, facets, evidence, references, texts, names, tables, figures, cramp_check)


def check(knowledge: Knowledge) -> list[Problem]:
    """Every broken promise between files; empty when the knowledge base is whole."""
    return [problem for part in CHECKS for problem in part(knowledge)]
