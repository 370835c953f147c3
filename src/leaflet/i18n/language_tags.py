"""Language tags (BCP 47) and what they fall back on."""

from collections.abc import Mapping


def fallbacks(tag: str) -> tuple[str, ...]:
    """The languages that a tag falls back on, the nearest first: de-AT, de (RFC 4647, 3.4)."""
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


def in_language(texts: Mapping[str, str], tag: str) -> str:
    """The text for a language, or for one that its tag falls back on; empty if there is none."""
    return next((texts[each] for each in fallbacks(tag) if each in texts), "")
