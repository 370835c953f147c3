"""The least that a monograph as an accessible PDF can cost with the same engine.

    python -m benchmarks.loop_plain OUT FILE.md...

Python-Markdown, twenty lines of CSS, and WeasyPrint with tags (PDF/UA-1), in one warm process with
one style sheet and one font configuration.
"""

import sys
from pathlib import Path

import markdown

from benchmarks import loop
from leaflet.fonts import fontconfig

fontconfig.configure()
from weasyprint import CSS, HTML  # noqa: E402 - finds its fonts when it is loaded
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

STYLE = """
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page); font-size: 9pt } }
html { font-family: "Atkinson Hyperlegible", "Source Sans 3"; font-size: 11pt; line-height: 1.4 }
body { margin: 0 }
h1 { font-size: 20pt; margin: 0 0 6mm }
h2 { font-size: 15pt; margin: 6mm 0 2mm }
h3 { font-size: 13pt; margin: 5mm 0 2mm }
h1, h2, h3 { color: #0b4759; break-after: avoid }
p { margin: 0 0 2mm }
ul, ol { margin: 0 0 2mm; padding-left: 6mm }
li { margin: 0 0 1mm }
table { border-collapse: collapse; width: 100%; margin: 0 0 3mm }
th, td { border: 0.5pt solid #999; padding: 1mm 2mm; text-align: left; vertical-align: top }
th { background: #eee }
blockquote { margin: 0 0 2mm; padding-left: 4mm; border-left: 2pt solid #999 }
a { color: inherit }
"""


def main() -> None:
    out = Path(sys.argv[1])
    fonts = FontConfiguration()
    style = CSS(string=STYLE, font_config=fonts)

    def work(source: str) -> None:
        text = Path(source).read_text("utf-8").split("\n---\n", 1)[-1]
        title = Path(source).stem
        body = markdown.markdown(text, extensions=["tables", "sane_lists"])
        page = f"<html lang=en><title>{title}</title><h1>{title}</h1>{body}</html>"
        HTML(string=page).write_pdf(
            out / f"{title}.pdf", stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"
        )

    loop.run(work, sys.argv[2:])


if __name__ == "__main__":
    main()
