import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.output import journal
from leaflet.output.journal import Journal


def test_a_run_that_ends_leaves_nothing_behind(tmp_path: Path) -> None:
    lines = Journal(tmp_path)
    lines.add({"target": "a.pdf"})
    assert list(journal.read(tmp_path)) == [{"target": "a.pdf"}]
    lines.end()
    assert os.listdir(tmp_path) == []
    assert list(journal.read(tmp_path)) == []


def test_a_folder_has_one_run_at_a_time(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    told = rf"another run of leaflet \(process {os.getpid()}\) is printing into"
    with pytest.raises(SettingsError, match=told):
        Journal(tmp_path)
    first.end()
    Journal(tmp_path).end()


def test_what_a_killed_run_had_done_is_known_to_the_next(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from leaflet.output.journal import Journal\n"
        "lines = Journal(Path(sys.argv[1])); lines.add({'target': 'a.pdf'})\n"
        "os.kill(os.getpid(), 9)"
    )
    assert subprocess.run((sys.executable, "-c", code, tmp_path), check=False).returncode == -9
    assert list(journal.read(tmp_path)) == [{"target": "a.pdf"}]
    next_run = Journal(tmp_path)
    assert next_run.found
    next_run.add({"target": "b.pdf"})
    next_run.close()
    assert [row["target"] for row in journal.read(tmp_path)] == ["a.pdf", "b.pdf"]


def test_a_line_that_was_cut_off_is_passed_over(tmp_path: Path) -> None:
    text = json.dumps({"target": "a.pdf"})
    (tmp_path / journal.NAME).write_text(f"{text}\n{text[:9]}")
    assert list(journal.read(tmp_path)) == [{"target": "a.pdf"}]
    (tmp_path / journal.NAME).write_text(f'7\n{text[:9]}{text}\n"target"\n{text}\n')
    assert list(journal.read(tmp_path)) == [{"target": "a.pdf"}]


def test_a_folder_that_was_taken_away_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    lines = Journal(folder)
    assert not lines.is_lost
    shutil.rmtree(folder)
    assert lines.is_lost
    folder.mkdir()
    other = Journal(folder)
    assert (lines.is_lost, other.is_lost) == (True, False)
    lines.close()
    other.end()


def test_nothing_begins_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone: error\[bad-output\] No such file"):
        Journal(tmp_path / "gone")
