"""Whether the port is free, found out before any time is spent on loading."""

from __future__ import annotations

import socket
from contextlib import closing

from crampwise.errors import Mendable
from crampwise.serving.settings import Settings


class PortBusy(Mendable):
    """Another program listens on the port."""


def check(settings: Settings) -> None:
    """Raises PortBusy when the bot could not listen there."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise PortBusy(
                f"Port {settings.port} on {settings.host} cannot be used ({error.strerror})."
                f" Choose another, as in: make chat PORT={settings.port + 1}"
            ) from None
