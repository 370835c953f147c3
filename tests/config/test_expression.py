"""An expression finds what its compiled one finds, and is compiled when it is used."""

import re
import tomllib

import pytest

from leaflet.config.expression import Expression, compiled
from leaflet.resources import shipped

TABLES = sorted(shipped().glob("locale/*/topics.toml"))


def test_it_finds_what_the_compiled_expression_finds() -> None:
    expression = Expression.of(re.compile(r"li ver | \d+\ mg", re.IGNORECASE | re.VERBOSE))
    assert expression == Expression(r"li ver | \d+\ mg")
    found = expression.search("the Liver")
    assert found
    assert found[0] == "Liver"
    assert [each[0] for each in expression.finditer("5 mg, 10 mg")] == ["5 mg", "10 mg"]
    assert expression.fullmatch("liver")
    assert not expression.fullmatch("the liver")
    assert expression.sub("…", "5 mg daily") == "… daily"


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.parent.name)
def test_all_shipped_expressions_can_be_compiled(table: object) -> None:
    """They are compiled only when a document needs them."""
    topics = tomllib.loads(table.read_text("utf-8"))  # type: ignore[attr-defined]
    for phrases in topics.values():
        for value in phrases.values():
            if isinstance(value, str):
                assert compiled(value, Expression(value).flags)
