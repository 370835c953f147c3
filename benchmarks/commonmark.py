"""How many examples of the specifications of CommonMark and GitHub read as they say.

    python -m benchmarks.commonmark [SPEC...]

SPEC is a ``spec.txt``: a text with examples of Markdown and its HTML. Without one, that of
CommonMark 0.31.2 is fetched with npm into build/; its licence is CC-BY-SA, so it is not kept here.
An example reads as it says if the same headings, paragraphs, items and cells have the same words,
bold, italics and code. Links are their words; quotations, rules and fences print nothing.
"""

import re
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from tinyhtml5 import parse

from benchmarks.stopwatch import CHECKOUT
from leaflet.config.markup import REFUSED
from leaflet.monograph.checks.markup import left_over
from leaflet.monograph.checks.printed import printed, printed_blocks
from leaflet.monograph.markdown.normalise import normalise
from leaflet.monograph.markdown.tree import Heading, Node, read_tree
from leaflet.monograph.model import Bullets, ListItem, Paragraph, Source, Table, Text

PACKAGE = "commonmark-spec@0.31.2"
EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$|^#{1,6} ([^\n]*)$", re.M | re.S)
BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "th", "td")
MARKS = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "code": "code"}

Line = tuple[str, str]
"""A block: its kind, and its words with the marks around them."""


def main() -> None:
    for spec in [Path(each) for each in sys.argv[1:]] or [fetched()]:
        sections: dict[str, Counter[str]] = {}
        for section, markdown, html in examples(spec.read_text("utf-8")):
            sections.setdefault(section, Counter())[verdict(markdown, html)] += 1
        total = sum(sections.values(), Counter[str]())
        print(
            f"{spec}: {total['same']} of {total.total()} as specified, {total['refused']} refused"
        )
        for section, found in sections.items():
            rest = ", ".join(f"{count} {name}" for name, count in found.items() if name != "same")
            print(f"  {section}: {found['same']} of {found.total()}{f'; {rest}' if rest else ''}")


def fetched() -> Path:
    """The text of CommonMark's specification, from the package of npm."""
    folder = CHECKOUT / "build" / "commonmark"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "spec.txt").exists():
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True)
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            archive.extract("package/spec.txt", folder, filter="data")
        (folder / "package" / "spec.txt").rename(folder / "spec.txt")
    return folder / "spec.txt"


def examples(spec: str) -> Iterator[tuple[str, str, str]]:
    """The heading above each example, its Markdown and its HTML."""
    section = ""
    for markdown, html, heading in EXAMPLE.findall(spec):
        section = heading or section
        if not heading:
            yield section, markdown.replace("→", "\t"), html.replace("→", "\t")


def verdict(markdown: str, html: str) -> str:
    """Whether an example reads as its HTML says: ``same``, ``refused`` or ``otherwise``."""
    rewritten, faults = normalise(markdown.rstrip("\n"), 1, "example")
    nodes = read_tree(rewritten)
    texts = [printed(n.text, n.line) for n in nodes if isinstance(n, Heading)]
    texts += printed_blocks(n for n in nodes if not isinstance(n, Heading))
    source = Source("example", markdown, markdown, 1, "", markup=REFUSED)
    if [each for each in faults if each.severity == "error"] or any(left_over(texts, source)):
        return "refused"
    tree = parse(html, namespace_html_elements=False).find("body")
    return "same" if tidied(ours(nodes)) == tidied(theirs(tree)) else "otherwise"


def tidied(lines: Iterable[Line]) -> list[Line]:
    return [(kind, " ".join(text.split())) for kind, text in lines if text.strip()]


def ours(nodes: Iterable[Node | ListItem]) -> Iterator[Line]:
    """The blocks as leaflet reads them."""
    for node in nodes:
        match node:
            case Heading(level, text):
                yield f"h{level}", marked(text)
            case Paragraph(text):
                yield "p", marked(text)
            case Bullets(items, ordered, start):
                yield "list", f"{'ol' if ordered else 'ul'} {start} {len(items)}"
                yield from ours(items)
            case ListItem(body):
                yield from ours(body)
            case Table(head, rows):
                yield from (("cell", marked(cell)) for row in (head, *rows) for cell in row)


def marked(text: Text) -> str:
    """The words of a text between the names of their marks."""
    return framed(
        (span.text, span.marks | ({"img"} if span.image else frozenset())) for span in text
    )


def framed(spans: Iterable[tuple[str, Iterable[str]]]) -> str:
    joined: list[tuple[str, frozenset[str]]] = []
    for words, marks in spans:
        kept = frozenset(marks) & {"em", "strong", "code", "img"}
        if joined and joined[-1][1] == kept:
            joined[-1] = (joined[-1][0] + words, kept)
        elif words:
            joined.append((words, kept))
    return "".join(
        f"{''.join(f'<{m}>' for m in sorted(ms))}{w}{'</>' * bool(ms)}" for w, ms in joined
    )


def theirs(element: Element, *, item: bool = False) -> Iterator[Line]:
    """The blocks of HTML; quotations, rules and divisions are transparent."""
    loose = "" if item or element.tag == "body" else element.text or ""
    yield from (("p", loose) for _ in range(bool(loose.strip())))
    for child in element:
        if child.tag in BLOCKS:
            kind = "cell" if child.tag in ("th", "td") else "p" if child.tag == "pre" else child.tag
            yield kind, framed(inline(child, frozenset()))
        elif child.tag in ("ul", "ol"):
            start = child.get("start", "1")
            yield "list", f"{child.tag} {start} {len(child)}"
            for each in child:
                yield from of_item(each)
        else:
            yield from theirs(child)


def of_item(element: Element) -> Iterator[Line]:
    """The blocks of an item, whose own words may stand in no paragraph."""
    own = Element("p")
    own.text = element.text
    rest = Element("li")
    for child in element:
        (rest if child.tag in (*BLOCKS, "ul", "ol", "blockquote", "hr") else own).append(child)
    yield "p", framed(inline(own, frozenset()))
    yield from theirs(rest, item=True)


def inline(element: Element, marks: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The words of an element, each with its marks."""
    yield element.text or "", marks
    for child in element:
        if child.tag == "input":
            yield "☐☑"["checked" in child.attrib], marks
        elif child.tag in ("br", "img"):
            alt = child.get("alt", "") if child.tag == "img" else "\n"
            yield alt, marks | ({"img"} if child.tag == "img" else frozenset())
        else:
            yield from inline(child, marks | {MARKS.get(child.tag, child.tag)})
        yield child.tail or "", marks


if __name__ == "__main__":
    main()
