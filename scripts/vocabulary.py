"""Report retired words and phrases in code and docs: `make lint`.

    python scripts/vocabulary.py [PATH]...

PATH is a file or folder of the checkout; without any, everything is checked. ``vocabulary.toml``
lists the words, what to say instead, and the exceptions. Prints one line per finding and then the
number per folder. Exits with 1 if there are findings, or an exception that nothing needs.
"""

import io
import re
import sys
import tokenize
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

CHECKOUT = Path(__file__).parents[1]
TABLE = Path(__file__).with_suffix(".toml")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_GAP = re.compile(r"[\s._-]+")
_STRINGS = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}  # Python 3.12
_STATEMENT_STARTS = {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING}


class Kind(StrEnum):
    """What a piece of text is: which list of words applies depends on it."""

    NAME = "names"
    PROSE = "prose"


Fragment = tuple[int, Kind, str]
"""The line on which a piece of text begins, its kind, and the text itself."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A retired word; ``line`` is 0 if it is in the name of the file."""

    path: str
    line: int
    word: str
    advice: str

    def __str__(self) -> str:
        """The finding as a line of output."""
        return f'{self.path}:{self.line}: "{self.word}": {self.advice}'


@dataclass(frozen=True)
class Vocabulary:
    """The retired words of each kind with their advice, allowed phrases, exceptions, data files."""

    names: Mapping[str, str]
    prose: Mapping[str, str]
    allowed: Sequence[str]
    skipped: Sequence[str]
    exceptions: Sequence[Mapping[str, str]]

    @classmethod
    def read(cls, text: str) -> "Vocabulary":
        """Read the TOML table; ``words`` are retired in names and in prose."""
        data: dict[str, Any] = tomllib.loads(text)
        words = data.get("words", {})
        return cls(
            names={**words, **data.get("names", {})},
            prose={**words, **data.get("prose", {})},
            allowed=data.get("allowed", ()),
            skipped=data.get("skipped", ()),
            exceptions=data.get("exception", ()),
        )

    def find(self, kind: Kind, text: str) -> Iterator[tuple[int, str, str]]:
        """The offset, word and advice of each retired word in a text."""
        if kind is Kind.NAME:
            text = " ".join(_PARTS.findall(text))
        text = self._allowed.sub(lambda match: " " * len(match[0]), text.lower())
        pattern, words = self._patterns[kind], getattr(self, kind)
        for match in pattern.finditer(text):
            word = _GAP.sub(" ", match[0])
            yield match.start(), word, words[word]

    def skips(self, path: str) -> bool:
        """Whether a file holds data rather than our own words."""
        return any(fnmatch(path, pattern) for pattern in self.skipped)

    def excepting(self, finding: Finding) -> Mapping[str, str] | None:
        """The exception that allows a finding."""
        for each in self.exceptions:
            if each["word"] == finding.word and fnmatch(finding.path, each["path"]):
                return each
        return None

    @cached_property
    def _allowed(self) -> re.Pattern[str]:
        return _any_of(self.allowed)

    @cached_property
    def _patterns(self) -> Mapping[Kind, re.Pattern[str]]:
        return {kind: _any_of(getattr(self, kind)) for kind in Kind}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of some phrases, as whole words; between their words may be any space or hyphen."""
    found = sorted(phrases, key=len, reverse=True)
    choices = "|".join(_GAP.pattern.join(map(re.escape, _GAP.split(phrase))) for phrase in found)
    return re.compile(rf"(?<!\w)(?:{choices or '(?!)'})(?!\w)")


def python(text: str, *, strings: bool = True) -> Iterator[Fragment]:
    """Identifiers, comments, docstrings and, unless they are data, other strings."""
    before = tokenize.ENCODING
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        is_docstring = before in _STATEMENT_STARTS
        if token.type == tokenize.NAME:
            yield token.start[0], Kind.NAME, token.string
        elif token.type == tokenize.COMMENT or (
            token.type in _STRINGS and (strings or is_docstring)
        ):
            yield token.start[0], Kind.PROSE, token.string
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            before = token.type


def _scanned(pattern: str, text: str) -> Iterator[Fragment]:
    """The named groups of a pattern, wherever it matches; groups are called as the kinds."""
    for match in re.finditer(pattern, text, re.DOTALL | re.MULTILINE):
        if kind := match.lastgroup:
            yield text.count("\n", 0, match.start(kind)) + 1, Kind(kind), match[kind]


PATTERNS: Mapping[str, str] = {
    ".css": r"/\*(?P<prose>.*?)\*/|\.(?P<names>[A-Za-z][\w-]*)(?=[^{};]*\{)",
    ".html": r"\{[{%](?P<names>.*?)[}%]\}|(?P<prose>(?:(?!\{[{%]).)+)",
    ".js": r"(?P<prose>/\*.*?\*/|//[^\n]*|\"[^\"\n]*\"|`[^`]*`)|(?P<names>[A-Za-z_$][\w$]*)",
    ".md": r"^```.*?^```|``?[^`\n]+?::[^`\n]+``?|`(?P<names>[^`\n]+)`|(?P<prose>(?:(?!^```)[^`])+)",
    ".po": r"^#(?P<prose>[^\n]*)",
    ".toml": r"^\s*#(?P<prose>[^\n]*)",
}
"""What is checked in each type of file. In Markdown, code blocks and names of tests are not."""


def fragments(path: str, text: str) -> Iterator[Fragment]:
    """Every piece of a file that is checked, and the name of the file itself."""
    yield 0, Kind.NAME, path
    suffix = PurePath(path).suffix
    if suffix == ".py":
        yield from python(text, strings=not path.startswith("tests/"))
    elif suffix in PATTERNS:
        yield from _scanned(PATTERNS[suffix], text)
    else:
        yield 1, Kind.PROSE, text


def check(path: str, text: str, vocabulary: Vocabulary) -> Iterator[Finding]:
    """The retired words in a file; ``path`` is relative to the checkout."""
    for line, kind, fragment in fragments(path, text):
        for offset, word, advice in vocabulary.find(kind, fragment):
            below = 0 if kind is Kind.NAME else fragment.count("\n", 0, offset)
            yield Finding(path, line + below, word, advice)


def _files(paths: Sequence[Path], vocabulary: Vocabulary) -> Iterator[str]:
    """The files of the checkout, or those below some paths, relative to the checkout."""
    known = {".py", ".sh", "", *PATTERNS}
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            name = file.resolve().relative_to(CHECKOUT).as_posix()
            hidden = any(part.startswith((".", "__pycache__")) for part in PurePath(name).parts)
            if (
                file.is_file()
                and file.suffix in known
                and not hidden
                and not vocabulary.skips(name)
            ):
                yield name


def _folder(path: str) -> str:
    """The folder under which a finding is counted; a file of the root counts by itself."""
    depth = 3 if path.startswith("src/") else 2
    return "/".join(path.split("/")[:-1][:depth]) or path


def everything() -> list[Path]:
    """What is checked if no path is given."""
    folders = ("benchmarks", "docs", "locale", "scripts", "src", "styles", "templates", "tests")
    return [*sorted(CHECKOUT.glob("*.md")), CHECKOUT / "Makefile", *map(CHECKOUT.joinpath, folders)]


def main(paths: Sequence[str], say: Callable[[str], None] = print) -> int:
    """Check the files below some paths, or all of them; the exit code."""
    vocabulary = Vocabulary.read(TABLE.read_text("utf-8"))
    folders: Counter[str] = Counter()
    used = []
    for name in _files([Path(path) for path in paths] or everything(), vocabulary):
        for finding in check(name, (CHECKOUT / name).read_text("utf-8"), vocabulary):
            if exception := vocabulary.excepting(finding):
                used.append(exception)
                continue
            say(str(finding))
            folders[_folder(name)] += 1
    unused = [each for each in vocabulary.exceptions if each not in used and not paths]
    for each in unused:
        say(f"{TABLE.name}: nothing needs the exception {each['path']}: {each['word']}")
    for folder, number in sorted(folders.items()):
        say(f"{number:6}  {folder}")
    return 1 if folders or unused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
