"""A printed document as a reader meets it: lines of text in the order of reading, and boxes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from benchmarks.checklists.typefaces import Setting, read_settings
from leaflet.verification import read_pdf
from leaflet.verification.pdf.model import Box, MarkedContent, ParsedPdf, TextRun

BLOCKS = re.compile(r"H[1-6]|P|LI|TD|TH|Caption|Figure")
"""Structure types whose text begins a line of its own."""

POINTS_A_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class SetRun:
    """A text run and how it is set."""

    run: TextRun
    setting: Setting


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block.

    ``elements`` are the numbers of the structure elements around it and ``tags`` their types;
    ``block`` and ``tag`` are those of the innermost one that begins a line. Lengths are points.
    """

    page: int
    block: int
    tag: str
    tags: tuple[str, ...]
    elements: tuple[int, ...]
    runs: tuple[SetRun, ...]

    @property
    def text(self) -> str:
        """Its words, with single spaces."""
        return " ".join("".join(each.run.text for each in self.runs).split())

    @property
    def box(self) -> Box:
        """The box around its ink."""
        return Box.around(each.run.box for each in self.runs)

    @property
    def size(self) -> float:
        """Of its largest type."""
        return max(each.run.size for each in self.runs)

    @property
    def baseline(self) -> float:
        """That of its largest type."""
        return max(self.runs, key=lambda each: each.run.size).setting.baseline

    @property
    def level(self) -> int:
        """The level of a heading; 0 of other text."""
        return int(self.tag[1]) if re.fullmatch("H[1-6]", self.tag) else 0


Block = tuple[Line, ...]
"""The lines of a heading, a paragraph, a list item or a cell."""


@dataclass(frozen=True)
class Document:
    """A document of a ``kind``, in large print or not, as it was read back."""

    kind: str
    large: bool
    parsed: ParsedPdf
    settings: dict[tuple[int, int], Setting]

    @classmethod
    def read(cls, data: bytes, kind: str, *, large: bool = False) -> "Document":
        """Read a PDF of leaflet's."""
        return cls(kind, large, read_pdf(data), read_settings(data))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines but those of header and footer, in the order of reading."""
        return tuple(self._lines())

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The lines of each heading, paragraph, list item and cell."""
        return tuple(tuple(lines) for _, lines in groupby(self.lines, lambda line: line.block))

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The blocks that are headings."""
        return tuple(block for block in self.blocks if block[0].level)

    @cached_property
    def artifacts(self) -> tuple[tuple[SetRun, ...], ...]:
        """The running lines of each page."""
        return tuple(
            tuple(self._set(run) for run in page.artifact_runs) for page in self.parsed.pages
        )

    def first_side(self, share: float = 1.0) -> tuple[Line, ...]:
        """The lines of the first page that begin within this share of its height from the top."""
        height = self.parsed.pages[0].box.top
        return tuple(
            line
            for line in self.lines
            if line.page == 0 and line.box.top >= height * (1 - share) - 0.5
        )

    def _set(self, run: TextRun) -> SetRun:
        return SetRun(run, self.settings[run.page, run.order])

    def _lines(self) -> Iterator[Line]:
        by_content = self.parsed.runs_by_content()
        pending: list[SetRun] = []
        content, number = MarkedContent(0, -1), -1
        for each in self.parsed.marked_content:
            block = _block(each)
            for run in map(self._set, by_content.get((each.page, each.mcid), ())):
                if pending and (block != number or _next_line(pending[-1], run)):
                    yield _line(content, number, pending)
                    pending = []
                content, number = each, block
                pending.append(run)
        if pending:
            yield _line(content, number, pending)


def _block(content: MarkedContent) -> int:
    """The number of the innermost element that begins a line; -1 if none does."""
    pairs = zip(content.tags[::-1], content.elements[::-1], strict=True)
    return next((number for tag, number in pairs if BLOCKS.fullmatch(tag)), -1)


def _next_line(before: SetRun, after: SetRun) -> bool:
    """Whether a run is on another line than the one before it."""
    step = abs(before.setting.baseline - after.setting.baseline)
    return before.run.page != after.run.page or step > 0.5 * max(before.run.size, after.run.size)


def _line(content: MarkedContent, block: int, runs: list[SetRun]) -> Line:
    tag = next((tag for tag in content.tags[::-1] if BLOCKS.fullmatch(tag)), "")
    return Line(runs[0].run.page, block, tag, content.tags, content.elements, tuple(runs))


def text_of(block: Block) -> str:
    """The words of a block."""
    return " ".join(line.text for line in block)
