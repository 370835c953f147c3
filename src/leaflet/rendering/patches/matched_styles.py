"""Finds the style of an element by the rules that match it.

WeasyPrint 70 puts the declarations of all these rules together for each element, and then looks for
a style of the same rules. Here it looks first, among the styles of all documents that share theirs.
"""

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.css import (
    StyleFor,
    declaration_precedence,
    find_style_attributes,
    preprocess_declarations,
)

from leaflet.rendering.patches.shared_styles import keep, use
from leaflet.rendering.patches.swap import Patch

Sheets = Sequence[tuple[CSS, str, tuple[int, ...] | None]]
"""Style sheets with their origin, and the specificity of all their rules if it is one."""

Rule = tuple[tuple[Any, str | None], str, float, tuple[int, ...]]
"""Declarations with their layer, and what decides which win: origin, layer, specificity."""


def _apply(self: StyleFor, html: HTML, sheets: Sheets, *others: Any) -> None:
    """Find the style of each element, as WeasyPrint does."""
    has_hints, fonts, targets = others
    if has_hints or getattr(fonts, "shared_styles", None) is None:
        _apply_as_weasyprint_does(self, html, sheets, *others)
        return
    self._cascaded_styles, self._computed_styles, self._sheets = {}, {}, sheets
    self.initial_page_sizes = {"box": None, "area": None}
    self.font_config = fonts
    root, base_url = html.etree_element, html.base_url
    given = {"root": root, "base_url": base_url, "target_collector": targets}
    own = _declare_own(self, root, base_url)
    pseudo_elements: list[tuple[Any, str, list[Rule]]] = []
    for wrapper in html.wrapper_element.iter_subtree():
        element, rules = wrapper.etree_element, _rules(wrapper, sheets)
        parent = wrapper.parent.etree_element if wrapper.parent else None
        _set_style(self, element, rules[None], parent=parent, is_own=element in own, **given)
        pseudo_elements += [(element, kind, each) for kind, each in rules.items() if kind]
    for element, kind, each in pseudo_elements:
        _set_style(self, element, each, parent=element, pseudo_type=kind, **given)
    self._cascaded_styles.clear()


def _declare_own(self: StyleFor, root: Any, base_url: str) -> set[Any]:
    """The elements with declarations of their own, such as their language, which are applied."""
    found = set()
    for specificity, element, declarations, _ in find_style_attributes(root, False, base_url):
        found.add(element)
        expanded = tuple(preprocess_declarations(base_url, declarations))
        style = self._cascaded_styles.setdefault((element, None), {})
        _declare(style, [((expanded, None), "author", inf, specificity)])
    return found


def _rules(wrapper: Any, sheets: Sheets) -> dict[str | None, list[Rule]]:
    """The rules that match an element by its pseudo-elements; None stands for itself."""
    found: dict[str | None, list[Rule]] = {None: []}
    for sheet, origin, of_all in sheets:
        for specificity, _, kind, declared in sheet.matcher.match(wrapper):
            layer = inf if declared[1] is None else sheet.layers.index(declared[1])
            found.setdefault(kind, []).append((declared, origin, layer, of_all or specificity))
    return found


def _declare(style: dict[str, Any], rules: Iterable[Rule]) -> None:
    """Put the declarations of rules together; of two for one property, one wins."""
    for (declarations, _), origin, layer, specificity in rules:
        for name, values, importance in declarations:
            weight = (declaration_precedence(origin, importance), layer, specificity)
            if name not in style or style[name][1] <= weight:
                style[name] = values, weight


def _set_style(
    self: StyleFor, element: Any, rules: list[Rule], *, is_own: bool = False, **others: Any
) -> None:
    """The style that another element has, in this document or an earlier one, or else a new one."""
    computed, shared = self._computed_styles, self.font_config.shared_styles
    above, kind = computed.get((others["parent"], None)), others.get("pseudo_type")
    key = (id(above), kind, others["base_url"], *[id(rule[0]) for rule in rules])
    if not is_own and key in shared:
        use(shared[key][0], self, element, kind, others["target_collector"])
        return
    _declare(self._cascaded_styles.setdefault((element, kind), {}), rules)
    self.set_computed_styles(element, **others)
    style = computed[element, kind]
    if not is_own and hasattr(style, "is_shared"):
        # The declarations are kept as well, so their ids stay theirs.
        keep(shared, key, (style, [rule[0] for rule in rules]))


_apply_as_weasyprint_does = StyleFor.__init__

PATCH = Patch(methods={(StyleFor, "__init__"): _apply})
