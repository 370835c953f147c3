"""The house that hands a document out: its name, logo, address and colours."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from leaflet import files
from leaflet.config import value_types
from leaflet.config.value_types import ValueType

_DRAWABLE = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_WORDS = re.compile(rb"<(?:\w+:)?(?:text|foreignObject)\b")


def _told(form: ValueType, key: str, about: str) -> dict[str, object]:
    return {"form": form, "key": f"brand.{key}", "about": about}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """What a document says of the house that hands it out; all of it may be empty.

    ``logo`` is the place of a picture in the project's folder, ``logo_alt`` what a screen reader
    says in its stead. ``colours`` are tokens of the style sheet by name, without their dashes.
    """

    name: str = field(
        default="",
        metadata=_told(value_types.TEXT, "name", "the house that hands the documents out"),
    )
    logo: str = field(
        default="",
        metadata=_told(
            value_types.TEXT, "logo", "its logo: an SVG, PNG or JPEG file of the project"
        ),
    )
    logo_alt: str = field(
        default="",
        metadata=_told(
            value_types.TEXT, "logo-alt", "what a screen reader says of it; default: name"
        ),
    )
    address: str = field(
        default="", metadata=_told(value_types.TEXT, "address", "where it is, in one line")
    )
    phone: str = field(default="", metadata=_told(value_types.TEXT, "phone", "its telephone"))
    url: str = field(
        default="", metadata=_told(value_types.ADDRESS, "url", "its web page, https://…")
    )
    colours: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_told(
            value_types.COLOURS,
            "colours",
            "the colours of the house, above those of the default style",
        ),
    )

    @property
    def described(self) -> str:
        """The words for those who do not see the logo."""
        return self.logo_alt or self.name

    def __bool__(self) -> bool:
        """Whether there is anything to be shown beside the text."""
        return any((self.name, self.logo, self.address, self.phone, self.url))


def faults(brand: Brand, project: Path) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the logo: the key that is to blame, a message, and advice."""
    if not brand.logo:
        if brand.logo_alt:
            yield "logo-alt", "describes a logo, and there is none", "set logo, or take this away"
        return
    place = os.path.realpath(project / brand.logo)
    if PurePosixPath(brand.logo).is_absolute() or not Path(place).is_relative_to(
        os.path.realpath(project)
    ):
        yield "logo", f'"{brand.logo}" is outside the project', "put the picture into its folder"
    elif not os.path.isfile(place):
        yield "logo", f'there is no file "{brand.logo}"', "a path is relative to leaflet.toml"
    else:
        yield from _undrawable(brand.logo, files.read(Path(place)))
    if not brand.described:
        yield "logo", "the logo says nothing to those who do not see it", "set name or logo-alt"


def _undrawable(name: str, data: bytes) -> Iterator[tuple[str, str, str]]:
    if b"<svg" in data[:1000]:
        if _WORDS.search(data):
            # Its letters would be read out as words that nobody wrote.
            told = f'"{name}" holds text as text'
            yield "logo", told, "turn its letters into outlines (paths) in the drawing program"
    elif not data.startswith(_DRAWABLE):
        yield "logo", f'"{name}" is neither an SVG, a PNG nor a JPEG picture', ""
