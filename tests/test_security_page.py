"""SECURITY.md is true: its tests and limits exist, and each attack ends as it says."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from hostile.texts import TEXTS
from leaflet.config import settings
from leaflet.config.limits import Limits
from leaflet.errors import SettingsError

CHECKOUT = Path(__file__).parents[1]
PAGE = (CHECKOUT / "SECURITY.md").read_text("utf-8")


def rows(head: str) -> list[tuple[str, ...]]:
    """The rows of the table whose first column has that heading."""
    table = PAGE.partition(f"\n| {head} |")[2].partition("\n\n")[0]
    return [tuple(row.strip("| ").split(" | ")) for row in table.splitlines()[2:]]


ATTACKS = rows("attack")
LIMITS = {name.strip("`"): rest for name, *rest in rows("key")}
TESTS = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))


def test_at_least_forty_attacks_were_tried() -> None:
    assert len({attack for attack, _, _ in ATTACKS}) == len(ATTACKS) >= 40


def test_every_row_names_its_test() -> None:
    assert all(re.fullmatch(r"`[\w/]+\.py::\w+`", test) for _, _, test in ATTACKS)


@pytest.mark.parametrize(("file", "name"), TESTS)
def test_the_tests_that_it_names_exist(file: str, name: str) -> None:
    tree = ast.parse((CHECKOUT / "tests" / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_hostile_text_has_its_row_and_its_result() -> None:
    results = {attack: result for attack, result, test in ATTACKS if "test_texts.py" in test}
    assert results.keys() == TEXTS.keys()
    wrong = [
        attack
        for attack, (_, code) in TEXTS.items()
        if code and f"refused: `{code}`" != results[attack]
    ]
    assert wrong == []


def test_every_limit_is_listed() -> None:
    names = [field.name.replace("_", "-") for field in fields(Limits)]
    assert list(LIMITS) == names


@pytest.mark.parametrize("key", LIMITS)
def test_every_limit_is_as_listed(key: str, tmp_path: Path) -> None:
    unit, default, highest = LIMITS[key]
    name, most = key.replace("-", "_"), int(highest.replace(",", ""))
    assert f"{getattr(Limits(), name):,}" == default
    assert unit in Limits().exceeded(name, most, "a.md", 1).message

    def given(value: int) -> Limits:
        (tmp_path / "leaflet.toml").write_text(f"[limits]\n{key} = {value}\n", "utf-8")
        return settings.load({}, {}, tmp_path).limits

    assert getattr(given(most), name) == most
    with pytest.raises(SettingsError):
        given(most + 1)


def test_the_modules_that_it_names_exist() -> None:
    named = re.findall(r"`(src/leaflet/[\w/.]+)`", PAGE)
    assert named
    assert [path for path in named if not (CHECKOUT / path).exists()] == []
