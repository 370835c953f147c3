"""What is an address, and so is not printed; between brackets, anything else is text.

A link prints its words alone. In ``[usual dose](2.5mg)`` the dose is meant to be read, so only what
cannot be meant so is an address: a known scheme with a host that ends in letters, a mailbox, a
telephone number, an anchor without digits, or a page of the same collection: a file of text, or,
of words without a number, a path without one.
"""

TAIL = r"(?:[^\s()<>]|\([^\s()<>]*\))*"
"""The rest of an address, as an expression: no spaces, and round brackets only in pairs."""

TARGET = (
    rf"(?i:https?://(?:[\w-]+\.)+[^\W\d_]{{2,}}(?::\d+)?(?:[/?#]{TAIL})?"
    r"|mailto:[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}|tel:\+?\d(?:[().-]?\d){5,}|#[^\W\d]+(?:-[^\W\d]+)*)"
)
"""The address of a link, as an expression."""

FILE = r"(?:[\w.%-]*/)*[\w.%-]+\.(?i:mdx?|html?|qmd|rst)(?:#[\w.%-]*)?"
"""The file of another page of a collection, as an expression; paper cannot lead there."""

PATH = r"(?:\.{0,2}/(?:(?![\d_])[\w./#-])*|(?:(?![\d_])[\w./-])+/(?:#[^\W\d]+(?:-[^\W\d]+)*)?)"
"""The path of one. Behind words with a number it is none: ``[5 mg](/day)``."""

TITLE = r"""(?:\s+(?:"([^"]*)"|'([^']*)'|\(([^()]*)\)))?\s*"""
"""The title after an address, as an expression with three groups; empty if there is none."""

SOURCE = rf"(?:[^\s()<>:/.#]|\([^\s()<>]*\))*[:/.#]{TAIL}"
"""The address of a picture, as an expression: any path, since the engine refuses what is none."""
