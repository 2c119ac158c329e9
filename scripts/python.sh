# shellcheck shell=sh
# Sourced: find_python prints a Python 3.10 of this machine, or says what to install and fails.

is_310() {
    [ "$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "3.10" ]
}

find_python() {
    # A name on the PATH may be a shim of pyenv that fails when it is run, so each is tried.
    for candidate in "${PYTHON:-}" python3.10 python3 python; do
        [ -n "$candidate" ] || continue
        found=$(command -v "$candidate" 2>/dev/null) || continue
        if is_310 "$found"; then
            echo "$found"
            return 0
        fi
    done
    for found in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10.*/bin/python; do
        if [ -x "$found" ] && is_310 "$found"; then
            echo "$found"
            return 0
        fi
    done
    if command -v uv >/dev/null 2>&1; then
        found=$(uv python find 3.10 2>/dev/null) && is_310 "$found" && { echo "$found"; return 0; }
        echo "Getting Python 3.10 through uv ..." >&2
        if uv python install 3.10 >&2; then
            found=$(uv python find 3.10 2>/dev/null) && is_310 "$found" && { echo "$found"; return 0; }
        fi
    fi
    cat >&2 <<'EOF'
Python 3.10 was not found (Rasa 3.6 does not run on a later one). Install it in one of these ways and try again:
  Ubuntu 22.04:   sudo apt install python3.10 python3.10-venv
  macOS:          brew install python@3.10
  any system:     install uv (its site tells how), then: uv python install 3.10
  with pyenv:     pyenv install 3.10
or name one yourself: make chat PYTHON=/path/to/python3.10
EOF
    return 1
}
