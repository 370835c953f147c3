"""The only module that prints: whatever it is given, a terminal and a log show it as text."""

import sys
import traceback
from types import TracebackType

import click

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.escapes import escape, fit
from leaflet.standard_streams import discard

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


class Markup(str):
    """Text of leaflet's own, printed as it is: colours, and commands for a build server."""

    __slots__ = ()


def coloured(text: str, colour: str, *, bold: bool = False) -> Markup:
    """Text in a colour."""
    return Markup(click.style(escape(text), fg=colour, bold=bold))


def echo(*parts: str | Diagnostic, err: bool = False, end: str = "\n") -> None:
    """Print to standard output, or standard error: escaped, in what the stream can express.

    A finding has its severity in colour. Raises OSError.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is not None:  # as it is where a program was started without one
        text = "".join(map(_escaped, parts)) + end
        click.echo(fit(text, stream.encoding or "utf-8"), err=err, nl=False)


def say(text: str | Diagnostic) -> None:
    """Print a line to standard error."""
    echo(text, err=True)


def _escaped(part: str | Diagnostic) -> str:
    if isinstance(part, Markup):
        return part
    if isinstance(part, str):
        return escape(part)
    mark = f"{part.severity}[{part.code}]"
    return escape(str(part)).replace(mark, coloured(mark, COLOURS[part.severity], bold=True), 1)


def say_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Print the traceback of an exception that nobody expected, for ``sys.excepthook``."""
    say("".join(traceback.format_exception(kind, error, trace)).rstrip())


def leave_closed_output() -> None:
    """Say that whoever read the output has stopped, and write the rest to nowhere."""
    discard(1)
    try:
        message = "standard output was closed before all of it was written"
        say(Diagnostic.error("file-trouble", message))
    except OSError:  # both went to the same program
        discard(2)
