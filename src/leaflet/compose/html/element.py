"""One element of HTML, with its attributes."""

from markupsafe import Markup


def element(tag: str, content: Markup, **attributes: str | int) -> Markup:
    """One element; attributes without a value are left away.

    ``class`` is spelt ``style``, and what has a hyphen with an underscore.
    """
    said = Markup("").join(
        Markup(' {}="{}"').format("class" if name == "style" else name.replace("_", "-"), value)
        for name, value in attributes.items()
        if value != ""
    )
    return Markup("<{0}{1}>{2}</{0}>").format(tag, said, content)
