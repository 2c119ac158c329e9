#!/bin/sh
# Tunes the network on the phrases as they are: docs/tuning.md. Takes half an hour.
set -eu
cd "$(dirname "$0")/.."
. scripts/python.sh

[ -x .venv-tuning/bin/python ] || "$(find_python)" -m venv .venv-tuning
.venv-tuning/bin/python -m pip --disable-pip-version-check install -q --require-hashes -r tuning/requirements.txt

mkdir -p .cache
.venv/bin/python -m tuning.phrases .cache/tuning.jsonl
model=$(.venv/bin/python -c 'from crampwise.encoder import weights; print(weights.path("model.safetensors").parent)')
.venv-tuning/bin/python -m tuning.tune .cache/tuning.jsonl "$model" data/encoder/tuned.safetensors
