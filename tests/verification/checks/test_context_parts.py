"""A section of the author's own that goes on in another column, and one among headings, are proved.

So is that a statement of such a section stands in no other part.
"""

import re
from collections.abc import Callable
from typing import Literal

import pytest

from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.files import PIPE
from leaflet.job import Job, Standard
from leaflet.pipeline import Pipeline
from verification.checks.test_context import moved, swapped
from verification.fault_injection import Fault, findings

KINDS = pytest.mark.parametrize("kind", ["patient", "clinician"])
NAMES = ("Warfarin", "Digoxin", "Lithium", "Ciclosporin", "Methotrexate", "Furosemide", "Ramipril")
MORE = ("Sertraline", "Prednisolone", "Phenytoin", "Rifampicin", "Ketoconazole", "Antacids")
ITEMS = "\n".join(
    f"- **{name}:** Its level may rise or fall, so that blood tests are needed at step {number}."
    for number, name in enumerate((*NAMES, *MORE), 1)
)


def text(
    own: str, dosage: str = "- **Adults:** 10 mg.", precautions: str = "- **Sun:** No."
) -> str:
    return (
        f"---\ntitle: Testamide\n---\n## Usage\n\nPain.\n\n## Dosage\n\n{dosage}\n\n{own}\n\n"
        f"## Side effects\n\n- **Common:** headache.\n- **Rare:** jaundice.\n\n"
        f"## Precautions\n\n{precautions}\n"
    )


def refused(source: str, kind: str, order: Literal["", "qrd"] = "") -> set[str]:
    job = Job(PIPE, "t.md", kind, (), "a4", PIPE, data=source.encode(), standard=Standard.UA)
    try:
        Pipeline(Settings(order=order)).run(job)
    except DocumentError as error:
        return {each.code for each in error.diagnostics}
    return set()


@pytest.mark.parametrize(
    "heading",
    ["Interactions", "Drug interactions", "Wechselwirkungen", "Other medicines", "Do not mix with"],
)
@pytest.mark.parametrize("lead", ["", "With other medicines:\n\n"])
def test_an_own_section_may_go_on_in_another_column(heading: str, lead: str) -> None:
    source = text(f"## {heading}\n\n{lead}{ITEMS}")
    assert refused(source, "clinician") == set()


@KINDS
@pytest.mark.parametrize(
    ("own", "precautions"),
    [
        ("## Contraception\n\nUse it.\n\n## Pregnancy\n\nNo.", "- **Fertility:** Low."),
        (
            "## Pregnancy\n\n### Contraception\n\nUse it.\n\n### Later\n\nNo.",
            "- **Fertility:** Low.",
        ),
        ("## Contraception\n\nCondoms.", "### Contraception\n\nUse it.\n\n### Lactation\n\nStop."),
        ("## Lactation\n\nStop.", "#### Fertility\n\nLow.\n\n#### Pregnancy\n\nNo."),
    ],
)
def test_headings_on_one_topic_are_never_above_each_other(
    own: str, precautions: str, kind: str
) -> None:
    assert refused(text(own, precautions=precautions), kind) == set()


@KINDS
@pytest.mark.parametrize(
    ("dosage", "precautions"),
    [
        ("- **Renal impairment:** contraindicated.", "- **Renal impairment:** contraindicated."),
        ("10 mg.\n\n**Renal impairment: contraindicated**", "Renal impairment: contraindicated"),
        ("**Renal impairment:** Contraindicated.", "### Renal impairment\n\nContraindicated."),
        ("5 mg. It is contraindicated in asthma.", "It is contraindicated in asthma."),
        ("| who | dose |\n|---|---|\n| Renal impairment | contraindicated |",
         "- **Renal impairment:** contraindicated"),
    ],
)  # fmt: skip
def test_the_same_words_in_two_sections_are_no_fault(
    dosage: str, precautions: str, kind: str
) -> None:
    assert refused(text("", dosage, precautions), kind) == set()


SABOTAGES = {
    "an interaction among the effects": moved("<li[^>]*><b>Lithium.*?</li>", "<li[^>]*><b>Common"),
    "an effect among the interactions": moved("<li[^>]*><b>Common.*?</li>", "<li[^>]*><b>Lithium"),
    "another heading of the part": swapped(">Interactions<", ">Adverse effects<"),
    "labels exchanged": swapped("<b>Lithium", "<b>Digoxin"),
}


@pytest.mark.parametrize("sabotage", SABOTAGES.values(), ids=list(SABOTAGES))
def test_a_statement_in_another_part_is_refused(sabotage: Callable[[str], str]) -> None:
    source = text(f"## Interactions\n\n{ITEMS}")
    found = findings(Fault(composed=sabotage), "clinician", source)
    assert "wrong-context" in {finding.code for finding in found}


@KINDS
@pytest.mark.parametrize("heading", ["Interactions", "Contraindications", "Too much", "Storage"])
def test_an_own_section_may_have_a_sentence_above_its_labels(heading: str, kind: str) -> None:
    own = f"## {heading}\n\nSome are bad.\n\n**Warm rooms:** avoid.\n\n**Lithium:** Ask."
    assert refused(text(own), kind) == set()


