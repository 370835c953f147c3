"""The monographs as they were when their documents were printed."""

import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from leaflet.diff.pairs import SourceText
from leaflet.errors import NothingMatched
from leaflet.job import Job, Outcome, Status
from leaflet.output.printed_sources import printed_sources
from leaflet.output.store import Store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with the monographs content/a.md and content/b.md, as they are now."""
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    for name in ("a", "b"):
        Path(f"content/{name}.md").write_text(f"{name} now")
    return tmp_path


def printed(name: str, text: str, kind: str = "patient") -> None:
    """Record that a document was printed from a text."""
    target = Path(f"dist/{kind}/{name}.pdf")
    source = Path(f"content/{name}.md")
    job = Job(source, str(source), kind, (), "a4", target)
    digest, packed = sha256(text.encode()).hexdigest(), zlib.compress(text.encode())
    with Store.open(Path("dist")) as store:
        store.record(Outcome(job, Status.PRINTED, source_sha256=digest, text=packed))


def now() -> list[SourceText]:
    return [
        SourceText(name, f"content/{name}.md", sha256(f"{name} now".encode()).hexdigest(), file)
        for name in ("a", "b")
        if (file := Path(f"content/{name}.md")).exists()
    ]


def found(source: str = "content", *kinds: str) -> dict[str, bytes | None]:
    return {
        each.subpath: each.data
        for each in printed_sources(Path("dist"), [Path(source)], now(), kinds)
    }


def test_texts_that_are_others_now_are_read() -> None:
    printed("a", "a then")
    printed("b", "b now")
    assert found() == {"a": b"a then", "b": None}


def test_only_those_below_the_sources() -> None:
    printed("a", "a then")
    printed("b", "b then")
    assert found("content/b.md") == {"b": b"b then"}
    with pytest.raises(NothingMatched):
        found("elsewhere")


def test_a_monograph_that_is_gone() -> None:
    printed("p/c", "c then")
    printed("a", "a now")
    assert found() == {"p/c": b"c then", "a": None}


def test_of_two_kinds_the_one_printed_from_another_text_counts() -> None:
    printed("a", "a then", "clinician")
    printed("a", "a now", "patient")
    assert found() == {"a": b"a then"}
    assert found("content", "patient") == {"a": None}


def test_a_text_that_is_not_kept_cannot_be_read() -> None:
    printed("a", "a then")
    with Store.open(Path("dist")) as store:
        for change in store.texts.without_others(set()):
            store._database.write([change])
    (text,) = printed_sources(Path("dist"), [Path("content/a.md")], now())
    with pytest.raises(FileNotFoundError, match="is not kept"):
        text.read()
