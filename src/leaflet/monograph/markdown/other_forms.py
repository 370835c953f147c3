"""What Obsidian, Hugo, MkDocs, Docusaurus, kramdown and Pandoc add to Markdown, in plain Markdown.

Each line becomes one line, so that findings keep their numbers. Code is left as it is.
"""

import re
from collections.abc import Iterator, Mapping

from leaflet.addresses import PATH, TARGET, TITLE
from leaflet.monograph.markdown.html_wrappers import unwrapped

_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")

_KINDS = (
    "abstract|attention|bug|caution|danger|error|example|failure|hint|important|info|note|"
    "question|quote|seealso|success|summary|tip|warning"
)
_AMOUNT = r"\d\s*[^\W\d_]"
"""A number and its unit, which is text wherever it is, and never a name."""

_NAME = rf"(?![\w:.-]*{_AMOUNT})[A-Za-z_][\w:.-]*"
_STRUCK = r"(?:strike|del|insertion|comment-|paragraph-)"
"""How the classes begin with which Word's changes come from Pandoc; such text may not be valid."""

_VALUE = r'(?:"[^"{}]*"|[\w%.-]+)'
_ATTRIBUTE = (
    rf"(?:#{_NAME}|\.(?!{_STRUCK}){_NAME}|(?:id|class|style|target|rel|align|lang|width|height|loading|custom-style"
    rf"|data-[\w-]+)={_VALUE})"
)
_ATTRIBUTES = re.compile(
    rf"(!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])\{{[^{{}}]*\}})"
    rf"|\s*\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}"
)
"""Attributes of anything but a picture, whose width is read elsewhere."""

_SPAN = re.compile(rf"(?<![!\]\\])\[([^\[\]]*)\]\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}")
"""``[text]{.underline}``; without text, a target of links: ``[]{#dose .anchor}``."""

_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<(a|span)\s+(?:name|id)=\"[\w.:-]*\"\s*(?:/>|>\s*</\1>)"), ""),
    (
        re.compile(
            rf"(?<![!\[])\[\[(?![^\[\]|]*{_AMOUNT})"
            r"(?:[^\[\]|#\\]+(?:#[^\[\]|\\]*)?\\?\|)([^\[\]|]+)\]\](?!\])"
        ),
        r"\1",
    ),
    (re.compile(r"(?<![!\[])\[\[([^\[\]|#]+)\]\](?!\])"), r"\1"),
    (re.compile(rf"(?<=\S)\s+\^{_NAME}$"), ""),
    (re.compile(r"<([\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,})>"), r"\1"),
)

_TAG = rf"#{_NAME}(?:/{_NAME})*"
_TAGS = re.compile(rf"\s*{_TAG}(?:\s+{_TAG})+$")
_LONE_TAG = re.compile(rf"(?=#[a-z]){_TAG}$")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_ADMONITION = re.compile(
    rf'( *)(?:(?:!!!|\?\?\?\+?) +({_KINDS})(?: +"([^"]*)")?|===[!+]? "([^"]+)")$', re.I
)
"""The box, or the tab, of MkDocs."""

_CONTAINER = re.compile(
    rf"( *):{{3,}} *(?:({_KINDS})(?:\[([^\[\]]*)\]| +([^{{}}]*\S))?"
    rf"|\{{ *\.(?:callout-)?({_KINDS}) *\}}"
    rf"|\{{ *{_ATTRIBUTE}(?: +{_ATTRIBUTE})* *\}})(?: *:{{3,}})?$",
    re.I,
)
_END = re.compile(r" *:{3,}$")
_CONTENTS = re.compile(r" {0,3}(?:\[\[?_?TOC_?\]?\]|\{\{TOC\}\}|\{:\s*toc\s*\})$", re.I)
_CONTENTS_HERE = re.compile(r" {0,3}\{:\s*toc\b[^{}]*\}$", re.I)
_ITEM = re.compile(r" {0,3}(?:[*+-]|1\.) \S.*$")
_CONTENTS_HEADING = re.compile(
    r"#{1,6}\s+(?:table of contents|contents|on this page|toc|inhalt(?:sverzeichnis)?|sommaire"
    r"|table des matières|índice|contenidos?)\s*(?:\{[^{}]*\})?\s*$",
    re.I,
)
_DEFINITION = re.compile(
    rf" {{0,3}}\[(?![^\]]*{_AMOUNT})([^\[\]^]+)\]: *"
    rf"(<?(?:{TARGET}|{PATH}|[^\s<>]+\.(?i:png|jpe?g|gif|svg|webp|mdx?|html?))>?"
    rf"{TITLE})$"
)
"""Where a reference leads; anything else after the colon is text, as in ``[Adults]: 2.5mg``."""

