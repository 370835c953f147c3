"""A file of another format is refused as what it is."""

import pytest

from leaflet.errors import MonographRefused
from leaflet.monograph import parse

TEXT = "---\ntitle: Testamide\n---\n### Usage\nFor tests.\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\x00", "a Word document"),
        (b"PK\x03\x04" + b"x" * 9_000_000, "a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Word document"),
        (b"{\\rtf1\\ansi Take 5 mg.}", "Rich Text"),
        (b"%PDF-1.7\n\xff\xfe\x00", "a PDF"),
        (b"<!DOCTYPE html>\n<html></html>", "a web page"),
        (b"\xef\xbb\xbf\n <HTML lang=en>", "a web page"),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<html>", "a web page"),
        (TEXT.encode("utf-16"), "UTF-16"),
    ],
)
def test_another_format_is_named(data: bytes, name: str) -> None:
    with pytest.raises(MonographRefused) as refused:
        parse(data, "a.md")
    (finding,) = refused.value.diagnostics
    assert finding.code == "not-text"
    assert name in finding.message


@pytest.mark.parametrize(
    "start", ["<!-- a comment -->\n", "PK is short for pharmacokinetics.\n", ""]
)
def test_markdown_is_not(start: str) -> None:
    with pytest.raises(MonographRefused) as refused:
        parse((start + TEXT).encode(), "a.md")
    assert "not-text" not in {each.code for each in refused.value.diagnostics}
