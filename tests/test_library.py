import ctypes
import re

import pytest

from leaflet import library


def test_pango_tells_its_version() -> None:
    assert re.fullmatch(r"1\.\d+\.\d+", library.pango_version())


def test_a_library_that_is_not_there_is_none() -> None:
    assert library.load("no-such-library") is None


def test_without_pango_there_is_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> ctypes.CDLL:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert library.pango_version() == ""
