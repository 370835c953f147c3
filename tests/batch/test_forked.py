"""Each test runs a script of its own: a process of pytest may have threads."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from leaflet.batch import forked
from leaflet.files import folders

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")

SCRIPT = """
import json, os, signal, sys, threading, time
from leaflet.batch import forked
from leaflet.batch.pool import run_in_order
from leaflet.batch.worker import WorkSpec
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic

kept = open(__file__)
signal.signal(signal.SIGTERM, signal.default_int_handler)

def start(_):
    return do

def do(task):
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "hang":
        time.sleep(60)
    if task == "fill":
        held = bytearray(300_000_000)
        time.sleep(60)
    links = [f"/proc/self/fd/{n}" for n in os.listdir("/proc/self/fd")]
    return {
        "child": os.getppid() == parent,
        "open": [os.readlink(each) for each in links if os.path.exists(each)],
        "terminated": signal.getsignal(signal.SIGTERM) == signal.SIG_DFL,
        "blocked": signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []),
    }

def report(task, finding, seconds):
    return finding.code

parent = os.getpid()
settings = Settings(timeout=3, memory=200, jobs=2)
spec = WorkSpec(settings, start, report, "leaflet.batch.worker", forked=True)
if __name__ == "__main__":
    one = forked.is_possible()
    thread = threading.Thread(target=time.sleep, args=(0.3,))
    thread.start()
    two = forked.is_possible()
    thread.join()
    results = list(run_in_order(spec, sys.argv[1:]))
    print(json.dumps([one, two, results, signal.SIGINT in signal.pthread_sigmask(0, [])]))
"""


def run(folder: Path, *tasks: str) -> tuple[bool, bool, list[object], bool]:
    script = folder / "script.py"
    script.write_text(SCRIPT)
    command = (sys.executable, str(script), *tasks)
    ended = subprocess.run(command, capture_output=True, check=True, timeout=60)
    one, two, results, blocked = json.loads(ended.stdout)
    return one, two, results, blocked


def test_a_process_with_several_threads_forks_no_worker(tmp_path: Path) -> None:
    assert run(tmp_path)[:2] == (True, False)
    assert forked.is_possible() == (len(folders.names(Path("/proc/self/task"))) == 1)


def test_a_worker_is_a_child_that_has_nothing_of_its_parent_open(tmp_path: Path) -> None:
    _, _, (found,), blocked = run(tmp_path, "look")
    assert isinstance(found, dict)
    assert not [name for name in found.pop("open") if name.endswith("script.py")]
    assert found == {"child": True, "terminated": True, "blocked": True}
    assert not blocked


def test_a_task_that_dies_hangs_or_fills_the_memory_fails_alone(tmp_path: Path) -> None:
    results = run(tmp_path, "die", "hang", "fill", "look")[2]
    assert results[:3] == ["worker-died", "timeout", "out-of-memory"]
    assert isinstance(results[3], dict)
