"""The committed `widget/dist/` is what the source builds to, and light enough."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path

from tests.machine import leave_out
from tests.server import ROOT

WIDGET = ROOT / "widget"
MOST = 15_000  # bytes, gzipped
PARTS = ("src", "page", "build.mjs", "package.json", "package-lock.json", ".npmrc", "tsconfig.json")


def test_the_script_weighs_at_most_15_kb_gzipped() -> None:
    script = (WIDGET / "dist" / "widget.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= MOST


def test_dist_is_what_the_source_builds_to(tmp_path: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        leave_out("no npm on the PATH")
        return
    for part in PARTS:
        copy = shutil.copytree if (WIDGET / part).is_dir() else shutil.copy
        copy(WIDGET / part, tmp_path / part)
    fetched = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if fetched.returncode:
        leave_out(f"npm ci did not work here: {fetched.stderr.strip().splitlines()[-1:]}")
    for task in ("check", "build"):
        done = subprocess.run(
            [npm, "run", task], cwd=tmp_path, capture_output=True, text=True, timeout=120,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
    names = sorted(path.name for path in (WIDGET / "dist").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "dist").iterdir())
    for name in names:
        built = (tmp_path / "dist" / name).read_bytes()
        assert built == (WIDGET / "dist" / name).read_bytes(), f"{name}: run `make widget`"
