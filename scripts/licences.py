"""Look at the licence of everything that requirements/lock.txt installs; `make audit` calls this.

Prints a table. Ends with 1 where a licence is not on the list, or an exception no longer needed.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements" / "lock.txt"

OPEN = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0"),
        *("MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Unlicense", "Zlib"),
        # As classifiers and older metadata spell them.
        *(
            "Apache 2.0",
            "Apache License 2.0",
            "Apache Software License",
            "BSD License",
            "MIT License",
        ),
        *("ISC License (ISCL)", "Mozilla Public License 2.0 (MPL 2.0)"),
    }
)
"""Licences under which a part may be used, changed and passed on beside MIT-licensed code."""

EXCEPTIONS = {
    "axe-playwright-python": "names none in its metadata; the file LICENSE is MIT",
    "pypdfium2": "BSD-3-Clause and Apache-2.0; pdfium and what it holds, all of that sort",
    "pyphen": "GPL 2+, LGPL 2+ or MPL 1.1, as one likes: MPL 1.1 is taken",
}
"""What the list cannot judge by name, and why it may be used all the same."""


def locked() -> list[str]:
    """The names in the lock file, for whatever machine."""
    return sorted(set(re.findall(r"^([\w.-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)))


def licence(part: Distribution) -> str:
    """What a part says of its licence: as an expression, as classifiers, or in its own words."""

    def told(field: str) -> list[str]:
        return part.metadata.get_all(field) or []

    classifiers = [c for c in told("Classifier") if c.startswith("License :: ")]
    named = " AND ".join(c.rpartition(" :: ")[2] for c in classifiers if c.count(" :: ") > 1)
    words = " ".join(" ".join(told("License")).split())
    return " ".join(told("License-Expression")) or named or words[:60] or "not stated"


def is_open(expression: str) -> bool:
    """Whether all that must be kept is on the list; of alternatives, one is enough."""
    parts = [part.split(" OR ") for part in expression.split(" AND ")]
    return all(any(each in OPEN for each in part) for part in parts)


def main() -> int:
    """Print the table; how many parts are not on the list."""
    doubts = 0
    for name in locked():
        try:
            part = distribution(name)
        except PackageNotFoundError:
            print(f"      {name}: not installed on this machine")
            continue
        told = licence(part)
        well = is_open(told) != (name in EXCEPTIONS)
        doubts += not well
        reason = f"  ({EXCEPTIONS[name]})" if name in EXCEPTIONS else ""
        print(f"{'ok' if well else 'NO':<4}  {name} {part.version}: {told}{reason}")
    return doubts


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
