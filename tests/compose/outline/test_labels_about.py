"""A statement is found by its topic, and named by the label above it."""

from compose.writing import write
from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.labels_about import instructions, labels_about

RENAL = frozenset({"renal"})


def precautions(text: str) -> Body:
    monograph = write(precautions=text)
    return next(each for each in monograph.groups[0].sections if each.key == "precautions").body


def test_the_nearest_label_above_a_statement_names_it() -> None:
    body = precautions(
        "Renal failure is rare.\n\n* **Sun:** None.\n* **Age:** Renal failure is common."
    )
    assert list(labels_about(body, RENAL, "Warnings")) == ["Warnings", "Age"]


def test_a_label_that_says_so_is_about_it_whatever_is_below() -> None:
    body = precautions("* **Salt:** Little.\n* **Sun:** None.")
    assert list(labels_about(body, RENAL, "", "Salt".__eq__)) == ["Salt"]


def test_what_only_describes_is_no_instruction() -> None:
    body = precautions(
        "* **Effects:** Renal failure was seen.\n* **Old age:** Avoid it in renal failure."
    )
    assert list(instructions(body, RENAL, "")) == ["Old age"]
