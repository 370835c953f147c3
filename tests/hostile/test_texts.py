"""Every hostile text is refused quickly and with the right code, by the parser and the linter."""

import re
import time

import pytest

from helpers import words
from hostile.texts import TEXTS, VANISHING
from leaflet.batch import run
from leaflet.config.settings import Settings
from leaflet.errors import MonographRefused
from leaflet.job import Job, Outcome, Status
from leaflet.lint import check
from leaflet.monograph import parse

REFUSED = {name: text for name, text in TEXTS.items() if text[1]}
PRINTED = {name: text for name, text in TEXTS.items() if not text[1]}

MOST = 2.0
"""Seconds of processor time, which a busy machine does not add to."""


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_text_is_refused_at_once(name: str) -> None:
    make, code = REFUSED[name]
    data, started = make(), time.process_time()
    with pytest.raises(MonographRefused) as refused:
        parse(data, "hostile.md")
    assert refused.value.diagnostics[0].code == code
    assert len(refused.value.diagnostics) <= 20
    assert all(len(d.message) < 200 and d.message.isprintable() for d in refused.value.diagnostics)
    assert time.process_time() - started < MOST


@pytest.mark.parametrize("name", TEXTS)
def test_the_linter_survives_and_finds_the_same(name: str) -> None:
    make, code = TEXTS[name]
    data, started = make(), time.process_time()
    codes = {finding.code for finding in check(data, "hostile.md", Settings())}
    assert not code or code in codes
    assert time.process_time() - started < MOST


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """The outcomes of a run with the texts that are harmless as plain text."""
    folder = tmp_path_factory.mktemp("harmless")
    settings = Settings(project=folder, output=folder / "out", jobs=1)
    jobs = []
    for number, (name, (make, _)) in enumerate(PRINTED.items()):
        source = folder / f"{number}.md"
        source.write_bytes(make())
        jobs.append(Job(source, name, "patient", (), "a4", folder / f"out/{number}.pdf"))
    return {outcome.job.name: outcome for outcome in run(jobs, settings)}


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_harmless_as_text_is_printed_as_text(
    outcomes: dict[str, Outcome], name: str
) -> None:
    outcome = outcomes[name]
    assert outcome.status is Status.PRINTED
    instead = PRINTED[name][0]().decode().partition("once daily. ")[2].partition("\n")[0]
    text = VANISHING[name][1] if name in VANISHING else re.sub("<!--.*?-->", "", instead)
    assert "".join(text.split()) in "".join(words(outcome.job.target).split())
