import json
import os
import subprocess
from pathlib import Path

import pytest

from cli.running import LEAFLET, build, pdfs, receipt
from helpers import MONOGRAPH, words, write_monograph
from leaflet.cli import main
from leaflet.config.settings import Settings

# Where files go


@pytest.mark.usefixtures("content")
def test_a_folder_is_mirrored_kind_by_kind() -> None:
    assert build().exit_code == 0
    assert pdfs() == [
        "dist/clinician/alpha.pdf",
        "dist/clinician/b/beta.pdf",
        "dist/patient/alpha.pdf",
        "dist/patient/b/beta.pdf",
    ]
    assert "Betamide" in words(Path("dist/patient/b/beta.pdf"))


@pytest.mark.usefixtures("content")
def test_a_single_file_goes_to_the_folder_of_its_kind() -> None:
    assert build("content/b/beta.md", "-k", "patient", "-o", "out").exit_code == 0
    assert pdfs() == ["out/patient/beta.pdf"]


@pytest.mark.usefixtures("content")
def test_an_edition_in_another_style_has_its_own_folder() -> None:
    assert build("content/alpha.md", "-k", "patient").exit_code == 0
    assert build("content/alpha.md", "-k", "patient", "-s", "large-print").exit_code == 0
    plain, large = pdfs()[::-1]
    assert (plain, large) == ("dist/patient/alpha.pdf", "dist/patient-large-print/alpha.pdf")
    assert Path(plain).read_bytes() != Path(large).read_bytes()


@pytest.mark.usefixtures("content")
def test_one_document_may_go_to_a_file_of_its_own() -> None:
    assert build("content/alpha.md", "-k", "patient", "-o", "sub/one.pdf").exit_code == 0
    assert sorted(os.listdir("sub")) == ["one.pdf"]
    assert "Alphamide" in words(Path("sub/one.pdf"))


def test_a_name_of_240_bytes_is_printed() -> None:
    name = "x" * 240
    write_monograph(Path(f"{name}.md"))
    assert build(f"{name}.md").exit_code == 0
    assert pdfs() == [f"dist/clinician/{name}.pdf", f"dist/patient/{name}.pdf"]


def test_standard_input_prints_every_kind() -> None:
    assert build("-", data=MONOGRAPH.format(title="Pipamide")).exit_code == 0
    assert pdfs() == ["dist/clinician/stdin.pdf", "dist/patient/stdin.pdf"]
    assert all("Pipamide" in words(Path(pdf)) for pdf in pdfs())


def test_a_pipe_carries_the_pdf_and_nothing_else() -> None:
    ran = subprocess.run(
        (*LEAFLET, "build", "-", "-k", "patient", "-o", "-", "-v"),
        input=MONOGRAPH.format(title="Pipamide").encode(),
        capture_output=True,
        check=True,
    )
    assert ran.stdout.startswith(b"%PDF-")
    assert "Pipamide" in words(ran.stdout)
    assert b"1 printed; 1 page in standard output" in ran.stderr
    assert os.listdir() == []


@pytest.mark.usefixtures("content")
def test_two_sources_for_one_pdf_print_nothing() -> None:
    write_monograph(Path("content/Alpha.markdown"))
    result = build()
    assert result.exit_code == 2
    assert "content/Alpha.markdown and content/alpha.md would both be printed" in result.stderr
    assert os.listdir() == ["content"]


@pytest.mark.usefixtures("content")
def test_two_runs_give_the_same_bytes() -> None:
    build("-o", "one")
    build("-o", "two", SOURCE_DATE_EPOCH="0")
    one, two = pdfs("one"), pdfs("two")
    assert len(one) == 4
    assert [Path(pdf).read_bytes() for pdf in one] == [Path(pdf).read_bytes() for pdf in two]


# Results


@pytest.mark.usefixtures("mixed")
def test_a_failure_is_reported_and_the_others_are_printed() -> None:
    result = build("-k", "patient")
    assert result.exit_code == 1
    assert pdfs() == ["dist/patient/alpha.pdf"]
    assert "content/refusal.md:5: error[" in result.stderr
    assert "1 printed, 1 failed" in result.stderr
    assert result.stdout == ""


@pytest.mark.usefixtures("mixed")
def test_the_receipt_has_every_document() -> None:
    Path("dist/patient").mkdir(parents=True)
    Path("dist/patient/refusal.pdf").touch()
    build("-k", "patient", "--report", "out/receipt.json")
    written = receipt("out/receipt.json")
    assert written["counts"] == {"printed": 1, "unchanged": 0, "failed": 1, "removed": 1}
    alpha, refusal = written["documents"]
    assert (alpha["status"], alpha["pdf"]) == ("printed", "dist/patient/alpha.pdf")
    assert alpha["pages"] == words(Path(alpha["pdf"])).count("Side ")
    assert (refusal["status"], refusal["pdf"]) == ("failed", None)
    assert "error" in [finding["severity"] for finding in refusal["diagnostics"]]
    assert pdfs() == ["dist/patient/alpha.pdf"]


