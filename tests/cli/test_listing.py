"""What ``leaflet check`` shows of a folder, of a file, and when it is to be quiet."""

from pathlib import Path

import pytest

from cli.running import leaflet
from lint.frame import FRAME, framed

NOTED = framed("Adults > 50 kg take 5 mg by mouth once a day for 3 days, in tablets.")[0]
WARNED = framed("Your doctor sets the dose.\n\nTake it by mouth, in tablets, for 3 days.")[0]
REFUSED = framed("Adults take 5 mg.\n\n![A chart](none.png)")[0]


def write(**texts: str) -> None:
    Path("content").mkdir(exist_ok=True)
    for name, text in texts.items():
        Path(f"content/{name}.md").write_text(text)


def lines(*args: str) -> list[str]:
    return leaflet("check", *args).stdout.splitlines()


def test_a_folder_lists_what_is_serious_and_counts_the_rest() -> None:
    write(noted=NOTED, warned=WARNED)
    result = leaflet("check")
    assert "warning[no-dose]" in result.stdout
    assert "note[" not in result.stdout
    assert "dose-more-less  note             1      1" in result.stdout
    assert result.stderr.endswith("notes; --all lists every finding\n")


@pytest.mark.parametrize("option", [("--all",), ("--severity", "note")])
def test_all_lists_the_rest(option: tuple[str, ...]) -> None:
    write(noted=NOTED)
    result = leaflet("check", *option)
    assert "note[dose-more-less]" in result.stdout
    assert "--all" not in result.stderr
    assert "severity  findings" not in result.stdout


def test_of_a_named_file_everything_is_listed() -> None:
    write(noted=NOTED)
    assert any("note[dose-more-less]" in line for line in lines("content/noted.md"))
    assert not any("note[" in line for line in lines("content/noted.md", "--severity", "warning"))


def test_a_rule_that_speaks_in_most_files_is_one_line() -> None:
    write(a=WARNED, b=WARNED, c=WARNED, d=FRAME)
    listed = [line for line in lines() if "[no-dose]" in line]
    assert listed == [
        "warning[no-dose] 3 findings in 3 of 4 files, the first in content/a.md:11: "
        "the dosage section states no amount"
    ]
    assert len([line for line in lines("--all") if "[no-dose]" in line]) == 3


def test_in_half_of_the_files_it_is_not() -> None:
    write(a=WARNED, b=WARNED, c=FRAME, d=FRAME)
    assert len([line for line in lines() if "[no-dose]" in line]) == 2


def test_errors_are_always_listed() -> None:
    write(a=REFUSED, b=REFUSED, c=REFUSED, d=FRAME)
    assert len([line for line in lines() if "error[resource-refused]" in line]) == 3


def test_quiet_prints_nothing_without_errors() -> None:
    write(noted=NOTED, warned=WARNED)
    for sources in ((), ("content/warned.md",)):
        result = leaflet("check", "-q", *sources)
        assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)
    write(refused=REFUSED)
    result = leaflet("check", "-q")
    assert result.stdout.startswith("content/refused.md:15: error[resource-refused]")
    assert (len(result.stdout.splitlines()), result.stderr, result.exit_code) == (2, "", 3)


def test_quiet_and_strict_prints_what_fails_it() -> None:
    write(noted=NOTED, warned=WARNED)
    result = leaflet("check", "-q", "--strict")
    assert "warning[no-dose]" in result.stdout
    assert "note[" not in result.stdout
    assert result.exit_code == 3


def test_programs_get_everything_unless_they_ask_for_less() -> None:
    write(noted=NOTED)
    assert "dose-more-less" in leaflet("check", "--format", "json").stdout
    fewer = leaflet("check", "--format", "json", "--severity", "warning").stdout
    assert "dose-more-less" not in fewer
    assert leaflet("check", "--format", "github").stdout == ""


def test_with_a_baseline_only_what_is_new_is_reported() -> None:
    write(warned=WARNED)
    first = leaflet("check", "--baseline", "known.json")
    assert "warning[no-dose]" in first.stdout
    assert "wrote known.json" in first.stderr
    write(refused=REFUSED)
    second = leaflet("check", "--baseline", "known.json")
    assert "no-dose" not in second.stdout
    assert "error[resource-refused]" in second.stdout
    assert second.exit_code == 3
    Path("content/refused.md").unlink()
    assert leaflet("check", "--strict", "--baseline", "known.json").exit_code == 0
    Path("leaflet.toml").write_text('[check]\nbaseline = "known.json"\n')
    assert leaflet("check", "--strict", "-q").exit_code == 0
    write(warned=FRAME)
    assert "; no longer found: " in leaflet("check").stderr


def test_errors_that_are_known_are_still_counted() -> None:
    write(refused=REFUSED)
    leaflet("check", "--baseline", "known.json")
    known = leaflet("check", "--baseline", "known.json")
    assert ", 1 of them errors, which may stop a build" in known.stderr
    assert known.exit_code == 0


def test_a_file_that_is_no_baseline_is_refused_and_kept() -> None:
    write(warned=WARNED)
    result = leaflet("check", "--baseline", "content/warned.md")
    assert result.exit_code == 2
    assert "error[bad-baseline]" in result.stderr
    assert Path("content/warned.md").read_text() == WARNED
