"""What a page draws, compared with the table of allowed operators."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from struct import iter_unpack
from typing import Any

from leaflet.verification.allowed import operators
from leaflet.verification.allowed.consistency import parents
from leaflet.verification.allowed.fonts import Glyphs
from leaflet.verification.allowed.shapes import Walk

Fonts = Mapping[str, Glyphs]
"""The glyphs of each font of the PDF, by the name of the font in the resources."""


@dataclass(slots=True)
class _Scan:
    """The state of a scan over the content of a page: its fonts as they are saved and restored.

    The first state saved is that of the prologue, which the last line restores. Of a page that is
    ``plain``, a quick look has shown that its texts are as they should be.
    """

    fonts: Fonts
    plain: bool = False
    font: str = ""
    saved: list[str] = field(default_factory=lambda: [""])
    mcids: list[int] = field(default_factory=list)


def content_faults(walk: Walk, fonts: Fonts, *, decorated: bool) -> Iterator[str]:
    """What pages draw that leaflet never does, each with its page.

    ``decorated`` says that the style has pictures or gradients behind its text.
    """
    tags = parents(walk)
    pages = [n for n, kind in walk.kinds.items() if kind == "Pages"]
    root: Any = walk.pdf.objects[pages[0]]
    for number, kid in enumerate(root["Kids"], 1):
        page: Any = walk.pdf.follow(kid)
        content = walk.pdf.streams[page["Contents"].number]
        scan = _Scan(fonts, is_plain(content, fonts))
        faults = [*_page(content, page["MediaBox"][3], scan, decorated=decorated)]
        known = sorted(mcid for holder, mcid in tags if holder == kid.number)
        if not faults and sorted(scan.mcids) != known:
            faults = ["tags and content of the page are not the same"]
        yield from (f"page {number}: {fault}" for fault in faults)
    for number, kind in walk.kinds.items():
        if kind in ("Form", "Pattern"):
            drawn = walk.pdf.streams[number] + b"\n"
            if not operators.GROUP.fullmatch(drawn) or not _is_closed(drawn, 1):
                yield "a picture is drawn in a way that leaflet never uses"


def _page(content: bytes, height: float, scan: _Scan, *, decorated: bool) -> Iterator[str]:
    """What is wrong with the content of one page; the first fault only."""
    opening = operators.PROLOGUE.match(content)
    if not opening or float(opening["height"]) != height:
        yield "its content begins in another way than leaflet's"
        return
    content += b"\n"
    at = opening.end()
    artifact = operators.DECORATED if decorated else operators.ARTIFACT
    blocks = (operators.SPAN, artifact, operators.FIGURE, operators.PICTOGRAM)
    while at < len(content):
        if scan.plain and scan.saved and (spans := operators.SPANS.match(content, at)):
            scan.mcids += map(int, operators.MCID.findall(content, at, spans.end()))
            at = spans.end()
            continue
        found = operators.STATE.match(content, at) or next(
            filter(None, (block.match(content, at) for block in blocks)), None
        )
        if not found or not scan.saved:
            yield f"something that leaflet never draws: {_excerpt(content[at:])}"
            return
        at = found.end()
        if fault := _block(found, scan):
            yield fault
            return
    if scan.saved or not content.endswith(operators.EPILOGUE + b"\n"):
        yield "a state is saved and not restored"


def _block(found: Any, scan: _Scan) -> str:
    """What is wrong with a block; empty if nothing is."""
    groups = found.groupdict()
    if mcid := groups.get("mcid"):
        scan.mcids.append(int(mcid))
    if "text" in groups:
        return _text(groups["text"], scan)
    if "body" in groups:
        return "" if _is_closed(groups["body"]) else "a picture or line changes what follows it"
    if groups["state"] == b"q":
        scan.saved.append(scan.font)
    elif groups["state"] == b"Q":
        scan.font = scan.saved.pop()
    return ""


def _is_closed(body: bytes, outer: int = 0) -> bool:
    """Whether a picture or line saves the state before it changes anything, and restores it.

    It draws each path that it begins: of one that is left, the next clipping path would consist.
    ``outer`` is the number of states that are restored after it anyway.
    """
    depth, is_open = outer, False
    for line in body.splitlines():
        depth += (line == b"q") - (line == b"Q")
        if depth < outer or (depth == 0 and line not in (b"q", b"Q")):
            return False
        operator = line.rpartition(b" ")[2]
        if operator in operators.PATH:
            is_open = True
        elif operator in operators.PAINTING:
            is_open = False
        elif is_open and line in (b"q", b"Q"):
            return False
    return depth == outer and not is_open


def is_plain(content: bytes, fonts: Fonts) -> bool:
    """Whether :func:`_text` finds nothing in the texts of a page, as far as a quick look can tell.

    It looks at each different string and distance once, of which a page has few. Where text is
    raised, a distance is rare or a font is not named beside its text, the answer is no.
    """
    shown: dict[bytes, list[bytes]] = {}
    for font, arrays in operators.SHOWN.findall(content):
        shown.setdefault(font, []).append(arrays)
    texts = {font.decode(): b"".join(arrays) for font, arrays in shown.items()}
    shows = sum(text.count(b" TJ\n") for text in texts.values())
    if shows != content.count(b" TJ\n") or b" Ts\n" in content or b"<>" in content:
        return False
    return all(_are_plain(arrays, fonts.get(font, Glyphs())) for font, arrays in texts.items())


def _are_plain(arrays: bytes, own: Glyphs) -> bool:
    """Whether all strings of these arrays have glyphs of the font, close to each other."""
    if operators.WITHOUT_GLYPHS.search(arrays):
        return False
    # Numbers before the first string of an array move that: an empty string before them.
    pieces = {*arrays.replace(b"[", b"<>").replace(b"] TJ\n", b"").split(b"<")}
    strings, moves = zip(*(piece.partition(b">")[::2] for piece in pieces), strict=True)
    if any(len(string) % 4 for string in strings):  # as no text of leaflet's is
        return False
    glyphs = {glyph for (glyph,) in iter_unpack("4s", b"".join(strings))}
    back, forward = operators.MOVES_IN_NUMBERS  # the narrowest limits
    try:
        near = all(back <= sum(map(float, each.split())) <= forward for each in {*moves})
    except ValueError:  # something other than numbers
        return False
    return near and own.known.issuperset(glyphs)


def _text(text: bytes, scan: _Scan) -> str:
    """What is wrong with text: its fonts, its glyphs, or their positions.

    Moves add up across strings without glyphs, which the engine writes around raised ones.
    """
    rise, moved = 0.0, b""
    for font, array, raised, end in operators.TEXT_OPERATOR.findall(text):
        shown = moved + array.replace(b"<>", b" ")
        moved = b"" if end or b"<" in shown else shown + b" "
        if font:
            scan.font = font.decode()
        elif raised:
            rise = float(raised)
        elif end and rise:
            return "text is raised for good"
        elif array and (fault := _glyphs(shown, scan.fonts.get(scan.font, Glyphs()), rise)):
            return fault
    return ""


def _glyphs(shown: bytes, own: Glyphs, rise: float) -> str:
    """What is wrong with the glyphs that are shown, ``own`` being those of their font."""
    glyphs = operators.GLYPH.findall(shown)
    if not own.known.issuperset(glyphs):
        return "text has a glyph that its font does not have"
    if rise and not own.numeric.isdisjoint(glyphs):
        return "a digit is raised or lowered"
    if any(_is_misplaced(moved, own) for moved in operators.MOVED.finditer(b">" + shown)):
        return "text has a glyph at the wrong distance from the one before it"
    return ""


def _is_misplaced(moved: re.Match[bytes], own: Glyphs) -> bool:
    """Whether the distance between two glyphs is none that a layout engine makes."""
    moves, after = moved.groups()
    before = moved.string[max(0, moved.start() - 4) : moved.start()]
    distance = sum(map(float, moves.split()))
    back, forward = operators.MOVES_IN_NUMBERS  # the narrowest limits
    if back <= distance <= forward:
        return False
    beside = {glyph for glyph in (before, after) if glyph}
    in_number = bool(beside) and beside <= own.numeric  # marks are shown one by one
    limits = operators.MOVES_OF_TWINS if before == after else operators.MOVES_IN_NUMBERS
    back, forward = limits if in_number else operators.MOVES
    return not back <= distance <= forward


def _excerpt(content: bytes) -> str:
    lines = content[:80].decode("ascii", "replace").split("\n")
    return repr(" ".join(lines))
