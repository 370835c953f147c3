"""The pictures of a monograph's file: nothing is printed of them but a caption.

Like ``source_text``, this shares nothing with the parser.
"""

import re

PICTURE = "\ufffc"
"""The character that replaces a picture in a text."""

_OPEN = re.compile(r"!\[[^][]*\]\(")
_INSIDE = re.compile(
    r"""\s*<?(?P<path>(?:[^\s()<>]|\([^\s()<>]*\))+)>?"""
    r"""(?:\s+(?P<quote>["'])(?P<title>(?:(?!(?P=quote)|\n\s*\n).)*)(?P=quote))?\s*\)""",
    re.DOTALL,
)
_GAP = re.compile(r"\n\s*\n")
_SIZED = re.compile(r'(width\s*[=:]\s*"?|=)[\d.]+(%|[a-z]{2})?"?(x\d*)?;?', re.I)
_BRACES = re.compile(r"\{:?(?P<inside>[^{}\n]*)\}")
_KNOWN = ("width", "height", "align", "style", "class", "id", "loading", "fig-align", "fig-alt")
_SETTING = re.compile(r"""([\w-]+)=("[^"]*"|'[^']*'|[\w%.-]+)|[.#][a-z][\w-]*""", re.I)
_EMBEDDED = re.compile(r"!\[\[[^][|#^]+\.(png|jpe?g|webp|svg)(\|[^][]*)?\]\]", re.I)


def without_pictures(text: str) -> str:
    """The text with a mark in place of each picture, and its caption after it."""
    pieces, at = [], 0
    for opening in _OPEN.finditer(text):
        inside = _INSIDE.match(text, opening.end())
        if opening.start() < at or not inside or _GAP.search(inside[0]):
            continue
        if not set(":/.#").isdisjoint(inside["path"]):
            title = (inside["title"] or "").strip()
            pieces.append(text[at : opening.start()])
            pieces.append(f"{PICTURE} {'' if _SIZED.fullmatch(title) else title} ")
            at = _after_settings(text, inside.end())
    return _EMBEDDED.sub(PICTURE, "".join([*pieces, text[at:]]))


def _after_settings(text: str, at: int) -> int:
    """The end of the attributes of a picture, if it has any that are known."""
    braces = _BRACES.match(text, at)
    if not braces or not braces["inside"].strip():
        return at
    settings = [*_SETTING.finditer(braces["inside"])]
    rest = _SETTING.sub("", braces["inside"]).strip()
    known = all(each[1] is None or each[1] in _KNOWN for each in settings)
    return braces.end() if known and not rest else at
