"""Monographs to measure with: the samples of ``content/``, repeated under made-up names."""

import re
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "content"

_SYLLABLES = ("ba", "ce", "di", "fo", "ga", "li", "mo", "nu", "pra", "ri", "sto", "va")
_ENDINGS = ("mab", "nib", "olol", "pril", "statin", "tinib", "vir", "zole")


def write_monographs(folder: Path, count: int) -> list[Path]:
    """Write ``count`` monographs, each of a different medicine; return the files.

    Each is a sample with a made-up name in every sentence, so that no two texts are the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    samples = sorted(CONTENT.glob("*.md"))
    files = []
    for number in range(count):
        sample = samples[number % len(samples)]
        made_up = name(number)
        text = _renamed(sample.read_text("utf-8"), sample.stem, made_up)
        files.append(folder / f"{number:05}-{made_up}.md")
        files[-1].write_text(text, "utf-8")
    return files


def name(number: int) -> str:
    """A name that no medicine has, a different one for each number."""
    ending = _ENDINGS[number % len(_ENDINGS)]
    parts: list[str] = []
    while number or not parts:
        number, part = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[part])
    return "x" + "".join(parts) + ending


def _renamed(text: str, before: str, after: str) -> str:
    def rename(found: re.Match[str]) -> str:
        return after.capitalize() if found[0][0].isupper() else after

    return re.sub(rf"\b{before}\b", rename, text, flags=re.IGNORECASE)
