"""The dashboard shows what the bot counts, all of it and nothing else."""

from __future__ import annotations

import json
import re

from prometheus_client import REGISTRY

from crampwise.serving import metrics
from tests.server import ROOT

DASHBOARD = (ROOT / "deploy" / "grafana.json").read_text()
OPERATING = (ROOT / "docs" / "operating.md").read_text()


def counted() -> set[str]:
    """The names of our metrics as Prometheus has them, without the suffixes of a histogram."""
    assert metrics.MESSAGES
    return {
        f"{family.name}_total" if family.type == "counter" else family.name
        for family in REGISTRY.collect()
        if family.name.startswith("crampwise_")
    }


def test_each_panel_asks_for_something_that_is_counted() -> None:
    asked = set(re.findall(r"crampwise_[a-z_]+", DASHBOARD))
    assert {name.removesuffix("_bucket") for name in asked} <= counted()
    panels = json.loads(DASHBOARD)["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    assert all(target["expr"] for panel in panels for target in panel["targets"])


def test_each_metric_is_told_to_the_operator() -> None:
    assert {name for name in counted() if f"`{name}" not in OPERATING} == set()
