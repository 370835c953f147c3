"""A kind as a project wants it, and what a project cannot want."""

from dataclasses import replace
from pathlib import Path

import pytest

from leaflet.config import settings
from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.kinds.model import Kind
from leaflet.kinds.overrides import apply_headings, apply_overrides, blank_headings, dispensable
from leaflet.theme.search_path import Theme, shipped

THEME = Theme((shipped(),))


def overrides(folder: Path, toml: str, kind: str = "patient") -> Kind:
    (folder / "leaflet.toml").write_text(toml, "utf-8")
    return apply_overrides(THEME.kind(kind), settings.load({}, {}, folder))


def faults(folder: Path, toml: str, kind: str = "patient") -> list[str]:
    with pytest.raises(SettingsError) as caught:
        overrides(folder, toml, kind)
    return [str(finding) for finding in caught.value.diagnostics]


def keys(kind: Kind) -> list[str]:
    return [part.key for part in kind.parts]


def test_a_project_without_changes_gets_the_kind_as_it_is(tmp_path: Path) -> None:
    assert overrides(tmp_path, "") == THEME.kind("patient")
    assert overrides(tmp_path, '[clinician]\norder = ["dose"]') == THEME.kind("patient")


def test_parts_that_are_named_come_first_and_none_is_lost(tmp_path: Path) -> None:
    before = keys(THEME.kind("patient"))
    after = keys(overrides(tmp_path, '[patient]\norder = ["effects", "take"]'))
    assert after[:2] == ["effects", "take"]
    assert after[2:] == [key for key in before if key not in after[:2]]


def test_the_european_order_has_no_first_side(tmp_path: Path) -> None:
    kind = overrides(tmp_path, '[patient]\norder = "qrd"')
    assert kind.sides is None
    assert keys(kind) == keys(THEME.kind("patient"))


def test_one_run_may_have_the_european_order() -> None:
    kind, wanted = THEME.kind("patient"), Settings(order="qrd")
    assert apply_overrides(kind, wanted) == replace(kind, sides=None)
    assert apply_overrides(THEME.kind("clinician"), wanted) == THEME.kind("clinician")
    own = replace(wanted, overrides={"patient": KindOverrides(order=("effects",))})
    assert keys(apply_overrides(kind, own)) == keys(kind)


def test_parts_that_come_first_follow_the_first_side(tmp_path: Path) -> None:
    sides = overrides(tmp_path, '[patient]\norder = ["store"]').sides
    assert sides is not None
    assert sides.rest[:2] == ("store", "effects")


def test_an_added_part_follows_its_after_and_gets_labels_first(tmp_path: Path) -> None:
    toml = """
        [[patient.part]]
        key = "travel"
        heading = { en = "Travelling with {name}", de = "Reisen mit {name}" }
        after = "store"
        topics.own = '^travel'
    """
    kind = overrides(tmp_path, toml)
    assert keys(kind)[keys(kind).index("store") + 1] == "travel"
    assert kind.claimants[0].key == "travel"
    part = next(part for part in apply_headings(kind, "de-AT").parts if part.key == "travel")
    assert part.heading == "Reisen mit {name}"


def test_headings_are_the_projects_in_its_languages_and_ours_in_others(tmp_path: Path) -> None:
    toml = """
        [patient]
        title = { en = "Your medicine" }
        [patient.headings]
        take = "Taking {name}"
        store = { de = "Aufbewahren" }
        usage = "What it does"
        missed = "A missed dose"
    """
    kind = overrides(tmp_path, toml)
    english, german = apply_headings(kind, "en-GB"), apply_headings(kind, "de")
    take = next(part for part in english.parts if part.key == "take")
    assert (english.title, take.heading, take.heading_use) == ("Your medicine", "Taking {name}", "")
    assert english.headings["usage"] == "What it does"
    assert [slot.heading for slot in take.slots if slot.key == "missed"] == ["A missed dose"]
    stored = {part.key: part.heading for part in german.parts}
    assert (german.title, stored["store"]) == (kind.title, "Aufbewahren")
    assert stored["take"] == "How to take {name}"
    bare = {part.key: part.heading for part in blank_headings(kind, "de").parts}
    assert (bare["store"], bare["take"]) == ("", "How to take {name}")


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (
            'order = ["tak"]',
            'leaflet.toml:2: error[unknown-part] the patient has no part "tak"\n'
            '  hint: did you mean "take"?',
        ),
        ('headings.stor = "x"', 'no part "stor"\n  hint: did you mean "store"?'),
        ('leave-out = ["question"]', 'did you mean "questions"?'),
        (
            'leave-out = ["effects"]',
            'cannot do without "effects": a reader could come to harm\n'
            "  hint: these may be left out: questions, more",
        ),
        ('part = [{ key = "x" }]', '"heading" is missing'),
        ('part = [{ key = "take", heading = "x" }]', 'there is a part "take" already'),
        ('part = [{ key = "x", heading = "x", after = "stor" }]', 'did you mean "store"?'),
        ('part = [{ key = "x", heading = "x", sections = ["faqs"] }]', "belongs to another part"),
        (
            'part = [{ key = "x", heading = "x", topics.own = "(" }]',
            "topics.own takes a list",
        ),
        ('part = [{ key = "x", heading = "x", topic = 1 }]', 'did you mean "topics"?'),
    ],
)
def test_an_impossible_change_is_reported_with_its_line(
    tmp_path: Path, toml: str, message: str
) -> None:
    [fault] = faults(tmp_path, f"[patient]\n{toml}")
    assert fault.startswith("leaflet.toml:2: error")
    assert message in fault


def test_a_problem_of_an_added_part_has_the_line_of_its_key(tmp_path: Path) -> None:
    toml = (
        '[[patient.part]]\nkey = "a"\nheading = "A"\n\n[[patient.part]]\nkey = "a"\nheading = "B"\n'
    )
    [fault] = faults(tmp_path, toml)
    assert fault.startswith("leaflet.toml:6: ")


def test_a_sheet_may_leave_out_what_may_move_out_of_it(tmp_path: Path) -> None:
    kind = overrides(tmp_path, '[clinician]\nleave-out = ["mechanism"]', "clinician")
    assert kind.left_out == ("mechanism",)
    assert "dose" not in dispensable(kind)
