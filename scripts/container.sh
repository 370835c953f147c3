#!/bin/sh
# Install leaflet for everyone on a bare Debian, and make the user that runs it: what the image of
# Containerfile is built with, and what minimal.sh tries without one. Run it as root.
set -eu
cd "$(dirname "$0")/.."

apt-get update -qq
apt-get install -qq -y --no-install-recommends \
    python3 python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 >/dev/null
rm -rf /var/lib/apt/lists/*

python3 -m venv /opt/leaflet
pip() { /opt/leaflet/bin/python -m pip --disable-pip-version-check --no-cache-dir "$@"; }
pip install -q --require-hashes --only-binary :all: -r requirements/lock.txt
pip install -q --no-deps --no-build-isolation .
ln -s /opt/leaflet/bin/leaflet /usr/local/bin/leaflet

useradd --uid 1000 --create-home leaflet
