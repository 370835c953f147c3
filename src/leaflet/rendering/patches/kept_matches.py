"""Matches elements that look alike to selectors once, for all documents.

Most selectors look at an element and those that it is within: at names, classes, ids, attributes.
cssselect2 tries each of them on each element. Here what matches is kept in a tree of elements that
look alike. Selectors that look at siblings, children or texts are tried as before.
"""

from collections.abc import Iterable
from types import CodeType
from typing import Any

from cssselect2 import Matcher  # type: ignore[import-untyped]
from webencodings import ascii_lower  # type: ignore[import-untyped]

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]

_LANGUAGE = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")
"""Attributes that set the language of an element and those within it."""

MOST = 20_000
"""Elements kept for a style sheet; the pages of a kind of document have some hundreds."""

_UPWARDS = {
    *("local_name", "namespace_url", "in_html_document", "classes", "id", "parent", "ancestors"),
    *("etree_element", "tag", "attrib", "get", "lower", "startswith", "endswith"),
    *("any", "next", "split_whitespace", "ascii_lower", "urlparse", "scheme", "lang"),
}
"""What the test of a selector uses that looks at nothing else."""

Found = list[tuple[Any, ...]]
"""What matches: specificity, order, pseudo-element and declarations."""

_match_as_cssselect2_does = Matcher.match


class _Alike(dict[tuple[Any, ...], "_Alike"]):
    """Elements that look alike, and by their looks, those within them.

    ``found`` is what matches them, ``others`` the selectors that have to be tried on each.
    """

    found: Found
    others: list[tuple[Any, ...]]


class _Matches:
    """The selectors of a ``matcher`` of cssselect2, and what they have matched so far."""

    def __init__(self, matcher: Any) -> None:
        self.matcher, self.order = matcher, matcher.order
        self.upwards, self.others = Matcher(), Matcher()
        self.has_lists = False
        self.texts: set[Any] = {*matcher.id_selectors}
        self.valued: set[Any] = {*_LANGUAGE}
        for name, entries in vars(matcher).items():
            if isinstance(entries, dict):
                self.has_lists = self.has_lists or bool(entries)
                for key, of_key in entries.items():
                    self._divide(of_key, name, key)
            elif isinstance(entries, list):
                self._divide(entries, name)
        self._forget()

    def _forget(self) -> None:
        self.count = 0
        self.roots: dict[object, _Alike] = {}

    def _divide(self, entries: Iterable[tuple[Any, ...]], name: str, *keys: Any) -> None:
        """Divide selectors that cssselect2 keeps together by what they look at."""
        for entry in entries:
            used, texts = _used(entry[0].__code__)
            looks_up = used <= _UPWARDS
            if looks_up:
                self.texts |= texts
                self.valued |= texts if "get" in used else set()
            own = vars(self.upwards if looks_up else self.others)[name]
            for key in keys:
                own = own.setdefault(key, [])
            own.append(entry)

    def match(self, element: Any) -> Found:
        """What matches an element, as cssselect2 orders it."""
        if not self.has_lists:  # hardly any selectors
            return _match_any(self.matcher, element)
        if self.count >= MOST:
            self._forget()
        alike = self._alike(element)
        others: Found = []
        self.matcher.add_relevant_selectors(element, alike.others, others)
        return sorted((*alike.found, *others)) if others else alike.found

    def _alike(self, element: Any) -> _Alike:
        """The elements that look like one."""
        kept = element.__dict__.setdefault("kept_alike", {})
        if self in kept:
            return kept[self]  # type: ignore[no-any-return]
        if element.parent is None:
            of_page = (element.in_html_document, element.lang)
            above = self.roots.setdefault(of_page, _Alike())
        else:
            above = self._alike(element.parent)
        looks = self._looks(element.etree_element)
        alike = above.get(looks)
        if alike is None:
            self.count += 1
            alike = above[looks] = _Alike()
            alike.found = _match_as_cssselect2_does(self.upwards, element)
            alike.others = _to_try(self.others, element)
        kept[self] = alike
        return alike

    def _looks(self, element: Any) -> tuple[Any, ...]:
        """What the selectors that look upwards can tell of an element."""
        looks = [element.tag]
        for name, value in element.attrib.items():
            if name == "class" or name in self.valued:
                looks.append((name, value))
            elif name in self.texts or (name == "id" and value in self.texts):
                looks.append((name, value if name == "id" else None))
        return tuple(looks)


def _used(code: CodeType) -> tuple[set[str], set[Any]]:
    """The names that the test of a selector uses, and the texts in it."""
    names = {*code.co_names}
    texts = {each for each in code.co_consts if isinstance(each, str)}
    for each in code.co_consts:
        if isinstance(each, tuple | frozenset):
            texts |= {*each}
        if isinstance(each, CodeType):
            inner = _used(each)
            names, texts = names | inner[0], texts | inner[1]
    return names, texts


def _to_try(matcher: Any, element: Any) -> list[tuple[Any, ...]]:
    """The selectors that cssselect2 tries on an element."""
    found = [*matcher.id_selectors.get(element.id, ())]
    for name in element.classes:
        found += matcher.class_selectors.get(name, ())
    found += matcher.lower_local_name_selectors.get(ascii_lower(element.local_name), ())
    found += matcher.namespace_selectors.get(element.namespace_url, ())
    if "lang" in element.etree_element.attrib:
        found += matcher.lang_attr_selectors
    return [*found, *matcher.other_selectors]


def _match_any(matcher: Any, element: Any) -> Found:
    """What matches, if no selector is for certain names, classes or ids."""
    found: Found = []
    matcher.add_relevant_selectors(element, matcher.other_selectors, found)
    if "lang" in element.etree_element.attrib:
        matcher.add_relevant_selectors(element, matcher.lang_attr_selectors, found)
    return sorted(found)


def _match(self: Any, element: Any) -> Found:
    """What ``Matcher.match`` returns."""
    kept: _Matches | None = self.__dict__.get("kept_matches")
    if kept is None or kept.matcher is not self or kept.order != self.order:
        kept = self.kept_matches = _Matches(self)
    return kept.match(element)


PATCH = Patch(methods={(Matcher, "match"): _match})
