from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.sources import find_monographs
from leaflet.sources.ignored import Ignored


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lay(**files: str) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)


def found(source: str = "c", *patterns: str) -> list[str]:
    ignored = Ignored(Path(), patterns)
    return [str(each.path) for each in find_monographs([Path(source)], ignored)]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "index.md",
            "_index.fr.md",
            "README.de.md",
            "LICENSE.md",
            "CHANGELOG.markdown",
            "SUMMARY.md",
        ),
        *(
            "node_modules/x/a.md",
            "_drafts/b.md",
            ".obsidian/c.md",
            "archetypes/x.md",
            "p/node_modules/d.md",
        ),
    ],
)
def test_pages_about_a_collection_and_folders_of_programs_are_left_alone(name: str) -> None:
    lay(**{"c/a.md": "", f"c/{name}": ""})
    assert found() == ["c/a.md"]


def test_patterns_are_relative_to_the_project() -> None:
    lay(**{"c/a.md": "", "c/old/b.md": "", "c/p/old/c.md": "", "c/template-1.md": ""})
    assert found("c", "/c/old/", "template-*.md") == ["c/a.md", "c/p/old/c.md"]


def test_files_of_patterns_are_relative_to_their_folders_and_the_last_match_decides() -> None:
    lay(
        **{
            ".leafletignore": "# old ones\n\nold/\n",
            "c/.leafletignore": "*.markdown\n!index.md\n",
            "c/p/.leafletignore": "/b.md\n!kept.markdown\n",
            **dict.fromkeys(["c/a.markdown", "c/index.md", "c/old/o.md", "c/p/kept.markdown"], ""),
            **dict.fromkeys(["c/p/b.md", "c/p/q/b.md", "c/a.md"], ""),
        }
    )
    assert found() == ["c/a.md", "c/index.md", "c/p/kept.markdown", "c/p/q/b.md"]


def test_a_file_that_is_named_is_taken_whatever_the_patterns() -> None:
    lay(**{"c/index.md": "", ".leafletignore": "*.md\n"})
    assert found("c/index.md") == ["c/index.md"]


def test_only_the_folder_itself_says_what_to_leave_out_of_another_project() -> None:
    lay(**{"above/.leafletignore": "*.md\n", "above/c/a.md": "", "project/x.md": ""})
    ignored = Ignored(Path("project"), ("a.md",))
    assert [each.path for each in find_monographs([Path("above/c")], ignored)] == [
        Path("above/c/a.md")
    ]


def test_a_faulty_pattern_is_named_with_its_line() -> None:
    lay(**{"c/a.md": "", "c/.leafletignore": "old/\n!\n"})
    with pytest.raises(SettingsError) as error:
        found()
    (fault,) = error.value.diagnostics
    assert (fault.code, fault.file, fault.line) == (
        "bad-pattern",
        str(Path("c/.leafletignore").absolute()),
        2,
    )
