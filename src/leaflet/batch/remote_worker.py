"""What a machine of a cluster does: it prints a chunk of documents as the local engine does.

That uses a process of its own, so a document that hangs or exceeds its memory is stopped there and
reported by name, and the cluster loses nothing.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from multiprocessing import current_process
from pathlib import Path

from leaflet.batch.local import print_all
from leaflet.batch.remote_job import (
    RemoteJob,
    RemoteSetup,
    pack_answers,
    unpack,
    unpack_setup,
    versions,
)
from leaflet.config.own_fonts import own_families
from leaflet.errors import SettingsError


def print_chunk(setup: RemoteSetup, chunk: Sequence[RemoteJob]) -> bytes:
    """Print documents on this machine; their answers in the same order, as they are sent back.

    Raises SettingsError if no document can be printed, or this machine might print differently.
    """
    check_machine(setup.versions)
    with tempfile.TemporaryDirectory(prefix="leaflet-") as folder:
        theme = Path(folder, "theme")
        settings = replace(unpack_setup(setup, theme), jobs=1)
        own_families(settings.fonts, theme)  # may take longer than a document may
        jobs = [unpack(job, Path(folder, str(number))) for number, job in enumerate(chunk)]
        try:
            return pack_answers(print_all(jobs, settings, setup.day))
        except SettingsError as error:
            project = str(setup.settings.project)
            raise SettingsError(
                replace(each, file=each.file.replace(str(theme), project))
                for each in error.diagnostics
            ) from None


def check_machine(required: Mapping[str, str]) -> None:
    """Raise SettingsError if this machine cannot print, or has other versions than required."""
    if current_process().daemon:
        raise SettingsError.of(
            "no-processes",
            "a worker of the cluster may not start processes of its own",
            hint="start it with `dask worker --no-nanny`",
        )
    here = versions()
    found = [
        f"{name} {here.get(name) or 'unknown'} (here: {version})"
        for name, version in required.items()
        if here.get(name) != version
    ]
    if found:
        raise SettingsError.of(
            "versions-differ",
            f"a worker of the cluster might print other pages: it has {', '.join(found)}",
            hint="install the same leaflet on all machines",
        )
