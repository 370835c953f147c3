import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from cli.running import LEAFLET, build, leaflet, pdfs, receipt
from helpers import NO_MONOGRAPH, words, write_monograph
from leaflet import batch
from leaflet.job import Outcome
from leaflet.output.store import NAME


def test_ctrl_c_leaves_whole_files_and_a_manifest(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        write_monograph(Path(f"content/{name}.md"))
    write_or_remove = batch.write_or_remove

    def interrupted_at_b(outcome: Outcome) -> Outcome:
        if outcome.job.name == "content/b.md":
            raise KeyboardInterrupt
        return write_or_remove(outcome)

    monkeypatch.setattr(batch, "write_or_remove", interrupted_at_b)
    result = build("-k", "patient", "-j", "1", "--report", "receipt.json")
    assert result.exit_code == 130
    assert "interrupted after 1 of 3" in result.stderr
    assert pdfs() == ["dist/patient/a.pdf"]
    assert receipt()["interrupted"]
    assert [each["source"] for each in receipt()["documents"]] == ["content/a.md"]
    assert len(receipt("dist/manifest.json")["documents"]) == 1


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_real_one_does_so_too_and_the_next_run_goes_on_from_there(sign: signal.Signals) -> None:
    """At a terminal, Ctrl-C reaches the workers as well."""
    for n in range(100):
        write_monograph(Path(f"content/{n:03}.md"))
    ran = subprocess.Popen((*LEAFLET, "build"), stderr=subprocess.PIPE, start_new_session=True)
    while len(pdfs()) < 3 and ran.poll() is None:
        time.sleep(0.02)
    os.killpg(ran.pid, sign)
    _, text = ran.communicate(timeout=60)
    assert ran.returncode == 130
    assert b"Traceback" not in text
    assert Path("dist/index.html").exists()
    left = [path.name for path in Path("dist").rglob(".leaflet*")]
    rows = receipt("dist/manifest.json")["documents"]
    # The signal may fall between a PDF and its row: then it is printed once more.
    assert 2 <= len(rows) <= len(pdfs()) <= len(rows) + 1 < 200
    assert left == [NAME]
    assert all(words(Path("dist", row["target"])) for row in rows)
    sources = {Path("dist", row["origin"]).name for row in rows}
    again = build(*(f"content/{name}" for name in sources), "--report", "receipt.json")
    assert (again.exit_code, receipt()["counts"]["unchanged"]) == (0, len(rows))


def test_a_killed_run_leaves_whole_files_and_an_outdated_one_is_found_out() -> None:
    """Nothing can be tidied up then: the older PDF stays until the next run, or until verify."""
    for n in range(100):
        write_monograph(Path(f"content/{n:03}.md"))
    source = write_monograph(Path("content/z.md"))
    assert build(str(source), "-k", "patient").exit_code == 0
    source.write_text(NO_MONOGRAPH)
    ran = subprocess.Popen((*LEAFLET, "build", "-k", "patient"), stderr=subprocess.DEVNULL)
    while len(pdfs()) < 4 and ran.poll() is None:
        time.sleep(0.02)
    ran.kill()
    ran.wait(timeout=60)
    assert 4 <= len(pdfs()) < 101
    assert all(words(Path(pdf)) for pdf in pdfs())
    text = leaflet("verify").stdout
    assert "dist/patient/z.pdf: error[stale] changed since it was printed: content/z.md" in text
    assert build(str(source), "-k", "patient").exit_code == 1
    assert not Path("dist/patient/z.pdf").exists()
