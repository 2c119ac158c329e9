"""The proxy that the environment names is used, except for what it excepts."""

from __future__ import annotations

import pytest

from crampwise.channels.chat.proxy import proxy_for

PROXY = "http://user:word@proxy.example.org:3128"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HTTPS_PROXY": PROXY, "HTTP_PROXY": "", "NO_PROXY": "near.org"}.items():
        monkeypatch.delenv(name.lower(), raising=False)
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    ("address", "proxy"),
    [
        ("https://slack.com/api/", PROXY),
        ("wss://wss-primary.slack.com/link?ticket=1", PROXY),
        ("https://bot.near.org:8443/", None),
        ("http://api.example.org", None),
        ("nonsense", None),
        ("http://[", None),
    ],
)
def test_an_address_is_reached_through_the_proxy_of_its_kind(
    address: str, proxy: str | None
) -> None:
    assert proxy_for(address) == proxy
