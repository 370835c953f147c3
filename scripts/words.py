"""Update the PO files in locale/ to the words that leaflet prints: `make words`.

A new word gets an entry without a translation; an entry that leaflet no longer prints is removed.
With the name of a language that has no PO file yet, as in `make words LANGUAGE=pt`, creates one.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from leaflet.i18n.po_files import translations
from leaflet.kinds.translate import entries
from leaflet.theme.search_path import Theme, shipped

HEAD = """# {language}
#
# NOT YET REVIEWED by a native speaker who is a clinician or pharmacist. Whoever reviews them writes
# name, role and date here.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def update(file: Path) -> int:
    """Rewrite a PO file with all entries in order; the number that lack a translation."""
    old = file.read_text("utf-8") if file.exists() else HEAD.format(language=file.stem)
    known = translations(old.encode(), str(file))
    new = Catalog()
    wanted = list(dict.fromkeys(entries(Theme((shipped(),)).kinds().values())))
    for context, english in wanted:
        new.add(english, known.get((context, english), ""), context=context)
    buffer = BytesIO()
    write_po(buffer, new, width=0, omit_header=True)
    head = old.partition("\n\n")[0]
    file.write_bytes(f"{head}\n\n".encode() + buffer.getvalue().rstrip() + b"\n")
    return sum(entry not in known for entry in wanted)


if __name__ == "__main__":
    folder = shipped() / "locale"
    for file in sorted({*folder.glob("*.po"), *(folder / f"{name}.po" for name in sys.argv[1:])}):
        print(f"{file.relative_to(shipped())}: {update(file)} to translate")
