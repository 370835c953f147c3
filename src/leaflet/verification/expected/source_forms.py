"""The forms that other tools add to Markdown, read for the proof: only what is printed is left.

It works on words and positions, not on the expressions of the parser.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

_KEYS = {
    *("id", "class", "style", "target", "rel", "align", "lang", "width", "height", "loading"),
    "custom-style",
}
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


def without_forms(text: str) -> str:
    """A text of as many lines, without quotations, boxes, attributes, tags and references."""
    lines = [each for block in _blocks(text.split("\n")) for each in block]
    lines, notes = _notes(lines)
    lines, names = _definitions(lines)
    lines = [_without_anchors(line) for line in lines]
    lines = [_with_notes(line, notes) for line in _marks_below(lines, notes)]
    return "\n".join(_without_marks(line, names) for line in lines)


def _marks_below(lines: Sequence[str], notes: Mapping[str, str]) -> Iterator[str]:
    """The lines with the marks of footnotes in a heading on the blank line below it."""
    moved = ""
    for line, below in pairwise((*lines, "-")):
        kept, marks = line, ""
        if line.lstrip().startswith("#") and "[^" in line and not below.strip():
            for name in notes:
                if f"[^{name}]" in line:
                    kept, marks = kept.replace(f"[^{name}]", ""), f"{marks} [^{name}]"
        yield kept if kept.strip() else moved
        moved = marks


def _without_anchors(line: str) -> str:
    """A line without the targets of links, which hold no text: ``<a name="dose"></a>``."""
    for element in ("a", "span"):
        for key in ("name", "id"):
            start, *anchors = line.split(f'<{element} {key}="')
            tails = [each.partition(">")[2].removeprefix(f"</{element}>") for each in anchors]
            line = "".join((start, *tails))
    return line


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    for quoted, group in groupby(lines, lambda line: line.lstrip(" ").startswith(">")):
        block = list(group)
        inner = [line.lstrip(" >") for line in block]
        if quoted and not _compares(next(filter(None, inner), "")):
            block = inner
        yield ["" if _is_tags(line) else _label(line) for line in block]


def _compares(words: str) -> bool:
    """Whether a text after ``>`` begins with an amount: then the sign is more than."""
    first = words.split(maxsplit=1)[0] if words else ""
    if first[:-1].isdigit() and first[-1] in ".)":
        return False
    return words[:1] in ("", "=", "≥", ".", ",") or any(map(str.isdigit, first[:3]))


def _is_tags(line: str) -> bool:
    words = line.split()
    return len(words) > 1 and all(word[0] == "#" and word[1:2].isalpha() for word in words)


def _label(line: str) -> str:
    """The label of a box: its title, otherwise its kind with a capital."""
    text = line.strip()
    if text.startswith("[!"):
        kind, bracket, rest = text[2:].partition("]")
        return f"{kind.capitalize()} {rest}" if bracket else line
    if text.startswith(("!!! ", "??? ", "???+ ")):
        kind, quote, title = text.split(" ", 1)[1].partition('"')
        return title.rstrip('"') if quote and title else kind.strip().capitalize()
    if text.startswith(":::"):
        kind, _, title = text.strip(": ").replace("[", " ").rstrip("]").partition(" ")
        if kind.startswith("{"):
            return kind.strip("{.}").capitalize() if kind.startswith("{.") and not title else ""
        return title or kind.capitalize()
    return line


def _notes(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The lines without those of the footnotes that are referred to, and these by their names."""
    whole = "\n".join(lines)
    kept: list[str] = []
    notes: dict[str, str] = {}
    name = ""
    for line in lines:
        if line.startswith("[^") and "]:" in line:
            name = line[2 : line.index("]:")]
            if whole.count(f"[^{name}]") > 1:
                notes[name] = line.split("]:", 1)[1]
                kept.append("")
                continue
            name = ""
        if name and line.strip():
            notes[name] += " " + line.strip()
            kept.append("")
            continue
        name = ""
        kept.append(line)
    return kept, notes


def _with_notes(line: str, notes: dict[str, str]) -> str:
    for name, note in notes.items() if "[^" in line else ():
        line = line.replace(f"[^{name}]", f" ({note.strip()})")
    return line


def _definitions(lines: Sequence[str]) -> tuple[list[str], set[str]]:
    """The lines without the addresses of references, and the names of these."""
    kept: list[str] = []
    names = set()
    for line in lines:
        name, defines, target = line.strip().partition("]: ")
        target = target.strip("<> ").lower()
        leads = target.startswith(_SCHEMES) or target.endswith(_PICTURES)
        named = name[:1] == "[" and name[1:2] != "^" and not _holds_amount(name)
        if named and defines and leads and " " not in target:
            names.add(name[1:].lower())
            kept.append("")
        else:
            kept.append(line)
    return kept, names


def _holds_amount(name: str) -> bool:
    """Whether a name has a number and its unit, and so is text."""
    signs = "".join(name.split())
    return any(one.isdigit() and other.isalpha() for one, other in pairwise(signs))


def _without_marks(line: str, names: set[str]) -> str:
    if "{" in line:
        line = _without_attributes(line)
    for name in names if "![" in line else ():
        start = line.lower().find(f"![{name}]")
        if start >= 0 and line[start + len(name) + 3 :][:1] not in ("[", "("):
            line = line[:start] + line[start + len(name) + 3 :]
    if names and "][" in line:
        line = _without_references(line, names)
    if "[[" in line:
        line = _without_wikilinks(line)
    for mark in "~^":
        if line.count(mark) > 1:
            line = _without_shift(line, mark)
    return line.replace("==", "")


def _without_shift(line: str, mark: str) -> str:
    """A line without the marks around what is lowered or raised: short, and right after a word."""
    pieces = line.split(mark)
    kept, at = pieces[0], 1
    while at < len(pieces):
        inside, before = pieces[at], kept[-1:]
        follows = before == ")" or (before.isalpha() if mark == "~" else before.isalnum())
        short = 0 < len(inside) <= 8 and all(sign.isalnum() or sign in "_+-−" for sign in inside)
        if at + 1 < len(pieces) and follows and short:
            kept += inside + pieces[at + 1]
            at += 2
        else:
            kept += mark + inside
            at += 1
    return kept


def _without_attributes(line: str) -> str:
    kept = ""
    while "{" in line:
        before, _, rest = line.partition("{")
        inside, closed, after = rest.partition("}")
        kept += before
        if not closed or not _are_attributes(inside):
            kept += "{"
            line = rest
        else:
            line = after
    return kept + line


def _are_attributes(inside: str) -> bool:
    words = inside.removeprefix(":").split()
    return bool(words) and all(
        (word[0] in "#." and word[1:2].isalpha() and not _holds_amount(word))
        or word.partition("=")[0] in _KEYS
        or word.startswith("data-")
        for word in words
    )


def _without_references(line: str, names: set[str]) -> str:
    pieces = line.split("][")
    kept = pieces[0]
    for piece in pieces[1:]:
        words = kept.rpartition("[")[2]
        name, closed, after = piece.partition("]")
        if not closed or (name or words).lower() not in names:
            kept += "][" + piece
        elif kept.endswith("![" + words):
            kept = kept.removesuffix("![" + words) + after
        else:
            kept = kept.removesuffix("[" + words) + words + after
    return kept


def _without_wikilinks(line: str) -> str:
    pieces = line.split("[[")
    kept = pieces[0]
    for piece in pieces[1:]:
        inside, closed, after = piece.partition("]]")
        kept += inside.rpartition("|")[2] + after if closed else "[[" + piece
    return kept
