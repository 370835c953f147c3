"""Statements and changes as values."""

import pytest

from leaflet.diff.model import Change, ChangeKind, Statement


def test_a_statement_knows_its_context_in_tokens() -> None:
    statement = Statement("5 mg", "Drug", "Dose", "dosage", ("Adults",), "By  mouth")
    assert statement.full == "By  mouth: 5 mg"
    assert statement.tokens == ("By", "mouth", ":", "5", "mg")
    assert statement.context == (("Drug",), ("dosage",), ("Adults",))
    assert statement.where == "Drug › Dose › Adults"


def test_kinds_are_in_their_order() -> None:
    assert min(ChangeKind, key=lambda kind: kind.rank) is ChangeKind.BOXED_WARNING
    assert ChangeKind.NEW_DOSE.is_first
    assert not ChangeKind.DELETED.is_first


def test_a_change_is_about_a_statement() -> None:
    with pytest.raises(ValueError, match="about a statement"):
        _ = Change((ChangeKind.NUMBER,), None, None, ()).statement
