"""One switch puts faster functions into the engine and takes them out again."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from weasyprint.text import line_break

from leaflet.rendering import patches


def in_use() -> list[bool]:
    """For each function that has a faster one: whether that is used."""
    methods = (
        (vars(owner)[name], faster)
        for patch in patches.PATCHES.values()
        for (owner, name), faster in patch.methods.items()
    )
    inline = import_module("weasyprint.layout.inline")
    return [
        inline.split_first_line is not patches.lines.split_first_line,
        *(found is faster for found, faster in methods),
    ]


def test_all_patches_are_switched_on_and_off_at_once() -> None:
    assert all(in_use())
    patches.switch(on=False)
    try:
        assert not any(in_use())
        assert line_break.split_first_line is patches.lines.split_first_line
    finally:
        patches.switch(on=True)
    assert all(in_use())


@pytest.mark.parametrize(("value", "is_used"), [("plain", "False"), ("", "True")])
def test_a_variable_of_the_environment_leaves_all_to_the_engine(value: str, is_used: str) -> None:
    code = (
        "from leaflet.rendering import patches; from weasyprint.layout import inline;"
        "print(inline.split_first_line is not patches.lines.split_first_line)"
    )
    environ = {**os.environ, "LEAFLET_ENGINE": value, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == is_used


def test_every_patch_is_a_module_of_the_folder() -> None:
    folder = Path(patches.__file__).parent
    assert all((folder / f"{name}.py").exists() for name in patches.PATCHES)
