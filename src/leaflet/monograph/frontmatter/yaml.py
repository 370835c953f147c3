"""A text's front matter → values: plain YAML, known to be harmless before anything is made of it.

YAML can say more than an author needs. An alias makes a gigabyte of a line, a tag an object of a
program, and what is nested a thousand levels deep ends the process that reads it. So the events of
its parser are looked at first; they are told one by one and build nothing.
"""

from dataclasses import replace
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from leaflet.config.limits import Limits
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import MonographRefused
from leaflet.monograph.checks.characters import examine
from leaflet.monograph.checks.confusables import mixed

_YAML = YAMLHandler()
_QUOTE = 'put values that hold a colon, # or quotes in "double quotes"'
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def split(text: str, name: str, limits: Limits) -> tuple[dict[str, Any], str]:
    """The values of the front matter of a text, and its body.

    Raises MonographRefused where the front matter is longer or deeper than the limits allow, has
    an alias, a tag or one key twice, or is no YAML.
    """
    if not _YAML.detect(text.lstrip()):
        return {}, text.strip()
    above = text.count("\n", 0, len(text) - len(text.lstrip()))
    try:
        head, _ = _YAML.split(text.strip())
    except ValueError:  # opened and never closed: it is all text
        return {}, text.strip()
    if len(head) > limits.front_matter:
        told = limits.exceeded("front_matter", len(head), name, above + 1, "end it with a line ---")
        raise MonographRefused([told])
    try:
        _examine(head, name, above + 1, limits)
        return frontmatter.parse(text, handler=_YAML)
    except (yaml.YAMLError, ValueError) as error:
        # YAML lets impossible dates through to the calendar.
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error) or "not valid YAML"
        # YAML counts from 0, and from the opening --- on.
        raise _refused(problem, name, above + 1 + (mark.line if mark else 0)) from error


def _examine(head: str, name: str, first: int, limits: Limits) -> None:
    """Raise MonographRefused for what plain front matter has not; ``first`` is its line ---."""
    depth = 0
    keys: set[str] = set()
    is_key = False
    for event in yaml.parse(head, Loader=_LOADER):
        line = first + (event.start_mark.line if event.start_mark else 0)
        if getattr(event, "anchor", None):  # of its first place, and of an alias
            raise _refused("it has an alias", name, line, "write the text out; quote & and *")
        if tag := getattr(event, "tag", None):
            raise _refused(f"it has a tag, {tag[:60]}", name, line, "quote the !")
        if isinstance(event, yaml.ScalarEvent) and (told := _written_by_number(event.value, name)):
            raise MonographRefused(replace(each, line=line, column=0) for each in told)
        if depth == 1 and not isinstance(event, yaml.CollectionEndEvent):
            is_key = not is_key
            if is_key and isinstance(event, yaml.ScalarEvent):
                if event.value in keys:
                    raise _refused(f"{event.value[:60]!r} is there twice", name, line, "keep one")
                keys.add(event.value)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > limits.front_matter_nesting:
            raise MonographRefused([limits.exceeded("front_matter_nesting", depth, name, line)])


def _written_by_number(value: str, name: str) -> list[Diagnostic]:
    """What may not stand in a value, and was not seen because YAML writes it by its number."""
    found = (*examine(value, name), *mixed(value, name))
    return [each for each in found if each.severity is Severity.ERROR]


def _refused(problem: str, name: str, line: int, hint: str = _QUOTE) -> MonographRefused:
    return MonographRefused.of(
        "front-matter",
        f"the front matter cannot be read: {problem}",
        file=name,
        line=line,
        hint=hint,
    )
