"""A worker that is forked from this very process, instead of from a server process.

The server has to load what this process has loaded already, which takes a quarter of the time of a
first document. So runs of few documents do without, where that is safe: on Linux, in a process of
leaflet's own that has one thread. A thread would leave its locks locked in the worker; and the
worker starts with the memory of this process, which counts towards its limit.
"""

import gc
import os
import signal
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from leaflet.batch.worker import WorkSpec, serve
from leaflet.files import folders

_THREADS = Path("/proc/self/task")
_OPEN_FILES = Path("/proc/self/fd")
_STANDARD_STREAMS = 3


def is_possible() -> bool:
    """Whether this process has one thread, as far as the system says."""
    return len(folders.names(_THREADS)) == 1


def start(pipe: "Connection[Any, Any]", spec: WorkSpec[Any, Any]) -> BaseProcess:
    """Fork a worker that serves a pipe. Raises OSError."""
    process = get_context("fork").Process(target=_serve, args=(pipe, spec), daemon=True)
    # Ctrl-C reaches every process, but only this one may react to it; the worker inherits the mask.
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    return process


def _serve(pipe: "Connection[Any, Any]", spec: WorkSpec[Any, Any]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _close_files(pipe)
    gc.disable()  # what is loaded now lives as long as the worker
    import_module(spec.preload)
    gc.enable()
    serve(pipe, spec)


def _close_files(pipe: "Connection[Any, Any]") -> None:
    """Close the files of the parent: its lock of the output folder must end with it alone.

    Its database and its end of the pipe are among them; nothing here uses them.
    """
    parent = parent_process()
    kept = {pipe.fileno(), parent.sentinel if parent else -1}
    for number in map(int, folders.names(_OPEN_FILES)):
        if number >= _STANDARD_STREAMS and number not in kept:
            with suppress(OSError):
                os.close(number)
