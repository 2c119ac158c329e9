"""Only the weights that we know are used."""

from __future__ import annotations

import pytest

from crampwise.encoder import sentence_encoder, store, weights


@pytest.mark.parametrize("name", sorted(weights.SHA256))
def test_the_installed_weights_are_the_known_ones(name):
    assert weights.verify(name).is_file()


def test_other_weights_are_refused(monkeypatch, tmp_path):
    other = tmp_path / "tokenizer.json"
    other.write_text("{}")
    monkeypatch.setattr(weights, "path", lambda name: other)
    with pytest.raises(weights.WeightsError, match="not the file expected"):
        weights.verify("tokenizer.json")


def test_missing_weights_say_what_to_do(monkeypatch):
    monkeypatch.setattr(weights, "PACKAGE", "no-such-package")
    with pytest.raises(weights.WeightsError, match="make install"):
        weights.path("model.safetensors")


def test_a_missing_file_of_the_package_says_what_to_do(monkeypatch):
    monkeypatch.setattr(weights, "FOLDER", "no/such/folder")
    with pytest.raises(weights.WeightsError, match="make install"):
        weights.path("model.safetensors")


def test_bad_weights_leave_no_graph_behind(monkeypatch, tmp_path):
    monkeypatch.setattr(store, "CACHE", tmp_path / "cache")
    monkeypatch.setitem(weights.SHA256, "model.safetensors", "0" * 64)
    with pytest.raises(weights.WeightsError):
        sentence_encoder.prepare()
    assert not (tmp_path / "cache").exists()


def test_the_cached_graph_is_named_after_its_weights():
    assert weights.SHA256["model.safetensors"][:12] in sentence_encoder.prepare().name
