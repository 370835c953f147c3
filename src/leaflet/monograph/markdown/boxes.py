"""Boxes of other tools as a bold label, which says where its box ends, and plain Markdown."""

import re
from dataclasses import dataclass, field

from leaflet.monograph.markdown.attributes import ATTRIBUTE
from leaflet.monograph.markdown.line_markers import box_label

_KINDS = (
    "abstract|attention|bug|caution|danger|error|example|failure|hint|important|info|note|"
    "question|quote|seealso|success|summary|tip|warning"
)

_ADMONITION = re.compile(
    rf'( *)(?:(?:!!!|\?\?\?\+?) +({_KINDS})(?: +"([^"]*)")?|===[!+]? "([^"]+)")$', re.I
)
"""The box, or the tab, of MkDocs."""

_CONTAINER = re.compile(
    rf"( *):{{3,}} *(?:({_KINDS})(?:\[([^\[\]]*)\]| +([^{{}}]*\S))?"
    rf"|\{{ *\.(?:callout-)?({_KINDS}) *\}}"
    rf"|\{{ *{ATTRIBUTE}(?: +{ATTRIBUTE})* *\}})(?: *:{{3,}})?$",
    re.I,
)
_END = re.compile(r" *:{3,}$")


def without_boxes(lines: list[str]) -> list[str]:
    """The same number of lines, without the fences of boxes and their indents.

    A fence that is never closed stays, and is refused as markup: nothing says what is in its box.
    """
    reader = _Reader()
    for line in lines:
        reader.read(line)
    while reader.opened:
        if reader.opened[-1].is_fenced and reader.opened[-1].title:
            reader.opened.pop()
        else:
            reader.close()
    return reader.lines


@dataclass(frozen=True, slots=True)
class _Box:
    """An open box: the position of its first line, what it prints there, where it ends.

    ``indent`` is that of its first line, if all of it is indented further; else it has a fence.
    """

    start: int
    prefix: str
    title: str
    indent: int = -1
    is_tab: bool = False
    """Whether it is one of several texts side by side, whose title is a label as any other is."""

    @property
    def is_fenced(self) -> bool:
        return self.indent < 0

    def ends_above(self, indent: int) -> bool:
        """Whether a line with this indent is no longer in the box."""
        return not self.is_fenced and indent < self.indent + 4


@dataclass(slots=True)
class _Reader:
    lines: list[str] = field(default_factory=list)
    opened: list[_Box] = field(default_factory=list)

    def read(self, line: str) -> None:
        indent = len(line) - len(line.lstrip())
        while line.strip() and self.opened and self.opened[-1].ends_above(indent):
            self.close()
        self.lines.append(self._opened(line, indent))

    def close(self) -> None:
        """End the innermost box, whose first line now becomes its label."""
        box = self.opened.pop()
        if box.is_tab:
            self.lines[box.start] = f"{box.prefix}**{box.title}**"
        elif box.title:
            following = len(self.lines) - box.start - 1
            self.lines[box.start] = box.prefix + box_label(box.title, following)
        else:
            self.lines[box.start] = ""

    def _opened(self, line: str, indent: int) -> str:
        """A line without its indent in boxes, after the box that it may open or close."""
        text = line[4 * sum(not box.is_fenced for box in self.opened) :] if line.strip() else line
        at = len(self.lines)
        if found := _ADMONITION.match(text):
            title = _title(found[2] or "", found[3] if found[2] else found[4])
            self.opened.append(_Box(at, found[1], title, indent, is_tab=not found[2]))
        elif found := _CONTAINER.match(text):
            kind = found[2] or found[5]
            title = _title(kind, found[3] or found[4]) if kind else ""
            self.opened.append(_Box(at, found[1], title))
        elif any(box.is_fenced for box in self.opened) and _END.match(text):
            while not self.opened[-1].is_fenced:
                self.close()
            self.close()
            return ""
        return text


def _title(kind: str, title: str | None) -> str:
    """The title of a box, otherwise its kind, as a label."""
    words = (kind.capitalize() if title is None else title).strip()
    return words if words[-1:] in (*".:!?", "") else f"{words}:"
