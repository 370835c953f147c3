"""Standard input, output and error, which whoever starts leaflet may have closed."""

import io
import os
import sys


def open_standard_streams() -> None:
    """Open what of standard input, output and error is closed.

    Otherwise the next file that is opened becomes one of them, and gets what is printed there. To
    read or write what was closed is an OSError, but messages are just not shown.
    """
    for number, flags in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # gets the lowest number that is free
    sys.stdin, sys.stdout, sys.stderr = (
        # Unbuffered: what cannot be written would be written again at the end.
        stream or io.TextIOWrapper(io.FileIO(number, mode, closefd=False), write_through=True)
        for number, (stream, mode) in enumerate(
            ((sys.stdin, "r"), (sys.stdout, "w"), (sys.stderr, "w"))
        )
    )


def discard(*streams: int) -> None:
    """Let whatever is still written to these descriptors go nowhere. Raises OSError."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in streams:
        os.dup2(nowhere, number)
    os.close(nowhere)
