"""Texts that are refused, read as far as they can be compared."""

import pytest

from leaflet.config.limits import USUAL
from leaflet.config.section_names import shipped_names
from leaflet.errors import MonographRefused
from leaflet.monograph.model import Monograph
from leaflet.monograph.refused import parse_refused
from leaflet.monograph.text import plain

REFUSED = b"""---
title: Examplin
version: "1"
brand_names: 7
---
Keep it away from fire.

### Dosage
Take {dose} daily.
"""


def read(data: bytes) -> Monograph:
    return parse_refused(data, "a.md", USUAL, shipped_names())


def test_a_refused_text_has_sections_and_what_it_is_refused_for() -> None:
    monograph = read(REFUSED)
    (section,) = monograph.groups[0].sections
    assert (monograph.name, monograph.front.version, section.key) == ("Examplin", "1", "dosage")
    assert [plain(block.text) for block in monograph.preamble] == ["Keep it away from fire."]  # type: ignore[union-attr]
    assert "template-variable" in [each.code for each in monograph.diagnostics]


def test_one_that_is_accepted_is_as_always() -> None:
    sections = "".join(f"### {name}\n5 mg.\n" for name in ("Usage", "Dosage", "Side Effects"))
    monograph = read(f"---\ntitle: Examplin\n---\n{sections}".encode())
    assert not monograph.diagnostics
    assert len(monograph.groups[0].sections) == 3


@pytest.mark.parametrize("data", [b"\xff\xfe", b"---\ntitle: [\n---\n"])
def test_what_cannot_be_read_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(MonographRefused):
        read(data)
