"""``python -m leaflet``, and the command ``leaflet``."""

from leaflet.import_path import leave_current_directory

leave_current_directory()

# Not before the import path is safe.
import gc  # noqa: E402
import signal  # noqa: E402
from types import FrameType  # noqa: E402

from leaflet.standard_streams import open_standard_streams  # noqa: E402


def run() -> None:
    """Run the command line; exits the process."""
    open_standard_streams()
    # Modules, and thousands of small values of a run, live as long as it: do not search them often.
    gc.set_threshold(100_000, 50, 100)
    # A shell lets what it runs in the background ignore Ctrl-C.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, interrupt_once)
    try:
        from leaflet.cli import main  # noqa: PLC0415 - takes long enough for a Ctrl-C

        main(prog_name="leaflet")
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def interrupt_once(_signal: int, _frame: FrameType | None) -> None:
    """End what goes on at the first Ctrl-C; another one does not disturb the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    run()
