"""Reads what `crampwise doctor` finds."""

from __future__ import annotations

from collections.abc import Sequence

from crampwise.channels.chat.checkup import Finding


def told(findings: Sequence[Finding]) -> dict[str, str]:
    """What is not well, with the advice, of which there must be some; under "" all that is well."""
    ill = {finding.seen: finding.advice for finding in findings if not finding.well}
    assert all(ill.values())
    return {**ill, "": " ".join(finding.seen for finding in findings if finding.well)}
