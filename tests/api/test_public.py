"""What ``import leaflet`` gives, and what it costs."""

import subprocess
import sys
from pathlib import Path

import pytest

import leaflet

SCRIPT = """
from pathlib import Path
import leaflet

document: leaflet.Document = leaflet.render(Path("a.md"), "patient", paper="a5", styles=["x"])
pages: int = document.pages
report: leaflet.Report = leaflet.build(["a", Path("b")], "dist", kinds=["patient"], force=True)
found: list[leaflet.Diagnostic] = [*leaflet.check("a", select=["no-dose"]), *report.diagnostics]
serious = [each for each in found if each.severity is leaflet.Severity.ERROR]
proved: int = leaflet.verify("dist", project=".").counts["proved"]
version: str = leaflet.__version__
"""

WRONG = """
import leaflet

leaflet.render("a", papper="a4")
leaflet.no_such_function()
report: int = leaflet.build("a")
"""


def loaded(code: str) -> set[str]:
    """The modules that code loads in a fresh interpreter."""
    whole = f"import sys; before = set(sys.modules)\n{code}\nprint(*set(sys.modules) - before)"
    ran = subprocess.run((sys.executable, "-c", whole), capture_output=True, check=True, text=True)
    return set(ran.stdout.split())


def test_importing_leaflet_loads_nothing_else() -> None:
    assert loaded("import leaflet") == {"leaflet"}


def test_the_functions_load_no_engine_before_they_are_called() -> None:
    modules = loaded("from leaflet import *")
    assert "leaflet.api" in modules
    heavy = {"weasyprint", "markdown", "jinja2", "pikepdf", "pypdfium2", "click", "rich"}
    assert modules & heavy == set()


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(leaflet, name) for name in leaflet.__all__)
    assert set(leaflet.__all__) <= set(dir(leaflet))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = leaflet.nothing  # type: ignore[attr-defined] # it does not exist: that is the test


def test_no_module_has_the_name_of_a_public_function() -> None:
    """Importing it would put the module in the place of the function."""
    package = Path(leaflet.__file__).parent
    modules = {path.stem for path in package.iterdir()}
    assert modules & set(leaflet.__all__) == set()


def test_type_checkers_understand_it(here: Path) -> None:
    Path("right.py").write_text(SCRIPT)
    Path("wrong.py").write_text(WRONG)
    command = (sys.executable, "-m", "mypy", "--strict", "--config-file=", "right.py", "wrong.py")
    ran = subprocess.run(command, capture_output=True, check=False, text=True, cwd=here)
    errors = [line for line in ran.stdout.splitlines() if "error:" in line]
    assert [line.partition(": error")[0] for line in errors] == [
        "wrong.py:4",
        "wrong.py:5",
        "wrong.py:6",
    ], ran.stdout
