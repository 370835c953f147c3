"""Real monographs, where a collection of them lies beside the checkout: they print, all of them.

The reading here is CommonMark's (markdown-it-py) on one side and pdfium's on the other: neither has
a part in the printing.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from helpers import words
from leaflet.batch import write_or_remove
from leaflet.batch.local import attempt
from leaflet.config.section_names import shipped_names
from leaflet.config.settings import Settings
from leaflet.job import Job, Outcome, Status
from leaflet.pipeline import Pipeline

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
MONOGRAPHS = sorted((CORPUS / "monographs").glob("*.md"))
REFUSED = {
    "chlorpheniramine-maleate-trithioparamethoxy-phenylpropene": "not-a-monograph",
    "gentamicin-systemic": "template-variable",
    "hydrochloride": "not-a-monograph",
    "magnesium-carbonate-potassium-chloride-procaine": "not-a-monograph",
    "omega": "not-a-monograph",
    "protein": "not-a-monograph",
}
REPLACED = {
    "q",
    "a",
    *(w for names in shipped_names().of.values() for n in names for w in n.split()),
}
"""Words of headings, and the marks of questions and answers, which a leaflet says its own way."""

pytestmark = pytest.mark.skipif(not MONOGRAPHS, reason="no collection beside the checkout")


@cache
def _pipeline() -> Pipeline:
    # Those whose text is about another medicine, or not for readers, can be read back, too.
    return Pipeline(Settings(stop="never"))


def _print(source: Path, kind: str, into: Path) -> Outcome:
    job = Job(source, source.name, kind, (), "a4", into / f"{kind}.pdf")
    return write_or_remove(attempt(_pipeline().run, job))


def _must() -> dict[str, list[tuple[str, str]]]:
    rows: dict[str, list[tuple[str, str]]] = {}
    for line in (CORPUS / "must.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, what, text = line.split("\t")
            rows.setdefault(name, []).append((what, text))
    return rows


@pytest.mark.parametrize("source", MONOGRAPHS, ids=lambda path: path.stem[:60])
def test_it_prints_with_every_word_or_is_refused(source: Path, tmp_path: Path) -> None:
    printed = [_print(source, kind, tmp_path) for kind in ("patient", "clinician")]
    if source.stem in REFUSED:
        for outcome in printed:
            assert outcome.status is Status.FAILED
            assert REFUSED[source.stem] in {d.code for d in outcome.diagnostics}
            assert not outcome.job.target.exists()
        return
    for outcome in printed:
        assert outcome.status is Status.PRINTED, "\n".join(map(str, outcome.diagnostics))
    text = words(printed[0].job.target)
    assert not lost(source.read_text("utf-8"), text)
    for what, string in _must().get(source.name, []):
        if what in ("has", "hasnot"):
            assert (string in text.replace("\u00a0", " ")) == (what == "has"), string


def lost(markdown: str, text: str) -> Counter[str]:
    """The words of a text, as CommonMark reads it, that stand nowhere in what is said."""
    body = markdown.split("---", 2)[2]
    inline = [token for token in MarkdownIt().parse(body) if token.type == "inline"]
    read = " ".join(
        "".join(child.content or " " for child in token.children or ()) for token in inline
    )
    written, printed = Counter(_words(read)), Counter(_words(text))
    letters = "".join(text.split()).lower()
    return Counter(
        {
            word: count
            for word, count in (written - printed).items()
            # A word may be broken over two lines; then its letters are there all the same.
            if word not in REPLACED and word not in letters
        }
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())
