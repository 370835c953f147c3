#!/bin/sh
# Create .venv with leaflet and everything it needs. `make setup` calls this, once.
#
# Everything comes from PyPI except Python itself, Pango (which lays out text) and HarfBuzz's
# subsetter (without it every document takes three times as long). These come from the machine's
# package manager, and only if they are missing. The dynamic linker is asked whether they are, as
# the layout engine does, because only that works the same everywhere.
set -eu
cd "$(dirname "$0")/.."

say() { echo "setup: $*"; }
fail() { say "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "not allowed to install; run this as root, then \`make setup\` again: $*"
    fi
}

# install PACKAGE-OF-APT PACKAGES-OF-DNF PACKAGES-OF-APK PACKAGES-OF-BREW
install() {
    if command -v apt-get >/dev/null; then
        # A stale package list is better than none: if it is too old, the next line fails.
        as_root apt-get update -qq || say "the package list could not be updated"
        # shellcheck disable=SC2086 # one argument may hold several packages
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y -o Dpkg::Use-Pty=0 --no-install-recommends $1
    elif command -v dnf >/dev/null; then as_root dnf install -q -y $2
    elif command -v apk >/dev/null; then as_root apk add -q $3
    elif command -v brew >/dev/null; then brew install -q $4
    else say "none of apt-get, dnf, apk and brew is available to install it" >&2; return 1
    fi
}

# fit PYTHON: whether it is new enough and can create a venv
fit() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for python in python3.13 python3.12 python3.11 python3; do
        if fit "$python"; then return 0; fi
    done
    return 1
}

# loads LIBRARY...: whether the dynamic linker finds them all
loads() {
    "$python" - "$@" <<'PYTHON'
import ctypes, ctypes.util, sys

def loads(library):
    names = [f"lib{library}{end}" for end in (".so.0", ".0.dylib", ".dylib")]
    for name in [*names, ctypes.util.find_library(library)]:
        try:
            return bool(name and ctypes.CDLL(name))
        except OSError:
            continue
    return False

sys.exit(not all(loads(library) for library in sys.argv[1:]))
PYTHON
}

if ! find_python; then
    say "installing Python"
    install python3-venv python3 python3 python@3.13 || true
    find_python || fail "needs Python 3.11 or newer with venv; install it, then run \`make setup\` again"
fi

if ! loads gobject-2.0 pango-1.0 pangoft2-1.0 fontconfig harfbuzz; then
    say "installing Pango"
    install "libpango-1.0-0 libpangoft2-1.0-0" pango pango pango || true
    loads gobject-2.0 pango-1.0 pangoft2-1.0 fontconfig harfbuzz ||
        fail "needs Pango 1.44 or newer, which $python does not find. Install it, then run" \
            "\`make setup\` again; if Homebrew installed it and Python is not Homebrew's," \
            "export DYLD_FALLBACK_LIBRARY_PATH=\"\$(brew --prefix)/lib\" first"
fi

if ! loads harfbuzz-subset; then
    say "installing HarfBuzz's subsetter"
    install libharfbuzz-subset0 harfbuzz so:libharfbuzz-subset.so.0 harfbuzz || true
    loads harfbuzz-subset ||
        say "libharfbuzz-subset is missing: leaflet works, but takes three times as long" >&2
fi

if ! fit .venv/bin/python; then
    say "creating .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

pip() { .venv/bin/python -m pip --disable-pip-version-check "$@"; }

# Only built packages with known hashes: no package runs code during installation.
say "installing what leaflet needs into .venv: $(grep -c "^[a-z].*==" requirements/lock.txt) packages"
pip install --require-hashes --only-binary :all: -r requirements/lock.txt ||
    fail "requirements/lock.txt cannot be installed here. If it has no built package for this" \
        "machine, this installs the newest versions instead, unlocked:" \
        ".venv/bin/python -m pip install -e ."
pip install -q --no-deps --no-build-isolation -e .
pip check >/dev/null || fail "$(pip check); \`make lock\` updates requirements/lock.txt"

.venv/bin/leaflet --version
say "done: .venv/bin/leaflet is ready; try \`.venv/bin/leaflet doctor\`"
