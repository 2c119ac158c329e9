#!/bin/sh
# Resolves pyproject.toml into the hashed lock files. Needs `uv` on the PATH; run it when a dependency changes.
set -eu
cd "$(dirname "$0")/.."
lock() {
    uv pip compile --universal --python-version 3.10 --generate-hashes --no-emit-index-url \
        --no-annotate --no-header -q "$@"
}
lock pyproject.toml -o requirements.txt
lock tuning/requirements.in -o tuning/requirements.txt
lock --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
