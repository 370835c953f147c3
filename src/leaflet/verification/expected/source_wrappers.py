"""HTML and marks of contents around the text of a file, which say nothing."""

_ELEMENTS = {
    *("details", "summary", "div", "center", "section", "article", "hr"),
    *("u", "mark", "small", "big", "kbd", "span", "font"),
}
_CONTENTS = ("[toc]", "[[toc]]", "[_toc_]", "[[_toc_]]", "{{toc}}", "{:toc}")
_HEADINGS = {
    *("table of contents", "contents", "on this page", "toc", "inhalt", "inhaltsverzeichnis"),
    *("sommaire", "table des matières", "índice", "contenido", "contenidos"),
}


def without_wrappers(line: str) -> str:
    """A line without the tags of such elements."""
    start, *rest = line.split("<")
    kept = start
    for piece in rest:
        tag, closed, text = piece.partition(">")
        name = tag.strip("/").split(maxsplit=1)[:1]
        known = closed and name and name[0].lower() in _ELEMENTS
        kept += text if known else f"<{piece}"
    return kept


def without_contents(text: str) -> list[str]:
    """The lines of a text without those in whose position a tool puts a table of contents."""
    lines = text.split("\n")
    if "toc" not in "".join(text.lower().split()):  # as each of the marks has it
        return lines
    filled: list[int] = []
    for number, line in enumerate(lines):
        mark = "".join(line.lower().split())
        items = filled[-1:] if mark.startswith("{:toc") else []
        items = [each for each in items if lines[each].split()[0] in ("*", "-", "+", "1.")]
        if mark in _CONTENTS or items:
            for each in (number, *items, *filter(lambda n: _is_heading(lines[n]), filled[-2:])):
                lines[each] = ""
        elif mark[:1] not in ("", "{"):
            filled = [*filled[-1:], number]
    return lines


def _is_heading(line: str) -> bool:
    """Whether a line is the heading of a table of contents."""
    return line.startswith("#") and line.strip("# ").partition("{")[0].strip().lower() in _HEADINGS
