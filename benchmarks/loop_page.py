"""The CPU time of one patient leaflet: leaflet, and WeasyPrint alone on the same page.

    python -m benchmarks.loop_page ROUNDS FILE.md...

Three ways take turns in one warm process: ``leaflet`` goes from the monograph to the proved PDF;
``plain`` gives WeasyPrint the finished page and style sheet, document by document; ``shared`` does
that with one parsed style sheet and one font configuration for all. The latter two write no tags,
prove nothing, read no Markdown, and have none of leaflet's patches. Monographs that are refused are
left out. Prints the seconds per document, the median of the rounds, as a
line of JSON.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from leaflet import files
from leaflet.batch import garbage
from leaflet.compose import Design, compose
from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.fonts import fontconfig
from leaflet.job import Job
from leaflet.monograph import parse
from leaflet.output import plan
from leaflet.pipeline import Pipeline
from leaflet.theme.search_path import Theme

fontconfig.configure()
from weasyprint import CSS, HTML  # noqa: E402 - finds its fonts when it is loaded
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

from leaflet.rendering import patches  # noqa: E402
from leaflet.rendering.fetcher import MONOGRAPH, THEME, Fetcher  # noqa: E402
from leaflet.sources import find_monographs  # noqa: E402

SETTINGS = Settings()
THEME_OF_ALL = Theme.of(SETTINGS.project)
KIND = THEME_OF_ALL.kind("patient")
SHEET = THEME_OF_ALL.stylesheet(KIND, (), SETTINGS.paper)
DESIGN = Design(KIND, THEME_OF_ALL, SHEET, SETTINGS)
FETCHER = Fetcher(None, THEME_OF_ALL.roots)


def main() -> None:
    rounds = int(sys.argv[1])
    pipeline = Pipeline(SETTINGS)
    planned = plan.plan(find_monographs(map(Path, sys.argv[2:])), ("patient",), SETTINGS)
    jobs = [job for job in planned if is_printed(pipeline, job)]
    pages = {job: page(job) for job in jobs}
    shared = FontConfiguration()
    parsed = css(shared)

    def plain(job: Job) -> bytes:
        own = FontConfiguration()
        return draw(pages[job], css(own), own)

    def timed(name: str, way: Callable[[Job], object]) -> float:
        patches.switch(on=name == "leaflet")
        start = time.process_time()
        for job in jobs:
            way(job)
        return (time.process_time() - start) / len(jobs)

    ways: dict[str, Callable[[Job], object]] = {
        "leaflet": lambda job: as_a_worker(pipeline, job),
        "plain": plain,
        "shared": lambda job: draw(pages[job], parsed, shared),
    }
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            seconds = timed(name, way)
            if number:  # the first round warms up
                spent[name].append(seconds)
    print(json.dumps({name: median(each) for name, each in spent.items()}))


def is_printed(pipeline: Pipeline, job: Job) -> bool:
    try:
        pipeline.run(job)
    except DocumentError:
        return False
    return True


def as_a_worker(pipeline: Pipeline, job: Job) -> object:
    """Print with garbage collected as leaflet's workers do."""
    before = gc.get_threshold()
    garbage.collect_rarely()
    try:
        return pipeline.run(job)
    finally:
        garbage.collect_now()
        gc.set_threshold(*before)


def page(job: Job) -> str:
    monograph = parse(files.read(job.source), job.name)
    composition = compose(monograph, DESIGN)
    own = "".join(f"{name}:{value};" for name, value in composition.overrides.items())
    return composition.html.replace("</head>", f"<style>:root{{{own}}}</style></head>")


def css(configuration: FontConfiguration) -> CSS:
    return CSS(string=SHEET.css, base_url=THEME, url_fetcher=FETCHER, font_config=configuration)


def draw(text: str, sheet: CSS, configuration: FontConfiguration) -> bytes:
    html = HTML(string=text, base_url=MONOGRAPH, url_fetcher=FETCHER)
    pdf: bytes = html.write_pdf(stylesheets=[sheet], font_config=configuration)
    return pdf


if __name__ == "__main__":
    main()
