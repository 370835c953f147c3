"""Ways to run the commands, and to see what they left behind."""

import json
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from leaflet.cli import main

LEAFLET = (sys.executable, "-m", "leaflet")


def leaflet(*args: str, data: str = "", **environ: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, args, input=data, env=environ)


def build(*args: str, data: str = "", **environ: str) -> Result:
    """Run ``leaflet build`` in this process."""
    return leaflet("build", *args, data=data, **environ)


def pdfs(folder: str = ".") -> list[str]:
    """The PDFs below a folder, in order."""
    return sorted(str(path) for path in Path(folder).rglob("*.pdf"))


def receipt(file: str = "receipt.json") -> dict[str, Any]:
    """What a receipt or a manifest holds."""
    content: dict[str, Any] = json.loads(Path(file).read_bytes())
    return content
