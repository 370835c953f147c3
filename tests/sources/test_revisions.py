"""The monographs of a revision in git."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from leaflet.errors import NothingMatched, SettingsError
from leaflet.files import LARGEST_SOURCE
from leaflet.sources.ignored import Ignored
from leaflet.sources.revisions import find_at

Git = Callable[..., None]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in an empty repository, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "A")
        monkeypatch.setenv(f"{name}_EMAIL", "a@example.org")

    def run(*arguments: str) -> None:
        subprocess.run(["git", *arguments], check=True, capture_output=True)

    run("init", "-q")
    return run


def commit(git: Git, **texts: str) -> None:
    for name, text in texts.items():
        file = Path("content") / name.replace("__", "/")
        file = file.with_name(f"{file.name}.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    git("add", "-A")
    git("commit", "-qm", "x")


def found(revision: str, source: str = "content") -> dict[str, bytes | None]:
    return {each.subpath: each.data for each in find_at(revision, [Path(source)], Ignored())}


def test_a_folder_at_a_revision(git: Git) -> None:
    commit(git, a="one", p__b="two", README="no", _drafts__c="no")
    git("tag", "v1")
    commit(git, a="changed")
    Path("content/p/b.md").unlink()
    assert found("v1") == {"a": b"one", "p/b": b"two"}
    assert found("HEAD") == {"a": b"changed", "p/b": b"two"}


def test_a_file_and_a_folder_that_are_gone_now(git: Git) -> None:
    commit(git, p__b="two")
    git("rm", "-rq", "content")
    assert found("HEAD", "content/p") == {"b": b"two"}
    assert found("HEAD", "content/p/b.md") == {"b": b"two"}


def test_links_are_no_monographs(git: Git) -> None:
    Path("content").mkdir()
    Path("content/link.md").symlink_to("/etc/passwd")
    commit(git, a="one")
    assert found("HEAD") == {"a": b"one"}


def test_a_text_that_is_too_large_is_not_read(git: Git) -> None:
    commit(git, a="x" * (LARGEST_SOURCE + 2))
    assert found("HEAD") == {"a": bytes(LARGEST_SOURCE + 1)}


@pytest.mark.parametrize("revision", ["nosuch", "--output=x", "HEAD:content", "a b\n"])
def test_no_revision(git: Git, revision: str) -> None:
    commit(git, a="one")
    with pytest.raises(SettingsError) as refused:
        found(revision)
    assert refused.value.diagnostics[0].code == "no-revision"
    assert not Path("x").exists()


def test_no_monograph(git: Git) -> None:
    commit(git, a="one")
    Path("other").mkdir()
    with pytest.raises(NothingMatched):
        found("HEAD", "other")


def test_no_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError, match="no git command"):
        found("HEAD", str(tmp_path))
