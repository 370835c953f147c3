"""What goes on at a machine of a cluster: a sheaf of documents is printed as it would be at home.

The local engine does it, in a process of its own. So a document that hangs, or takes more memory
than it may, is stopped there and reported by name, and the cluster loses nothing by it.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from multiprocessing import current_process
from pathlib import Path

from leaflet.batch.pool import print_all
from leaflet.batch.remote_job import RemoteJob, RemoteSetup, make, unpack, unpack_setup
from leaflet.errors import SettingsError
from leaflet.job import Outcome


def print_sheaf(setup: RemoteSetup, sheaf: Sequence[RemoteJob]) -> list[Outcome]:
    """Print documents on this machine; their outcomes in the order of the parcels.

    Raises SettingsError where this machine cannot print what would be printed at home, or where
    nobody could.
    """
    examine(setup.make)
    with tempfile.TemporaryDirectory(prefix="leaflet-") as place:
        here = Path(place)
        settings = replace(unpack_setup(setup, here / "theme"), jobs=1)
        jobs = [unpack(remote_job, here / str(number)) for number, remote_job in enumerate(sheaf)]
        try:
            return list(print_all(jobs, settings, setup.day))
        except SettingsError as error:
            home = str(setup.settings.project)
            told = (d.file.replace(str(here / "theme"), home) for d in error.diagnostics)
            pairs = zip(error.diagnostics, told, strict=True)
            raise SettingsError(replace(d, file=file) for d, file in pairs) from None


def examine(home: Mapping[str, str]) -> None:
    """Raise SettingsError where this machine would print otherwise than home, or cannot print."""
    if current_process().daemon:
        raise SettingsError.of(
            "no-processes",
            "a worker of the cluster may not start processes of its own",
            hint="start it with `dask worker --no-nanny`",
        )
    here = make()
    differ = [name for name in home if here.get(name) != home[name]]
    if differ:
        told = (f"{name} {here.get(name) or 'unknown'} (here: {home[name]})" for name in differ)
        raise SettingsError.of(
            "versions-differ",
            f"a worker of the cluster might print other pages: it has {', '.join(told)}",
            hint="install the same leaflet on all machines",
        )
