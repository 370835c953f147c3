"""The statements of a PDF, each with what is above it by the structure tree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from leaflet.verification.expected.align import Alignment, PrintedText
from leaflet.verification.expected.chains import Frame, Link, comparable, unmarked
from leaflet.verification.expected.printed_blocks import Block, read_block
from leaflet.verification.pdf.model import ParsedPdf


@dataclass(frozen=True, slots=True)
class PrintedStatement:
    """A block of the PDF: its ``labels``, the ``text`` after them, and what is above it.

    ``parts`` are the headings of leaflet's own that it stands under, from the outside inwards.
    ``repeats`` says that it stands elsewhere in the document, too.
    """

    labels: tuple[str, ...]
    text: str
    links: tuple[Link, ...]
    parts: tuple[str, ...]
    page: int
    number: str = ""
    repeats: bool = False

    @property
    def words(self) -> str:
        """The comparable words after the labels."""
        return _words(self.text)


@lru_cache(maxsize=1024)  # a statement is asked for them several times
def _words(text: str) -> str:
    return comparable(unmarked(text))


@dataclass(frozen=True, slots=True)
class _PartHeading:
    """A heading of leaflet's own, which holds within its table cell only, if it is in one."""

    level: int
    text: str
    cell: int | None


@dataclass(slots=True)
class _Table:
    links: tuple[Link, ...]
    heads: dict[range, str] = field(default_factory=dict)
    rows: dict[int, str] = field(default_factory=dict)
    page: int = -1  # that of the last head of a row

    def row_head(self, row: int, page: int) -> str:
        """The words at the head of a row, which may be those of the one above on its page."""
        above = next(reversed(self.rows.values()), "") if page == self.page else ""
        return self.rows.get(row, above)

    def head(self, column: int) -> str:
        """The words at the head of a column."""
        return next((words for columns, words in self.heads.items() if column in columns), "")


def printed_statements(
    pdf: ParsedPdf, alignments: Sequence[Alignment], printed: Sequence[PrintedText]
) -> Iterator[PrintedStatement]:
    """The statements of the author's in the order of the structure tree."""
    contents = {(each.page, each.mcid): each for each in pdf.marked_content}
    reader = _Reader()
    for alignment in alignments:
        if alignment.line.target:  # a line of the table of contents
            continue
        block = read_block(alignment, printed, contents)
        if block and (statement := reader.read(block)):
            yield statement


class _Reader:
    def __init__(self) -> None:
        self._root = Frame()
        self._parts: list[_PartHeading] = []
        self._items: dict[int, Frame] = {}
        self._lists: dict[int, tuple[Link, ...]] = {}
        self._tables: dict[int, _Table] = {}
        self._before: tuple[tuple[str, int], ...] = ()

    def read(self, block: Block) -> PrintedStatement | None:
        within = {None, *(number for _, number in block.path)}
        self._parts = [part for part in self._parts if part.cell in within]
        if block.tag.startswith("H"):
            self._read_heading(block)
            return None
        frame = self._frame(block)
        self._before = block.path
        if block.tag == "TH" or frame is None:
            return None
        if block.owner in ("own", "front", "mixed"):
            return None
        above = frame.above(labelled=bool(block.labels))
        number = "".join(frame.numbers) if block.tag == "LBody" else ""
        label, text = " ".join(block.labels), block.text
        leads = text.rstrip().endswith(":")
        frame.add_block(label, text, leads=leads)
        if block.tag == "LBody":
            words = label or comparable(text)
            frame.links += (Link(words, "label" if label else "item"),)
        return PrintedStatement(
            block.labels,
            text,
            above,
            (*(part.text for part in self._parts), *filter(None, (block.part,))),
            block.page,
            number,
            repeats=block.owner == "repeat",
        )

    def _read_heading(self, block: Block) -> None:
        level = int(block.tag[1:])
        self._parts = [part for part in self._parts if part.level < level]
        cell = next((number for tag, number in block.path[::-1] if tag in ("TD", "TH")), None)
        frame = (cell is not None and self._frame(block)) or self._root
        self._before = block.path
        outer = frame.outer
        frame.add_heading(level, "")
        frame.headings.pop()
        is_own = block.owner in ("own", "front")
        if part := block.text if is_own else block.part:
            self._parts.append(_PartHeading(level, part, cell))
        if is_own:
            return
        words = " ".join(filter(None, (*block.labels, comparable(unmarked(block.text)))))
        link = Link(words, "heading")
        # A label above a list is printed as a heading, too: only what is right below is sure.
        frame.headings.append((level, replace(link, sure=False)))
        frame.direct, frame.outer = (link,), outer

    def _frame(self, block: Block) -> Frame | None:
        """The frame of the container of a block; None for the head of a column or row."""
        frame, table = self._root, _Table(())
        links: tuple[Link, ...] = ()
        for depth, (tag, number) in enumerate(block.path):
            if tag == "L":
                links = self._links(frame, block, depth)
            elif tag == "LBody":
                frame = self._item(number, links, block, depth)
            elif tag == "Table":
                table = self._table(number, frame, block, depth)
            elif tag in ("TH", "TD") and block.cell:
                cell = self._cell(number, table, block, depth)
                if cell is None:
                    return None
                frame = cell
        return frame

    def _continued(self, tag: str, depth: int, block: Block) -> int | None:
        """The element that this one continues after the end of a page or column."""
        same = sum(1 for name, _ in block.path[:depth] if name == tag)
        before = [number for name, number in self._before if name == tag]
        return before[same] if len(before) > same else None

    def _links(self, frame: Frame, block: Block, depth: int) -> tuple[Link, ...]:
        number = block.path[depth][1]
        if number not in self._lists:
            before = self._continued("L", depth, block)
            known = self._lists.get(before) if before is not None else None
            self._lists[number] = frame.above() if known is None else known
            frame.direct = ()
        return self._lists[number]

    def _item(self, number: int, links: tuple[Link, ...], block: Block, depth: int) -> Frame:
        if number not in self._items:
            before = self._continued("LBody", depth, block)
            is_own = depth == len(block.path) - 1
            if not is_own and before in self._items:
                self._items[number] = self._items[before]
            else:
                self._items[number] = Frame(links, numbers=(re.sub(r"\D", "", block.marker),))
        return self._items[number]

    def _table(self, number: int, frame: Frame, block: Block, depth: int) -> _Table:
        if number not in self._tables:
            before = self._continued("Table", depth, block)
            begins = block.head or block.tag.startswith("H")
            if not begins and before in self._tables:
                self._tables[number] = self._tables[before]
            else:
                self._tables[number] = _Table(frame.above())
            frame.direct = ()
        return self._tables[number]

    def _cell(self, number: int, table: _Table, block: Block, depth: int) -> Frame | None:
        row, column = block.cell or (0, 0)
        own = block.owner in ("own", "front")
        words = "" if own else comparable(" ".join((*block.labels, block.text)))
        if block.head:
            table.heads[range(column, column + block.span)] = words
            return None
        if column == 0 and depth == len(block.path) - 1 and row not in table.rows:
            table.rows[row], table.page = words, block.page
            if block.tag == "TH":
                return None
        if number not in self._items:
            label = table.row_head(row, block.page) if column else ""
            found = (Link(table.head(column), "column"), Link(label, "row"))
            links = (*table.links, *(link for link in found if link.words))
            self._items[number] = Frame(links)
        return self._items[number]
