"""Only leaflet, run by the same user, can have written what counts as unchanged."""

import hmac
import os
from pathlib import Path

import pytest

from leaflet import files
from leaflet.output.seal import is_sealed, key_file, seal_of

RECORD = {
    "target": "patient/a.pdf",
    "kind": "patient",
    "sha256": "1",
    "source_sha256": "2",
    "fingerprint": {"a": "b"},
}


def test_a_seal_holds_for_one_record_and_one_key(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sealed = {**RECORD, "seal": seal_of(RECORD)}
    assert is_sealed(sealed)
    for key in RECORD:
        assert not is_sealed({**sealed, key: "other"})
    assert not is_sealed(RECORD)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert not is_sealed(sealed)


def test_the_key_is_the_users_own() -> None:
    seal_of(RECORD)
    assert key_file().stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("owner", [{12345}, {os.geteuid()}])
def test_a_key_of_somebody_else_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, owner: set[int]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(files, "owners", lambda _: owner)
    key_file().parent.mkdir()
    key_file().write_bytes(b"k" * 32)
    content = repr([RECORD["target"], *list(RECORD.values())[1:4], [("a", "b")]]).encode()
    known = hmac.digest(b"k" * 32, content, "sha256").hex()
    assert (seal_of(RECORD) == known) == (owner == {os.geteuid()})


def test_without_a_state_folder_the_key_lasts_as_long_as_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    assert is_sealed({**RECORD, "seal": seal_of(RECORD)})
