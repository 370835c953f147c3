import pickle

import pytest

from leaflet import errors
from leaflet.diagnostics import Diagnostic
from leaflet.errors import LeafletError, MonographRefused

TWO = [Diagnostic.error("one", "first"), Diagnostic.error("two", "second")]


def test_an_error_lists_all_its_faults() -> None:
    assert str(MonographRefused(TWO)) == "error[one] first\nerror[two] second"


def test_an_error_of_one_fault_keeps_its_class_and_position() -> None:
    error = MonographRefused.of("not-text", "no text", file="x.md", line=3, hint="save it")
    assert isinstance(error, MonographRefused)
    assert error.diagnostics == (
        Diagnostic.error("not-text", "no text", "x.md", 3, hint="save it"),
    )


@pytest.mark.parametrize("kind", LeafletError.__subclasses__(), ids=lambda kind: kind.__name__)
def test_errors_can_be_sent_to_another_process(kind: type[LeafletError]) -> None:
    there = pickle.loads(pickle.dumps(kind(TWO)))  # noqa: S301 - our own bytes
    assert (type(there), there.diagnostics) == (kind, tuple(TWO))


def test_the_docstring_lists_every_error() -> None:
    drawn = errors.__doc__ or ""
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, Exception)]
    assert [kind.__name__ for kind in kinds if kind.__name__ not in drawn] == []
