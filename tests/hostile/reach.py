"""What a process opens, and where it connects, while it prints; run with a folder, writes JSON.

An audit hook of Python (``sys.addaudithook``) sees everything that the layout engine does in
Python, whatever the page looks like in the end.
"""

import json
import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from helpers import MONOGRAPH, render, words
from hostile.ways import CSS, HTML, MARKUP, TEXT
from leaflet.config.limits import USUAL
from leaflet.config.settings import Settings
from leaflet.errors import MonographRefused
from leaflet.job import Job
from leaflet.monograph import parse
from leaflet.rendering import Pdf, compile_stylesheet
from rendering.conftest import STYLE, compose

CALLS = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "urllib.", "ftplib.")
ROOTS = (sys.prefix, sysconfig.get_path("stdlib"), str(Path(__file__).parents[2]))
FONTS = os.path.join(tempfile.gettempdir(), "weasyprint-")
"""Where WeasyPrint writes the fonts of a style sheet; ours have none."""

seen: list[str] = []


def watch(event: str, args: tuple[object, ...]) -> None:
    """Record what is opened, connected to or started."""
    if event == "open" and isinstance(args[0], str | bytes):
        seen.append(os.path.realpath(os.fsdecode(args[0])))
    elif event.startswith(CALLS):
        seen.append(f"{event} {args!r:.100}")


def outcome_of(folder: Path, page: Callable[[], Pdf]) -> dict[str, object]:
    """Print a page; what it reached, the codes of its errors, and whether a file is attached."""
    seen.clear()
    pdf = page()
    errors = sorted({d.code for d in pdf.diagnostics if d.severity == "error"})
    return {"reached": reached(folder), "errors": errors, "attached": b"/EmbeddedFile" in pdf.data}


def reached(folder: Path) -> list[str]:
    """What was recorded that is neither in the folder nor part of leaflet."""
    own = (FONTS, *(f"{root}{os.sep}" for root in (folder, *ROOTS)))
    return [each for each in seen if not each.startswith(own)]


def styled(css: str, folder: Path) -> Pdf:
    """Print an empty page with a style sheet."""
    from leaflet.rendering import engine  # noqa: PLC0415 (only after the fonts were set up)

    return render(compose("", base=folder), engine.compile_stylesheet(css, (folder,), USUAL))


def main() -> None:
    """Print each way by itself, after a page that loads what the engine needs."""
    folder = Path(sys.argv[1])
    names = {
        "file": (folder.parent / "outside.png").as_uri(),
        "net": "http://127.0.0.1:9/",
        "link": "link.png",
    }
    compiled = compile_stylesheet(STYLE)
    render(compose('<p><img src="box.png" alt="x"></p>', base=folder), compiled)
    sys.addaudithook(watch)
    outcomes: dict[str, object] = {}
    for way in HTML:
        body = way.format(**names)
        outcomes[way] = outcome_of(folder, partial(render, compose(body, base=folder), compiled))
    for way in CSS:
        css = way.format(**names)
        sheet = css + STYLE if css.startswith("@import") else STYLE + css
        outcomes[way] = outcome_of(folder, partial(styled, sheet, folder))
    outcomes["a monograph"] = monograph(
        folder, [way.format(**names | {"file": "file:///etc/passwd"}) for way in TEXT]
    )
    outcomes["refused"] = [refused(folder, way.format(**names)) for way in MARKUP]
    print(json.dumps(outcomes))


def monograph(folder: Path, texts: list[str]) -> dict[str, object]:
    """Print a monograph with all of these texts; what it reached, and the words of the PDF."""
    from leaflet.pipeline import Pipeline  # noqa: PLC0415 (it imports the engine)

    settings = Settings(project=folder)
    job = Job(folder / "a.md", "a.md", "patient", (), "a4", folder / "a.pdf")
    pipeline = Pipeline(settings)
    sound = MONOGRAPH.format(title="Testamide")
    pipeline.run(replace(job, data=sound.encode()))
    seen.clear()
    lines = "\n\n".join(f"Way {number} {text}" for number, text in enumerate(texts))
    outcome = pipeline.run(replace(job, data=f"{sound}\n{lines}\n".encode()))
    return {"reached": reached(folder), "words": words(outcome.data), "texts": texts}


def refused(folder: Path, text: str) -> dict[str, object]:
    """What a monograph with this text reached, and the codes of the errors that refuse it."""
    seen.clear()
    try:
        parse(f"{MONOGRAPH.format(title='Testamide')}\nWay: {text}\n".encode(), "a.md")
    except MonographRefused as error:
        return {"reached": reached(folder), "errors": [each.code for each in error.diagnostics]}
    return {"reached": reached(folder), "errors": []}


if __name__ == "__main__":
    main()
