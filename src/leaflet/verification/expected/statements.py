"""The statements of a monograph's file, each with what its author put above it.

Read with markdown-it-py, which shares nothing with the parser of monographs: where the two disagree
about what a statement belongs to, a dose may stand under another label than its author's.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from leaflet.verification.expected.chains import Frame, Link, comparable, ended, unmarked
from leaflet.verification.expected.source_boxes import BEGINS, ENDS
from leaflet.verification.expected.source_lines import SourceLine, group_lines, source_lines


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph, list item or cell: its ``label``, its ``words`` after that, and its chain.

    ``links`` go from the outside inwards; the label is not among them. ``numbers`` are what an item
    of an ordered list may be counted as. A ``heading`` is a statement, too, of nothing but a label;
    ``opening`` are the words before its colon.
    """

    label: str
    words: str
    line: int
    links: tuple[Link, ...]
    numbers: tuple[str, ...] = ()
    heading: bool = False
    opening: str = ""

    @property
    def full(self) -> str:
        """The label and the words after it."""
        return f"{self.label} {self.words}".strip()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").disable(["lheading", "code"])
    parser.block.ruler.push("text below a table", _ends_table, {"alt": ["blockquote"]})
    return parser


def _ends_table(state: StateBlock, line: int, _: int, silent: bool) -> bool:
    """Whether a line without a bar is below a table: to its author it is no row of it."""
    text = state.src[state.bMarks[line] : state.eMarks[line]]
    return silent and state.parentType == "table" and "|" not in text


def read_statements(body: str, first_line: int = 1) -> tuple[Statement, ...]:
    """The statements of the body of a file, in its order; ``first_line`` is that of the body."""
    return tuple(_Reader(first_line).read(_parser().parse(body)))


@dataclass(slots=True)
class _List:
    """A list: what is, and may be, above its next items, their number, a last label ``alone``."""

    links: tuple[Link, ...]
    next_number: int | None
    maybe: tuple[Link, ...] = ()
    alone: tuple[Link, ...] = ()


