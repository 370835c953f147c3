"""Names that are easily confused: from the lists, and within a folder."""

from itertools import product

import pytest

from leaflet.diagnostics import Severity
from leaflet.lint.data.tall_man import FDA, ISMP
from leaflet.lint.rules.look_alikes import caution, in_tall_man, look_alikes, tall_names


@pytest.mark.parametrize(
    ("medicine", "line"),
    [
        ("Hydralazine", "Do not confuse with hydrOXYzine."),
        ("Hydroxyzine hydrochloride", "Do not confuse with hydrALAZINE."),
        ("Clonazepam", "Do not confuse with ALPRAZolam, LORazepam or cloNIDine."),
        ("Ciclosporin", "Do not confuse with cycloSERINE."),
        ("Adrenaline", "Do not confuse with ePHEDrine."),
        ("Paracetamol", ""),
        ("Metformin + Glipizide", ""),
        ("", ""),
    ],
)
def test_the_line_for_the_clinician(medicine: str, line: str) -> None:
    assert caution(medicine) == line


@pytest.mark.parametrize(
    ("medicine", "tall"),
    [
        ("Hydralazine", "hydrALAZINE"),
        ("Prednisolone Acetate", "prednisoLONE Acetate"),
        ("Paracetamol", "Paracetamol"),
    ],
)
def test_tall_man_letters(medicine: str, tall: str) -> None:
    assert in_tall_man(medicine) == tall


@pytest.mark.parametrize(
    ("medicine", "names"),
    [
        ("Hydralazine hydrochloride", ("hydrALAZINE", "hydrOXYzine")),
        ("Clonazepam", ("clonazePAM", "ALPRAZolam", "LORazepam", "cloNIDine")),
        ("Morphine sulfate", ("morphine", "HYDROmorphone")),
        ("Epinephrine", ("EPINEPHrine", "ePHEDrine")),
        ("Adrenaline", ()),
        ("Paracetamol", ()),
        ("Metformin + Glipizide", ()),
        ("", ()),
    ],
)
def test_names_for_print_are_those_that_the_lists_have(
    medicine: str, names: tuple[str, ...]
) -> None:
    assert tall_names(medicine) == names


@pytest.mark.parametrize("group", [*FDA, *ISMP], ids="/".join)
def test_every_name_of_a_group_warns_of_the_others(group: tuple[str, ...]) -> None:
    for one in group:
        assert one != one.lower() or group == ("HYDROmorphone", "morphine")
        assert all(other in caution(one) for other in group if other != one)


def alike_of(*titles: str) -> dict[str, str]:
    found = look_alikes({f"{title}.md": title for title in titles})
    return {file: finding.message for file, finding in found}


def test_names_that_look_alike_in_a_folder_are_reported_for_both() -> None:
    found = alike_of("Examplin", "Examplan", "Paracetamol")
    assert found == {
        "Examplin.md": '"examplin" looks like examplan, which is also in this folder',
        "Examplan.md": '"examplan" looks like examplin, which is also in this folder',
    }


def test_a_look_alike_is_a_note_about_its_file() -> None:
    found = list(look_alikes({"a.md": "Examplin", "b.md": "Examplni"}))
    assert len(found) == 2
    for file, finding in found:
        assert (finding.file, finding.severity) == (file, Severity.NOTE)
        assert finding.code == "look-alike-name"


def test_long_names_look_alike_that_differ_in_two_letters() -> None:
    assert len(alike_of("Examplinamide", "Examplonimide")) == 2
    assert alike_of("Examplin", "Axamplon") == {}


@pytest.mark.parametrize(
    "titles",
    [
        ("Examplin Sodium", "Examplin Potassium"),
        ("Amoxicillin", "Amoxycillin"),
        ("Ciclosporin", "Cyclosporine"),
        ("Hydralazine", "Hydroxyzine"),
        ("Examplin + Testin", "Examplan + Testin"),
        ("Zinc", "Zine"),
    ],
    ids="/".join,
)
def test_forms_spellings_mixtures_and_known_pairs_are_not_reported(titles: tuple[str, ...]) -> None:
    assert alike_of(*titles) == {}


def test_thousands_of_names_are_compared_at_once() -> None:
    """Every pair of 6,000 names would be 18 million comparisons."""
    parts = ("bal", "cor", "dex", "fen", "gli", "lor", "met", "nor", "pra", "quin", "ros", "tam")
    names = [
        "".join(each) + end for each in product(parts, parts, parts) for end in ("ol", "in", "ax")
    ]
    found = alike_of(*(name.capitalize() for name in names))
    assert len(found) > 1000
