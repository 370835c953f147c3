"""A description of the machine."""

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
    """The load average of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _model() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text().splitlines() if file.exists() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return models[0] if models else "unknown model"
