from pathlib import Path

import pytest

import leaflet
from cli.running import build
from helpers import MONOGRAPH, NO_MONOGRAPH, words, write_monograph

TEXT = MONOGRAPH.format(title="Testamide")


@pytest.mark.usefixtures("content")
def test_a_file_prints_as_on_the_command_line() -> None:
    document = leaflet.render(Path("content/alpha.md"), "clinician", styles=["monochrome"])
    options = ("-k", "clinician", "-s", "monochrome", "-o", "one.pdf")
    assert build("content/alpha.md", *options).exit_code == 0
    assert document.pdf == Path("one.pdf").read_bytes()
    assert (document.kind, document.pages) == ("clinician", 1)
    assert {"words", "numbers"} <= set(document.checks)


def test_text_is_printed_whether_str_or_bytes_and_saved_whole() -> None:
    document = leaflet.render(TEXT)
    assert document.kind == "patient"
    assert document == leaflet.render(TEXT.encode())
    assert document.save("new/folder/one.pdf") == Path("new/folder/one.pdf")
    assert "Testamide" in words(Path("new/folder/one.pdf"))
    assert "%PDF" not in repr(document)


@pytest.mark.parametrize("source", ["one.md", "content", ""])
def test_a_path_given_as_text_is_refused(source: str) -> None:
    write_monograph(Path("one.md"))
    with pytest.raises(ValueError, match="pass a Path"):
        leaflet.render(source)


def test_a_missing_file_is_an_error_of_the_system() -> None:
    with pytest.raises(FileNotFoundError):
        leaflet.render(Path("gone.md"))


def test_warnings_come_with_the_document_and_name_their_file() -> None:
    file = write_monograph(Path("a.md"))
    file.write_text(file.read_text().replace("title:", "verson: soon\ntitle:"))
    (finding,) = leaflet.render(file).diagnostics
    assert (finding.severity, finding.file, finding.line) == (leaflet.Severity.WARNING, "a.md", 2)


def test_what_cannot_be_printed_raises_every_finding() -> None:
    with pytest.raises(leaflet.DocumentError) as caught:
        leaflet.render(NO_MONOGRAPH.replace("Please", "{name}, please"))
    assert {each.code for each in caught.value.diagnostics} >= {
        "not-a-monograph",
        "template-variable",
    }


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kind": "pateint"}, 'did you mean "patient"'),
        ({"styles": "large-pint"}, 'did you mean "large-print"'),
        ({"paper": "a44"}, 'did you mean "a4"'),
    ],
)
def test_an_unknown_choice_is_a_settings_error(options: dict[str, str], message: str) -> None:
    with pytest.raises(leaflet.SettingsError, match=message):
        leaflet.render(TEXT, **options)
