"""The headings of the first level of a text about several drugs: each is the name of one."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from leaflet.monograph.markdown.nodes import Heading, Node
from leaflet.monograph.structure.headings import Headings


def drug_titles(nodes: Sequence[Node], headings: Headings) -> tuple[Heading, ...]:
    """The headings of the first one's level right above a section; none unless one comes again.

    The first of them is then no title of the whole text.
    """
    found = [node for node in nodes if isinstance(node, Heading)]
    keys = Counter(section.key for each in found if (section := headings.recognise(each.text)))
    if not found or max(keys.values(), default=0) < 2:
        return ()
    titles = tuple(
        one
        for one, after in pairwise(found)
        if one.level == found[0].level
        and not headings.recognise(one.text)
        and not headings.topics(one.text)
        and headings.recognise(after.text)
    )
    return titles if len(titles) > 1 and titles[0] is found[0] else ()
