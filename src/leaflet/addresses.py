"""What is an address, and so is not printed; between brackets, anything else is text.

A link prints its words alone. In ``[usual dose](2.5mg)`` the dose is meant to be read, so only what
cannot be meant so is an address: a known scheme with a host that ends in letters, a mailbox, a
telephone number, or an anchor without digits.
"""

TAIL = r"(?:[^\s()<>]|\([^\s()<>]*\))*"
"""The rest of an address, as an expression: no spaces, and round brackets only in pairs."""

TARGET = (
    rf"(?i:https?://(?:[\w-]+\.)+[^\W\d_]{{2,}}(?::\d+)?(?:[/?#]{TAIL})?"
    r"|mailto:[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}|tel:\+?\d(?:[().-]?\d){5,}|#[^\W\d]+(?:-[^\W\d]+)*)"
)
"""The address of a link, as an expression."""

SOURCE = rf"(?:[^\s()<>:/.#]|\([^\s()<>]*\))*[:/.#]{TAIL}"
"""The address of a picture, as an expression: any path, since the engine refuses what is none."""
