"""A site of somebody else's: the demo article on an origin of its own, with the chat on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.server import ROOT

DEMO = ROOT / "widget" / "demo" / "article.html"
TAG = '<script src="http://127.0.0.1:5005/chat/widget.js" defer></script>'


@contextmanager
def serving(port: int) -> Iterator[str]:
    """Serves the article at `/`. The query `tag` replaces its script tag, `policy` sets a CSP."""
    handler = partial(_Article, DEMO.read_text(encoding="utf-8"))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.shutdown()
        server.server_close()


def page(article: str, tag: str = "", **options: str) -> str:
    """The article's address, with this script tag in it and these options."""
    return f"{article}/?{urlencode({'tag': tag, **options})}"


class _Article(BaseHTTPRequestHandler):
    def __init__(self, article: str, *arguments: object) -> None:
        self.article = article
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        options = {name: values[0] for name, values in parse_qs(asked.query).items()}
        script = asked.path == "/widget.js"
        text = (
            (ROOT / "widget" / "dist" / "widget.js").read_text(encoding="utf-8")
            if script
            else self.article.replace(TAG, options.get("tag", ""))
        )
        body = text.encode()
        self.send_response(200)
        kind = "text/javascript" if script else "text/html"
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if "policy" in options:
            self.send_header("Content-Security-Policy", options["policy"])
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Says nothing: the tests' own output is enough."""