@pytest.mark.usefixtures("mixed")
def test_the_receipt_may_go_to_standard_output() -> None:
    assert json.loads(build("--report", "-").stdout)["counts"]["printed"] == 2
    both = build("content/alpha.md", "-k", "patient", "-o", "-", "--report", "-")
    assert (both.exit_code, both.stdout) == (2, "")


@pytest.mark.usefixtures("mixed")
def test_the_manifest_keeps_what_other_runs_printed() -> None:
    build("content/alpha.md", "-k", "clinician", "--report", "receipt.json")
    build("content", "-k", "patient")
    (row,) = receipt()["documents"]
    rows = receipt("dist/manifest.json")["documents"]
    assert [(each["target"], each["status"]) for each in rows] == [
        ("clinician/alpha.pdf", "printed"),
        ("patient/alpha.pdf", "printed"),
        ("patient/refusal.pdf", "failed"),
    ]
    assert rows[0] == rows[0] | row


@pytest.mark.usefixtures("content")
def test_a_damaged_manifest_is_reported_and_written_again() -> None:
    Path("dist").mkdir()
    Path("dist/manifest.json").write_text("{")
    assert "dist/manifest.json: warning[damaged-manifest]" in build().stderr
    assert "damaged" not in build().stderr
    assert len(receipt("dist/manifest.json")["documents"]) == 4


@pytest.mark.usefixtures("mixed")
def test_fail_fast_stops_at_the_first_failure() -> None:
    write_monograph(Path("content/z.md"))
    assert build("-x", "-k", "patient", "-j1", "--report", "receipt.json").exit_code == 1
    assert [each["status"] for each in receipt()["documents"]] == ["printed", "failed"]


def test_strict_fails_for_warnings_after_printing_all() -> None:
    file = write_monograph(Path("content/a.md"))
    file.write_text(file.read_text().replace("title:", "verson: '2'\ntitle:"))
    assert build().exit_code == 0
    result = build("--strict")
    assert result.exit_code == 3
    assert "content/a.md:2" in result.stderr
    assert "warning[" in result.stderr
    assert len(pdfs()) == 2


@pytest.mark.parametrize("args", [["gone.md"], ["gone", "."], ["."], []])
def test_without_a_monograph_the_exit_code_is_4(args: list[str]) -> None:
    result = build(*args)
    assert result.exit_code == 4
    assert "error[" in result.stderr
    assert os.listdir() == []


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["-k", "pateint"], 'did you mean "patient"'),
        (["-s", "large-pint"], 'did you mean "large-print"'),
        (["--paper", "a44"], 'did you mean "a4"'),
        (["-o", "one.pdf"], "4 are to be printed"),
        (["-o", "content/alpha.md"], "not a folder"),
        (["-o", "content/alpha.md/out"], "Not a directory: content/alpha.md/out"),
        (["--report", "content"], "is not a regular file"),
        (["-q", "-v"], "cannot be combined"),
        (["--papper", "a4"], "--paper"),
    ],
)
def test_wrong_usage_prints_nothing(args: list[str], message: str) -> None:
    result = build(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert os.listdir() == ["content"]


# Choices


@pytest.mark.usefixtures("content")
def test_flag_environment_and_file_in_this_order() -> None:
    Path("leaflet.toml").write_text('[print]\nkinds = ["patient"]\noutput = "file"\n')
    build("content/alpha.md")
    build("content/alpha.md", LEAFLET_OUTPUT="environment")
    build("content/alpha.md", "-o", "flag", LEAFLET_OUTPUT="environment")
    assert pdfs() == [f"{out}/patient/alpha.pdf" for out in ("environment", "file", "flag")]


@pytest.mark.usefixtures("mixed")
def test_a_flag_can_take_back_what_the_file_asks_for() -> None:
    Path("leaflet.toml").write_text("[print]\nfail-fast = true\nquiet = true\n")
    write_monograph(Path("content/z.md"))
    build("-k", "patient", "-j", "1")
    assert len(pdfs()) == 1
    assert "printed" in build("-k", "patient", "--no-fail-fast", "-v").stderr
    assert len(pdfs()) == 2


@pytest.mark.usefixtures("content")
def test_below_its_folder_a_project_prints_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("leaflet.toml").touch()
    monkeypatch.chdir("content/b")
    assert build("-k", "patient").exit_code == 0
    assert pdfs("../..") == ["../../dist/patient/alpha.pdf", "../../dist/patient/b/beta.pdf"]


@pytest.mark.usefixtures("content")
def test_a_wrong_key_is_reported_with_its_line() -> None:
    Path("leaflet.toml").write_text('[print]\nstlyes = ["large-print"]\n')
    result = build()
    assert result.exit_code == 2
    assert result.stderr.startswith("leaflet.toml:2: error[unknown-setting]")
    assert 'did you mean "print.styles"' in result.stderr


def test_every_setting_of_a_run_is_an_option_of_build() -> None:
    options = {param.name for param in main.commands["build"].params}
    keys = {name: str(f.metadata.get("key")) for name, f in Settings.__dataclass_fields__.items()}
    of_a_run = {name for name, key in keys.items() if key.startswith("print.")}
    assert of_a_run - options == {"disclaimer"}
