"""``python -m leaflet``, and the command ``leaflet``."""

from leaflet.import_path import leave_current_directory

leave_current_directory()

from leaflet.cli import main  # noqa: E402 - not before the import path is safe


def run() -> None:
    """Run the command line; exits the process."""
    main(prog_name="leaflet")


if __name__ == "__main__":
    run()
