"""Looks for accessibility faults with axe."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"


def faults(page: Page) -> list[str]:
    """What axe finds, a line for each fault."""
    # Through the debugger, so that the page keeps its strict content security policy.
    page.evaluate(AXE_SCRIPT)
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in page.evaluate(RUN, RULES)["violations"]
        for node in fault["nodes"]
    ]
