"""Builds one HTML element."""

from markupsafe import Markup, escape


def element(tag: str, content: Markup, class_: str = "", **attributes: str | int) -> Markup:
    """An HTML element; attributes with an empty value are left out.

    Underscores in the names of attributes become hyphens.
    """
    named = (("class", class_), *attributes.items())
    # Joined by hand: an element is made for every word or two, and Markup.format takes ten times
    # as long.
    written = "".join(
        f' {name.replace("_", "-")}="{escape(value)}"' for name, value in named if value != ""
    )
    return Markup(f"<{tag}{written}>{escape(content)}</{tag}>")  # noqa: S704 - all is escaped


def classes(*names: str) -> str:
    """The value of a ``class`` attribute with these names; those that are empty are left out."""
    return " ".join(filter(None, names))
