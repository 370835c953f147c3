"""The forms that other tools add to Markdown, read for the proof: only what is printed is left.

It works on words and positions, not on the expressions of the parser.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from leaflet.verification.expected.source_boxes import as_label, box_of_class, with_box_ends
from leaflet.verification.expected.source_headings import with_marked_headings
from leaflet.verification.expected.source_notes import with_notes
from leaflet.verification.expected.source_references import holds_amount
from leaflet.verification.expected.source_tables import with_pipe_tables
from leaflet.verification.expected.source_wrappers import without_contents, without_wrappers

_AMOUNTS = (
    *("twice", "half", "double", "triple", "one ", "two ", "three ", "four ", "five ", "six "),
    *("seven ", "eight ", "nine ", "ten ", "twelve ", "upper", "normal", "baseline", "grade"),
    *("stage", "class", "age ", "weight"),
)
_BULLETS = "•‣◦●▪▫■◆►▶➢➤·∙⁃"
_KEYS = {
    *("id", "class", "style", "target", "rel", "align", "lang", "width", "height", "loading"),
    "custom-style",
}


@lru_cache(maxsize=2)  # the words and the statements of a file are often read from the same text
def without_forms(text: str) -> str:
    """A text without quotations, boxes, attributes, tags, notes and tables of other kinds."""
    lines = with_box_ends(_without_lone_tags(without_contents(text)))
    lines = [_with_dash(each) for block in _blocks(lines) for each in block]
    lines = with_notes(with_pipe_tables([*with_marked_headings(lines)]))
    return "\n".join(
        _without_marks(_without_anchors(without_wrappers(line)) if "<" in line else line)
        for line in lines
    )


def _with_dash(line: str) -> str:
    """A line with the dash of a list in place of a word processor's bullet."""
    text = line.lstrip(" ")
    is_item = text[:1] in {*_BULLETS} and text[1:2].isspace()
    return f"{line[: len(line) - len(text)]}-{text[1:]}" if is_item else line


def _without_anchors(line: str) -> str:
    """A line without the targets of links, which hold no text: ``<a name="dose"></a>``."""
    for element in ("a", "span"):
        for key in ("name", "id"):
            start, *anchors = line.split(f'<{element} {key}="')
            tails = [each.partition(">")[2].removeprefix(f"</{element}>") for each in anchors]
            line = "".join((start, *tails))
    return line


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines, those of a quotation without its signs; one in an item begins with its marker."""
    block: list[tuple[str, str, str]] = []
    for line in (*lines, "\0"):
        parts = _quoted(line)
        if block and (not parts or (not parts[0].isspace() and parts[0])):
            yield _unquoted(block)
            block = []
        if parts:
            block.append((*parts, line))
        elif line != "\0":
            yield ["" if _is_tags(line) else _label(line)]


def _quoted(line: str) -> tuple[str, str] | None:
    """What is before the sign of a quotation, and its text."""
    before, sign, text = line.partition(">")
    marker, text = before.strip(), text.strip(" >")
    is_item = marker in {*"-*+", *_BULLETS} or (marker[:-1].isdigit() and marker[-1:] in (".", ")"))
    if not sign or (marker and not is_item):
        return None
    return None if marker and (_compares(text) or _is_amount(text)) else (before, text)


def _unquoted(block: Sequence[tuple[str, str, str]]) -> list[str]:
    first = next((text for _, text, _ in block if text), "")
    if _compares(first):
        return [line for _, _, line in block]
    return [before + ("" if _is_tags(text) else _label(text)) for before, text, _ in block]


def _is_amount(text: str) -> bool:
    return text.lower().startswith(_AMOUNTS)


def _compares(words: str) -> bool:
    """Whether a text after ``>`` begins with an amount: then the sign is more than."""
    first = words.split(maxsplit=1)[0] if words else ""
    if first[:-1].isdigit() and first[-1] in ".)":
        return False
    return words[:1] in ("", "=", "≥", ".", ",") or any(map(str.isdigit, first[:3]))


def _without_lone_tags(lines: Sequence[str]) -> list[str]:
    """The lines without a tag that nothing but a heading is below; else it may be a heading."""
    below = "# "
    kept: list[str] = []
    for line in reversed(lines):
        alone = line[:1] == "#" and line[1:2].islower() and " " not in line.strip()
        kept.append("" if alone and below.lstrip("#")[:1] == " " and below[:1] == "#" else line)
        below = line.lstrip() if line.strip() else below
    return kept[::-1]


def _is_tags(line: str) -> bool:
    words = line.split() if "#" in line else ()
    return len(words) > 1 and all(word[0] == "#" and word[1:2].isalpha() for word in words)


def _label(line: str) -> str:
    """The label of a box: its title, otherwise its kind with a capital."""
    text = line.strip()
    indent = line[: len(line) - len(line.lstrip(" "))]
    if text.startswith("[!"):
        kind, bracket, rest = text[2:].partition("]")
        return f"{indent}{as_label(kind.capitalize())} {rest.lstrip('+-')}" if bracket else line
    if text.startswith(("!!! ", "??? ", "???+ ", '=== "', '===! "', '===+ "')):
        kind, quote, title = text.split(" ", 1)[1].partition('"')
        title = title.rstrip('"') if quote else kind.strip().capitalize()
        return indent + (title if text[0] == "=" else as_label(title))
    if text.startswith(":::"):
        kind, _, title = text.strip(": ").replace("[", " ").rstrip("]").partition(" ")
        if kind.startswith("{"):
            return indent + as_label(box_of_class(text.strip(": ")))
        return indent + as_label(title or kind.capitalize()) if kind else ""
    return line


def _without_marks(line: str) -> str:
    if "{" in line:
        line = _without_attributes(line)
    if "] " in line:
        line = _with_boxes(line)
    if "[[" in line:
        line = _without_wikilinks(line)
    words, _, last = line.rstrip().rpartition(" ^")
    if words.strip() and last[:1].isalpha() and " " not in last and not holds_amount(last):
        line = words  # the identifier of a block
    for mark in "~^":
        if line.count(mark) > 1:
            line = _without_shift(line, mark)
    return line.replace("==", "")


def _with_boxes(line: str) -> str:
    """An item of a task list with the box that is printed in place of its mark."""
    marker, _, rest = line.lstrip().partition(" ")
    is_item = marker in ("-", "*", "+", "•") or marker[:-1].isdigit()
    sign = {"[ ] ": "☐ ", "[x] ": "☑ "}.get(rest.lstrip()[:4].lower()) if is_item else None
    return line if not sign else line.replace(rest.lstrip()[:4], sign, 1)


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
        (word[0] in "#." and word[1:].strip("_")[:1].isalpha() and not holds_amount(word))
        or word.partition("=")[0] in _KEYS
        or word.startswith("data-")
        for word in words
    )


def _without_wikilinks(line: str) -> str:
    pieces = line.split("[[")
    kept = pieces[0]
    for piece in pieces[1:]:
        inside, closed, after = piece.partition("]]")
        kept += inside.rpartition("|")[2] + after if closed else "[[" + piece
    return kept
