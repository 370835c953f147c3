"""The examples of docs/api.md run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from leaflet import starter

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
EXAMPLES = re.findall(r"^```python\n(.+?)^```$", PAGE.read_text("utf-8"), re.M | re.S)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_runs_as_a_script_of_its_own(example: str) -> None:
    starter.begin_project(Path())
    Path("script.py").write_text(example, "utf-8")
    ran = subprocess.run((sys.executable, "script.py"), capture_output=True, check=False, text=True)
    assert ran.returncode == 0, ran.stderr
