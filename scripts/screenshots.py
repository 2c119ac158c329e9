"""Pictures of the chat in every state, at desktop and phone, light and dark, with the real bot.

    .venv/bin/python -m scripts.screenshots

All go to `results/screenshots/`; the best ones, made small, to `docs/images/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.server import BIN, ROOT, free_port
from tests.widget import browser, site
from tests.widget.bots import Bot
from tests.widget.chat import Chat
from tests.widget.states import states

ALL = ROOT / "results" / "screenshots"
BEST = ROOT / "docs" / "images"
COLOURS = 256  # enough for flat surfaces and text
VIEWS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 860}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
}
# What the documentation shows, and under which name.
CHOSEN = {
    "desktop-light-answer": "answer",
    "phone-light-chart": "phone-chart",
    "phone-dark-emergency": "phone-emergency",
    "page-light-note": "page",
}


def main() -> None:
    """Takes all pictures, then copies the chosen ones."""
    ALL.mkdir(parents=True, exist_ok=True)
    port = free_port()
    with (
        site.serving(port) as article,
        Bot([str(BIN / "crampwise"), "serve"], article) as bot,
        sync_playwright() as playwright,
    ):
        chromium = browser.start(playwright)
        for theme in ("light", "dark"):
            for view, options in VIEWS.items():
                walk(chromium, site.page(article, bot.tag), f"{view}-{theme}", theme, options)
            page = f"{bot.address}/chat/"
            walk(chromium, page, f"page-{theme}", theme, VIEWS["desktop"])
        chromium.close()
    BEST.mkdir(parents=True, exist_ok=True)
    for name, short in CHOSEN.items():
        shrink(ALL / f"{name}.png", BEST / f"{short}.png")


def walk(chromium: Browser, address: str, name: str, theme: str, options: dict[str, Any]) -> None:
    """One picture of each state, the last of them on paper."""
    context = chromium.new_context(color_scheme=theme, reduced_motion="reduce", **options)
    page = context.new_page()
    page.goto(address)
    for state in states(Chat(page)):
        take(page, f"{name}-{state}")
    if name.startswith("page"):
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.screenshot(path=ALL / f"{name}-print.png", full_page=True)
    context.close()


def take(page: Page, name: str) -> None:
    page.wait_for_timeout(150)  # ms; fonts and scrolling settle
    page.screenshot(path=ALL / f"{name}.png")
    print(name, flush=True)


def shrink(source: Path, target: Path) -> None:
    """A palette in place of true colour: a third of the size, and nothing to see of it."""
    with Image.open(source) as picture:
        picture.convert("RGB").quantize(COLOURS).save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
