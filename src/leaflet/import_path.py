"""Keeps Python from importing modules that happen to be in the current directory.

leaflet runs in folders of monographs, and those come from anywhere. A ``yaml.py`` beside them must
not be taken for a library: neither by this process nor by those that it starts.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


def leave_current_directory() -> None:
    """Take the current directory off the import path of this process, and of those it starts.

    Call it before anything else is imported. ``python -m`` and an empty entry of ``PYTHONPATH``
    put it there; an entry that spells a folder out stays.
    """
    sys.path[:] = _elsewhere(sys.path)
    _secure_environment()


@contextmanager
def safe_import_path() -> Iterator[None]:
    """Within it, processes start without the current directory on their import path.

    multiprocessing starts its fork server and resource tracker by ``python -c``, which would put
    it first, and hands the import path of this process on to each worker.
    """
    path = list(sys.path)
    saved = {name: os.environ.get(name) for name in ("PYTHONSAFEPATH", "PYTHONPATH")}
    leave_current_directory()
    try:
        yield
    finally:
        sys.path[:] = path
        for name, value in saved.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _elsewhere(entries: Iterable[str]) -> list[str]:
    try:
        here = os.stat(os.curdir)
    except OSError:  # it was deleted
        return [entry for entry in entries if entry]
    return [entry for entry in entries if entry and not _is(entry, here)]


def _is(entry: str, folder: os.stat_result) -> bool:
    # What holds leaflet itself has to stay: someone may work in the folder of its source code.
    if os.path.isfile(os.path.join(entry, "leaflet", "import_path.py")):
        return False
    try:
        return os.path.samestat(os.stat(entry), folder)
    except OSError:
        return False


def _secure_environment() -> None:
    os.environ["PYTHONSAFEPATH"] = "1"
    if "PYTHONPATH" in os.environ:
        entries = os.environ["PYTHONPATH"].split(os.pathsep)
        os.environ["PYTHONPATH"] = os.pathsep.join(_elsewhere(entries))
