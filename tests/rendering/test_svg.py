"""SVG pictures that would take for ever to draw, or reach for something else."""

import pytest

from leaflet.rendering.svg import check

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 40 40">'
)


def doubled(element: str) -> str:
    """A picture that draws 2^30 squares."""
    levels = (element.format(n=n, before=n - 1) for n in range(1, 31))
    return f'<g id="a0"><rect/></g>{"".join(levels)}<use href="#a30"/>'


BOMBS = {
    "a reference to itself": '<g id="a"><use href="#a"/></g>',
    "a loop of references": '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    "doubled by use": doubled(
        '<g id="a{n}"><use xlink:href="#a{before}"/><use href="#a{before}"/></g>'
    ),
    "doubled by masks": doubled(
        '<g id="a{n}"><mask id="m{n}"><use href="#a{before}"/></mask><rect mask="url(#m{n})"/>'
        "<rect style=\"mask: URL( '#m{n}' )\"/></g>"
    ),
    "a chain of references": "".join(
        f'<g id="a{n}"><use href="#a{n - 1}"/></g>' for n in range(1, 200)
    )
    + '<g id="a0"/>',
    "deep nesting": "<g>" * 20_000 + "</g>" * 20_000,
    "many elements": "<g/>" * 30_000,
    "a style sheet without end": f"<style>{'a{}' * 10_000}</style>",
    "an imported style sheet": "<style>@IMPORT 'http://x/'</style>",
    "a mask by a style sheet": '<mask id="m"/><style>rect { mask: url(#m) }</style>',
    "a reference by an escape": '<mask id="m"/><rect style="mask: u\\72l(#m)"/>',
    "a picture": '<image href="data:image/png;base64,AAAA"/>',
    "a picture in another namespace": '<x:image xmlns:x="x" href="data:image/png;base64,AAAA"/>',
    "a reference to a file": '<use href="file:///etc/passwd#a"/>',
    "a reference to the network": '<rect fill="url(http://example.org/#a)"/>',
    "two of one name": '<g id="a"/><g id="a"/>',
    "a filter": "<filter/>",
    "a marker": "<marker/>",
    "HTML": "<foreignObject/>",
    "a script": "<script/>",
    "an animation": "<animate/>",
    "no end": "<g>",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_picture_that_cannot_be_drawn_safely_is_refused(bomb: str) -> None:
    with pytest.raises(ValueError, match=r"^(it|its|more|two) "):
        check(f"{HEAD}{BOMBS[bomb]}</svg>".encode())


@pytest.mark.parametrize("entity", ['<!ENTITY a "aaa">', '<!ENTITY a SYSTEM "file:///etc/passwd">'])
def test_entities_are_refused(entity: str) -> None:
    with pytest.raises(ValueError, match="declares entities"):
        check(f"<!DOCTYPE svg [{entity}]>{HEAD}<desc>&a;</desc></svg>".encode())


@pytest.mark.parametrize("start", ['<?xml version="1.0" encoding="nonsense"?>', "\0", "</b>"])
def test_damage_is_refused(start: str) -> None:
    with pytest.raises(ValueError, match="damaged"):
        check(f"{start}{HEAD}</svg>".encode())


def test_what_drawing_programs_write_is_drawn() -> None:
    picture = (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        f'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">{HEAD}'
        '<sodipodi:namedview xmlns:sodipodi="s"/><metadata><r:RDF xmlns:r="r"/></metadata>'
        '<style>.a { fill: url(#g) }</style><defs><linearGradient id="g"><stop/></linearGradient>'
        '<linearGradient id="h" href="#g"/><clipPath id="c"><path d="M0 0"/></clipPath></defs>'
        '<g clip-path="url(#c)"><path class="a" d="M0 0h1"/><use xlink:href="#c"/></g></svg>'
    )
    check(picture.encode())
