"""A project may change headings, add parts and leave parts out."""

from pathlib import Path

import pytest

from helpers import MONOGRAPH
from leaflet.compose import Composition, Design, compose
from leaflet.config import settings
from leaflet.edition.edition import EditionKey, design
from leaflet.errors import MonographRefused
from leaflet.monograph import parse
from leaflet.theme.search_path import Theme, shipped

FAQS = "\n### FAQs\n\n**Q: Who are you?**\nA: A test.\n\n### Travelling\n\nIn hand luggage.\n"


def composed(folder: Path, toml: str, text: str = FAQS, lang: str = "en") -> Composition:
    (folder / "leaflet.toml").write_text(toml, "utf-8")
    chosen = settings.load({}, {}, folder)
    theme = Theme((folder, shipped()))
    kind, sheet = design(EditionKey("patient", (), "a4"), theme, chosen)
    front = MONOGRAPH.format(title="Testamide").replace("title:", f"lang: {lang}\ntitle:")
    monograph = parse((front + text).encode(), "a.md", chosen.limits)
    return compose(monograph, Design(kind, theme, sheet, chosen))


def codes(composition: Composition) -> list[str]:
    return [finding.code for finding in composition.diagnostics]


def test_a_part_that_is_left_out_is_named(tmp_path: Path) -> None:
    faqs = FAQS.partition("\n### Travelling")[0]
    whole = composed(tmp_path, "", faqs)
    made = composed(tmp_path, '[patient]\nleave-out = ["questions"]', faqs)
    assert "Who are you?" in whole.html
    assert "Who are you?" not in made.html
    assert "ask your pharmacist or doctor about it: Questions people ask" in made.html
    assert [omission.key for omission in made.left_out] == ["questions"]


def test_a_part_with_a_section_of_the_authors_own_is_kept_and_reported(tmp_path: Path) -> None:
    made = composed(tmp_path, '[patient]\nleave-out = ["questions"]')
    assert "Who are you?" in made.html
    assert "In hand luggage." in made.html
    assert codes(made) == ["heading-unknown", "part-kept"]


def test_an_added_part_has_the_section_that_it_names(tmp_path: Path) -> None:
    toml = "[[patient.part]]\nkey = 'travel'\nheading = 'On the way'\ntopics.own = '^travel'\n"
    made = composed(tmp_path, toml)
    assert made.html.index(">On the way<") < made.html.index("In hand luggage.")
    with pytest.raises(MonographRefused, match="toml by language"):
        composed(tmp_path, toml, lang="de")
    both = toml.replace("'On the way'", "{ en = 'On the way', de = 'Unterwegs' }")
    assert ">Unterwegs<" in composed(tmp_path, both, lang="de").html


def test_headings_of_one_language_are_never_used_in_another(tmp_path: Path) -> None:
    toml = '[patient]\ntitle = "Your medicine"\nheadings = { effects = "What may happen" }\n'
    english, german = composed(tmp_path, toml), composed(tmp_path, toml, lang="de")
    assert english.title == "Testamide: Your medicine"
    assert "What may happen" in english.html
    assert codes(english) == ["heading-unknown"]
    assert "What may happen" not in german.html
    assert "Your medicine" not in german.html
    assert codes(german) == ["heading-unknown", *["heading-untranslated"] * 2]


def test_the_organisation_is_on_the_page_as_words_of_leaflets_own(tmp_path: Path) -> None:
    (tmp_path / "a logo.svg").write_text("<svg/>")
    toml = '[brand]\nname = "A & B"\nlogo = "a logo.svg"\nphone = "020 1"\n'
    made = composed(tmp_path, toml)
    assert 'src="file:///theme/a%20logo.svg" alt="A &amp; B"' in made.html
    assert '<p class="house" data-own><b>A &amp; B</b>. Contact: 020\u00a01</p>' in made.html
    assert made.header.endswith(" · A & B")


def test_a_project_may_extend_the_page_that_it_replaces(tmp_path: Path) -> None:
    page = tmp_path / "templates" / "patient" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '{% extends "builtin/patient/page.html" %}\n'
        "{% block closing %}<p data-own>Ask us.</p>{{ super() }}{% endblock %}\n"
        "{% block questions %}{% endblock %}\n"
    )
    made = composed(tmp_path, "")
    assert "<p data-own>Ask us.</p>" in made.html
    assert "About this leaflet" in made.html
    assert "My questions" not in made.html
