"""plutoprint in-process: what is possible for HTML and CSS, without tags.

python -m benchmarks.loop_plutoprint OUT FILE.md...
"""

import sys
from pathlib import Path

import markdown
import plutoprint

from benchmarks import loop


def main() -> None:
    out = Path(sys.argv[1])

    def work(source: str) -> None:
        text = Path(source).read_text("utf-8").split("\n---\n", 1)[-1]
        title = Path(source).stem
        body = markdown.markdown(text, extensions=["tables", "sane_lists"])
        book = plutoprint.Book(plutoprint.PAGE_SIZE_A4)
        book.load_html(f"<html lang=en><title>{title}</title><h1>{title}</h1>{body}</html>")
        book.write_to_pdf(str(out / f"{title}.pdf"))

    loop.run(work, sys.argv[2:])


if __name__ == "__main__":
    main()
