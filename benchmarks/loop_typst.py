"""Typst in-process: pages that pandoc made beforehand, compiled in one warm process.

python -m benchmarks.loop_typst OUT FILE.typ...
"""

import sys
from pathlib import Path

import typst

from benchmarks import loop


def main() -> None:
    out = Path(sys.argv[1])
    compiler = typst.Compiler()

    def work(page: str) -> None:
        pdf = compiler.compile(input=Path(page).read_bytes())
        (out / f"{Path(page).stem}.pdf").write_bytes(pdf)

    loop.run(work, sys.argv[2:])


if __name__ == "__main__":
    main()
