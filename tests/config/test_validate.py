from pathlib import Path

from leaflet.config.settings import Settings, keys
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import understand
from leaflet.diagnostics import Diagnostic


def test_what_fits_is_chosen_and_what_does_not_is_told() -> None:
    faults: list[Diagnostic] = []
    given = [
        RawSetting("print.output", "out", "leaflet.toml", 1),
        RawSetting("print.jobs", "many", "leaflet.toml", 2),
        RawSetting("print.job", 2, "leaflet.toml", 3),
    ]
    [chosen] = understand(given, keys([]), Path("base"), faults)
    assert (chosen.name, chosen.key, chosen.table) == ("output", "print.output", "print")
    assert chosen.value == Path("base/out")
    assert [(fault.code, fault.line) for fault in faults] == [
        ("bad-setting", 2),
        ("unknown-setting", 3),
    ]
    assert Settings().output == Path("dist")
