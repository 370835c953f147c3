"""The Markdown that ``normalise`` writes."""

from dataclasses import dataclass, field

from leaflet.config.limits import Limits
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.markdown.line_markers import mark_of
from leaflet.monograph.markdown.nesting import Nesting
from leaflet.monograph.markdown.wrapping import NOTHING, Unended


@dataclass(slots=True)
class MarkdownWriter:
    """Markdown under construction, in which every block is marked with its source line."""

    file: str
    limits: Limits
    lines: list[str] = field(default_factory=list)
    """The blocks; the lines of a wrapped paragraph are one string."""
    nesting: Nesting = field(default_factory=Nesting)
    findings: list[Diagnostic] = field(default_factory=list)
    open_text: str = ""
    """The text of the last line, if the next line may continue it."""
    unended: Unended = NOTHING
    """What the lines of the open paragraph have begun and not ended."""
    columns: int = 0
    """The number of columns of the open table; 0 if no table is open."""
    indent: int = 0
    """How far the first line after the last blank line is indented."""

    def end_block(self) -> None:
        """Write a blank line, unless there is one already."""
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self.open_text, self.columns = "", 0

    def end_list(self) -> None:
        """End the open block, and every list that it may be in."""
        self.end_block()
        self.nesting.close()

    def write(self, text: str, number: int, *, indent: int = 0, prefix: str = "") -> None:
        """Write the source line ``number``; ``prefix`` is the Markdown before its text."""
        if not self.lines or not self.lines[-1]:
            self.indent = indent
        self.lines.append(" " * indent + prefix + mark_of(number) + text)
        self.open_text, self.unended = text, NOTHING.after(text)

    def write_alone(self, markdown: str) -> None:
        """Write Markdown without a source line between blank lines."""
        self.end_block()
        self.lines += [markdown, ""]

    def write_heading(self, level: int, text: str, number: int) -> None:
        """Write a heading; one without text only ends the list above it."""
        self.end_list()
        if text:
            # Python-Markdown drops # at the end, so Vitamin C# is written as Vitamin C# #.
            closed = f"{text} #" if text.endswith("#") else text
            self.write(closed, number, prefix="#" * level + " ")
            self.end_block()

    def write_paragraph(self, text: str, number: int, column: int) -> None:
        """Begin a paragraph, in the list item that ``column`` is indented under."""
        self.end_block()
        self.write(text, number, indent=4 * self.nesting.open_paragraph(column))

    def continue_paragraph(self, text: str) -> None:
        """Write another line of the open paragraph or list item."""
        block = self.lines[-1]
        indent = len(block) - len(block.lstrip(" ")) + 4 * is_item(block)
        self.lines[-1] += "\n" + " " * indent + text
        self.open_text, self.unended = text, self.unended.after(text)

    def replace_open_text(self, text: str) -> None:
        """Write other text in place of the last line's, and end the block."""
        before, _, _ = self.lines[-1].rpartition(self.open_text)
        self.lines[-1] = before + text
        self.end_block()

    def break_line(self) -> None:
        """Write a hard line break."""
        self.lines[-1] += "  "


def is_item(line: str) -> bool:
    """Whether a line that was written begins a list item."""
    marker = line.lstrip(" ").partition(" ")[0]
    return marker == "*" or (marker[-1:] == "." and marker[:-1].isdigit())
