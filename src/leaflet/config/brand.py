"""The organisation that hands a document out: its name, logo, address and colours."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from leaflet import files
from leaflet.config.validate import setting
from leaflet.config.value_types import Address, Colours, Text

_DRAWABLE = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_WORDS = re.compile(rb"<(?:\w+:)?(?:text|foreignObject)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """The organisation that hands a document out; any of it may be empty.

    ``logo`` is the path of a picture in the project's folder, ``logo_alt`` what a screen reader
    says in its place. ``colours`` are tokens of the style sheet by name, without their dashes.
    """

    name: Text = setting("brand.name", "who hands the documents out", "")
    logo: Text = setting("brand.logo", "its logo: an SVG, PNG or JPEG file of the project", "")
    logo_alt: Text = setting(
        "brand.logo-alt", "what a screen reader says for the logo; default: name", ""
    )
    address: Text = setting("brand.address", "its address, in one line", "")
    phone: Text = setting("brand.phone", "its telephone number", "")
    url: Address = setting("brand.url", "its web page, https://…", "")
    colours: Colours = setting(
        "brand.colours", "its colours, which win over those of the default style", dict
    )

    @property
    def described(self) -> str:
        """The text for readers who do not see the logo."""
        return self.logo_alt or self.name

    def __bool__(self) -> bool:
        """Whether there is anything to be shown beside the text."""
        return any((self.name, self.logo, self.address, self.phone, self.url))


def logo_problems(brand: Brand, project: Path) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the logo: the key at fault, a message and a hint."""
    if not brand.logo:
        if brand.logo_alt:
            yield "brand.logo-alt", "describes a logo, but none is set", "set logo, or remove this"
        return
    file = os.path.realpath(project / brand.logo)
    if PurePosixPath(brand.logo).is_absolute() or not Path(file).is_relative_to(
        os.path.realpath(project)
    ):
        yield (
            "brand.logo",
            f'"{brand.logo}" is outside the project',
            "put the picture into its folder",
        )
    elif not os.path.isfile(file):
        yield "brand.logo", f'there is no file "{brand.logo}"', "a path is relative to leaflet.toml"
    else:
        yield from _undrawable(brand.logo, files.read(Path(file)))
    if not brand.described:
        yield (
            "brand.logo",
            "the logo has no text for readers who do not see it",
            "set name or logo-alt",
        )


def _undrawable(name: str, data: bytes) -> Iterator[tuple[str, str, str]]:
    if b"<svg" in data[:1000]:
        if _WORDS.search(data):
            # A screen reader would read its letters out as words of the leaflet.
            message = f'"{name}" contains text elements'
            yield (
                "brand.logo",
                message,
                "convert its text to outlines (paths) in the drawing program",
            )
    elif not data.startswith(_DRAWABLE):
        yield "brand.logo", f'"{name}" is not an SVG, PNG or JPEG picture', ""
