import pytest

from leaflet.monograph.structure.sections import split_sections
from leaflet.monograph.text import plain
from monograph.nodes import headings, read_nodes


def keys(body: str) -> list[str]:
    sections = split_sections(read_nodes(body), headings("Examplin"))
    return [section.key or plain(section.heading) for section in sections]


BOLD = "**Usage:** For pain.\n\n**Dosage**:\n\nOne.\n\n**Side Effects**\n\nSickness."
PLAIN = BOLD.replace("*", "").replace("Effects", "Effects:")


@pytest.mark.parametrize("body", [BOLD, PLAIN], ids=["bold", "plain"])
@pytest.mark.parametrize("bullet", ["", "* "])
def test_lines_are_headings_where_there_are_none(body: str, bullet: str) -> None:
    listed = "\n\n".join(
        bullet + line if ":" in line or "Side" in line else "  " * bool(bullet) + line
        for line in body.split("\n\n")
    )
    assert keys(listed) == ["", "usage", "dosage", "side-effects"]


def test_bold_lines_are_headings_under_the_name_of_a_drug() -> None:
    assert keys(f"### Otherol\n\n{BOLD}") == ["", "Otherol", "usage", "dosage", "side-effects"]


@pytest.mark.parametrize("body", [BOLD, PLAIN], ids=["bold", "plain"])
def test_lines_within_a_section_are_no_headings(body: str) -> None:
    assert keys(f"### Precautions\n\n{body}") == ["", "precautions"]


def test_a_list_before_such_lines_stays_a_list() -> None:
    first, *_ = split_sections(read_nodes(f"* one\n* two\n\n{BOLD}"), headings("Examplin"))
    assert len(first.body) == 1


def test_bold_lines_with_a_known_topic_are_headings_beside_them() -> None:
    body = f"{BOLD}\n\n**Interactions**\n\nNone."
    assert keys(body) == ["", "usage", "dosage", "side-effects", "Interactions"]


def test_another_bold_line_keeps_them_in_their_section() -> None:
    body = f"{BOLD}\n\n**Interactions**\n\nNone.\n\n**Sun**\n\nNone."
    assert keys(body) == ["", "usage", "dosage", "side-effects"]


@pytest.mark.parametrize(
    "ban", ["Do not use:", "Do not use if", "Do not use", "Not for:", "Contraindications:"]
)
def test_who_must_not_have_it_is_a_section_beside_them(ban: str) -> None:
    whole = "**Use**\n\nFor pain.\n\n**Dose**\n\nOne.\n\n"
    assert keys(f"{whole}**{ban}**\n\n* asthma") == ["", "usage", "dosage", ban.rstrip(":")]
    label = ban.rstrip(":") + ":"
    assert keys(f"**Use:** For pain.\n\n**Dose:** One.\n\n**{label}** In asthma.") == [
        "",
        "usage",
        "dosage",
        ban.rstrip(":"),
    ]


@pytest.mark.parametrize("other", ["Children", "Sun"])
def test_a_label_that_a_dose_may_have_is_below_no_other_section(other: str) -> None:
    doses = f"**Use:** For pain.\n\n**Dose:** One.\n\n**{other}:** Two."
    ban = "**Do not use:** In asthma."
    assert keys(f"{doses}\n\n{ban}") == ["", "usage", "dosage", "Do not use"]
    assert keys(doses.replace("**Dose", f"{ban}\n\n**Dose")) == [
        "",
        "usage",
        "Do not use",
        "dosage",
    ]
    assert keys(doses.replace(f"**{other}", f"{ban}\n\n**{other}")) == ["", "usage", "dosage"]
