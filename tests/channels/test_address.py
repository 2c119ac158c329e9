"""Whose request it is, behind proxies and without."""

from __future__ import annotations

from ipaddress import ip_network
from types import SimpleNamespace

import pytest
from sanic.compat import Header

from crampwise.channels.address import client, household, is_forwarded

PROXIES = (ip_network("10.0.0.0/8"), ip_network("::1"))


def request(ip: str, *forwarded: str) -> SimpleNamespace:
    return SimpleNamespace(ip=ip, headers=Header([("X-Forwarded-For", text) for text in forwarded]))


@pytest.mark.parametrize(
    ("ip", "forwarded", "address"),
    [
        ("203.0.113.9", (), "203.0.113.9"),
        # Anybody can write the header: it is believed from a proxy of ours only.
        ("203.0.113.9", ("198.51.100.1",), "203.0.113.9"),
        ("10.0.0.1", (), "10.0.0.1"),
        ("10.0.0.1", ("198.51.100.1",), "198.51.100.1"),
        ("::1", ("2001:db8::7",), "2001:db8::7"),
        ("10.0.0.1", ("198.51.100.1, 10.0.0.2",), "198.51.100.1"),
        ("10.0.0.1", ("198.51.100.1", "10.0.0.2"), "198.51.100.1"),
        # What the client itself wrote stands at the left.
        ("10.0.0.1", ("1.1.1.1, 198.51.100.1",), "198.51.100.1"),
        ("10.0.0.1", ("1.1.1.1, 198.51.100.1, 10.0.0.2",), "198.51.100.1"),
        ("10.0.0.1", ("nonsense",), "10.0.0.1"),
        ("10.0.0.1", ("198.51.100.1, ",), "10.0.0.1"),
    ],
)
def test_the_client_is_found_behind_our_own_proxies_only(ip, forwarded, address):
    assert client(request(ip, *forwarded), PROXIES) == address


def test_no_proxy_is_believed_unless_named():
    assert client(request("127.0.0.1", "198.51.100.1"), ()) == "127.0.0.1"
    assert is_forwarded(request("127.0.0.1", "198.51.100.1"))
    assert not is_forwarded(request("127.0.0.1"))


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("nonsense", "nonsense"),
    ],
)
def test_whoever_has_a_whole_network_is_counted_once(address: str, counted: str) -> None:
    assert household(address) == counted
