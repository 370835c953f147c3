"""What a user gave, in whatever way → values of the settings that it names, and what is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting
from leaflet.config.value_types import ValueType
from leaflet.diagnostics import Diagnostic

Known = Mapping[str, "Field[Any]"]
"""The settings that can be given in one way, by the name they have there."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A setting as it was chosen: its field, its value, and what chose it."""

    field: "Field[Any]"
    value: Any
    given: RawSetting

    @property
    def name(self) -> str:
        """The name of its field."""
        return self.field.name

    @property
    def key(self) -> str:
        """Its key in ``leaflet.toml``, whether it was given there or not."""
        return self.given.key if self.given.file else str(self.field.metadata["key"])

    @property
    def table(self) -> str:
        """The table that its key stands in."""
        return self.key.partition(".")[0]


def understand(
    given: Iterable[RawSetting], known: Known, base: Path, faults: list[Diagnostic]
) -> Iterator[Chosen]:
    """What was given as values, paths being relative to ``base``.

    What is unknown or of the wrong form joins the ``faults``.
    """
    for each in given:
        if each.key not in known:
            faults.append(unknown(each, known))
            continue
        field = known[each.key]
        form: ValueType = field.metadata["form"]
        if form.fits(each.value):
            yield Chosen(field, form.build(each.value, base), each)
        else:
            faults.append(misfit(each, form))


def variables(environ: Mapping[str, str], known: Known, prefix: str) -> Iterator[RawSetting]:
    """What the environment gives; a variable that is nearly one of ours was meant to be one."""
    for name, text in environ.items():
        if name in known and text:
            yield RawSetting(name, known[name].metadata["form"].spelt(text))
        elif name.startswith(prefix) and name not in known:
            words = (each.removeprefix(prefix) for each in known)
            if get_close_matches(name.removeprefix(prefix), words, cutoff=0.75):
                yield RawSetting(name, text)


def unknown(given: RawSetting, known: Iterable[str]) -> Diagnostic:
    """There is no such setting; one of the ``known`` may have been meant."""
    message = f'there is no setting "{given.key}"'
    return fault("unknown-setting", message, given, nearest(given.key, known))


def misfit(given: RawSetting, form: ValueType) -> Diagnostic:
    """The value has not the form that its setting takes."""
    message = f"{given.key} takes {form.words}, not {given.value!r}"
    return fault("bad-setting", message, given)


def fault(code: str, message: str, given: RawSetting, hint: str = "", line: int = 0) -> Diagnostic:
    """An error at the place where something was given."""
    at = line or given.line
    return Diagnostic.error(code, message, given.file, at, hint=hint)
