"""What changed in a run → a list of changes to read, to print, and for programs."""

import json
from pathlib import Path

from leaflet import files
from leaflet.api.comparing import Comparison
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.files.folders import walk

NAME = "changes"


def write_list(
    compared: Comparison, counts: str, folder: Path, settings: Settings
) -> tuple[Diagnostic, ...]:
    """Write ``changes.json``, ``changes.html`` and ``changes.pdf``; ``counts`` is one line of text.

    Marked editions of an earlier run are removed. Returns what is wrong if the PDF cannot be
    printed; the others are whole. Raises SettingsError if the theme cannot be used, OSError.
    """
    # Loads the layout engine, in a process of its own.
    from leaflet.batch.change_pages import print_page  # noqa: PLC0415
    from leaflet.compose.changes import list_changes  # noqa: PLC0415
    from leaflet.theme.search_path import Theme  # noqa: PLC0415

    _remove_outdated(compared, folder)
    text = json.dumps(compared.as_dict(), ensure_ascii=False, indent=1)
    files.write(folder / f"{NAME}.json", text.encode("utf-8", "replace"), folder)
    title, theme = f"Changes: {compared.old} → {compared.new}", Theme.of(settings.project)
    screen = list_changes(compared.listed, title, counts, theme, on_screen=True)
    files.write(folder / f"{NAME}.html", screen.html.encode("utf-8", "replace"), folder)
    printed = print_page(list_changes(compared.listed, title, counts, theme), settings)
    file = folder / f"{NAME}.pdf"
    if isinstance(printed, Diagnostic):
        files.remove(file, folder)
        return (Diagnostic.error(printed.code, printed.message, str(file)),)
    files.write(file, printed, folder)
    return ()


def _remove_outdated(compared: Comparison, folder: Path) -> None:
    """Remove the marked editions that an earlier run wrote here. Raises OSError."""
    marked = folder / "marked"
    if not files.is_regular(folder / f"{NAME}.json") or not marked.is_dir():
        return
    current = {str(folder / each.file) for file in compared.files for each in file.marked}
    for entry in walk(marked):
        if entry.name.endswith(".pdf") and entry.path not in current:
            files.remove(Path(entry.path), folder)