_NO_FORM = re.compile(r"[^\[{<^#]*")
_REFERENCE = re.compile(r"(?<![\\\]])(!?)\[([^\[\]]+)\](?:\[([^\[\]]*)\]|(?![\[(:]))")


def plain_forms(lines: list[str]) -> list[str]:
    """The same number of lines, in which the forms of other tools are those of this reader."""
    found = [m for line in lines if (m := _DEFINITION.match(line))]
    whole = "\n".join(lines) if found else ""
    used = {(each[3] or each[2]).lower() for each in _REFERENCE.finditer(whole)}
    # The title of one that nothing refers to would not be printed.
    targets = {m[1].lower(): m[2] for m in found if m[1].lower() in used or not any(m.groups()[2:])}
    bare = [unwrapped(line) for line in _without_contents(_without_lone_tags(lines))]
    return [_inline(line, targets) for line in _boxes(bare)]


def _without_contents(lines: list[str]) -> list[str]:
    """The lines without the mark of a table of contents and the heading right above it."""
    kept = list(lines)
    above, last = -1, -1
    for number, line in enumerate(lines):
        item = last >= 0 and _CONTENTS_HERE.match(line) and _ITEM.match(lines[last])
        if item or _CONTENTS.match(line):
            kept[number] = ""
            heading = above if item else last
            if item:
                kept[last] = ""
            if heading >= 0 and _CONTENTS_HEADING.match(kept[heading]):
                kept[heading] = ""
        elif line.strip(" ")[:1] not in "{":
            above, last = last, number
    return kept


def _without_lone_tags(lines: list[str]) -> list[str]:
    """The lines without each tag that nothing is written below: ``#pain`` might be a heading."""
    kept: list[str] = []
    below = "# "
    for line in reversed(lines):
        kept.append("" if _LONE_TAG.match(line) and _HEADING.match(below) else line)
        below = line if line.strip() else below
    return kept[::-1]


def _boxes(lines: list[str]) -> Iterator[str]:
    """Boxes as a bold label and paragraphs, without their fences and indents."""
    inside = -1
    containers = 0
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and line.strip() and indent < inside + 4:
            inside = -1
        text = line[4:] if inside >= 0 and line.strip() else line
        if box := _ADMONITION.match(text):
            inside = len(line) - len(line.lstrip())
            yield box[1] + _title(box[2] or "", box[3] if box[2] else box[4])
        elif box := _CONTAINER.match(text):
            containers += 1
            kind = box[2] or box[5]
            yield box[1] + _title(kind, box[3] or box[4]) if kind else ""
        elif containers and _END.match(text):
            containers -= 1
            yield ""
        else:
            yield text


def _title(kind: str, title: str | None) -> str:
    """The title of a box, otherwise its kind, as a label."""
    words = (kind.capitalize() if title is None else title).strip()
    if not words:
        return ""
    return f"**{words}**" if words[-1] in ".:!?" else f"**{words}:**"


def _inline(line: str, targets: Mapping[str, str]) -> str:
    """A line outside its code, without attributes, tags and definitions of addresses."""
    if _NO_FORM.fullmatch(line):
        return line
    if _TAGS.match(line):
        return ""
    if (defined := _DEFINITION.match(line)) and defined[1].lower() in targets:
        return ""
    pieces, at = [], 0
    for code in _CODE.finditer(line):
        pieces += [_words(line[at : code.start()], targets), code[0]]
        at = code.end()
    return "".join([*pieces, _words(line[at:], targets)])


def _words(text: str, targets: Mapping[str, str]) -> str:
    if targets:
        text = _REFERENCE.sub(lambda found: _resolved(found, targets), text)
    for pattern, plain in _INLINE if not {"[", "<", "^"}.isdisjoint(text) else ():
        text = pattern.sub(plain, text)
    if "{" not in text:
        return text
    return _ATTRIBUTES.sub(lambda found: found[1] or "", _SPAN.sub(r"\1", text))


def _resolved(found: re.Match[str], targets: Mapping[str, str]) -> str:
    """``[text][name]`` with the address that its name is defined to have."""
    target = targets.get((found[3] or found[2]).lower())
    return f"{found[1]}[{found[2]}]({target})" if target else found[0]
