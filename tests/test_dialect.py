"""The cases of ``tests/cases/dialect.md`` through whole builds: proved, and nothing left raw."""

import re
from pathlib import Path

import pytest

import leaflet
from helpers import words
from monograph.test_cases import CASE, CASES, FRAME

SOUND = {
    found["title"]: found["source"]
    for found in CASE.finditer((CASES / "dialect.md").read_text(encoding="utf-8"))
    if not found["title"].endswith("is refused") and not found["title"].endswith("are refused")
}
RAW = re.compile(r"\[\^|:::|!!!|\[!|\{[:#.]|%%(?! of| or)|\[\[|==\w|\\[^\w\s]|^> ?[^\W\d]|\]\[")


def test_all_forms_print_without_their_markup(tmp_path: Path) -> None:
    source = tmp_path / "examplin.md"
    source.write_text(FRAME + "\n\n".join(SOUND.values()), encoding="utf-8")
    text = words(leaflet.render(source, "patient").pdf)
    assert not RAW.findall(text)
    for dose in (
        "40 mg once daily (20 mg if the kidneys are weak.)",
        "is 40 mg a day",
        "eGFR < 30",
    ):
        assert dose.replace(" ", "") in "".join(text.split())


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("title", SOUND)
def test_the_proof_reads_each_form_as_the_parser_does(
    tmp_path: Path, title: str, kind: str
) -> None:
    source = tmp_path / "examplin.md"
    source.write_text(FRAME + SOUND[title], encoding="utf-8")
    assert not RAW.findall(words(leaflet.render(source, kind).pdf))
