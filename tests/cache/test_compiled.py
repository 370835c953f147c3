import os
from pathlib import Path

import pytest

from leaflet.cache import folder
from leaflet.cache.compiled import CompiledCache, save
from leaflet.files import signature


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("leaflet.cache.compiled._ALL", [])  # other tests have compiled, too
    return tmp_path


def kept_file() -> Path:
    (found,) = folder("compiled").iterdir()
    return found


def test_what_one_process_compiles_another_finds() -> None:
    first = CompiledCache("things", "1")
    assert first.get(("a", 1)) is None
    first.put(("a", 1), b"compiled")
    save()
    assert CompiledCache("things", "1").get(("a", 1)) == b"compiled"
    assert CompiledCache("things", "2").get(("a", 1)) is None
    assert kept_file().stat().st_mode & 0o777 == 0o600


def test_two_processes_lose_nothing_of_each_other() -> None:
    first, second = CompiledCache("things", "1"), CompiledCache("things", "1")
    assert first.get("a") is second.get("b") is None
    first.put("a", 1)
    first.save()
    second.put("b", 2)
    second.save()
    third = CompiledCache("things", "1")
    assert (third.get("a"), third.get("b")) == (1, 2)


def test_little_news_is_not_written_and_too_much_is_replaced() -> None:
    cache = CompiledCache("things", "1", least=2, most=3)
    cache.put("a", 1)
    cache.save()
    assert not folder("compiled").exists()
    for name in "bc":
        cache.put(name, 1)
    cache.save()
    later = CompiledCache("things", "1", least=2, most=3)
    assert later.get("a") == 1
    for name in "de":
        later.put(name, 1)
    later.save()
    last = CompiledCache("things", "1")
    assert [last.get(name) for name in "abcde"] == [1, None, None, 1, 1]


@pytest.mark.parametrize("damage", [b"", b"0" * 200, None])
def test_a_file_that_this_user_did_not_write_is_not_used(
    damage: bytes | None, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    cache = CompiledCache("things", "1")
    cache.put("a", 1)
    cache.save()
    data = kept_file().read_bytes()
    kept_file().write_bytes(data[:-1] + b"x" if damage is None else damage)
    assert CompiledCache("things", "1").get("a") is None
    kept_file().write_bytes(data)
    assert CompiledCache("things", "1").get("a") == 1
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "another"))
    signature._key.cache_clear()
    assert CompiledCache("things", "1").get("a") is None
    signature._key.cache_clear()


def test_a_home_that_cannot_be_written_to_is_no_trouble(home: Path) -> None:
    (home / "cache").write_text("no folder")
    cache = CompiledCache("things", "1")
    cache.put("a", 1)
    save()
    assert CompiledCache("things", "1").get("a") is None
    assert not os.path.isdir(home / "cache")
