"""Monographs as no author writes them, built by hypothesis: unlikely, but legal."""

from hypothesis import strategies as st

Texts = st.SearchStrategy[str]

_PLAIN = st.sampled_from(
    [
        *("take", "the", "tablet", "with", "water", "once", "daily", "for", "pain", "fever", "of"),
        *(
            "adults",
            "children",
            "patients",
            "should",
            "not",
            "be",
            "given",
            "if",
            "severe",
            "liver",
        ),
        *("kidney", "disease", "is", "known", "risk", "bleeding", "Increase", "dose", "slowly"),
    ]
)
_LONG = st.sampled_from(
    [
        "Hydroxypropylmethylcellulose",
        "Methylinedioxymethamphetamine",
        "hydrochlorothiazide",
        "immunocompromised/immunosuppressed",
        "Naphazoline/Methylcellulose/Chlorpheniramine/Boric",
        "(methyl-triazene-1-yl)-imidazole-4-carboxamide",
        "2-(4-isobutylphenyl)propanoyl-1,2,3,4-tetrahydroisoquinoline-6,7-diol",
        "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3,
        "A" * 90,
        "ab1" * 30,
        "1234567890" * 7,
    ]
)
_NUMBERS = st.sampled_from(
    [
        *(">25 kg", "≤ 2 × 10⁶", "<1%", "1.5 mg/kg", "0.25 mg", "HLA-B*5701", "CYP2C9 *1/*3"),
        *("10,000 units", "50-31 mL/min", "≥60 mL/min/1.73 m²", "5 – 10 °C", "½ tablet", "µg"),
        *("10<sup>9</sup>/L", "B<sub>12</sub>", "-20 °C", "−20 °C", "1:10 000", "100mg", "1/2"),
        *("± 5 mg", "~5 mL", "≈ 3", "5 ± 2 mg", "+5", "1.2.3", "2^3", "3×10^6", "5–10 mg", "5—10"),
        *("1 000 000 IU", "5\u00a0mg", "5\u202fmg", "5\u2009mg", "#5", "5‰", '5"', "5'", "24/7"),
        *("10-20-30 mg", "1/4/2026", "2x", "x2", "5.", ".5", "5,", "(5)", "[5]", "5*", "*5", "-0"),
        *(
            "5%-10%",
            "≥5≤10",
            "<5>",
            "->5",
            "10⁻⁹ M",
            "t½",
            "1st",
            "Q8H",
            "5:30",
            "0",
            "00",
            "5 / 6",
        ),
    ]
)
_SYMBOLS = st.sampled_from(
    [
        *("**bold**", "*it*", "**", "*", "***", "_", "__u__", "&", "&gt;", "&nbsp;", "<", ">", "é"),
        *(
            "`code`",
            "[x]",
            "a_b",
            "(*)",
            "α",
            "β₂",
            "“q”",
            "#",
            "|",
            "\\*",
            "\\|",
            "—",
            "…",
            "®",
            "Ω",
        ),
        *("[link](https://example.org/a-b)", "<https://example.org/x>", "~~s~~", "^", "·", "•"),
        *("<b>b</b>", "<i>", "</p>", "<!-- c -->", "{x", "x}", "$", "\\", "//", "--", "- -", "1)"),
    ]
)
_UNSEEN = st.sampled_from(
    [
        *("pa\u200btient", "\u2060mg", "hydro\u00adchloro\u00adthiazide", "fi\u00adbro\u00adsis"),
        *("e\u0301", "o\u0308\u0301", "a\u0323\u0302", "n\u0303", "a\u200bb\u200bc\u200bd"),
    ]
)
_FOREIGN = st.sampled_from(
    [
        *(
            "שלום",
            "ال5mg",
            "мг",
            "ελλάδα",
            "漢字",
            "😀",
            "👩\u200d⚕\ufe0f",
            "ﬁ",
            "Ǆ",
            "ẞ",
            "đ",
            "ไทย",
        ),
        *("हिन्दी", "x\u20dd", "\u0301", "Z\u0335", "a\u034fb", "\u200e5", "\u202dx\u202c"),
        *("5\u200bmg", "1\u00ad0", "fi\u200cne", "dose\u200d", "\ufeffx", "№ 5"),
    ]
)
_WORD = st.one_of(
    *(_PLAIN, _PLAIN, _PLAIN, _PLAIN, _PLAIN, _NUMBERS, _NUMBERS, _SYMBOLS, _LONG, _UNSEEN)
)


def _words(word: Texts, most: int) -> Texts:
    return st.lists(word, min_size=1, max_size=most).map(" ".join)


