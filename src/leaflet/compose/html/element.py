"""Builds one HTML element."""

from markupsafe import Markup


def element(tag: str, content: Markup, class_: str = "", **attributes: str | int) -> Markup:
    """An HTML element; attributes with an empty value are left out.

    Underscores in the names of attributes become hyphens.
    """
    named = (("class", class_), *attributes.items())
    written = Markup("").join(
        Markup(' {}="{}"').format(name.replace("_", "-"), value)
        for name, value in named
        if value != ""
    )
    return Markup("<{0}{1}>{2}</{0}>").format(tag, written, content)
