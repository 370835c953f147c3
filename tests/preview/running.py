"""A preview that runs in a process of its own."""

import os
import signal
import subprocess
from pathlib import Path

from cli.running import LEAFLET
from helpers import write_monograph


class Preview:
    """A preview of a folder's ``content/``, in which ``file`` is one monograph, ``a.md``.

    Tests may keep the name of its first print in ``first``: the same print has the same bytes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.first = ""
        self.file = write_monograph(folder / "content" / "a.md")
        command = (*LEAFLET, "preview", "--no-open", "-k", "patient")
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()

    def end(self, sign: signal.Signals = signal.SIGINT) -> int:
        """End it, as Ctrl-C at a terminal would; its exit code."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, sign)
        self.process.communicate(timeout=60)
        return self.process.returncode
