import ctypes
import ctypes.util
import re
import sys

import pytest

from leaflet.fonts import native


def test_the_version_of_pango_is_known() -> None:
    assert re.fullmatch(r"1\.\d+\.\d+", native.pango_version())


def test_a_library_that_is_not_there_is_none() -> None:
    assert native.load("no-such-library") is None


def test_without_pango_there_is_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> ctypes.CDLL:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert native.pango_version() == ""


def test_libraries_are_looked_for_by_file_name_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    search = ctypes.util.find_library
    with native.by_file_name():
        assert ctypes.util.find_library("c") is None
    assert ctypes.util.find_library is search


def test_other_systems_search_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    search = ctypes.util.find_library
    with native.by_file_name():
        assert ctypes.util.find_library is search
