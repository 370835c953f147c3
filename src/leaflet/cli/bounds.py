"""The options that bound what one document may cost, for every command that prints."""

import click

COUNT = click.IntRange(min=0)

timeout = click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    help="Stop a document that takes longer; default 60; 0: never.",
)

memory = click.option(
    "--memory",
    metavar="MB",
    type=COUNT,
    help="Stop a document that takes more memory; default 1000; 0: never.",
)
