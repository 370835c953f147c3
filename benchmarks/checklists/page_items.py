"""Items about type, the page, headings and tables. For their sources see ``items``."""

from benchmarks.checklists import layout, legibility, structure, wording
from benchmarks.checklists.item import CLINICIAN, PATIENT, Item

TYPE = (
    Item("x-height at least 1.4 mm", "EC R1", lambda d: legibility.x_height_is_at_least(d, 1.4)),
    Item("baselines at least 3 mm apart", "EC R2", lambda d: legibility.lines_are_apart(d, 3)),
    Item(
        "leading at least 1.25",
        "USP <17>",
        lambda d: legibility.leading_is_at_least(d, 1.25),
        PATIENT,
    ),
    Item(
        "no text below 10 pt",
        "21 CFR 208.20, PMI",
        lambda d: legibility.text_is_at_least(d, 10),
        PATIENT,
    ),
    Item(
        "running text of 12 pt",
        "UKAAF, NHS",
        lambda d: legibility.body_is_at_least(d, 12),
        PATIENT,
        large=False,
    ),
    Item(
        "no text below 8 pt",
        "21 CFR 201.57",
        lambda d: legibility.text_is_at_least(d, 8),
        CLINICIAN,
    ),
    Item(
        "header and footer at least 8 pt",
        "control",
        lambda d: legibility.running_lines_are_at_least(d, 8),
        large=False,
    ),
    Item("no text below 16 pt", "UKAAF", lambda d: legibility.text_is_at_least(d, 16), large=True),
    Item(
        "running text of 18 pt", "UKAAF", lambda d: legibility.body_is_at_least(d, 18), large=True
    ),
    Item(
        "header, footer and page number as large as the text",
        "UKAAF",
        legibility.running_lines_as_body,
        large=True,
    ),
    Item("a blank line between paragraphs", "UKAAF", legibility.paragraphs_are_apart, large=True),
    Item(
        "95 % of lines at most 75 characters",
        "RNIB",
        lambda d: legibility.lines_are_short(d, 75, 0.95),
        PATIENT,
    ),
    Item("no italics", "EC R3, UKAAF", legibility.is_upright),
    Item("no underlining", "EC R3, UKAAF", legibility.is_not_underlined),
    Item("no four words in capitals", "EC R3, UKAAF", wording.has_no_capitals),
    Item("contrast at least 7 to 1", "EC R6", lambda d: legibility.contrast_is_at_least(d, 7)),
    Item("dark on light", "EC R6", legibility.is_dark_on_light),
    Item("what is coloured is bold too", "control Q12", legibility.colour_is_also_bold),
)

PAGE = (
    Item("ragged right", "EC R4", layout.is_ragged),
    Item("no hyphenation", "EC R4, UKAAF", layout.words_are_whole),
    Item("no number parted from its unit", "UKAAF, MSCUI, ISMP", layout.numbers_keep_units),
    Item("columns at least 5 mm apart", "EC R7", lambda d: layout.gutter_is_at_least(d, 5)),
    Item(
        "lists of up to 6 items on one page",
        "EC R7",
        lambda d: layout.short_lists_are_whole(d, 6),
        PATIENT,
        large=False,
    ),
    Item("no list above 6 items", "EC R8", lambda d: layout.lists_are_short(d, 6), PATIENT),
    Item("one column", "UKAAF", layout.has_one_column, large=True),
    Item("two columns", "21 CFR 201.57", layout.has_columns, CLINICIAN, large=False),
    Item(
        "margins at least 10 mm",
        "readability studies",
        lambda d: layout.margins_are_at_least(d, 10),
    ),
    Item("no heading alone at the end of a column", "control Q8", layout.headings_keep_text),
    Item("at most 4 sides", "control Q6", lambda d: layout.has_sides(d, 4), PATIENT, large=False),
    Item("one sheet, 2 sides", "PMI, CDC", lambda d: layout.has_sides(d, 2), PATIENT, large=False),
    Item("one side", "Sheet, PMI", lambda d: layout.has_sides(d, 1), CLINICIAN, large=False),
)

HEADINGS = (
    Item(
        "at most 2 levels of heading", "EC R5", lambda d: structure.heading_levels_are_at_most(d, 2)
    ),
    Item("headings bold", "EC R5, 21 CFR 201.57", legibility.headings_are_bold),
    Item("higher headings no smaller", "EC R5", structure.higher_headings_are_larger),
    Item(
        "4 of 5 headings questions or phrases",
        "PEMAT 9",
        lambda d: structure.headings_are_phrases(d, 0.8),
        PATIENT,
    ),
    Item("no heading said twice", "PEMAT 9, USP <1265>", structure.headings_are_not_doubled),
    Item(
        "at most 150 words without a heading",
        "PEMAT 8",
        lambda d: structure.chunks_are_short(d, 150),
        PATIENT,
    ),
    Item("tables with heads", "PEMAT 17, 19", structure.tables_have_heads),
    Item(
        "tables of at most 5 columns",
        "PEMAT 19",
        lambda d: structure.tables_are_narrow(d, 5),
        PATIENT,
    ),
)
