from pathlib import Path

import pytest

from helpers import write_monograph


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def content() -> Path:
    """A folder with two monographs."""
    write_monograph(Path("content/alpha.md"), "Alphamide")
    write_monograph(Path("content/b/beta.md"), "Betamide")
    return Path("content")
