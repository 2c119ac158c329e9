#!/bin/sh
# Fetches the system parts that tests need (Chromium, PostgreSQL) from Debian's or Ubuntu's packages
# where it may. Where it may not, the tests that need them are left out by name; with CI=true that
# is an error.
set -eu

has_browser() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

# Debian keeps the server off the PATH.
has_server() {
    ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null 2>&1
}

packages=
has_browser || packages=chromium
has_server || packages="$packages postgresql"
if [ -z "$packages" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests:" $packages "..."
    # The tests start a server of their own; the package is not to start another.
    servers=/etc/postgresql-common/createcluster.d
    has_server || { mkdir -p "$servers" && echo "create_main_cluster = false" >"$servers/none.conf"; }
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages >/dev/null; then
        has_browser && has_server && exit 0
    fi
fi
if [ "${CI:-}" = true ]; then
    echo "Could not be installed:" $packages "(and with CI=true no test is left out)." >&2
    exit 1
fi
has_browser || echo "No Chromium here: the browser tests are left out. Install it (package: chromium) to run them."
has_server || echo "No PostgreSQL here: the tests on it are left out. Install it (package: postgresql) to run them."
