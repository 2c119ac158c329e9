"""What the launcher costs the page it stands on: `python -m benchmarks.launcher` (ten seconds).

Prints the milliseconds of script until the launcher is seen, the page's layout shift until an
opened chat stands still, and the bytes that travel. Needs Chromium and no bot.
"""

from __future__ import annotations

import gzip
import statistics
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.server import ROOT, free_port
from tests.widget import browser, site

VISITS = 10
SAMPLE = 100  # microseconds between two looks of the profiler
SETTLE = 300  # ms; the panel's entrance takes less
SCRIPT = "/widget.js"
WATCH_SHIFTS = """shifts = 0;
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts += value; })
  .observe({ type: "layout-shift", buffered: true });"""


@dataclass(frozen=True)
class Cost:
    script: float  # ms
    shift: float  # of a page on which everything moved as far as it could: 1


def visit(chromium: Browser, article: str) -> Cost:
    """Opens the article with the chat on it, in a browser that has never seen it, and the chat."""
    context = chromium.new_context()
    context.add_init_script(WATCH_SHIFTS)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.setSamplingInterval", {"interval": SAMPLE})
    session.send("Profiler.start")
    page.goto(site.page(article, f'<script src="{SCRIPT}" defer></script>'))
    launcher = page.get_by_role("button", name="Open the chat")
    launcher.wait_for()
    script = _spent(session.send("Profiler.stop")["profile"])
    launcher.click()
    page.wait_for_timeout(SETTLE)
    shift = page.evaluate("shifts")
    context.close()
    return Cost(script, shift)


def _spent(profile: dict[str, Any]) -> float:
    """Milliseconds in the script and in what it called."""
    nodes = {node["id"]: node for node in profile["nodes"]}
    ours: set[int] = set()
    for node in nodes.values():  # callers stand before what they call
        if node["callFrame"]["url"].endswith(SCRIPT) or node["id"] in ours:
            ours.update({node["id"], *node.get("children", [])})
    samples = zip(profile["timeDeltas"], profile["samples"])
    return sum(spent for spent, node in samples if node in ours) / 1000


def main() -> None:
    packed = gzip.compress((ROOT / "widget" / "dist" / "widget.js").read_bytes(), 9)
    with site.serving(free_port()) as article, sync_playwright() as playwright:
        chromium = browser.start(playwright)
        costs = [visit(chromium, article) for _ in range(VISITS)]
        chromium.close()
    script = sorted(cost.script for cost in costs)
    print(
        f"script {statistics.median(script):.1f} ms ({script[0]:.1f} to {script[-1]:.1f}),"
        f" layout shift {max(cost.shift for cost in costs)}, {len(packed)} bytes"
    )


if __name__ == "__main__":
    main()
