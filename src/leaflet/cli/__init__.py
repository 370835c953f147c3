"""The command line: parses options, calls ``leaflet.api`` and prints the result."""

import gc
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from leaflet import __version__, files
from leaflet.cache import startup
from leaflet.cli.terminal import leave_closed_output, say, say_exception
from leaflet.diagnostics import Diagnostic
from leaflet.errors import LeafletError
from leaflet.escapes import in_one_line
from leaflet.output.report import Exit, exit_of

OTHER_NAMES = {
    **dict.fromkeys(("watch", "serve", "live", "show", "view", "open"), "preview"),
    **dict.fromkeys(("print", "render", "make", "compile", "convert", "pdf"), "build"),
    **dict.fromkeys(("lint", "validate", "test", "proof"), "check"),
    "audit": "verify",
    "list": "kinds",
    **dict.fromkeys(("compare", "changes", "redline"), "diff"),
    "create": "new",
    "settings": "config",
}
"""What commands are called elsewhere, and what they are called here."""


SUMMARIES = {
    "build": "Print monographs as PDFs, one per kind of reader.",
    "check": "Check monographs for mistakes that could harm a patient.",
    "completion": "Print a script that makes SHELL complete commands and options.",
    "config": "Show every setting, its value, and where it comes from.",
    "diff": "Show what changed in monographs, the gravest first.",
    "doctor": "Check that this machine can print.",
    "explain": "Say where each statement of FILE is printed, and why.",
    "init": "Create a new project in DIR.",
    "kinds": "List the kinds of document that can be printed.",
    "man": "Print the help of all commands as a man page.",
    "new": "Create a monograph for the medicine NAME.",
    "new-kind": "Create a kind of document.",
    "preview": "Show monographs in the browser as they will be printed.",
    "styles": "List the styles, or with --tokens what they can set.",
    "verify": "Check that printed PDFs still say what their monographs say.",
}
"""The commands, and the first line of the help of each."""

MODULES = {"completion": "manual", "man": "manual", "new": "init", "new-kind": "init"}
"""The modules of commands that have none of their own name."""


class LoadedWhenUsed(Mapping[str, click.Command]):
    """The commands by name; each is loaded when it is used, since some of them load much."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in SUMMARIES:
            raise KeyError(name)
        startup.keep()
        module = import_module(f"leaflet.cli.{MODULES.get(name, name)}")
        command: click.Command = getattr(module, name.replace("-", "_"))
        gc.freeze()  # what was loaded lives as long as the process
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(SUMMARIES)

    def __len__(self) -> int:
        return len(SUMMARIES)


class Commands(click.Group):
    """The commands; an error that one raises is printed and becomes its exit code."""

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the help, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([*SUMMARIES.items()])

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the command line."""
        sys.excepthook = say_exception
        with _escaping():
            return super().make_context(*args, **extra)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; for a name that other programs use, the error names leaflet's own."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if name := OTHER_NAMES.get(args[0].lower()):
                ctx.fail(f"There is no command '{args[0]}'; use 'leaflet {name}'.")
            raise error

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        # https://no-color.org and https://force-color.org: any text but the empty one counts.
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        elif os.environ.get("FORCE_COLOR"):
            ctx.color = True
        try:
            with _escaping():
                return super().invoke(ctx)
        except LeafletError as error:
            for finding in error.diagnostics:
                say(finding)
            ctx.exit(exit_of(error))
        except BrokenPipeError:
            leave_closed_output()
            ctx.exit(Exit.FAILED)
        except OSError as error:
            say(Diagnostic.error("file-trouble", files.reason(error)))
            ctx.exit(Exit.FAILED)
        except KeyboardInterrupt:
            ctx.exit(Exit.INTERRUPTED)


@contextmanager
def _escaping() -> Iterator[None]:
    """Escape the message of an error that click prints: a name there may come from a glob."""
    try:
        yield
    except click.ClickException as error:
        error.message = in_one_line(error.message)  # type: ignore[misc]
        raise


EXAMPLES = """\b
Examples:
  leaflet doctor                                  check that this machine can print
  leaflet init corner-pharmacy                    start a project of your own
  leaflet build                                   print content/ into dist/
  leaflet build one.md -k patient -o one.pdf      print one leaflet
  leaflet check                                   check content/ for mistakes
  leaflet preview                                 show content/ in the browser
  leaflet verify                                  compare dist/ with content/
  leaflet diff old/ new/                          show what changed, the gravest first
  leaflet explain content/warfarin.md             say where each statement goes, and why
"""


@click.group(
    cls=Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="leaflet", message="%(prog)s %(version)s")
def main() -> None:
    """Print patient leaflets and clinician summaries from drug monographs in Markdown."""


main.commands = LoadedWhenUsed()  # type: ignore[assignment]  # nobody adds to it
