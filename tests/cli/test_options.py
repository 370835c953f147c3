"""What the shell offers for a name that was begun, and names with several spellings."""

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from cli.running import leaflet
from helpers import write_monograph
from leaflet.cli import main


def offered(*words: str) -> set[str]:
    """The values that a shell is offered for the last word."""
    shell = ShellComplete(main, {}, "leaflet", "_LEAFLET_COMPLETE")
    return {each.value for each in shell.get_completions([*words[:-1]], words[-1])}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("build", "-s", "la"), {"large-print"}),
        (("build", "-k", ""), {"clinician", "patient"}),
        (("build", "--paper", "A"), {"a3", "a4", "a5", "a6"}),
        (("preview", "--paper", "le"), {"legal", "letter"}),
        (("styles", "--paper", "le"), {"legal", "letter"}),
        (("check", "--explain", "no-d"), {"no-dose"}),
        (("check", "--select", "missing-g"), {"missing-glyph"}),
    ],
)
def test_values_are_completed(words: tuple[str, ...], expected: set[str]) -> None:
    assert offered(*words) == expected


def test_styles_of_the_project_are_completed_and_a_faulty_project_offers_nothing() -> None:
    Path("styles").mkdir()
    Path("styles/ours.css").touch()
    assert offered("build", "-s", "ou") == {"ours"}
    Path("leaflet.toml").write_text("[print]\nnonsense = 1\n")
    assert offered("build", "-s", "ou") == set()


def test_paper_may_be_written_in_capitals() -> None:
    write_monograph(Path("a.md"))
    for name in ("A5", "a5"):
        done = leaflet("build", "a.md", "-k", "patient", "--paper", name, "-o", f"{name}.pdf")
        assert done.exit_code == 0, done.stderr
    assert Path("A5.pdf").read_bytes() == Path("a5.pdf").read_bytes()
    Path("leaflet.toml").write_text('[print]\npaper = "A5"\n')
    assert leaflet("build", "a.md", "-k", "patient", "-o", "toml.pdf").exit_code == 0
    assert Path("toml.pdf").read_bytes() == Path("a5.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "command"), [("watch", "preview"), ("serve", "preview"), ("lint", "check")]
)
def test_a_name_from_elsewhere_is_answered_with_ours(name: str, command: str) -> None:
    result = leaflet(name)
    assert result.exit_code == 2
    assert f"use 'leaflet {command}'" in result.stderr
