"""A worker process seen from outside: it is started, given tasks, and stopped if it must be.

Each worker has a pipe of its own and shares nothing with the others, so it may be killed at any
moment, and only the task that it was doing is lost.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from math import inf
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from signal import SIG_BLOCK, SIG_UNBLOCK, SIGINT, Signals, pthread_sigmask
from threading import Lock
from types import ModuleType
from typing import Any, Generic

from leaflet import clock
from leaflet.batch import forked
from leaflet.batch.worker import TOO_LARGE, Result, Task, WorkSpec, serve
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.import_path import safe_import_path

# Workers that are not forked from this process are from a server process, which has no threads and
# has imported what they need.
_CONTEXT = get_context("forkserver")

_START_LOCK = Lock()
"""The preview starts workers in threads, but to start one changes ``sys`` for a moment."""


class WorkerProcess(Generic[Task, Result]):
    """A worker process and the task that it is doing; ``deadline`` is when that must be done."""

    def __init__(self, spec: WorkSpec[Task, Result]) -> None:
        self._spec = spec
        self._task: Task | None = None
        self._sent = self.deadline = inf
        self.pipe, child_end = _CONTEXT.Pipe()
        self._process = forked.start(child_end, spec) if spec.forked else _serve(child_end, spec)
        child_end.close()

    def send(self, task: Task) -> None:
        """Give the worker a task; it must be ready for one."""
        self._task = task
        self._sent = clock.seconds()
        self.deadline = self._sent + (self._spec.settings.timeout or inf)
        with suppress(OSError):  # it has died, which the next call of receive finds out
            self.pipe.send(task)

    def receive(self) -> Result | None:
        """The result of the task, or None if there is none: the worker is ready, or has ended.

        To be called when the pipe is readable, or the deadline has passed: then the worker is
        stopped. Raises SettingsError if no task can be done.
        """
        if not self.pipe.poll():
            return self._crash(_timeout(self._spec.settings.timeout))
        try:
            message: Result | SettingsError | None = self.pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            exit_code = self._process.exitcode or 0
            return self._crash(_death(exit_code, self._spec.settings.memory))
        if isinstance(message, SettingsError):
            raise message
        self._task, self.deadline = None, inf
        return message

    def _crash(self, finding: Diagnostic) -> Result | None:
        self.stop()
        if self._task is None:
            return None
        return self._spec.on_crash(self._task, finding, clock.seconds() - self._sent)

    @property
    def ended(self) -> bool:
        """Whether the process has ended or was stopped."""
        return self.pipe.closed

    def stop(self) -> None:
        """End the process at once, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def _serve(pipe: "Connection[Any, Any]", spec: WorkSpec[Any, Any]) -> BaseProcess:
    """Start a worker that serves a pipe. Raises OSError."""
    process = _CONTEXT.Process(target=serve, args=(pipe, spec), daemon=True)
    with _START_LOCK, safe_import_path(), _hidden_main():
        _start_server(spec.preload)
        process.start()
    return process


def _start_server(preload: str) -> None:
    """Start the process that workers are forked from, unless it runs, with a module they need.

    Ctrl-C at a terminal reaches every process, but only the one that the user started may react
    to it. The server and its workers inherit the block.
    """
    _CONTEXT.set_forkserver_preload([preload])
    resource_tracker.ensure_running()  # it would undo the block if it started later
    pthread_sigmask(SIG_BLOCK, [SIGINT])
    try:
        with _short_temporary_folder():
            forkserver.ensure_running()
    finally:
        pthread_sigmask(SIG_UNBLOCK, [SIGINT])


@contextmanager
def _short_temporary_folder() -> Iterator[None]:
    """Within it, temporary files have short paths: that of a socket has 108 bytes at most."""
    before = tempfile.gettempdir()
    if len(os.fsencode(before)) > 70:  # bytes; Python adds two names of its own
        tempfile.tempdir = "/tmp"  # noqa: S108 - what is made there gets names that nobody can guess
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def _hidden_main() -> Iterator[None]:
    """Within it, processes start without importing the main module of this one.

    multiprocessing imports it, in case it defines what the process calls; workers call nothing but
    leaflet. A script that builds without ``if __name__ == "__main__"`` would do so again in each.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _timeout(seconds: float) -> Diagnostic:
    message = f"it took longer than {seconds:g} seconds and was stopped"
    hint = "raise the limit with --timeout, or timeout under [print] in leaflet.toml"
    return Diagnostic.error("timeout", message, hint=hint)


def _death(exit_code: int, memory: int) -> Diagnostic:
    if exit_code == TOO_LARGE:
        message = f"it took more than {memory} MB of memory and was stopped"
        hint = "raise the limit with --memory, or memory under [print] in leaflet.toml"
        return Diagnostic.error("out-of-memory", message, hint=hint)
    how = f"killed by {Signals(-exit_code).name}" if exit_code < 0 else f"exit code {exit_code}"
    return Diagnostic.error("worker-died", f"its worker process ended unexpectedly ({how})")
