import pytest

from leaflet.monograph.model import Block, Entry, Paragraph, Subheading
from leaflet.monograph.structure.disclaimers import lift_disclaimers
from leaflet.monograph.structure.entries import find_entries
from leaflet.monograph.structure.sections import RawSection, split_sections
from leaflet.monograph.text import plain
from monograph.nodes import headings, read_nodes


def sections(tail: str) -> list[RawSection]:
    body = f"### Precautions\n\nAvoid alcohol.\n\n{tail}"
    return split_sections(read_nodes(body), headings("Examplin"))


def words(blocks: tuple[Block, ...]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Entry):
            found += [f"{plain(block.label)}:", *words(block.body)]
        elif isinstance(block, (Paragraph, Subheading)):
            found.append(plain(block.text))
    return found


@pytest.mark.parametrize(
    ("tail", "lifted"),
    [
        ("**Disclaimer:** Ask.", ["Disclaimer: Ask."]),
        ("**Disclaimer:**\n\nAsk.", ["Disclaimer:", "Ask."]),
        ("**Important Disclaimer**\n\nAsk.", ["Important Disclaimer:", "Ask."]),
        ("*This is not medical advice.*", ["This is not medical advice."]),
        ("For educational purposes only.", ["For educational purposes only."]),
        (
            "**Disclaimer:** A.\n\nNot a substitute for B.",
            [
                "Disclaimer: A.",
                "Not a substitute for B.",
            ],
        ),
        ("### Disclaimer\n\nAsk.\n\nDo.", ["Disclaimer:", "Ask.", "Do."]),
        ("### Disclaimer:\n\nAsk.", ["Disclaimer:", "Ask."]),
        ("#### Disclaimer\n\nAsk.\n\nDo.", ["Disclaimer:", "Ask.", "Do."]),
    ],
)
def test_a_disclaimer_is_lifted_whole(tail: str, lifted: list[str]) -> None:
    rest, disclaimers = lift_disclaimers(sections(tail))
    assert words(disclaimers) == lifted
    assert [words(section.body) for section in rest[1:]] == [["Avoid alcohol."]]


@pytest.mark.parametrize(
    "tail",
    [
        "**Note:** Stop before an operation.",
        "* This is not medical advice.",
        "**Disclaimer:** Ask.\n\nStop before an operation.",
        "**Disclaimer:** Ask.\n\n* Stop.",
        "**Q: Is this medical advice?**",
        "A: This is not medical advice.",
        "### Disclaimer\n\nAsk.\n\n### Storage\n\nCool.",
    ],
)
def test_nothing_else_is_lifted(tail: str) -> None:
    monograph = sections(tail)
    assert lift_disclaimers(monograph) == (monograph, ())


def test_the_only_words_of_a_section_stay() -> None:
    monograph = sections("### FAQs\n\nThis is not a substitute for a visit.")
    assert lift_disclaimers(monograph) == (monograph, ())


def test_a_box_may_be_the_disclaimer() -> None:
    _, lifted = lift_disclaimers(sections('!!! note "Disclaimer"\n    Ask.'))
    assert words(find_entries(lifted)) == ["Disclaimer:", "Ask."]
    _, lifted = lift_disclaimers(sections("> [!NOTE]\n> This is not medical advice."))
    assert words(find_entries(lifted)) == ["Note:", "This is not medical advice."]
    _, lifted = lift_disclaimers(sections("> [!WARNING] Asthma."))
    assert not lifted
