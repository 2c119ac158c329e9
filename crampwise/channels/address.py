"""Which network address a request comes from."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv6Address, ip_address, ip_network

from sanic.request import Request

from crampwise.serving.settings import Network

HOUSEHOLD = 64  # bits of an IPv6 address that one customer gets; the rest is theirs to choose
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


def client(request: Request, proxies: Sequence[Network]) -> str:
    """The address of the client, looking behind `proxies` only.

    Each proxy adds the address it was called from at the right of X-Forwarded-For, so the first
    one from the right that is no proxy of ours is the client; what stands left of it is hearsay.
    """
    address = str(request.ip)
    chain = request.headers.getall("x-forwarded-for", [])
    for hop in reversed(",".join(chain).split(",")):
        if not within(address, proxies) or not _is_address(hop.strip()):
            break
        address = hop.strip()
    return address


def household(address: str) -> str:
    """What one customer of a network has: an IPv4 address, or all of an IPv6 network."""
    if not _is_address(address):
        return address
    found = ip_address(address)
    if not isinstance(found, IPv6Address):
        return address
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ip_network((int(found), HOUSEHOLD), strict=False))


def is_forwarded(request: Request) -> bool:
    """Whether a proxy passed the request on."""
    return any(name in request.headers for name in FORWARDED)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def within(address: str, networks: Sequence[Network]) -> bool:
    """Whether an address is in one of the networks."""
    return _is_address(address) and any(ip_address(address) in network for network in networks)
