#!/bin/sh
# Make .venv with leaflet and all it needs. `make setup` calls this, once.
#
# Everything comes from PyPI but Python itself, Pango (which lays out text) and HarfBuzz's subsetter
# (without which every document costs three times as much). These come from the machine's own
# package manager, and only where they are missing. Whether they are is asked of the dynamic linker,
# as the layout engine will ask, because only that is the same everywhere.
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
        # A stale list of packages is better than none: where it is too old, the next line says so.
        as_root apt-get update -qq || say "the list of packages could not be renewed"
        # shellcheck disable=SC2086 # several packages may stand in one argument
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y -o Dpkg::Use-Pty=0 --no-install-recommends $1
    elif command -v dnf >/dev/null; then as_root dnf install -q -y $2
    elif command -v apk >/dev/null; then as_root apk add -q $3
    elif command -v brew >/dev/null; then brew install -q $4
    else say "this machine has none of apt-get, dnf, apk, brew to install it with" >&2; return 1
    fi
}

# fit PYTHON: whether it is new enough and can make a venv
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
    find_python || fail "needs Python 3.11 or newer with venv; install it, then \`make setup\` again"
fi

if ! loads gobject-2.0 pango-1.0 pangoft2-1.0 fontconfig harfbuzz; then
    say "installing Pango"
    install "libpango-1.0-0 libpangoft2-1.0-0" pango pango pango || true
    loads gobject-2.0 pango-1.0 pangoft2-1.0 fontconfig harfbuzz ||
        fail "needs Pango 1.44 or newer, which $python does not find. Install it, then" \
            "\`make setup\` again; where Homebrew installed it and Python is not Homebrew's," \
            "export DYLD_FALLBACK_LIBRARY_PATH=\"\$(brew --prefix)/lib\" first"
fi

if ! loads harfbuzz-subset; then
    say "installing HarfBuzz's subsetter"
    install libharfbuzz-subset0 harfbuzz so:libharfbuzz-subset.so.0 harfbuzz || true
    loads harfbuzz-subset ||
        say "libharfbuzz-subset is missing: leaflet prints, but takes three times as long" >&2
fi

if ! fit .venv/bin/python; then
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

pip() { .venv/bin/python -m pip --disable-pip-version-check "$@"; }

# Files whose hashes are known, and only built ones: nothing runs code while it is being installed.
say "installing what leaflet needs into .venv"
pip install -q --require-hashes --only-binary :all: -r requirements/lock.txt ||
    fail "requirements/lock.txt cannot be installed here. Where it has nothing built for this" \
        "machine, this installs the newest of everything instead, unlocked:" \
        ".venv/bin/python -m pip install -e ."
pip install -q --no-deps --no-build-isolation -e .
pip check >/dev/null || fail "$(pip check); \`make lock\` writes requirements/lock.txt anew"

.venv/bin/leaflet --version
say "done: .venv/bin/leaflet is there; try \`.venv/bin/leaflet doctor\`"
