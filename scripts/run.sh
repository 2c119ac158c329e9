#!/bin/sh
# Trains when needed, then becomes the bot, so that Ctrl-C and signals reach it directly.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/crampwise train
exec .venv/bin/crampwise "$1"
