"""The files of the page and the widget, as browsers fetch them."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

DIST = Path(__file__).resolve().parents[2] / "widget" / "dist"
PAGE = "page.html"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'none';"
    " frame-ancestors {frames}"
)


@dataclass(frozen=True)
class _File:
    """A file of the page as it travels."""

    content: bytes
    packed: bytes
    kind: str
    tag: str  # changes with the content, so that a browser fetches it again only then


class Files:
    """What `widget/dist` holds, read once."""

    def __init__(self, embedders: Collection[str]) -> None:
        """`embedders` are the origins that may show the page in a frame."""
        self._frames = " ".join(["'self'", *sorted(embedders)])
        self._files = {
            path.name: _read(path) for path in sorted(DIST.glob("*")) if path.suffix in TYPES
        }

    def answer(self, request: Request, name: str) -> HTTPResponse:
        """The file `name`, or 404, or 304 when the browser has it already."""
        if name not in self._files:
            return response.text("Not found", status=404)
        file = self._files[name]
        headers = {
            "Content-Security-Policy": POLICY.format(frames=self._frames),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-cache",
            "ETag": file.tag,
            # Who may read it with CORS is said anew for each origin.
            "Vary": "Accept-Encoding, Origin",
        }
        if file.kind.startswith("text/javascript"):
            # Other sites load the script with integrity checks, which browsers do with CORS.
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if file.tag in request.headers.get("if-none-match", ""):
            return response.empty(304, headers)
        content = file.content
        if "gzip" in request.headers.get("accept-encoding", ""):
            content = file.packed
            headers["Content-Encoding"] = "gzip"
        return response.raw(content, headers=headers, content_type=file.kind)


def _read(path: Path) -> _File:
    content = path.read_bytes()
    # Weak ("W/"), because it stands for the packed form too.
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'
    return _File(content, gzip.compress(content, mtime=0), TYPES[path.suffix], tag)