_SENTENCE = st.one_of(_words(_WORD, 4), _words(_WORD, 8), _words(_WORD, 16))
_LABEL = st.one_of(
    _words(st.one_of(_PLAIN, _NUMBERS), 6), _words(st.one_of(_PLAIN, _LONG, _NUMBERS), 3)
)
_ITEM = st.one_of(
    _SENTENCE,
    st.builds("**{}:** {}".format, _LABEL, _SENTENCE),
    st.builds("**{}:**".format, _LABEL),
    st.builds("{}: {}".format, _LABEL, _SENTENCE),
    st.builds(">{}".format, _NUMBERS),
)


_STEPS = st.lists(st.tuples(st.integers(-2, 1), _ITEM), min_size=1, max_size=7)


@st.composite
def _list(draw: st.DrawFn) -> str:
    """A list up to six levels deep, no item more than one level below the one before it."""
    mark = draw(st.sampled_from(["*", "-", "*  ", "+", "1.", "a."]))
    step = draw(st.sampled_from([2, 3, 4]))
    depth, rows = -1, []
    for deeper, item in draw(_STEPS):
        depth = min(max(depth + deeper, 0), 5)
        rows.append(f"{' ' * (step * depth)}{mark} {item}")
    return "\n".join(rows)


_NUMBERED = st.lists(_SENTENCE, min_size=1, max_size=4).map(
    lambda rows: "\n".join(f"{n}. {row}" for n, row in enumerate(rows, 1))
)
_CELL = st.one_of(
    _words(st.one_of(_PLAIN, _NUMBERS), 5),
    _words(st.one_of(_PLAIN, _NUMBERS, _LONG, _UNSEEN), 3),
    _words(_WORD, 20).map(lambda text: text.replace("|", "")),
    st.just(""),
)


_DEPTHS = st.sampled_from([3, 3, 3, 3, 3, 30])


@st.composite
def _table(draw: st.DrawFn) -> str:
    """A table of one to eight columns and up to thirty rows."""
    wide = draw(st.integers(1, 8))
    row = st.lists(_CELL.map(lambda cell: cell.replace("|", "")), min_size=wide, max_size=wide)
    rows = draw(st.lists(row, min_size=1, max_size=draw(_DEPTHS)))
    head = draw(st.lists(_LABEL, min_size=wide, max_size=wide))
    return "\n".join("| " + " | ".join(each) + " |" for each in [head, ["---"] * wide, *rows])


def _indented(block: str) -> str:
    return "    " + block.replace("\n", "\n    ")


_BLOCK: Texts = st.one_of(
    _SENTENCE,
    st.builds("**{}:** {}".format, _LABEL, _SENTENCE),
    st.builds("**{}:**\n{}".format, _LABEL, _list()),
    st.builds("**{}**\n\n{}".format, _LABEL, _table()),
    st.builds("#### {}\n\n{}".format, _LABEL, _SENTENCE),
    st.builds("> {}".format, _SENTENCE),
    _list(),
    _NUMBERED,
    _table(),
    st.builds("* {}\n\n{}".format, _SENTENCE, _table().map(_indented)),
)
_QUESTION = st.builds("* **Q: {}?** A: {}".format, _LABEL, _SENTENCE)
_JOIN = st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n"])
_HEADINGS = ("Generic Name", "Usage", "Dosage", "Side Effects", "How it Works", "Precautions")
_FRONT = st.fixed_dictionaries(
    {},
    optional={
        "boxed_warning": _SENTENCE,
        "generic_name": _LABEL,
        "version": st.sampled_from(["1", "2026-03 b"]),
        "contact": _LABEL,
    },
)


@st.composite
def monographs(draw: st.DrawFn) -> str:
    """The text of a monograph: six sections of one or two blocks, and questions."""
    title = draw(st.lists(st.one_of(_PLAIN, _LONG), min_size=1, max_size=5))
    front = {"title": " + ".join(title) + "x", **draw(_FRONT)}
    parts = ["---\n", *(f"{key}: {_quoted(text)}\n" for key, text in front.items()), "---\n\n"]
    for heading in _HEADINGS:
        parts.append(f"### {heading}\n\n")
        blocks = draw(st.lists(st.tuples(_BLOCK, _JOIN), min_size=1, max_size=2))
        parts += [block + join for block, join in blocks] + ["\n\n"]
    parts.append("### FAQs\n\n" + "\n".join(draw(st.lists(_QUESTION, min_size=1, max_size=2))))
    if draw(st.integers(0, 19)) == 19:
        parts.append(" " + draw(_FOREIGN))
    return "".join(parts)


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))
