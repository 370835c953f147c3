"""An overdue review is a warning, and a draft saves work but changes nothing."""

from datetime import UTC, datetime

import pytest

from compose.writing import CLINICIAN, PATIENT, THEME, composed, write
from leaflet.compose import PLAIN, Design, Makeup, compose, prepare
from leaflet.config.settings import Settings
from leaflet.kinds.model import Kind

FRONT = "title: Testamide\nreviewed: 2024-03-01\nreview_due: 2026-03-01"


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def test_a_review_is_not_overdue_on_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    on("2026-03-01", monkeypatch)
    composition = composed(write(FRONT))
    assert composition.diagnostics == ()
    assert "Next review due 1\u00a0March\u00a02026." in composition.html


def test_a_review_is_overdue_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    on("2026-03-02", monkeypatch)
    composition = composed(write(FRONT))
    [finding] = composition.diagnostics
    assert (finding.severity, finding.code, finding.line) == ("warning", "review-overdue", 4)
    assert "was due on 1\u00a0March\u00a02026 and is overdue" in composition.html
    assert "Next review due" not in composition.html


def test_only_a_document_with_a_date_depends_on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = []
    for day in ("2026-03-01", "2096-03-01"):
        on(day, monkeypatch)
        pages.append(composed(write("title: Testamide\nreviewed: 2024-03-01")))
    assert pages[0] == pages[1]


TABLES = {
    "narrow": "| Age | Dose |\n| --- | --- |\n| 2 | 5 mg |",
    "wide": f"| {' | '.join(['Concentration'] * 6)} |\n|{' --- |' * 6}\n|{' 5 mg |' * 6}",
}


@pytest.mark.parametrize("kind", [PATIENT, CLINICIAN])
@pytest.mark.parametrize("table", TABLES)
def test_a_document_from_a_draft_is_the_one_without(kind: Kind, table: str) -> None:
    monograph = write(dosage=f"**Adults:** 5 mg once daily.\n\n{TABLES[table]}")
    design = Design(kind, THEME, THEME.stylesheet(kind, (), "a4"), Settings())
    draft = prepare(monograph, design, PLAIN, None)
    for makeup in (PLAIN, Makeup(7.5), Makeup(14.0, cells=()), Makeup(runs_on=True)):
        again = compose(monograph, design, makeup, draft=draft)
        assert again == compose(monograph, design, makeup)