class _Reader:
    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self._frames = [Frame()]
        self._lists: list[_List] = []
        self._level = self._quotes = 0
        self._boxes: list[frozenset[str]] = []
        self._cells: list[str] | None = None
        self._head: list[str] = []
        self._row = ""

    def read(self, tokens: Sequence[Token]) -> Iterator[Statement]:
        line = self._first_line
        for token in tokens:
            if token.map:
                line = self._first_line + token.map[0]
            if token.type in ("inline", "html_block"):
                yield from self._inline(list(source_lines(_children(token))), line)
            elif token.type == "tr_close":
                yield from self._close_row(line)
            elif step := _STEPS.get(token.type):
                step(self, token)

    def _open_heading(self, token: Token) -> None:
        self._level = int(token.tag[1:])

    def _close_heading(self, _: Token) -> None:
        self._level = 0

    def _open_quote(self, _: Token) -> None:
        self._quotes += 1

    def _close_quote(self, _: Token) -> None:
        self._quotes -= 1

    def _open_list(self, token: Token) -> None:
        start = int(token.attrs.get("start", 1)) if token.tag == "ol" else None
        self._lists.append(_List(self._frames[-1].above(), start))

    def _close_list(self, _: Token) -> None:
        self._frames[-1].end_list()
        # A label that ends a list is above what follows, as one in a paragraph of its own is.
        self._frames[-1].direct = self._lists.pop().alone

    def _open_row(self, _: Token) -> None:
        self._cells = []

    def _close_table(self, _: Token) -> None:
        self._frames[-1].end_list()
        self._head, self._row = [], ""

    def _open_item(self, token: Token) -> None:
        outer = self._lists[-1]
        numbers: tuple[int | str, ...] = ()
        if outer.next_number is not None:
            # A list that is counted from 1 once more may be a new one to its author.
            numbers, outer.next_number = (outer.next_number, token.info), outer.next_number + 1
        self._frames.append(Frame(outer.links + outer.maybe, numbers=tuple(map(str, numbers))))

    def _close_item(self, _: Token) -> None:
        """What ends with a label or a colon may be above the items after it, not indented."""
        frame, outer = self._frames.pop(), self._lists[-1]
        outer.alone = tuple(link for link in frame.direct if link.kind == "label")
        if frame.direct:
            outer.maybe = tuple(replace(link, sure=False) for link in frame.direct)
            if frame.glued:
                outer.links = tuple(replace(link, sure=False) for link in outer.links)

    def _inline(self, lines: Sequence[SourceLine], line: int) -> Iterator[Statement]:
        whole = " ".join(each.whole for each in lines)
        if self._cells is not None:
            self._cells.append(whole)
        elif self._level:
            yield from self._heading(whole, line)
        else:
            yield from self._paragraphs(lines, line)

    def _paragraphs(self, lines: Sequence[SourceLine], line: int) -> Iterator[Statement]:
        """Paragraphs, which may be parted by no more than the beginning or the end of a box."""
        first = 0
        for number, each in enumerate(lines):
            if {BEGINS, ENDS} & {*each.whole}:
                yield from self._paragraph(lines[first:number], line + first)
                first = number
            if BEGINS in each.whole:
                words = (link.words for frame in self._frames for link in frame.above())
                self._boxes.append(frozenset(words))
            for _ in range(each.whole.count(ENDS)):
                self._end_box()
        yield from self._paragraph(lines[first:], line + first)

    def _end_box(self) -> None:
        before = self._boxes.pop() if self._boxes else frozenset[str]()
        for frame in self._frames:
            frame.end_box(before)
        for each in self._lists:
            each.links, each.maybe = ended(each.links, before), ()

    def _heading(self, text: str, line: int) -> Iterator[Statement]:
        """A heading, which may have text of its section after its colon."""
        heading, _, rest = text.partition(":")
        opening = comparable(heading)
        if not rest.rstrip().endswith("."):
            heading, rest = text, ""
        words, frame = comparable(unmarked(heading)), self._frames[-1]
        level = self._level if len(self._frames) == 1 else 7
        links = tuple(link for at, link in frame.headings if at < level)
        frame.add_heading(level, words)
        links = (*frame.links, *links)
        yield Statement(words, "", line, links, heading=True, opening=opening)
        if rest:
            yield Statement("", comparable(rest), line, frame.above())
            yield Statement("", comparable(text), line, links)

    def _paragraph(self, lines: Sequence[SourceLine], line: int) -> Iterator[Statement]:
        if not any(each.whole.strip() for each in lines):
            return
        frame = self._frames[-1]
        opens_item, frame.fresh = frame.fresh and len(self._frames) > 1, False
        frame.glued = len(lines) > 1
        for number, group in enumerate(groups := list(group_lines(lines))):
            first = group[0]
            text = " ".join([first.text, *(each.whole for each in group[1:])]).strip()
            links = frame.above(labelled=bool(first.label))
            yield Statement(first.label, comparable(text), line, links, frame.numbers)
            if self._quotes:  # a list item ">25 kg" begins with no quotation to its author
                yield Statement("", f"> {comparable(first.whole)}", line, links, frame.numbers)
            if len(group) > 2 or (len(group) == 2 and first.text.strip()):
                yield Statement(first.label, comparable(first.text), line, links, frame.numbers)
                # Lines may be their author's paragraphs, and of those only the first has the label.
                own = (Link(first.label, "label"),) if first.label else ()
                maybe = tuple(replace(link, sure=False) for link in (*links, *own))
                for each in group[1:]:
                    yield Statement("", comparable(each.whole), line, maybe)
            frame.add_block(first.label, text, leads=text.rstrip().endswith(":"))
            if opens_item and number == 0:
                words, kind = first.label or comparable(text), "label" if first.label else "item"
                frame.links += (Link(words, kind, sure=len(groups) == 1),)
            line += len(group)

    def _close_row(self, line: int) -> Iterator[Statement]:
        cells, self._cells = self._cells or [], None
        if not self._head:
            self._head = cells
            return
        # A row whose first cell is empty goes on with the one above, as in merged cells.
        self._row = comparable(cells[0]) if cells[0].strip() else self._row
        above = self._frames[-1].above()
        if len(self._frames) > 1:  # a table is printed after its item
            above = tuple(replace(link, sure=False) for link in above)
        heads = [Link(comparable(head), "column") for head in self._head]
        # A row without a head may be printed under the head of the first column.
        row = (replace(heads[0], sure=False), Link(self._row, "row"))
        for number, (cell, column) in enumerate(zip(cells, heads, strict=True)):
            links = (*above, *(row if number else ()), column)
            yield Statement("", comparable(cell), line, tuple(one for one in links if one.words))


def _children(token: Token) -> Sequence[Token]:
    """The words of a paragraph, also of one that begins with a comment or a line break."""
    if token.type == "inline":
        return token.children or ()
    return [child for each in _parser().parseInline(token.content) for child in each.children or ()]


_STEPS: Mapping[str, Callable[[_Reader, Token], None]] = {
    "heading_open": _Reader._open_heading,
    "heading_close": _Reader._close_heading,
    "blockquote_open": _Reader._open_quote,
    "blockquote_close": _Reader._close_quote,
    "bullet_list_open": _Reader._open_list,
    "ordered_list_open": _Reader._open_list,
    "bullet_list_close": _Reader._close_list,
    "ordered_list_close": _Reader._close_list,
    "list_item_open": _Reader._open_item,
    "list_item_close": _Reader._close_item,
    "tr_open": _Reader._open_row,
    "table_close": _Reader._close_table,
}
"""What to do at a token that is no text."""
