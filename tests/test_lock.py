"""What `make setup` installs is what pyproject.toml asks for, each file of it known by its hash."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[1]
REQUIREMENTS = CHECKOUT / "requirements"
PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)[^\n]*\n(?P<rest>(?:[ ]{4}[^\n]*\n?)*)", re.M
)
OURS = "leaflet-press (pyproject.toml)"


def asked(pyproject: str) -> list[Requirement]:
    """All that a pyproject.toml asks for: to run, to build, and of every extra."""
    content = tomllib.loads(pyproject)
    project = content["project"]
    lists = (project["dependencies"], *project.get("optional-dependencies", {}).values())
    return [
        Requirement(each) for some in (content["build-system"]["requires"], *lists) for each in some
    ]


def disagreements(pyproject: str, lock: str) -> list[str]:
    """Lines of one of the two that the other lacks or has otherwise."""
    pins = list(PIN.finditer(lock))
    wanted = asked(pyproject)
    names = {canonicalize_name(each.name) for each in wanted}
    message = []
    for each in wanted:
        versions = [p["version"] for p in pins if p["name"] == canonicalize_name(each.name)]
        if not versions or not all(map(each.specifier.contains, versions)):
            message.append(f"{each}: locked is {' and '.join(versions) or 'nothing'}")
    message += [
        f"{p['name']}: not asked for" for p in pins if OURS in p["rest"] and p["name"] not in names
    ]
    return message


def test_the_lock_is_what_is_asked_for() -> None:
    pyproject = (CHECKOUT / "pyproject.toml").read_text("utf-8")
    lock = (REQUIREMENTS / "lock.txt").read_text("utf-8")
    assert disagreements(pyproject, lock) == [], "run `make lock`"


@pytest.mark.parametrize("file", ["lock.txt", "tools.txt"])
def test_every_pin_has_its_hashes(file: str) -> None:
    text = (REQUIREMENTS / file).read_text("utf-8")
    pins = list(PIN.finditer(text))
    assert len(pins) == len(re.findall(r"^[a-z]", text, re.M)) > 30
    assert [pin["name"] for pin in pins if "--hash=sha256:" not in pin["rest"]] == []


EXAMPLE = """[build-system]
requires = ["hatchling>=1"]
[project]
dependencies = ["Py.dyf>=0.11"]
"""


@pytest.mark.parametrize(
    ("lock", "message"),
    [
        ("hatchling==1.2 \\\n    # via leaflet-press (pyproject.toml)\npy-dyf==0.12 \\\n", []),
        ("hatchling==1.2 \\\n", ["Py.dyf>=0.11: locked is nothing"]),
        ("hatchling==1.2 \\\npy-dyf==0.10 \\\n", ["Py.dyf>=0.11: locked is 0.10"]),
        (
            f"hatchling==1.2 \\\npy-dyf==0.11 \\\nold==1 ; x < '3' \\\n    # via\n    #   {OURS}\n",
            ["old: not asked for"],
        ),
    ],
)
def test_a_lock_that_is_another_is_noticed(lock: str, message: list[str]) -> None:
    assert disagreements(EXAMPLE, lock) == message
