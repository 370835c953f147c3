"""What is measured: leaflet in several states, and the tools a user would choose instead."""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import stopwatch
from benchmarks.stopwatch import Cost

VENV = stopwatch.CHECKOUT / "build" / "bench-venv"
"""Where `make bench` installs the other tools."""

LEAFLET = (sys.executable, "-m", "leaflet", "build", "--quiet")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


class Missing(Exception):
    """Why a contender cannot be measured on this machine."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to turn monographs into PDFs: ``print`` prints them into an empty folder.

    ``lacks`` says what leaflet does in addition.
    """

    name: str
    print: Callable[[Sequence[Path], Path], Cost]
    lacks: str = ""


def leaflet(jobs: int, *kinds: str) -> Callable[[Sequence[Path], Path], Cost]:
    """The whole command; without ``kinds`` it prints both."""

    def print_all(sources: Sequence[Path], out: Path) -> Cost:
        return _build(sources, out, jobs, kinds)

    return print_all


def up_to_date(sources: Sequence[Path], out: Path) -> Cost:
    """A second run, with nothing to do."""
    _build(sources, out, 2)
    return _build(sources, out, 2)


def one_edited(sources: Sequence[Path], out: Path) -> Cost:
    """A second run, after an edit of one monograph."""
    own = out / "sources"
    own.mkdir()
    copies = [Path(shutil.copy(source, own)) for source in sources]
    _build(copies, out, 2)
    with copies[0].open("a", encoding="utf-8") as edited:
        edited.write("\n### Storage\nKeep it in its box.\n")
    return _build(copies, out, 2)


def warm_process(*kinds: str) -> Callable[[Sequence[Path], Path], Cost]:
    def print_all(sources: Sequence[Path], out: Path) -> Cost:
        loop = (sys.executable, "-m", "benchmarks.loop_pipeline", ",".join(kinds))
        return Cost(**stopwatch.run_loop([*loop, str(out), *_all(sources)]))

    return print_all


def plain(sources: Sequence[Path], out: Path) -> Cost:
    """Python-Markdown and WeasyPrint with tags, in one warm process."""
    loop = (sys.executable, "-m", "benchmarks.loop_plain")
    return Cost(**stopwatch.run_loop([*loop, str(out), *_all(sources)]))


def plutoprint(sources: Sequence[Path], out: Path) -> Cost:
    """Another engine for HTML and CSS, in one warm process; it writes no tags."""
    loop = (_tool("python"), "-m", "benchmarks.loop_plutoprint")
    return Cost(**stopwatch.run_loop([*loop, str(out), *_all(sources)]))


def pandoc_weasyprint(sources: Sequence[Path], out: Path) -> Cost:
    engine = f"--pdf-engine={_tool('weasyprint')}"
    return _each(sources, out, lambda source, pdf: [_pandoc(), source, "-o", pdf, engine])


def pandoc_typst(sources: Sequence[Path], out: Path) -> Cost:
    """One pandoc per document, then Typst in a warm process (PyPI has no Typst command)."""
    pages, wall, cpu = _typeset(sources, out)
    drawn = typst(pages, out)
    return Cost(wall + drawn.wall, cpu + drawn.cpu, drawn.pdfs)


def typst_alone(sources: Sequence[Path], out: Path) -> Cost:
    return typst(_typeset(sources, out)[0], out)


def typst(pages: Sequence[Path], out: Path) -> Cost:
    loop = (_tool("python"), "-m", "benchmarks.loop_typst")
    return Cost(**stopwatch.run_loop([*loop, str(out), *_all(pages)]))


def md2pdf(sources: Sequence[Path], out: Path) -> Cost:
    """One command for all, with two workers of its own; it writes beside the sources."""
    named = [part for source in sources for part in ("-i", str(shutil.copy(source, out)))]
    return _count(out, *stopwatch.measure([[_tool("md2pdf"), "-W", "2", *named]]))


