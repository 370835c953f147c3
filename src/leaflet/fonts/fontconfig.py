"""Makes the layout engine find the pinned fonts and no others.

fontconfig reads a file of leaflet's own that names no folder of the machine. That is faster than
``@font-face``, and pages do not depend on the fonts of the machine. Variable fonts are instantiated
at their two weights once per machine: WeasyPrint 70 would do it again for every document that uses
one, which took an eighth of its time.
"""

import atexit
import os
import shutil
import tempfile
from functools import cache
from hashlib import sha256
from html import escape
from itertools import product
from pathlib import Path

import leaflet.cache
from leaflet import files
from leaflet.distributions import version
from leaflet.fonts import families

WEIGHTS = {"Regular": 400, "Bold": 700}
"""The weights at which variable fonts are instantiated: those that the style sheets use."""

# Every request ends in the pinned families, so that a style that names another font and a character
# that Atkinson lacks look the same everywhere. Unused weights are hidden.
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {folders}
  <cachedir>{cache}</cachedir>
  <selectfont><rejectfont>{unused}</rejectfont></selectfont>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="strong">
      {families}
    </edit>
  </match>
</fontconfig>
"""


@cache
def configure() -> Path:
    """Make the pinned fonts the only ones of this process and of those that it starts.

    Instantiates the variable fonts and writes leaflet's fontconfig file, if they are missing, and
    sets ``FONTCONFIG_FILE``. Must be called before the layout engine is imported. Returns the file.
    Raises SettingsError if a font package is missing.
    """
    try:
        config = _write_config(cache_folder())
    except (OSError, RuntimeError):  # a read-only home, or none at all
        config = _write_config(temporary_folder())
    os.environ["FONTCONFIG_FILE"] = str(config)
    return config


def cache_folder() -> Path:
    """Where fonts that were made once for this machine are kept. Raises RuntimeError: no home."""
    return leaflet.cache.folder("fonts")


@cache
def temporary_folder() -> Path:
    """The same for this process only, where that cannot be written to."""
    temporary = Path(tempfile.mkdtemp(prefix="leaflet-fonts-"))
    atexit.register(shutil.rmtree, temporary, ignore_errors=True)
    return temporary


def _write_config(cache_folder: Path) -> Path:
    folders = [_font_folder(family.package, cache_folder) for family in families.FAMILIES]
    content = _CONFIG.format(
        folders="\n  ".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
        cache=escape(str(cache_folder)),
        unused="".join(f"<glob>*/{file.name}</glob>" for file in families.files(used=False)),
        families="\n      ".join(f"<string>{family}</string>" for family in families.PINNED),
    ).encode()
    # Named by its content, so that two installations never overwrite each other's file.
    config = cache_folder / f"{sha256(content).hexdigest()[:16]}.conf"
    if not config.is_file():
        files.write(config, content)
    return config


def _font_folder(package: str, cache_folder: Path) -> Path:
    """The folder with a package's fonts: its own, or that of its instantiated variable fonts."""
    shipped = families.folder(package)
    variable = sorted(shipped.glob("*wght].*"))
    if not variable:
        return shipped
    versions = "-".join(map(version, (package, "uharfbuzz")))
    folder = cache_folder / f"{package}-{versions}"
    for font, (name, weight) in product(variable, WEIGHTS.items()):
        static = folder / f"{font.stem.partition('[')[0]}-{name}.ttf"
        if not static.is_file():
            files.write(static, _instantiate(font, weight))
    return folder


def _instantiate(font: Path, weight: int) -> bytes:
    """The font file of a variable font at one weight."""
    import uharfbuzz  # noqa: PLC0415 - importing it takes longer than using it

    face = uharfbuzz.Face(uharfbuzz.Blob(files.read(font)))
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.pin_all_axes_to_default(face)
    wanted.pin_axis_location(face, "wght", weight)
    data: bytes = uharfbuzz.subset(face, wanted).blob.data
    return data
