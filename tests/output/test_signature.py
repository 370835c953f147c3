"""Only leaflet, run by the same user, can have written what counts as unchanged."""

import hmac
import os
from pathlib import Path

import pytest

from leaflet import files
from leaflet.output.signature import is_signed, key_file, sign

RECORD = {
    "target": "patient/a.pdf",
    "kind": "patient",
    "sha256": "1",
    "source_sha256": "2",
    "fingerprint": {"a": "b"},
    "pictures": ["a.png"],
}


def test_a_signature_holds_for_one_record_and_one_key(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    signed = {**RECORD, "signature": sign(RECORD)}
    assert is_signed(signed)
    for key in RECORD:
        assert not is_signed({**signed, key: "other"})
    assert not is_signed(RECORD)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert not is_signed(signed)


def test_the_key_is_the_users_own() -> None:
    sign(RECORD)
    assert key_file().stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("owner", [{12345}, {os.geteuid()}])
def test_a_key_of_somebody_else_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, owner: set[int]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(files, "owners", lambda _: owner)
    key_file().parent.mkdir()
    key_file().write_bytes(b"k" * 32)
    content = repr(
        [RECORD["target"], *list(RECORD.values())[1:4], [("a", "b")], ["a.png"]]
    ).encode()
    known = hmac.digest(b"k" * 32, content, "sha256").hex()
    assert (sign(RECORD) == known) == (owner == {os.geteuid()})


def test_without_a_state_folder_the_key_lasts_as_long_as_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    assert is_signed({**RECORD, "signature": sign(RECORD)})
