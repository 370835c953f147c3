"""Every operator that a page of leaflet's has, with its operands and where it may be.

A page is a row of blocks, each matched as a whole: text of the document (``/Span``), running lines,
lines and areas (``/Artifact``), pictures (``/Figure``), and between them nothing but saved states
and clipping rectangles. Text is upright, opaque, filled, in one of two scales, and moves forward.
(ISO 32000-1, annex A; WeasyPrint 70 writes one operator per line.)
"""

import re

NUMBER = rb"-?\d{1,7}(?:\.\d{0,6})?"
_KERNING = rb"-?\d{1,4}+(?:\.\d*+)?+(?=[ <\]])"
"""Thousandths of an em, by which the next glyph is moved back."""


def _operands(count: int) -> bytes:
    return b" ".join([NUMBER] * count) + b" "


PROLOGUE = re.compile(
    rb"1 0 0 -1 0 (?P<height>%b) cm\nq\n0.75 0 0 0.75 0 0 cm\n" % NUMBER,
)
"""Turns the page upside down, to 96 units per inch, for all that follows."""

EPILOGUE = b"\nQ"

_COLOUR = rb"(?:/a1(?:\.0)? gs\n|%brg\n)*+" % _operands(3)
_SHOWN = rb"\[(?:(?:<[0-9a-f]{4}>0(?=<))++|<(?:[0-9a-f]{4})*+>|%b| )*+\] TJ\n" % _KERNING
_TEXT = rb"(?:BT\n(?:1 0 0 -1 %bTm\n" % _operands(
    2
) + rb"(?:/[A-Z]{6} \d{1,4}(?:\.\d{0,6})? Tf\n|%bTs\n|%b)++)?+ET\n)*+" % (_operands(1), _SHOWN)

_TEXTS = rb"(?:%b%b)*+" % (_COLOUR, _TEXT)
_TAG = rb"(?:/Span\n<</MCID %b>>|/Artifact\n<</Type /Pagination>>)\nBDC\n"

SPAN = re.compile(rb"%b(?P<text>%b)EMC\n" % (_TAG % rb"(?P<mcid>\d{1,6})", _TEXTS))
"""Text, of the document or of its running lines."""

SPANS = re.compile(rb"(?:%b%bEMC\n)++" % (_TAG % rb"\d{1,6}", _TEXTS))
"""Texts one after the other."""

MCID = re.compile(rb"/Span\n<</MCID (\d+)>>")
"""The number of each of these, if it is text of the document."""

TEXT_OPERATOR = re.compile(rb"/([A-Z]{6}) \S+ Tf\n|\[([^\]]*+)\] TJ\n|(\S+) Ts\n|(ET)\n")
"""A change of font, glyphs, a rise, or the end of a text."""

SHOWN = re.compile(rb"/([A-Z]{6}) \S+ Tf\n((?:\[[^\]]*+\] TJ\n)++)")
"""A font, and the arrays of glyphs right after it."""

WITHOUT_GLYPHS = re.compile(rb"\[[^<\]]*\]")
"""An array that moves what another one shows."""

GLYPH = re.compile(rb"[0-9a-f]{4}(?=[0-9a-f]*>)")

MOVED = re.compile(rb">(?!-?\d{1,2}(?:\.\d*)?(?:<|\Z))([^<>]*[1-9][^<>]*)(?:<([0-9a-f]{4})|\Z)")
"""A place where glyphs are moved, with the glyph after it. One move of less than a hundred is left
out: it is within all limits below."""

MOVES = (-3000.0, 500.0)
"""How far the next glyph may be moved back, in thousandths of an em: forward as word spaces and
letter spacing, back as kerning and marks on letters."""

MOVES_IN_NUMBERS = (-200.0, 150.0)
"""The same between digits and the signs of a number, which may never change their order. The widest
kerning among them is that of two slashes, 135. No other glyphs have narrower limits."""

MOVES_OF_TWINS = (-200.0, 250.0)
"""The same between two equal glyphs, which have no order: some fonts set two slashes very close."""

_OPACITY = rb"/[aA]\d{1,2}(?:\.\d+)? gs\n"
_PATH = rb"(?:%b[ml]\n|%bre\n|%bc\n|h\n)" % (_operands(2), _operands(4), _operands(6))
PATH = frozenset(b"m l re c h".split())
"""The operators that make a path, on lines of their own."""

PAINTING = frozenset(b"n f f* S s B B* b b*".split())
"""Those that draw it, or drop it."""

_LINE_STYLE = rb"(?:%bw\n|\[(?:%b ?)*+\] %bd\n|[012] [Jj]\n|%bM\n)" % (
    _operands(1),
    NUMBER,
    _operands(1),
    _operands(1),
)
_DRAWING = rb"(?:q\n|Q\n|%b|%b|%b|%b(?:rg|RG)\n|W\*?\n|n\n|f\*?\n|S\n)" % (
    _OPACITY,
    _PATH,
    _LINE_STYLE,
    _operands(3),
)
_DECORATION = (
    rb"(?:/Pattern (?:cs|CS)\n|/p\d{1,4} (?:scn|SCN)\n|/x\d{1,4} Do\n|/i[0-9a-f]{32}[01] Do\n"
    rb"|/s\d{1,4} (?:gs|sh)\n|%bcm\n|B\*?\n|b\*?\n|s\n"
    rb"|/(?:lab-d50|lab-d65|DeviceCMYK) (?:cs|CS)\n|(?:%b )++(?:scn|SCN)\n)"
    % (_operands(6), NUMBER)
)

FIGURE = re.compile(
    rb"/Figure\n<</MCID (?P<mcid>\d{1,6})>>\nBDC\n(?:/a1(?:\.0)? gs\n)?"
    rb"(?P<body>(?:%b|%b)*+)EMC\n" % (_DRAWING, _DECORATION)
)
"""A picture: drawn in any way, but without text."""

ARTIFACT = re.compile(rb"/Artifact\nBMC\n(?P<body>%b*+)EMC\n" % _DRAWING)
"""A line, a border, or an area behind text: no picture, no pattern, no opacity mask."""

DECORATED = re.compile(rb"/Artifact\nBMC\n(?P<body>(?:%b|%b)*+)EMC\n" % (_DRAWING, _DECORATION))
"""The same, if the style has pictures or gradients behind its text."""

PICTOGRAM = re.compile(
    rb"/Artifact\n<</Type /Layout>>\nBDC\n"
    rb"(?P<body>(?:q\n|Q\n|/[aA]1(?:\.0)? gs\n|%bcm\n|%b|%b|%bRG\n|S\n)*+)EMC\n"
    % (_operands(6), _PATH, _LINE_STYLE, _operands(3))
)
"""A decoration beside words: opaque lines, which cover nothing."""

STATE = re.compile(rb"(?P<state>[qQ])\n|(?P<clip>%bre\nW\nn\n)" % _operands(4))
"""What may be between the blocks."""

GROUP = re.compile(rb"(?:(?:/Artifact\nBMC|EMC)\n|%b|%b)*+" % (_DRAWING, _DECORATION))
"""The content of a form or of a pattern: a part of a picture, without text."""
