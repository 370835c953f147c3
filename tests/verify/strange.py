"""Monographs as no author writes them, built by hypothesis: unlikely, but legal."""

from hypothesis import strategies as st

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
        "Naphazoline/Methylcellulose/Chlorpheniramine/Boric",
        "(methyl-triazene-1-yl)-imidazole-4-carboxamide",
        "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3,
    ]
)
_NUMBERS = st.sampled_from(
    [
        ">25 kg",
        "≤ 2 × 10⁶",
        "<1%",
        "1.5 mg/kg",
        "0.25 mg",
        "HLA-B*5701",
        "CYP2C9 *1/*3",
        "10,000 units",
        "50-31 mL/min",
        "≥60 mL/min/1.73 m²",
        "5 – 10 °C",
        "½ tablet",
        "10<sup>9</sup>/L",
        "B<sub>12</sub>",
        "-20 °C",
        "1:10 000",
        "100mg",
        "µg",
        "1/2",
    ]
)
_SYMBOLS = st.sampled_from(
    [
        "**bold**",
        "*it*",
        "**",
        "*",
        "&",
        "&gt;",
        "<",
        ">",
        "`code`",
        "[x]",
        "a_b",
        "(*)",
        "é",
        "α",
        "β₂",
        "“q”",
        "#",
        "|",
        "\\*",
        "—",
        "…",
        "®",
        "Ω",
    ]
)
_WORD = st.one_of(_PLAIN, _PLAIN, _PLAIN, _NUMBERS, _SYMBOLS, _LONG)
_SENTENCE = st.lists(_WORD, min_size=1, max_size=25).map(" ".join)
_LABEL = st.lists(st.one_of(_PLAIN, _NUMBERS), min_size=1, max_size=6).map(" ".join)


def _indented(depth: int, mark: str, text: str) -> str:
    return " " * (4 * depth) + f"{mark} {text}"


_ITEM = st.one_of(
    _SENTENCE,
    st.builds("**{}:** {}".format, _LABEL, _SENTENCE),
    st.builds("**{}:**".format, _LABEL),
    st.builds(">{}".format, _NUMBERS),
)
_LIST = st.builds(
    lambda rows, mark: "\n".join(
        _indented(min(depth, at), mark, text) for at, (depth, text) in enumerate(rows)
    ),
    st.lists(st.tuples(st.integers(0, 2), _ITEM), min_size=1, max_size=12),
    st.sampled_from(["*", "-", "*  ", "+"]),
)
_NUMBERED = st.lists(_SENTENCE, min_size=1, max_size=6).map(
    lambda rows: "\n".join(f"{n}. {row}" for n, row in enumerate(rows, 1))
)
_CELL = st.lists(st.one_of(_PLAIN, _NUMBERS), min_size=1, max_size=5).map(" ".join)
_TABLE = st.builds(
    lambda head, rows: "\n".join(
        "| " + " | ".join(row) + " |" for row in [head, ["---"] * 3, *rows]
    ),
    st.lists(_CELL, min_size=3, max_size=3),
    st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=1, max_size=8),
)
_BLOCK = st.one_of(
    _SENTENCE,
    st.builds("**{}:** {}".format, _LABEL, _SENTENCE),
    st.builds("**{}:**\n{}".format, _LABEL, _LIST),
    _LIST,
    _NUMBERED,
    _TABLE,
)
_QUESTION = st.builds("* **Q: {}?** A: {}".format, _LABEL, _SENTENCE)
_JOIN = st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n"])


@st.composite
def monographs(draw: st.DrawFn) -> str:
    """The text of a monograph: five sections of two to five blocks, and questions."""
    title = " + ".join(draw(st.lists(st.one_of(_PLAIN, _LONG), min_size=1, max_size=5)))
    parts = [f"---\ntitle: {title}x\n---\n"]
    for heading in (
        "Generic Name",
        "Usage",
        "Dosage",
        "Side Effects",
        "How it Works",
        "Precautions",
    ):
        parts.append(f"### {heading}\n")
        blocks = draw(st.lists(st.tuples(_BLOCK, _JOIN), min_size=1, max_size=5))
        parts.extend(block + join for block, join in blocks)
        parts.append("\n\n")
    parts.append("### FAQs\n\n" + "\n".join(draw(st.lists(_QUESTION, min_size=1, max_size=4))))
    return "".join(parts)
