"""The findings that the real collection must have, if it is next to the checkout."""

from pathlib import Path

import pytest

from leaflet.config.settings import Settings
from leaflet.lint import check

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def wanted() -> list[tuple[str, str]]:
    table = CORPUS / "must.tsv"
    rows = (
        [line.split("\t") for line in table.read_text("utf-8").splitlines()]
        if table.is_file()
        else []
    )
    return [(row[0], row[2]) for row in rows if len(row) == 3 and row[1] == "lint"]


@pytest.mark.skipif(not wanted(), reason="the collection is not next to the checkout")
def test_the_collection_has_lines_to_try() -> None:
    for file, code in wanted():
        data = (CORPUS / "monographs" / file).read_bytes()
        assert code in {finding.code for finding in check(data, file, Settings())}, file
