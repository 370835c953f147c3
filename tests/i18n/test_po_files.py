"""PO files: complete, without outdated entries, and what happens with others."""

from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from leaflet.errors import SettingsError
from leaflet.i18n.language_tags import fallbacks
from leaflet.i18n.messages import WORDS, Language
from leaflet.i18n.po_files import load_language, translations
from leaflet.kinds.translate import entries, headings_of, missing_translations, translate_kind
from leaflet.theme.search_path import Theme, shipped

THEME = Theme((shipped(),))
SHIPPED = [name for name in THEME.languages() if name != "en"]


def catalogue(file: Path, **words: str) -> Path:
    """A catalogue with a few of the fixed words, by key."""
    texts = (
        f'msgctxt "words.{key}"\nmsgid "{WORDS[key]}"\nmsgstr "{text}"\n'
        for key, text in words.items()
    )
    file.write_text("\n".join(texts), "utf-8")
    return file


def load(tag: str) -> Language:
    found = THEME.language(tag)
    assert found is not None
    return found


def test_six_languages_ship() -> None:
    assert THEME.languages() == ("ar", "de", "en", "es", "fr", "hi")


@pytest.mark.parametrize("language", SHIPPED)
def test_a_catalogue_holds_all_that_leaflet_says_and_nothing_else(language: str) -> None:
    """`make words` writes what is missing; a translator fills it in."""
    data = (shipped() / "locale" / f"{language}.po").read_bytes()
    wanted = set(entries(THEME.kinds().values()))
    assert {entry for entry in wanted if entry not in translations(data, language)} == set()
    held = read_po(data.decode().splitlines(), abort_invalid=True)
    assert {(m.context or "", m.id) for m in held if m.id} - wanted == set()


@pytest.mark.parametrize("language", SHIPPED)
def test_a_catalogue_says_whether_it_was_reviewed(language: str) -> None:
    head = (shipped() / "locale" / f"{language}.po").read_text("utf-8").partition("\n\n")[0]
    assert "REVIEWED" in head


@pytest.mark.parametrize("language", SHIPPED)
def test_what_surrounds_a_word_surrounds_its_translation(language: str) -> None:
    words = load(language).words
    for key, english in WORDS.items():
        text = words[key]
        assert english.count("|") == text.count("|"), key
        edges = (english[:1] == " ", english[-1:] == " ")
        assert key == "thousands" or (text[:1] == " ", text[-1:] == " ") == edges, key


@pytest.mark.parametrize("language", SHIPPED)
def test_the_number_of_a_page_comes_before_that_of_all_pages(language: str) -> None:
    text = load(language).words["page"]
    assert 0 <= text.index("{page}") < text.index("{pages}")


def test_a_tag_falls_back_on_its_language() -> None:
    assert fallbacks("de-AT-1996") == ("de-AT-1996", "de-AT", "de")
    assert load("de-AT").words == load("de").words
    assert load("de-AT").day(date(2026, 1, 2)) == "2.\u00a0Jänner\u00a02026"
    assert load("en-GB").words == WORDS


@pytest.mark.parametrize(("tag", "direction"), [("ar", "rtl"), ("hi", "ltr"), ("en", "ltr")])
def test_a_language_runs_its_own_way(tag: str, direction: str) -> None:
    assert load(tag).direction == direction


def test_digits_are_those_of_doses() -> None:
    assert load("ar").day(date(2026, 3, 31)) == "31\u00a0مارس\u00a02026"
    assert load("hi").number(1000) == "1,000"
    assert load("de").number(1000) == "1\u00a0000"


def test_a_kind_speaks_with_all_its_headings() -> None:
    for language in SHIPPED:
        for kind in THEME.kinds().values():
            english, text = (
                list(headings_of(kind)),
                list(headings_of(translate_kind(kind, load(language)))),
            )
            assert len(text) > len(english) / 2
            shared = {"Interactions"} if language == "fr" else set()
            assert {*english} & {*text} == shared & {*english}


@pytest.mark.parametrize("tag", ["en", "en-GB", "de", "ar"])
def test_a_language_is_learnt_once(tag: str) -> None:
    """Templates are compiled for each language, which takes longer than a page."""
    assert THEME.language(tag) is THEME.language(tag)


def test_a_language_without_a_catalogue_is_none() -> None:
    assert THEME.language("pt") is None


def test_the_catalogue_of_a_project_is_laid_over_the_one_that_ships(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    catalogue(tmp_path / "locale" / "de.po", footer="Rufen Sie Station 7 an.")
    words = Theme.of(tmp_path).language("de")
    assert words is not None
    assert words.words["footer"] == "Rufen Sie Station 7 an."
    assert words.words["page"] == load("de").words["page"]


def test_missing_translations_are_listed(tmp_path: Path) -> None:
    learnt = load_language("pt", [catalogue(tmp_path / "pt.po", footer="Informação geral.")])
    assert learnt is not None
    kind = THEME.kind("patient")
    missing = missing_translations(learnt, kind)
    assert WORDS["page"] in missing
    assert kind.title in missing
    assert WORDS["footer"] not in missing


def test_a_translation_of_words_that_have_changed_is_none(tmp_path: Path) -> None:
    file = tmp_path / "de.po"
    file.write_text('msgctxt "words.week"\nmsgid "Weeks"\nmsgstr "Wochen"\n')
    learnt = load_language("de", [file])
    assert learnt is not None
    assert "week" not in learnt.words


def test_a_doubtful_translation_is_none(tmp_path: Path) -> None:
    file = tmp_path / "de.po"
    file.write_text('#, fuzzy\nmsgctxt "words.week"\nmsgid "Week"\nmsgstr "Monat"\n')
    learnt = load_language("de", [file])
    assert learnt is not None
    assert "week" not in learnt.words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('msgctxt "words.page"\nmsgid "Page {page} of {pages}"\nmsgstr "{page}"', "faulty"),
        *(
            (f'msgctxt "words.code"\nmsgid "{WORDS["code"]}"\nmsgstr "{text}"', "faulty")
            for text in (
                *("{address.__class__}", "{address:>999999999}", "{address!r}", "{address[0]}"),
                *(
                    "{address} {0}",
                    "{address} {",
                    "{address} }",
                    "{{address}}",
                    "{address}{address}",
                ),
                *("{address} {}", "{address} {0.__class__}", "{Address}", "no code"),
            )
        ),
        *(
            (f'msgctxt "words.week"\nmsgid "Week"\nmsgstr "{text}"', "faulty")
            for text in ("{0.__class__.__mro__}", "{:>999999999}", "{week}", "{{")
        ),
        ("nonsense\n", "unreadable"),
    ],
)
def test_a_catalogue_that_cannot_be_used_is_refused(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "de.po"
    file.write_text(text)
    with pytest.raises(SettingsError) as refused:
        load_language("de", [file])
    assert refused.value.diagnostics[0].code == f"catalogue-{code}"


def test_a_language_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        load_language("qqx", [catalogue(tmp_path / "qqx.po", week="W")])
    assert refused.value.diagnostics[0].code == "unknown-language"
