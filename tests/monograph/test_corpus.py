"""Whole monographs, our own, and real ones where available: no word is lost."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from leaflet.errors import MonographRefused
from leaflet.monograph import parse
from leaflet.monograph.model import Monograph, Question
from monograph.wording import monograph_words, section_texts, source_words, words

PROJECT = Path(__file__).parents[2]
CONTENT = PROJECT / "content"
CORPUS = PROJECT.parent / "shared" / "corpus" / "monographs"
real = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"there are no monographs in {CORPUS}")

REFUSED = {
    "omega",
    "protein",
    "hydrochloride",
    "gentamicin-systemic",
    "chlorpheniramine-maleate-trithioparamethoxy-phenylpropene",
    "magnesium-carbonate-potassium-chloride-procaine",
}
PRINTED_TWICE = {
    "alprazolam-melatonin": {"Separate", "Medications"},
    "cefuroxime-linezolid": {"Axetil"},
}
"""Words of a generic name that is also the name of its drug."""
NUMBERED = {"benfotiamine-folic-acid-methylcobalamin-pregabalin-vitamin-b": {*"12345"}}
"""Numbers before the names of several drugs, which are not printed."""
UNASKED = {"phenylpropanolamine-cetirizine"}
"""Monographs with a question mark in the text of a label, which is no question."""

HEADINGS = set(
    words(
        [
            "Generic Name, Usage, Dosage, Side Effects, How it Works, Precautions, FAQs",
            "Popular Brand Names",
        ]
    )
)


@cache
def monographs(folder: Path) -> tuple[dict[str, Monograph], set[str]]:
    """The monographs of a folder by the stem of their file, and the stems of those refused."""
    read: dict[str, Monograph] = {}
    refused: set[str] = set()
    for path in sorted(folder.glob("*.md")):
        try:
            read[path.stem] = parse(path.read_bytes(), path.name)
        except MonographRefused:
            refused.add(path.stem)
    return read, refused


@pytest.mark.parametrize(
    ("folder", "refused"),
    [
        pytest.param(CONTENT, set(), id="content"),
        pytest.param(CORPUS, REFUSED, marks=real, id="corpus"),
    ],
)
def test_exactly_the_unusable_monographs_are_refused(folder: Path, refused: set[str]) -> None:
    read, found = monographs(folder)
    assert found == refused
    assert len(read) >= 12


FOLDERS = [pytest.param(CONTENT, id="content"), pytest.param(CORPUS, marks=real, id="corpus")]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_question_has_an_answer(folder: Path) -> None:
    for name, monograph in monographs(folder)[0].items():
        for section in (s for g in monograph.groups for s in g.sections if s.key == "faqs"):
            questions = [block for block in section.body if isinstance(block, Question)]
            assert bool(questions) == ("?" in " ".join(section_texts(section))), name
            assert all(question.answer for question in questions), name
            others = [block for block in section.body if not isinstance(block, Question)]
            assert "?" not in str(others) or name in UNASKED


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_word_is_lost_and_none_is_made_up(folder: Path) -> None:
    read, _ = monographs(folder)
    differing = {name: words for name, m in read.items() if (words := difference(m))}
    known = {**PRINTED_TWICE, **NUMBERED} if folder == CORPUS else {}
    assert differing == known


def difference(monograph: Monograph) -> set[str]:
    """The words that one count has more often than the other, except known headings and names."""
    ours, theirs = Counter(monograph_words(monograph)), Counter(source_words(monograph.source.body))
    expected = {"Q", "A", *HEADINGS, *words([monograph.front.title])}
    found = (ours - theirs) + (theirs - ours)
    return {word for word in found if word not in expected}
