"""The machine that was measured on, in words."""

import os
import platform
from importlib import metadata
from pathlib import Path


def describe() -> str:
    """CPUs, system, Python and engine."""
    weasyprint = metadata.version("weasyprint")
    return (
        f"{os.cpu_count()} CPUs ({_model()}), {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, WeasyPrint {weasyprint}"
    )


def load() -> str:
    """How many processes wanted a CPU during the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _model() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return models[0] if models else "of unknown make"
