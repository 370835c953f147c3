"""SECURITY.md is true: its tests and limits exist, and what it says of a text is what is tried."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from hostile.texts import TEXTS
from leaflet.config.limits import Limits

CHECKOUT = Path(__file__).parents[1]
PAGE = (CHECKOUT / "SECURITY.md").read_text("utf-8")
TABLE = PAGE.partition("| attack |")[2]
ROWS = [tuple(row.strip("| ").split(" | ")) for row in TABLE.splitlines()[2:] if row]
TESTS = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))


def test_at_least_forty_attacks_were_tried() -> None:
    assert len({attack for attack, _, _ in ROWS}) == len(ROWS) >= 40


def test_every_row_names_its_test() -> None:
    assert all(re.fullmatch(r"`[\w/]+\.py::\w+`", test) for _, _, test in ROWS)


@pytest.mark.parametrize(("file", "name"), TESTS)
def test_the_tests_that_it_names_are_there(file: str, name: str) -> None:
    tree = ast.parse((CHECKOUT / "tests" / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_hostile_text_has_its_row_and_says_what_comes_of_it() -> None:
    told = {attack: happens for attack, happens, test in ROWS if "test_texts.py" in test}
    assert told.keys() == TEXTS.keys()
    assert [k for k, (_, code) in TEXTS.items() if code and f"refused: `{code}`" != told[k]] == []


@pytest.mark.parametrize("limit", fields(Limits), ids=lambda limit: str(limit.name))
def test_every_limit_is_told_as_it_is(limit: object) -> None:
    told, default = limit.metadata, limit.default  # type: ignore[attr-defined]
    most = int(told["form"].words.split()[-1])
    key = told["key"].removeprefix("limits.")
    assert f"| `{key}` | {told['unit']} | {default:,} | {most:,} |" in PAGE


def test_the_modules_that_it_names_are_there() -> None:
    named = re.findall(r"`(src/leaflet/[\w/.]+)`", PAGE)
    assert named
    assert [path for path in named if not (CHECKOUT / path).exists()] == []
