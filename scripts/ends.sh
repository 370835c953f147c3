#!/bin/sh
# Test with the oldest and the newest dependencies that pyproject.toml allows, each in its own venv.
# `make ends` calls this. The oldest Python available is used with the oldest packages.
#
# Only the folders that import a library are tested. Tests that compare pictures of pages are left
# out, because their reference pictures are of one version.
set -eu
cd "$(dirname "$0")/.."

uv="$PWD/build/tools/bin/uv"
failed=

try() { # try NAME RESOLUTION PYTHON...
    name=$1 resolution=$2
    shift 2
    for python; do if command -v "$python" >/dev/null && "$python" -c ''; then break; fi; done
    echo "ends: the $name, with $("$python" --version)"
    "$uv" venv -q --clear --no-python-downloads --python "$python" "build/ends/$name"
    "$uv" pip compile -q --no-header --all-extras --resolution "$resolution" \
        --python "build/ends/$name/bin/python" pyproject.toml -o "build/ends/$name.txt"
    "$uv" pip sync -q --python "build/ends/$name/bin/python" "build/ends/$name.txt"
    "$uv" pip install -q --python "build/ends/$name/bin/python" --no-deps -e .
    grep -B 1 'via leaflet' "build/ends/$name.txt" | grep == | tr '\n' ' '
    echo
    "build/ends/$name/bin/python" -m pytest -n 2 -p no:cacheprovider tests/monograph tests/rendering \
        tests/verification tests/fonts tests/kinds tests/theme tests/test_pipeline.py \
        tests/cli/test_build.py tests/cli/test_check.py \
        tests/cli/test_screen.py tests/batch/test_cluster.py tests/preview ||
        failed="$failed $name"
}

mkdir -p build/ends
try oldest lowest-direct python3.11 python3.12 python3
try newest highest python3.14 python3.13 python3.12 python3
[ -z "$failed" ] || { echo "ends: not with the$failed" >&2; exit 1; }
