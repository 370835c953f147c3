import json
import os

import pytest

from leaflet.output.json_rows import as_json, as_rows


def test_json_can_hold_a_name_that_is_no_utf_8() -> None:
    assert as_json({"name": os.fsdecode(b"\xff.md")}) == b'{"name": "\\udcff.md"}'
    assert as_json(["10⁶ µg"]).decode() == '["10⁶ µg"]'


@pytest.mark.parametrize("rows", [[], [1], [1, {"a": "b"}]])
def test_rows_are_json_a_line_each(rows: list[object]) -> None:
    text = b"".join(as_rows({"head": 1}, map(as_json, rows)))
    assert json.loads(text) == {"head": 1, "documents": rows}
    assert text.count(b"\n") == max(len(rows), 1) + 2
