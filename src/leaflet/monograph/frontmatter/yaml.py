"""A text's front matter → values: plain YAML, known to be harmless before anything is built.

YAML can say more than an author needs. An alias turns one line into a gigabyte, a tag names an
object of a program, and a thousand levels of nesting crash whatever reads them. So the text is
parsed into events once; these are checked one by one, and only then made into values.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

from leaflet.config.limits import HIGHEST, Limits
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import MonographRefused
from leaflet.monograph.checks.characters import examine
from leaflet.monograph.checks.confusables import mixed
from leaflet.monograph.checks.sizes import too_long
from leaflet.monograph.frontmatter import toml
from leaflet.monograph.model import FrontMatter, FrontMatterKey

_YAML = YAMLHandler()
_ENDED_BY_DOTS = re.compile(
    r"\A(---[^\S\n]*\n(?:(?!---|\.\.\.[^\S\n]*$).*\n)*)\.\.\.(?=[^\S\n]*$)", re.M
)
"""Front matter as Pandoc may end it."""

_WITHOUT_SPACE = re.compile(r"^(\w+):\S", re.M)
_QUOTE = 'put values that hold a colon, # or quotes in "double quotes"'
_READ = frozenset(each.name for each in fields(FrontMatter))
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Split = toml.Split


def split(text: str, name: str, limits: Limits) -> Split:
    """Split the front matter off a text and read it.

    Raises MonographRefused where the front matter is longer or deeper than the limits allow, has
    an alias, a tag or a key twice, or is not YAML.
    """
    if text.lstrip().startswith("+++\n"):
        return toml.split(text, name, limits)
    if not _YAML.detect(text.lstrip()):
        return {}, {}, text.strip()
    first = text.count("\n", 0, len(text) - len(text.lstrip())) + 1
    try:
        head, body = _YAML.split(_ENDED_BY_DOTS.sub(r"\1---", text.strip(), count=1))
    except ValueError:  # opened and never closed: it is all text
        return {}, {}, text.strip()
    if len(head) > limits.front_matter:
        hint = "end it with a line ---"
        excess = limits.exceeded("front_matter", len(head), name, first, hint)
        raise MonographRefused([excess])
    try:
        events, keys = _examine(yaml.parse(head, Loader=_LOADER), name, first, limits)
        values = _Events(events).get_single_data()
    except (yaml.YAMLError, ValueError) as error:
        # YAML lets impossible dates through to the calendar.
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error) or "not valid YAML"
        # YAML counts from 0, and from the opening --- on.
        raise _refused(problem, name, first + (mark.line if mark else 0)) from error
    if isinstance(values, str) and (key := _WITHOUT_SPACE.search(head)):
        line = first + head.count("\n", 0, key.start()) + (not head.startswith("\n"))
        hint = f"write {key[1]}: with a space after the colon"
        raise _refused(f"a space is missing after {key[1]}:", name, line, hint)
    return (values, keys, body.strip()) if isinstance(values, dict) else ({}, {}, body.strip())


class _Events(Composer, SafeConstructor, Resolver):
    """A YAML loader over events that were parsed already."""

    def __init__(self, events: Sequence[yaml.Event]) -> None:
        Composer.__init__(self)
        SafeConstructor.__init__(self)
        Resolver.__init__(self)
        self._left = list(reversed(events))

    def check_event(self, *choices: type[yaml.Event]) -> bool:
        return bool(self._left) and (not choices or isinstance(self._left[-1], choices))

    def peek_event(self) -> yaml.Event:
        return self._left[-1]

    def get_event(self) -> yaml.Event:
        return self._left.pop()


def _examine(
    parsed: Iterable[yaml.Event], name: str, first: int, limits: Limits
) -> tuple[list[yaml.Event], dict[str, FrontMatterKey]]:
    """The events and the top-level keys; ``first`` is the line of the opening ---.

    Raises MonographRefused, at the first event that plain front matter does not have.
    """
    depth = 0
    events = []
    key: str | None = None
    keys: dict[str, FrontMatterKey] = {}
    for event in parsed:
        events.append(event)
        line = first + (event.start_mark.line if event.start_mark else 0)
        if getattr(event, "anchor", None):  # of its first place, and of an alias
            raise _refused("it has an alias", name, line, "write the text out; quote & and *")
        if tag := getattr(event, "tag", None):
            raise _refused(f"it has a tag, {tag[:60]}", name, line, "quote the !")
        scalar = event.value if isinstance(event, yaml.ScalarEvent) else ""
        if scalar and (found := _unprintable(scalar, name, limits)):
            raise MonographRefused(replace(each, line=line, column=0) for each in found)
        if depth == 1 and not isinstance(event, yaml.CollectionEndEvent):
            if key is not None:
                keys[key] = replace(keys[key], written=scalar)
                key = None
            elif scalar in keys:
                raise _refused(f"{scalar[:60]!r} is there twice", name, line, "keep one")
            else:
                key = scalar
                keys[key] = FrontMatterKey(line)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        # What is not read is only kept from crashing its reader.
        allowed = limits if next(reversed(keys), "") in _READ else HIGHEST
        if depth > allowed.front_matter_nesting:
            raise MonographRefused([limits.exceeded("front_matter_nesting", depth, name, line)])
    return events, keys


def _unprintable(value: str, name: str, limits: Limits) -> list[Diagnostic]:
    """Characters and lengths that a value may not have, and that YAML joined or unescaped."""
    lengths = too_long(value, value.split(), limits, name, 0)
    found = (*lengths, *examine(value, name), *mixed(value, name))
    return [each for each in found if each.severity is Severity.ERROR]


def _refused(problem: str, name: str, line: int, hint: str = _QUOTE) -> MonographRefused:
    return MonographRefused.of(
        "front-matter",
        f"the front matter cannot be read: {problem}",
        file=name,
        line=line,
        hint=hint,
    )
