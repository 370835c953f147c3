import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import builtins, dataclasses
from dataclasses import FrozenInstanceError, asdict, dataclass, field, make_dataclass, replace
from leaflet.cache import methods

compiled = []
builtins.compile = lambda *given, compile=compile: compiled.append(given) or compile(*given)

def make():
    @dataclass(frozen=True, slots=True, order=True)
    class Dose:
        amount: int
        unit: str = "mg"
        times: tuple[int, ...] = field(default=(8, 20), repr=False)

    return Dose

usual = make()
methods.keep()
Dose = make()
dose = Dose(5)
assert repr(dose).endswith("Dose(amount=5, unit='mg')") and repr(usual(5)) == repr(dose)
assert dose == Dose(5) < Dose(6) and hash(dose) == hash(Dose(5)) and dose != usual(5)
assert asdict(replace(dose, unit="g")) == {"amount": 5, "unit": "g", "times": (8, 20)}
assert not hasattr(dose, "__dict__")
try:
    dose.amount = 6
except FrozenInstanceError:
    pass
else:
    raise AssertionError("it is not frozen")
own = len(compiled)
for number in range(methods.NEWS):
    make_dataclass(f"Made{number}", [(f"value{number}", int)])
methods.KEPT.save()
print(own, len(compiled))
"""


def test_dataclasses_are_as_usual_and_their_methods_compiled_once(tmp_path: Path) -> None:
    homes = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state")}
    command, environment = (sys.executable, "-c", SCRIPT), os.environ | homes
    first, second = (
        subprocess.run(command, env=environment, capture_output=True, check=True).stdout.split()
        for _ in range(2)
    )
    assert int(first[0]) > 0
    assert int(first[1]) >= 50
    assert second == [b"0", b"0"]
