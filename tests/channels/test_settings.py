"""A setting that cannot be used is told in one clear line."""

from __future__ import annotations

import re

import pytest

from crampwise.serving.settings import ROOT, Settings, SettingsError, read

BAD = [
    ("PORT", "http"),
    ("PORT", "0"),
    ("PORT", "-1"),
    ("PORT", "65536"),
    ("PORT", "50.5"),
    ("PORT", "5005 5006"),
    ("PORT", "²"),
    ("ALLOWED_ORIGINS", "*"),
    ("ALLOWED_ORIGINS", "example.org"),
    ("ALLOWED_ORIGINS", "https://example.org,*"),
    ("ALLOWED_ORIGINS", "ftp://example.org"),
    ("ALLOWED_ORIGINS", "https://"),
    ("REST_CHANNEL", "yes"),
    ("REST_CHANNEL", "1"),
    ("RATE_LIMIT_CONVERSATION", "-1"),
    ("RATE_LIMIT_ADDRESS", "ten"),
    ("TRUSTED_PROXIES", "proxy.example.org"),
    ("TRUSTED_PROXIES", "10.0.0.1/8"),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_bad_value_gives_one_clear_line(name, value):
    with pytest.raises(SettingsError) as error:
        read({name: value})
    line = str(error.value)
    assert line.startswith(f"{name} must ")
    assert value.split(",")[-1].rstrip("/") in line
    assert "\n" not in line
    assert line.endswith(".")


def test_an_empty_environment_gives_the_defaults():
    assert read({}) == Settings()
    assert read({}).address == "http://127.0.0.1:5005"


def test_an_empty_value_is_the_default():
    # "export PORT HOST" in the Makefile sets them empty when nobody gave them.
    names = (
        "HOST", "PORT", "ALLOWED_ORIGINS", "REST_CHANNEL", "DATABASE_URL", "TRUSTED_PROXIES",
        "RATE_LIMIT_CONVERSATION", "RATE_LIMIT_ADDRESS",
    )  # fmt: skip
    assert read(dict.fromkeys(names, " ")) == Settings()


def test_values_are_read_with_blanks_around_them():
    settings = read({"HOST": " 0.0.0.0 ", "PORT": " 80 "})
    assert (settings.host, settings.port) == ("0.0.0.0", 80)


def test_sites_are_listed_with_commas_and_without_a_last_slash():
    settings = read({"ALLOWED_ORIGINS": "https://a.org/, http://b.org:8080 ,"})
    assert settings.allowed_origins == ("https://a.org", "http://b.org:8080")


@pytest.mark.parametrize(
    ("environment", "on"),
    [
        ({}, True),
        ({"HOST": "localhost"}, True),
        ({"HOST": "::1"}, True),
        ({"HOST": "0.0.0.0"}, False),
        ({"HOST": "0.0.0.0", "REST_CHANNEL": "on"}, True),
        ({"HOST": "0.0.0.0", "REST_CHANNEL": ""}, False),
        ({"REST_CHANNEL": "off"}, False),
        ({"REST_CHANNEL": " OFF "}, False),
    ],
)
def test_the_rest_channel_is_open_by_itself_only_on_loopback(environment, on):
    assert read(environment).rest_channel is on


def test_the_environment_of_the_process_is_read(monkeypatch):
    monkeypatch.setenv("PORT", "8123")
    assert read().port == 8123


def test_limits_hold_on_this_machine_only_when_they_are_set():
    assert not read({}).limits_set
    assert read({"RATE_LIMIT_ADDRESS": "0"}).limits_set
    settings = read({"RATE_LIMIT_CONVERSATION": "7"})
    assert settings.limits_set
    assert settings.rate_limit_conversation == 7


def test_proxies_are_addresses_or_networks():
    one, many = read({"TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8,"}).trusted_proxies
    assert (str(one), str(many)) == ("127.0.0.1/32", "10.0.0.0/8")


def test_each_setting_is_told_in_the_docs():
    code = (ROOT / "crampwise" / "serving" / "settings.py").read_text()
    told = (ROOT / "docs" / "settings.md").read_text()
    names = set(re.findall(r'found, "([A-Z_]+)"|found\.get\("([A-Z_]+)"', code))
    assert len(names) > 8
    assert [name for name in map("".join, names) if f"## {name}\n" not in told] == []
