from pathlib import Path

import pytest

from helpers import NO_MONOGRAPH, write_monograph


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty current folder, and an environment that asks for nothing."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def content() -> None:
    """Two monographs in content/, one of them in a folder of its own."""
    write_monograph(Path("content/alpha.md"), "Alphamide")
    write_monograph(Path("content/b/beta.md"), "Betamide")


@pytest.fixture
def mixed() -> None:
    """A monograph that is printed beside one that is refused."""
    write_monograph(Path("content/alpha.md"))
    Path("content/refusal.md").write_text(NO_MONOGRAPH)
