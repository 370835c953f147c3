from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from helpers import MONOGRAPH, NO_MONOGRAPH, sides, words, write_monograph
from leaflet import verification
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import DocumentError, ProofFailed, SettingsError
from leaflet.files import PIPE
from leaflet.job import Job, Status
from leaflet.monograph import parse
from leaflet.monograph.model import Monograph
from leaflet.pipeline import Pipeline
from leaflet.rendering import Frame
from verification.fault_injection import MONOGRAPH as TEXT
from verification.forge import above, artifact, changed, exchanged, redrawn


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(Settings())


def job(folder: Path, kind: str = "patient", paper: str = "a4") -> Job:
    source = write_monograph(folder / "testamide.md")
    return Job(source, "testamide.md", kind, (), paper, folder / "out" / f"{kind}-{paper}.pdf")


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_monograph_becomes_a_pdf(pipeline: Pipeline, tmp_path: Path, kind: str) -> None:
    asked = job(tmp_path, kind)
    outcome = pipeline.run(asked)
    data = outcome.data
    assert "Testamide" in words(data)
    assert "5 mg once daily" in words(data)
    assert (outcome.job, outcome.status) == (asked, Status.PRINTED)
    assert outcome.pages == words(data).count("Side " if kind == "patient" else "Page ")
    assert outcome.sha256 == sha256(data).hexdigest()
    assert outcome.source_sha256 == sha256(asked.source.read_bytes()).hexdigest()
    assert outcome.fingerprint == pipeline.fingerprint(asked, (), "")
    assert {"words", "place", "access"} <= set(outcome.checks)
    assert len(outcome.frames) == outcome.pages


def test_a_leaflet_in_the_order_of_the_european_one_is_printed(tmp_path: Path) -> None:
    data = Pipeline(Settings(order="qrd")).run(job(tmp_path)).data
    assert "1 What Testamide is and what it is used for" in words(data)
    assert "Testamide · Medicine information leaflet" not in sides(data)[0]


def test_what_was_printed_can_be_proved_later(pipeline: Pipeline, tmp_path: Path) -> None:
    asked = job(tmp_path)
    printed = pipeline.run(asked)
    data = printed.data
    frames = tuple(Frame(*edges) for edges in printed.frames)
    assert pipeline.prove(asked, data, frames) == ()
    write_monograph(asked.source, "Retestamide")
    assert {d.code for d in pipeline.prove(asked, data, frames)} >= {"words-lost", "wrong-title"}
    narrow = tuple(Frame(f.left, f.bottom, f.right - 99, f.top) for f in frames)
    found = pipeline.prove(
        replace(asked, data=MONOGRAPH.format(title="Testamide").encode()), data, narrow
    )
    assert {d.code for d in found} == {"off-page"}


FORGED = {
    "two texts in each other's position": exchanged(4, 5),
    "a warning in another colour": lambda pdf: redrawn(
        pdf, lambda content: content.replace(b"0.043137 0.278431 0.34902 rg", b"0.1 0.1 0.1 rg")
    ),
    "a line under a text": above(artifact("0.1 0.1 0.1 RG\n1 w\n9 1100 m\n700 1100 l\nS")),
}


@pytest.mark.parametrize("name", FORGED)
def test_what_no_check_looks_for_is_found_by_printing_again(
    pipeline: Pipeline, tmp_path: Path, name: str
) -> None:
    asked = replace(job(tmp_path), data=TEXT.encode())
    printed = pipeline.run(asked)
    frames = tuple(Frame(*edges) for edges in printed.frames)
    forged = changed(printed.data, FORGED[name])
    assert [found.code for found in pipeline.prove(asked, forged, frames)] == ["not-as-printed"]