@pytest.mark.parametrize(
    "own",
    [
        "## Contraindications\n\n- Asthma\n- Gout",
        "## Contraindications\n\nDo not use in:\n\n- Asthma\n- Gout",
        "## Contraindications\n\n### Absolute\n\n- Asthma\n\n### Relative\n\n- Gout",
        "## Contraindications and cautions\n\n- Asthma\n- Gout",
        "## Contraindications\n\n| Who | Why |\n|---|---|\n| Asthma | spasm |\n| Gout | pain |",
        "## Contraindications\n\nAsthma.\n\n**Joints:** gout.",
    ],
)
@pytest.mark.parametrize(
    "precautions",
    [
        "Take care. It must not be used in fever.",
        "**Kidneys:** It must not be used in renal failure.\n\nIt must not be used in fever.",
        "**Do not use in:**\n\n- fever\n\nIt must not be used in renal failure.",
        "- **Contraindications:**\n    - Flu\n    - Mumps\n- **Fever:** It must not be used then.",
    ],
)
def test_what_is_repeated_below_contraindications_is_under_its_own_heading(
    own: str, precautions: str
) -> None:
    assert refused(text(own, precautions=precautions), "patient") == set()


_LISTED = "**Do not use in:**\n\n- Liver disease.\n- Children.\n\nAsk a specialist before surgery."


@KINDS
@pytest.mark.parametrize(
    ("own", "precautions"),
    [
        ("## Contraindications\n\n- Allergy.\n- Gout.", f"- **Elderly:** watch.\n\n{_LISTED}"),
        ("## Contraindications\n\nAllergy.", _LISTED),
        ("## Contraindications\n\n- Allergy.\n- Gout.", "**Do not use in:** asthma."),
        ("## Contraindications\n\n- Allergy.\n\n## When not to use it\n\nIn asthma.", "- Sun."),
        ("## Contraindications\n\n- Gout.", f"**Contraindications:** Ulcers.\n\n{_LISTED}"),
        ("## Monitoring\n\n- INR weekly.", "**Blood tests:** liver values monthly."),
        ("## Interactions\n\n- Warfarin.", "- **Other medicines:** lithium.\n- **Sun:** No."),
        ("## Renal impairment\n\n| GFR | Dose |\n|---|---|\n| 30 | half |", "**Kidneys:** check."),
    ],
)
def test_two_sections_may_speak_of_one_topic(own: str, precautions: str, kind: str) -> None:
    assert refused(text(own, precautions=precautions), kind) == set()


@pytest.mark.parametrize("order", ["", "qrd"])
@pytest.mark.parametrize(
    "own",
    [
        "## If you use too much\n\nYou may feel sleepy.\n\nCall 999 if you cannot breathe.",
        "## If you take too much\n\nRest.\n\nCall 999 if you cannot breathe.\n\n"
        "| Sign | What to do |\n|---|---|\n| Drowsiness | Rest |\n| Fits | Call 999 |",
        "## Pregnancy\n\nAsk. If you bleed, call 999.",
        "## If you miss a dose\n\nSkip it. If you have a fit, call 999.",
        "## Before surgery\n\nStop Testamide at once. It can be fatal.",
        "## Pregnancy\n\nIt is contraindicated.",
        "## Children\n\n- Never give it to them.\n- It is contraindicated.",
        "## Children\n\n**Pregnant women:** contraindicated.\n\nIt is contraindicated in asthma.",
    ],
)
def test_what_is_repeated_of_an_own_section_has_its_heading(
    own: str, order: Literal["", "qrd"]
) -> None:
    assert refused(text(own), "patient", order) == set()
    assert refused(text(own), "clinician") == set()


_HEADED = "### Common\n\n- Nausea\n\n### Less common, but serious\n\n- Seizures\n\n"


@KINDS
@pytest.mark.parametrize(
    "closing",
    [
        "If you have any of these side effects, above all the serious ones, get help immediately.",
        "Tell your doctor about any side effects.",
        "This is not a complete list. If you have any side effects, ask your doctor at once.",
        "**Important note:** Not all are listed. If you have any side effects, get help at once.",
        "**Note:** Report any side effects.",
        "> [!WARNING]\n> If you have any side effects, call 999.",
    ],
)
@pytest.mark.parametrize("effects", [_HEADED, f"{_HEADED}### Others\n\nTiredness.\n\n"])
def test_what_closes_effects_with_headings_stays_below_the_last(
    effects: str, closing: str, kind: str
) -> None:
    source = text("").replace("- **Common:** headache.\n- **Rare:** jaundice.", effects + closing)
    assert refused(source, kind) == set()


@KINDS
@pytest.mark.parametrize("after", ["", "\n\nTake it with food.", "\n\n**Missed dose:** Skip it."])
def test_adjustments_may_be_paragraphs_below_a_label_without_text(after: str, kind: str) -> None:
    adjustments = (
        "**Adults:** 10 mg.\n\n**Dosage adjustments:**\n\n**Renal impairment:** Halve the dose.\n\n"
        "**Hepatic impairment:** No change."
    )
    assert refused(text("", dosage=adjustments + after), kind) == set()


@KINDS
@pytest.mark.parametrize("bullet", ["•", "●", "▪", "■", "·", "➤"])
def test_the_bullets_of_word_processors_make_lists(bullet: str, kind: str) -> None:
    source = text(
        "",
        "**Adults:** 10 mg.\n\n**Adjustments:**\n\n- **Kidneys:** Halve it.\n\nTake it with food.",
        "- **Contraindications:** Gout.\n- **Sun:**\n    - Wear a hat.\n    - Go inside.",
    )
    assert refused(re.sub(r"(?m)^( *)- ", rf"\1{bullet} ", source), kind) == set()
