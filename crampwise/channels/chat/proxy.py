"""The proxy of the network, where there is one.

aiohttp can look for it too, but does so, and reads the password file of the home folder, on every
call.
"""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy_for(address: str) -> str | None:
    """The proxy by which `address` is reached, as HTTPS_PROXY, HTTP_PROXY and NO_PROXY say.

    None when it is reached directly, or is no address.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if not host or proxy_bypass(host):
        return None
    return getproxies().get(parts.scheme.replace("ws", "http"))
