"""Check the licence of everything that requirements/lock.txt installs; `make audit` calls this.

Prints a table. Exits with 1 if a licence is not on the list, or an exception no longer needed.
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
"""Licences under which a package may be used, changed and distributed with MIT-licensed code."""

EXCEPTIONS = {
    "axe-playwright-python": "names none in its metadata; the file LICENSE is MIT",
    "pypdfium2": "BSD-3-Clause and Apache-2.0; pdfium and its dependencies have similar licences",
    "pyphen": "GPL 2+, LGPL 2+ or MPL 1.1, at our choice: MPL 1.1",
}
"""Packages whose licence is not on the list by name, and why they may be used."""


def locked() -> list[str]:
    """The names in the lock file, for all platforms."""
    return sorted(set(re.findall(r"^([\w.-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)))


def licence(package: Distribution) -> str:
    """The licence in a package's metadata: an expression, classifiers, or free text."""

    def values(field: str) -> list[str]:
        return package.metadata.get_all(field) or []

    classifiers = [c for c in values("Classifier") if c.startswith("License :: ")]
    named = " AND ".join(c.rpartition(" :: ")[2] for c in classifiers if c.count(" :: ") > 1)
    words = " ".join(" ".join(values("License")).split())
    return " ".join(values("License-Expression")) or named or words[:60] or "not stated"


def is_open(expression: str) -> bool:
    """Whether every licence of an expression is on the list; of alternatives, one is enough."""
    parts = [part.split(" OR ") for part in expression.split(" AND ")]
    return all(any(each in OPEN for each in part) for part in parts)


def main() -> int:
    """Print the table; the number of packages that fail."""
    failed = 0
    for name in locked():
        try:
            package = distribution(name)
        except PackageNotFoundError:
            print(f"      {name}: not installed on this machine")
            continue
        stated = licence(package)
        accepted = is_open(stated) != (name in EXCEPTIONS)
        failed += not accepted
        reason = f"  ({EXCEPTIONS[name]})" if name in EXCEPTIONS else ""
        print(f"{'ok' if accepted else 'NO':<4}  {name} {package.version}: {stated}{reason}")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
