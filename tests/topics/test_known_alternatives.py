"""The alternatives that are kept are those of the expressions that leaflet ships."""

import pytest

from leaflet.config.expression import AS_WRITTEN
from leaflet.resources import shipped
from leaflet.topics.alternatives import alternatives, divided
from leaflet.topics.known_alternatives import FILE, known_alternatives, written
from leaflet.topics.table import load_topics

TABLES = sorted(shipped().glob("locale/*/topics.toml"))


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.parent.name)
def test_those_of_all_expressions_are_kept(table) -> None:  # type: ignore[no-untyped-def]
    for several in load_topics([table]).values():
        for source in (source for each in several for source in each.sources()):
            known = known_alternatives(source)
            assert known is not None, "run `make topics`"
            found = [(each, tuple(literals)) for each, literals in known]
            assert found == divided(source, AS_WRITTEN)


def test_nothing_else_is_kept() -> None:
    sources = {
        source
        for table in TABLES
        for several in load_topics([table]).values()
        for each in several
        for source in each.sources()
    }
    kept = FILE.read_text("utf-8").count("\n") - 2
    assert kept == len(sources), "run `make topics`"


def test_an_expression_of_a_project_is_divided_when_it_is_used() -> None:
    assert known_alternatives("my|own") is None
    assert [each.source for each in alternatives("my|own", AS_WRITTEN)] == ["my", "own"]
    assert written([("my|own", divided("my|own", AS_WRITTEN))]).count('[2,["my"]],[3,["own"]]') == 1
