import ctypes
import os
from collections.abc import Callable
from importlib import import_module, metadata

import pytest

from cli.running import leaflet
from helpers import NO_MONOGRAPH
from leaflet.fonts import metrics


def test_a_machine_that_prints_is_well() -> None:
    result = leaflet("doctor")
    assert result.exit_code == 0
    assert {line[:4] for line in result.stdout.splitlines()} == {"ok  "}
    assert f"WeasyPrint {metadata.version('weasyprint')}" in result.stdout
    assert "printed, 2 pages" in result.stdout
    assert os.listdir() == []


def without(library: str) -> Callable[[str], ctypes.CDLL]:
    """A dynamic linker that does not find a library."""
    load = ctypes.CDLL

    def look(name: str) -> ctypes.CDLL:
        if library in name:
            raise OSError(f"{name}: cannot open shared object file")
        return load(name)

    return look


@pytest.mark.parametrize("library", ["pango-1.0", "harfbuzz-subset"])
def test_a_missing_library_is_reported_with_a_fix(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", without(library))
    result = leaflet("doctor")
    assert result.exit_code == 1
    (no,) = [line for line in result.stdout.splitlines() if line.startswith("no")]
    assert "not found" in no
    assert f"lib{library}" in result.stdout.partition("fix:")[2]


def test_missing_fonts_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "uncovered", lambda text: tuple(text[:1]))
    result = leaflet("doctor")
    assert result.exit_code == 1
    assert "no  fonts" in result.stdout


def test_a_test_page_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("leaflet.cli.doctor"), "SAMPLE", NO_MONOGRAPH)
    result = leaflet("doctor")
    assert result.exit_code == 1
    assert "no  test page" in result.stdout
    assert "error[not-a-monograph]" in result.stdout
