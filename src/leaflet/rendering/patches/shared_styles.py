"""Computes styles once for all documents of one style sheet.

WeasyPrint 70 computes the value of each property for each kind of element, and shares it within a
document only. Here elements with the same declarations below parents with the same style have one
style in all documents, values that nothing declares are found at once, and the styles of notes
are left out where there are none. Each PDF has the bytes that it has without it.
"""

import re
from copy import copy
from functools import cache
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.css import AnonymousStyle, ComputedStyle, StyleFor
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.text.fonts import FontConfiguration

from leaflet.rendering.patches.swap import Patch

MOST = 8000
"""Entries kept for a style sheet; a document has about four hundred, two for most styles."""

_OF_THE_PAGE = re.compile(r"\d(?:vw|vh|vi|vb|vmin|vmax|pv\w+)\b", re.IGNORECASE)
"""Units that depend on the first page of a document."""

_NOTES = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}

_OF_NOTES = re.compile(r"footnote|\bnote\b|:note-", re.IGNORECASE)

_LOGICAL = {
    function(block="ttb", inline=inline)
    for function in PHYSICAL_FUNCTIONS.values()
    for inline in ("ltr", "rtl")
}
"""Properties that stand for others by the direction of the text."""

_OWN_WAY = {"position", "float", "display", "page"}
"""Properties whose values need more than those of the element and its parent."""

_INITIAL = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if name not in INHERITED | INITIAL_NOT_COMPUTED | _OWN_WAY
    and not name.startswith("text_decoration_")
    and not check_math(value)
}
"""The values of properties that nothing declares."""

_INHERITED = {name for name in INHERITED if not name.startswith("text_decoration_")} - _OWN_WAY
_PLAIN = (str, int, float)

_set_as_weasyprint_does = StyleFor.set_computed_styles
_compute = ComputedStyle.__missing__


def share(fonts: FontConfiguration, css: str) -> None:
    """Share the styles of all documents that are laid out with a style sheet and these fonts."""
    if StyleFor.set_computed_styles is _set_computed_styles and not _OF_THE_PAGE.search(css):
        fonts.shared_styles = {}
        fonts.has_notes = bool(_OF_NOTES.search(css))


class Html(HTML):  # type: ignore[misc]
    """A document; it has no style for notes unless its style sheet has some."""

    def __init__(self, fonts: FontConfiguration, **source: Any) -> None:
        super().__init__(**source)
        self._has_notes = getattr(fonts, "has_notes", True)

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        sheets = super()._ua_stylesheets(forms)
        return sheets if self._has_notes else [_without_notes(sheet) for sheet in sheets]


@cache
def _without_notes(sheet: CSS) -> CSS:
    sheet, matcher = copy(sheet), copy(sheet.matcher)
    matcher.other_selectors = [each for each in matcher.other_selectors if each[3] not in _NOTES]
    sheet.matcher = matcher
    return sheet


def use(style: ComputedStyle, self: StyleFor, element: Any, kind: str | None, targets: Any) -> None:
    """Give an element a style of an earlier one."""
    self._computed_styles[element, kind] = style
    _forget(style)
    if targets and style["anchor"]:
        targets.collect_anchor(style["anchor"])


def keep(shared: dict[Any, Any], key: object, value: object) -> None:
    """Keep a style for the documents of a style sheet."""
    if len(shared) >= MOST:
        shared.clear()
    shared[key] = value


def _set_computed_styles(self: StyleFor, element: Any, *, parent: Any, **others: Any) -> None:
    """What WeasyPrint does, or else the style that an earlier document has."""
    computed, pseudo_type = self.get_computed_styles(), others.get("pseudo_type")
    above = computed.get((parent, None))
    declared = self.get_cascaded_styles().get((element, pseudo_type), {})
    shared = getattr(self.font_config, "shared_styles", None)
    is_alike = parent is None or hasattr(above, "is_shared")
    if shared is None or not is_alike:
        _set_as_weasyprint_does(self, element, parent=parent, **others)
        return
    key = (id(above), pseudo_type, others.get("base_url"), _key(declared))
    if key in shared:
        use(shared[key], self, element, pseudo_type, others.get("target_collector"))
        return
    _set_as_weasyprint_does(self, element, parent=parent, **others)
    style = computed[element, pseudo_type]
    style.is_shared = True
    keep(shared, key, style)


def _key(declared: dict[str, tuple[Any, Any]]) -> tuple[object, ...]:
    """What distinguishes declarations. The style keeps the values, so their ids stay theirs."""
    return tuple(
        (name, _same(value), (*order, *specificity))
        for name, (value, (*order, specificity)) in declared.items()
    )


def _same(value: object) -> object:
    """A text itself, which each document declares for itself; any other value by its identity."""
    parts = value if type(value) is tuple else (value,)
    return value if all(type(part) is str for part in parts) else id(value)


def _forget(style: ComputedStyle) -> None:
    """Remove from a style what the layout of an earlier document has changed in it."""
    style.pop("overflow", None)  # moved from the root element to the page
    anonymous: AnonymousStyle | None = style.__dict__.get("anonymous_style")
    if anonymous and (
        anonymous.get("position", "static") != "static" or anonymous.get("white_space") == "pre"
    ):  # of a list marker or a leader
        del style.anonymous_style


def _computed(self: ComputedStyle, key: str) -> object:
    """The value of a property: at once, if nothing declares it."""
    if key not in self.cascaded and not (key in PHYSICAL_FUNCTIONS and _declares_logical(self)):
        if key in _INITIAL:
            value = self[key] = _INITIAL[key]
            return value
        if key in _INHERITED and self.parent_style is not None:
            value = self.parent_style[key]
            if type(value) in _PLAIN:
                self[key] = value
                return value
    return _compute(self, key)


def _declares_logical(style: ComputedStyle) -> bool:
    try:
        return bool(style.declares_logical)
    except AttributeError:
        style.declares_logical = not _LOGICAL.isdisjoint(style.cascaded)
        return bool(style.declares_logical)


PATCH = Patch(
    methods={
        (StyleFor, "set_computed_styles"): _set_computed_styles,
        (ComputedStyle, "__missing__"): _computed,
    }
)
