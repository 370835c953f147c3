"""Each sentence and label has a number of its own, and nothing else changes."""

from diff.versions import EXAMPLIN
from helpers import read_monograph
from leaflet.diff.numbering import number
from leaflet.diff.statements import find_statements, numbers_of

PLAIN = read_monograph(EXAMPLIN.encode(), "a.md")
STATEMENTS = find_statements(number(PLAIN))


def test_statements_are_the_same() -> None:
    assert find_statements(PLAIN) == STATEMENTS
    assert numbers_of(find_statements(PLAIN)) == frozenset()


def test_each_has_its_number_but_those_of_the_front_matter() -> None:
    body = [each for each in STATEMENTS if each.role not in ("fact", "document", "boxed")]
    given = [n for each in body for n in (each.number, each.label_number) if n]
    assert len(given) == len(set(given)) == len(numbers_of(STATEMENTS))
    assert all(each.number for each in body)
    assert all(bool(each.label) is bool(each.label_number) for each in body)