def test_a_document_whose_proof_fails_is_not_let_out(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = Diagnostic.error("words-lost", "not printed as it is written")
    monkeypatch.setattr(
        verification, "CHECKS", {**verification.CHECKS, "fault": lambda _evidence: [fault]}
    )
    with pytest.raises(ProofFailed) as caught:
        pipeline.run(job(tmp_path))
    assert caught.value.diagnostics == (fault,)


def test_nothing_is_written(pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.run(job(tmp_path))
    assert not (tmp_path / "out").exists()


def test_printing_twice_gives_the_same_bytes_whatever_came_between(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    first = pipeline.run(job(tmp_path)).sha256
    pipeline.run(job(tmp_path, "clinician"))
    assert pipeline.run(job(tmp_path)).sha256 == first
    assert Pipeline(Settings()).run(job(tmp_path)).sha256 == first


def test_both_kinds_of_a_monograph_are_read_once(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []
    whole = parse

    def parse_noted(text: bytes, *others: Any) -> Monograph:
        read.append(text)
        return whole(text, *others)

    monkeypatch.setattr("leaflet.pipeline.parse", parse_noted)
    for title in ("Lisamide", "Pipamide"):
        for kind in ("patient", "clinician"):
            asked = replace(job(tmp_path, kind), data=MONOGRAPH.format(title=title).encode())
            assert title in words(pipeline.run(asked).data)
    assert len(read) == 2


def test_a_text_need_not_stand_in_a_file(pipeline: Pipeline, tmp_path: Path) -> None:
    data = MONOGRAPH.format(title="Pipamide").encode()
    outcome = pipeline.run(Job(PIPE, "-", "patient", (), "a4", tmp_path / "a.pdf", data))
    assert "Pipamide" in words(outcome.data)


def test_papers_differ(pipeline: Pipeline, tmp_path: Path) -> None:
    assert pipeline.run(job(tmp_path)).sha256 != pipeline.run(job(tmp_path, paper="a5")).sha256


def test_the_disclaimer_is_the_users(tmp_path: Path) -> None:
    outcome = Pipeline(Settings(disclaimer={"en": "Call ward seven."})).run(job(tmp_path))
    pdf = words(outcome.data)
    assert pdf.count("Call ward seven.") == pdf.count("Side ")


def test_what_is_no_monograph_is_not_printed(pipeline: Pipeline, tmp_path: Path) -> None:
    asked = job(tmp_path)
    asked.source.write_text(NO_MONOGRAPH)
    with pytest.raises(DocumentError):
        pipeline.run(asked)


def test_an_error_of_the_proof_reader_is_a_warning_of_the_print(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    asked = job(tmp_path)
    text = asked.source.read_text("utf-8").replace("5 mg once", "5 IU once")
    asked.source.write_text(text, "utf-8")
    outcome = pipeline.run(asked)
    assert [(d.code, d.severity, d.line) for d in outcome.diagnostics] == [
        ("dose-iu", Severity.WARNING, 12)
    ]
    assert "5 IU once daily" in words(outcome.data)


@pytest.mark.parametrize("wrong", [{"kind": "pateint"}, {"paper": "a44"}])
def test_an_unknown_kind_or_paper_is_no_fault_of_the_document(
    pipeline: Pipeline, tmp_path: Path, wrong: dict[str, str]
) -> None:
    with pytest.raises(SettingsError, match="did you mean"):
        pipeline.run(job(tmp_path, **wrong))


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("position", range(1, 9))
def test_a_section_of_the_author_s_own_prints_wherever_it_stands(
    pipeline: Pipeline, kind: str, position: int, tmp_path: Path
) -> None:
    parts = MONOGRAPH.format(title="Testamide").split("\n### ")
    parts.insert(min(position, len(parts)), "Cold Weather\nKeep warm.\n")
    file = tmp_path / "a.md"
    file.write_text("\n### ".join(parts), "utf-8")
    asked = Job(file, "a.md", kind, (), "a4", tmp_path / "a.pdf")
    text = words(pipeline.run(asked).data)
    assert "Cold Weather" in text
    assert "Keep warm." in text


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_picture_that_cannot_be_used_is_one_error_with_its_line(
    pipeline: Pipeline, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "words.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><text/></svg>')
    text = MONOGRAPH.format(title="Testamide") + "\nSee ![a tablet](no%20such.png).\n\n"
    file = tmp_path / "a.md"
    file.write_text(text + "![a tablet](./words.svg) and ![again](./words.svg)\n", "utf-8")
    with pytest.raises(ProofFailed) as caught:
        pipeline.run(Job(file, "a.md", kind, (), "a4", tmp_path / "a.pdf"))
    errors = [each for each in caught.value.diagnostics if each.severity is Severity.ERROR]
    assert [(each.code, each.line) for each in errors] == [
        ("resource-refused", text.count("\n") - 1),
        ("resource-refused", text.count("\n") + 1),
    ]


@pytest.mark.parametrize("style", ["", "booklet"])
@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("size", [(700, 1500), (4000, 90)])
def test_a_picture_of_any_shape_is_scaled_to_its_page(
    pipeline: Pipeline, tmp_path: Path, kind: str, style: str, size: tuple[int, int]
) -> None:
    Image.new("RGB", size, (30, 90, 120)).save(tmp_path / "t.png")
    file = tmp_path / "a.md"
    file.write_text(MONOGRAPH.format(title="Testamide") + "\n![a chart](t.png)\n", "utf-8")
    styles = (style,) if style else ()
    data = pipeline.run(Job(file, "a.md", kind, styles, "a4", tmp_path / "a.pdf")).data
    with pypdfium2.PdfDocument(data) as document:
        [drawn] = [o for page in document for o in page.get_objects([FPDF_PAGEOBJ_IMAGE])]
        left, bottom, right, top = drawn.get_bounds()
    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.02)


SHAPES = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 40"><path d="M0 0h9v40z"/></svg>'
GREY = Image.new("I;16", (60, 40), 40_000)
PICTURES: dict[str, str] = {
    "![a chart](grey16.png)": "",
    "![a chart](clear16.png)": "",
    "![a chart](shapes.svg)": "",
    "![a chart](photo.webp){width=50%}": "",
    '- Take it. ![a chart](photo.webp "Never above 50 mg")': "Never above 50 mg",
    "![[shapes.svg|90]]": "",
    "| a | b |\n| - | - |\n| ![a chart](shapes.svg '5 mg') | 2 |": "5 mg",
}


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("written", PICTURES)
def test_every_format_is_drawn_and_proved_with_its_caption(
    pipeline: Pipeline, tmp_path: Path, kind: str, written: str
) -> None:
    GREY.save(tmp_path / "grey16.png")
    GREY.save(tmp_path / "clear16.png", transparency=0)
    Image.new("RGB", (600, 300), (30, 90, 120)).save(tmp_path / "photo.webp")
    (tmp_path / "shapes.svg").write_text(SHAPES)
    file = tmp_path / "a.md"
    file.write_text(f"{MONOGRAPH.format(title='Testamide')}\n{written}\n", "utf-8")
    outcome = pipeline.run(Job(file, "a.md", kind, (), "a4", tmp_path / "a.pdf"))
    assert [each.code for each in outcome.diagnostics if each.severity is not Severity.NOTE] == []
    assert PICTURES[written] in words(outcome.data)
    assert "{" not in words(outcome.data)
    figures = [each.alt for each in verification.read_pdf(outcome.data).marked_content if each.alt]
    assert len(figures) == 1


SCRIPTS = """
- ยาแก้ปวด 500 มิลลิกรัม ห้ามรับประทานเกินวันละ 8 เม็ด เพื่อบรรเทาอาการปวดศีรษะและลดไข้ในผู้ใหญ่
- נטלו טבליה אחת של 500 mg כל 6 שעות, לא יותר מ-8 טבליות ביום (4 g).
- ব্যথার জন্য 500 mg প্রতি 6 ঘণ্টা পর একটি ট্যাবলেট খান।
- வலிக்கு 500 mg மாத்திரை ஒவ்வொரு 6 மணி நேரத்திற்கும் ஒன்று.
- నొప్పికి 500 mg మాత్ర ప్రతి 6 గంటలకు ఒకటి.
- លេបថ្នាំ 500 mg រៀងរាល់ 6 ម៉ោង\u200bម្តង\u200bសូមពិគ្រោះជាមួយគ្រូពេទ្យឬឱសថការីមុនពេលប្រើថ្នាំនេះ។
- Παρακεταμόλη 500 mg, Парацетамол 500 мг, người lớn 500 mg.
- ⚠ ⚠️ ✓ ✗ ☐ ☑ → ∼5 mg, ≈ 5 mg, ½ tablet, Examplor™
"""


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_scripts_and_signs_are_printed_and_proved(
    pipeline: Pipeline, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "a.md"
    file.write_text(MONOGRAPH.format(title="Testamide") + SCRIPTS, "utf-8")
    outcome = pipeline.run(Job(file, "a.md", kind, (), "a4", tmp_path / "a.pdf"))
    assert [each.code for each in outcome.diagnostics if each.severity is not Severity.NOTE] == []


def test_pictures_are_drawn_and_their_alternative_text_is_not_printed(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 20), (30, 90, 120)).save(tmp_path / "t.png")
    text = MONOGRAPH.format(title="Testamide")
    text = text.replace("once daily.", "once daily. ![A blue tablet](t.png)\n\n![](t.png)\n")
    file = tmp_path / "a.md"
    file.write_text(text, "utf-8")
    asked = Job(file, "a.md", "patient", (), "a4", tmp_path / "a.pdf")
    data = pipeline.run(asked).data
    with pypdfium2.PdfDocument(data) as document:
        drawn = [o for page in document for o in page.get_objects([FPDF_PAGEOBJ_IMAGE])]
        assert len(drawn) == 2
    assert "A blue tablet" not in words(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = {
            str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        }
    assert texts == {"A blue tablet", "Picture"}