def chromium(sources: Sequence[Path], out: Path) -> Cost:
    if CHROMIUM is None:
        raise Missing("no Chromium here; apt-get install chromium")
    pages = [str(out / f"{source.stem}.html") for source in sources]
    stopwatch.measure(
        [[_pandoc(), "-s", str(s), "-o", page] for s, page in zip(sources, pages, strict=True)]
    )
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    return _each(
        [Path(page) for page in pages],
        out,
        lambda page, pdf: [str(CHROMIUM), *flags, f"--print-to-pdf={pdf}", f"file://{page}"],
    )


PATIENT, CLINICIAN = "leaflet, warm, patient", "leaflet, warm, clinician"
PLAIN, TYPST = "markdown → WeasyPrint, warm", "Typst in-process"

RATIOS = ((PATIENT, PLAIN), (CLINICIAN, PATIENT), (PATIENT, TYPST))
"""Contenders whose CPU times are compared with each other, not only with the first row."""

CONTENDERS = (
    Contender("leaflet -j 2", leaflet(2)),
    Contender("leaflet -j 1", leaflet(1)),
    Contender("leaflet -j 2, patient", leaflet(2, "patient"), "second kind"),
    Contender("leaflet -j 1, patient", leaflet(1, "patient"), "second kind"),
    Contender(
        "leaflet, warm process",
        warm_process("patient", "clinician"),
        "start-up, receipt (one process)",
    ),
    Contender(PATIENT, warm_process("patient"), "start-up, receipt, second kind"),
    Contender(CLINICIAN, warm_process("clinician"), "start-up, receipt, leaflet"),
    Contender(PLAIN, plain, "proof, design, second kind"),
    Contender("leaflet, one of all edited", one_edited),
    Contender("leaflet, nothing to do", up_to_date),
    Contender("pandoc → WeasyPrint", pandoc_weasyprint, "tags, proof, design, second kind"),
    Contender("pandoc → Typst", pandoc_typst, "proof, design, second kind"),
    Contender(TYPST, typst_alone, "reading Markdown, proof, design, second kind"),
    Contender("plutoprint, warm", plutoprint, "tags, proof, design, second kind"),
    Contender("md2pdf -W 2", md2pdf, "tags, proof, second kind, print design"),
    Contender("headless Chromium", chromium, "reading Markdown, proof, design, second kind"),
)


def _build(sources: Sequence[Path], out: Path, jobs: int, kinds: Sequence[str] = ()) -> Cost:
    chosen = (part for kind in kinds for part in ("-k", kind))
    command = (*LEAFLET, "-j", str(jobs), *chosen, "-o", str(out), *_all(sources))
    return _count(out, *stopwatch.measure([command]))


def _each(sources: Sequence[Path], out: Path, command: Callable[[str, str], Sequence[str]]) -> Cost:
    """One command per document, one after the other, as in a shell loop."""
    commands = [command(str(source), str(out / f"{source.stem}.pdf")) for source in sources]
    return _count(out, *stopwatch.measure(commands))


def _typeset(sources: Sequence[Path], out: Path) -> tuple[list[Path], float, float]:
    """The monographs as Typst markup, made by pandoc; and the seconds of wall and CPU time."""
    pages = [out / f"{source.stem}.typ" for source in sources]
    commands = [
        [_pandoc(), "-s", str(source), "-o", str(page)]
        for source, page in zip(sources, pages, strict=True)
    ]
    wall, cpu = stopwatch.measure(commands)
    return [page for page in pages if page.exists()], wall, cpu


def _count(out: Path, wall: float, cpu: float) -> Cost:
    pdfs = sum(1 for _ in out.rglob("*.pdf"))
    if not pdfs:
        raise Missing("it printed nothing")
    return Cost(wall, cpu, pdfs)


def _all(paths: Sequence[Path]) -> list[str]:
    return [str(path) for path in paths]


def _tool(name: str) -> str:
    tool = VENV / "bin" / name
    if not tool.exists():
        raise Missing(f"{name} is not in {VENV.name}; make bench installs it")
    return str(tool)


def _pandoc() -> str:
    found = [*VENV.glob("lib/*/site-packages/pypandoc/files/pandoc")]
    if not found:
        raise Missing(f"pandoc is not in {VENV.name}; make bench installs it")
    return str(found[0])
