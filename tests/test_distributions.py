import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from leaflet.distributions import version


@pytest.mark.parametrize("name", ["weasyprint", "PyYAML", "python_frontmatter", "markdown-it-py"])
def test_it_is_the_version_that_python_finds(name: str) -> None:
    assert version(name) == metadata.version(name)


def test_the_first_folder_of_the_path_counts_and_what_is_not_described_so_is_found_too(
    tmp_path: Path,
) -> None:
    for folder, name in (("a", "zope_x-1.2.dist-info"), ("b", "zope.x-3.dist-info"), ("b", "y")):
        (tmp_path / folder / name).mkdir(parents=True)
    (tmp_path / "b" / "y.egg-info").write_text("Metadata-Version: 2.1\nName: y\nVersion: 4\n")
    code = "from leaflet.distributions import version; print(version('Zope-X'), version('y'))"
    path = f"import sys; sys.path[:0] = {[str(tmp_path / each) for each in 'ab']}; "
    ran = subprocess.run(
        [sys.executable, "-c", path + code], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "1.2 4\n"


def test_what_is_not_installed_has_none() -> None:
    with pytest.raises(metadata.PackageNotFoundError):
        version("no-such-distribution")
