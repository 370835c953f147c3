"""The blocks of a PDF: which element each line is in, and the labels that it begins with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leaflet.verification.expected.align import Alignment, PrintedText
from leaflet.verification.expected.chains import comparable, unmarked
from leaflet.verification.expected.html_lines import OwnedText, compact
from leaflet.verification.pdf.model import MarkedContent

_BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "TH", "TD", "Caption"}
_NOT_THE_AUTHORS = ("own", "front")
_AROUND_PART = " \n:：·–—"
_CLOSED = (":", "?", "!", ".", "؟", "।")
"""How a label before text ends; of those, other emphasised words rarely have the colon."""


@dataclass(frozen=True, slots=True)
class Block:
    """An aligned line with the path of its element, its labels, and the text after them.

    ``owner`` says whose words they are, as in ``OwnedText``. Of a line that begins with words of
    leaflet's, such as a heading that the author's text is run into, those are the ``part``; one
    with such words elsewhere is ``mixed``. ``span`` is the number of columns of a cell.
    """

    path: tuple[tuple[str, int], ...]
    cell: tuple[int, int] | None
    labels: tuple[str, ...]
    text: str
    marker: str
    page: int
    owner: str
    head: bool
    part: str = ""
    span: int = 1

    @property
    def tag(self) -> str:
        """The structure type of its element."""
        return self.path[-1][0]


def read_block(
    alignment: Alignment,
    printed: Sequence[PrintedText],
    contents: Mapping[tuple[int, int], MarkedContent],
) -> Block | None:
    """An aligned line as a block; None if it was not found, or is outside of all blocks."""
    line, marker, at = alignment.line, "", 0
    runs: list[tuple[MarkedContent, int]] = []
    for each in printed[alignment.start : alignment.end or alignment.start]:
        if each.head and not line.head:  # a head that is repeated on a new page
            continue
        after = alignment.expected.after(at, each.text)
        if after is None:
            marker = each.text
        else:
            runs.append((contents[each.run.page, each.run.mcid], after))
            at = after
    found = [n for n, tag in enumerate(runs[0][0].tags) if tag in _BLOCKS] if runs else []
    if not found:
        return None
    first, depth = runs[0][0], found[-1] + 1
    part, text, owner = _by_owner(line.parts)
    before = len(compact(part))
    ends = [end - before for end in _emphasised(runs, depth) if end > before]
    labels, text = _cut(text, ends)
    return Block(
        tuple(zip(first.tags[:depth], first.elements[:depth], strict=True)),
        first.cell,
        tuple(labels),
        text,
        marker,
        first.page,
        owner,
        line.head,
        part.strip(_AROUND_PART),
        first.span,
    )


def _by_owner(parts: Sequence[OwnedText]) -> tuple[str, str, str]:
    """Leaflet's words before the author's in a line, the author's words, and the owner.

    Words of leaflet's alone are the text.
    """
    own = [part.owner in _NOT_THE_AUTHORS and bool(part.text.strip()) for part in parts]
    written = [part for part, is_own in zip(parts, own, strict=True) if not is_own]
    owners = {part.owner for part in written if part.text.strip()}
    if not owners:
        return "", "".join(part.text for part in parts), parts[own.index(True)].owner
    first = next(n for n, part in enumerate(parts) if not own[n] and part.text.strip())
    if any(own[first:]):
        return "", "".join(part.text for part in parts), "mixed"
    before = "".join(part.text for part in parts[:first])
    text = "".join(part.text for part in parts[first:])
    return before, text, "repeat" if owners == {"repeat"} else ""


def _emphasised(runs: Sequence[tuple[MarkedContent, int]], depth: int) -> list[int]:
    """Where the emphasised elements at the start of a block end, in its compact text."""
    ends: dict[int, int] = {}
    for content, end in runs:
        inner = range(depth, len(content.tags))
        element = next((content.elements[n] for n in inner if content.tags[n] == "NonStruct"), None)
        if element is None:
            break
        ends[element] = end
    return list(ends.values())


def _cut(text: str, ends: Sequence[int]) -> tuple[list[str], str]:
    """The labels at the beginning of a text, by where they end in its compact form; the rest."""
    labels: list[str] = []
    start = 0
    for end in ends:
        stop = _position(text, end)
        label = text[start:stop].strip()
        if label.endswith(_CLOSED) or not text[stop:].strip():  # else it goes on in the next line
            labels.append(comparable(unmarked(label)))
            start = stop
    return labels, text[start:]


@lru_cache(maxsize=1024)
def _seen(character: str) -> int:
    """The number of visible characters that a character is."""
    return len(compact(character))


def _position(text: str, visible: int) -> int:
    """The position after so many visible characters."""
    for at, character in enumerate(text):
        if visible <= 0:
            return at
        visible -= _seen(character)
    return len(text)
