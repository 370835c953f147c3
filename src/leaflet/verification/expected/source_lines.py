"""The lines of a paragraph of the file, and the labels that they begin with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from markdown_it.token import Token

from leaflet.verification.expected.chains import comparable, unmarked

_LONGEST_LABEL = 150
_QUESTION = re.compile(r"\W*q", re.I)

_STAR = "\x1f"
"""Stands for an asterisk, which may be the author's (``CYP2C9*2``); white space to Python."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a paragraph: its label in comparable words, the text after that, and both."""

    label: str
    text: str
    whole: str


_PRINTED_TAG = re.compile(r"</?(?!(?:b|strong|i|em|sub|sup|code)\b)[a-z]", re.IGNORECASE)
"""A tag that formats no text, and is printed as it was written."""


def source_lines(children: Sequence[Token]) -> Iterator[SourceLine]:
    """The lines of a paragraph, each taken apart at its label.

    That is what is emphasised at its start and closed by a colon or question mark, or alone in the
    line.
    """
    runs: list[tuple[str, bool]] = []
    depth, titles = 0, [""]
    for token in children:
        match token.type:
            case "strong_open" | "em_open" | "strong_close" | "em_close":
                depth += token.nesting
                runs.append((_STAR, True))
            case "link_open":
                titles.append(str(token.attrs.get("title", "")))
            case "link_close" if title := titles.pop():
                runs.append((f" ({title})", depth > 0))
            case "softbreak" if depth:  # an editor may break what is emphasised
                runs.append((" ", True))
            case "softbreak" | "hardbreak":
                yield _line(runs)
                runs = []
            case "html_inline" if token.content.lower().startswith("<br"):
                yield _line(runs)
                runs = []
            case "html_inline" if _PRINTED_TAG.match(token.content):
                runs.append((token.content, depth > 0))
            case "text" | "code_inline" | "text_special" | "entity":
                runs.append((token.content, depth > 0))
    yield _line(runs)


def _line(runs: Sequence[tuple[str, bool]]) -> SourceLine:
    whole = "".join(text for text, _ in runs)
    emphasised = takewhile(lambda run: run[1] or not run[0].strip(), runs)
    label = "".join(text for text, _ in emphasised)
    text, bare = whole[len(label) :], unmarked(whole)
    if bare != whole and _QUESTION.match(whole) and not (label.strip() and text.strip()):
        label, text = whole, ""
    ends = label.strip()
    closed = ends.endswith((":", "?", "؟")) or text.lstrip().startswith(":")
    alone = ends and not text.strip() and not ends.endswith((".", "!"))
    if not ends or len(ends) > _LONGEST_LABEL or not (closed or alone):
        return SourceLine("", bare, bare)
    return SourceLine(comparable(unmarked(label)), unmarked(text), bare)


def group_lines(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """The lines of a paragraph with their continuation lines; a label begins a group."""
    group: list[SourceLine] = []
    for line in lines:
        if not line.whole.strip():
            continue
        if group and line.label:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
