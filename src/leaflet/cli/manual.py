"""``leaflet completion`` and ``leaflet man``: the commands for shells and as a man page."""

import re
from collections.abc import Iterator

import click
from click.shell_completion import get_completion_class

from leaflet import __version__
from leaflet.cli.terminal import echo

EXAMPLES = """\b
Examples:
  leaflet completion bash >> ~/.bashrc
  leaflet completion zsh >> ~/.zshrc
  leaflet completion fish > ~/.config/fish/completions/leaflet.fish
"""

MAN_EXAMPLES = """\b
Examples:
  leaflet man | man -l -
  leaflet man > ~/.local/share/man/man1/leaflet.1
"""


@click.command(epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print a script that makes SHELL complete commands and options.

    Add it to the start-up file of your shell, as in the examples.
    """
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"click has no completion for {shell}.")
    echo(script(ctx.find_root().command, {}, "leaflet", "_LEAFLET_COMPLETE").source())


@click.command(epilog=MAN_EXAMPLES)
@click.pass_context
def man(ctx: click.Context) -> None:
    """Print the help of all commands as a man page."""
    echo(as_man_page(ctx.find_root().command), end="")


def as_man_page(command: click.Command) -> str:
    """The help of a command and of its subcommands in roff, see man(7)."""
    return "\n".join(_page(command)) + "\n"


def _page(command: click.Command) -> Iterator[str]:
    with click.Context(command, info_name="leaflet") as ctx:
        yield f'.TH LEAFLET 1 "" "leaflet {__version__}" "User Commands"'
        yield f".SH NAME\nleaflet \\- {_roff(_first(command).rstrip('.'))}"
        yield ".SH SYNOPSIS\n.B leaflet\nCOMMAND [OPTION]... [ARGUMENT]..."
        yield f".SH DESCRIPTION\n{_paragraphs(command.help)}"
        yield from _examples(command)
        if isinstance(command, click.Group):
            yield ".SH COMMANDS"
            for name in command.list_commands(ctx):
                if subcommand := command.get_command(ctx, name):
                    yield from _command(name, subcommand, ctx)


def _command(name: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    with click.Context(command, info_name=name, parent=parent) as ctx:
        usage = " ".join(command.collect_usage_pieces(ctx))
        yield f".SS leaflet {name} {_roff(usage)}\n{_paragraphs(command.help)}"
        for param in command.get_params(ctx):
            if record := param.get_help_record(ctx):
                yield f".TP\n.B {_roff(record[0])}\n{_roff(record[1])}"
        yield from _examples(command)


def _first(command: click.Command) -> str:
    return (command.help or "").split("\n\n")[0].replace("\n", " ")


def _paragraphs(text: str | None) -> str:
    return "\n.PP\n".join(_roff(" ".join(each.split())) for each in (text or "").split("\n\n"))


def _examples(command: click.Command) -> Iterator[str]:
    """The tables of examples, exit codes and the like, as in the help."""
    for block in re.split(r"\n\n", command.epilog or ""):
        lines = block.replace("\b\n", "").rstrip("\n")
        if lines:
            yield f".PP\n.nf\n{_roff(lines)}\n.fi"


def _roff(text: str) -> str:
    """Text with everything escaped that roff would take for a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", escaped, flags=re.M)
