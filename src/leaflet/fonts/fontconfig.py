"""The type case: the pinned fonts, laid out where the layout engine picks them, and no others.

fontconfig is handed a file of leaflet's own that names no folder of the machine. That is faster
than ``@font-face``, and leaves nothing for the machine to decide. A variable font is cast into its
two weights, once on a machine: WeasyPrint 70 would do so for every document that has a letter of
it, which took an eighth of the time.
"""

import atexit
import os
import shutil
import tempfile
from functools import cache
from hashlib import sha256
from html import escape
from importlib import metadata
from itertools import product
from pathlib import Path

from leaflet import files
from leaflet.fonts import families

WEIGHTS = {"Regular": 400, "Bold": 700}
"""What a variable font is cast at: the weights that the style sheets print in."""

# Every request ends in the pinned families, so that a style naming another font, and a character
# that Atkinson lacks, come out the same everywhere. Weights that nothing asks for stay away.
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {folders}
  <cachedir>{cache}</cachedir>
  <selectfont><rejectfont>{idle}</rejectfont></selectfont>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="strong">
      {families}
    </edit>
  </match>
</fontconfig>
"""


@cache
def offer() -> Path:
    """Make the pinned fonts the only ones of this process and of those that it starts.

    Casts fonts and writes leaflet's fontconfig file, unless they are there already, and points
    ``FONTCONFIG_FILE`` at it. Must happen before the layout engine is imported. Returns the file.
    Raises SettingsError where a package of the fonts is missing.
    """
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        config = _write_config(home.absolute() / "leaflet" / "fonts")
    except (OSError, RuntimeError):  # a read-only home, or none at all
        borrowed = Path(tempfile.mkdtemp(prefix="leaflet-fonts-"))
        atexit.register(shutil.rmtree, borrowed, ignore_errors=True)
        config = _write_config(borrowed)
    os.environ["FONTCONFIG_FILE"] = str(config)
    return config


def _write_config(home: Path) -> Path:
    folders = [_lay_out(family.package, home) for family in families.FAMILIES]
    words = _CONFIG.format(
        folders="\n  ".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
        cache=escape(str(home)),
        idle="".join(f"<glob>*/{file.name}</glob>" for file in families.idle()),
        families="\n      ".join(f"<string>{family}</string>" for family in families.PINNED),
    ).encode()
    # Named after what it says: two installations never rewrite one another's file.
    config = home / f"{sha256(words).hexdigest()[:16]}.conf"
    if not config.is_file():
        files.write(config, words)
    return config


def _lay_out(package: str, home: Path) -> Path:
    """The folder with the fonts of a package: its own, or where its variable fonts were cast."""
    shipped = families.folder(package)
    variable = sorted(shipped.glob("*[[]wght].*"))
    if not variable:
        return shipped
    versions = "-".join(map(metadata.version, (package, "uharfbuzz")))
    for font, (name, weight) in product(variable, WEIGHTS.items()):
        cast = home / f"{package}-{versions}" / f"{font.stem.removesuffix('[wght]')}-{name}.ttf"
        if not cast.is_file():
            files.write(cast, _cast(font, weight))
    return cast.parent


def _cast(font: Path, weight: int) -> bytes:
    """The file of a variable font at one weight, with all that is in it."""
    import uharfbuzz  # noqa: PLC0415 - takes longer to load than to cast with

    face = uharfbuzz.Face(uharfbuzz.Blob(files.read(font)))
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.pin_axis_location(face, "wght", weight)
    data: bytes = uharfbuzz.subset(face, wanted).blob.data
    return data
