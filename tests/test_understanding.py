from pathlib import Path

from leaflet.diagnostics import Diagnostic
from leaflet.project import Given
from leaflet.settings import Settings, keys
from leaflet.understanding import understand


def test_what_fits_is_chosen_and_what_does_not_is_told() -> None:
    faults: list[Diagnostic] = []
    given = [
        Given("print.output", "out", "leaflet.toml", 1),
        Given("print.jobs", "many", "leaflet.toml", 2),
        Given("print.job", 2, "leaflet.toml", 3),
    ]
    [chosen] = understand(given, keys([]), Path("base"), faults)
    assert (chosen.name, chosen.key, chosen.table) == ("output", "print.output", "print")
    assert chosen.value == Path("base/out")
    assert [(fault.code, fault.line) for fault in faults] == [
        ("bad-setting", 2),
        ("unknown-setting", 3),
    ]
    assert Settings().output == Path("dist")
