from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import leaflet
from leaflet.config import settings
from leaflet.config.brand import Brand
from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.limits import USUAL, Limits
from leaflet.config.settings import Progress, Settings
from leaflet.diagnostics import Severity
from leaflet.errors import SettingsError
from leaflet.job import Standard


def in_force(
    folder: Path, toml: str = "", environ: dict[str, str] | None = None, **flags: object
) -> Settings:
    if toml:
        (folder / "leaflet.toml").write_text(toml)
    return settings.load(flags, environ or {}, folder)


def faults(folder: Path, toml: str = "", environ: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        in_force(folder, toml, environ)
    return [str(finding) for finding in caught.value.diagnostics]


def test_without_any_choice_the_defaults_hold(tmp_path: Path) -> None:
    assert in_force(tmp_path) == Settings()


@pytest.mark.parametrize(
    "limit",
    [
        *({"timeout": seconds} for seconds in (float("nan"), float("inf"), 1e10, -1, "5")),
        *({"memory": megabytes} for megabytes in (-1, 10**10, 1.5, True)),
        *({"jobs": number} for number in (-1, 10_000, None)),
    ],
)
def test_a_limit_that_is_none_is_refused_whoever_gives_it(
    tmp_path: Path, limit: dict[str, Any]
) -> None:
    """A timeout of nan ended in a traceback, and -1 processes printed nothing, successfully."""
    for give in (Settings, partial(in_force, tmp_path), partial(leaflet.check, b"")):
        with pytest.raises(SettingsError, match=r"print\.(timeout|memory|jobs) takes a"):
            give(**limit)


def test_a_flag_beats_the_environment_and_that_the_file(tmp_path: Path) -> None:
    toml = '[print]\npaper = "a5"\nstyles = ["file"]\nkinds = ["file"]'
    environ = {"LEAFLET_STYLE": "environment", "LEAFLET_KIND": "environment"}
    chosen = in_force(tmp_path, toml, environ, kinds=("flag",))
    assert (chosen.paper, chosen.kinds) == ("a5", ("flag",))
    assert chosen.styles == ("file", "environment")


def test_every_key_is_read(tmp_path: Path) -> None:
    toml = """
        [print]
        kinds = ["patient"]
        styles = ["large-print"]
        paper = "letter"
        order = "qrd"
        standard = "ua-1+a-2a"
        output = "out"
        jobs = 3
        timeout = 2.5
        memory = 500
        scheduler = "tcp://host:8786"
        force = true
        only-failed = true
        prune = true
        catalogue = false
        report = "receipt.json"
        progress = "json"
        fail-fast = true
        strict = true
        quiet = true
        verbose = 1
        disclaimer = { en = "Ask.", de = "Fragen." }
        [markdown]
        strip = ["shortcode", "html"]
        allow = ["latex"]
        [catalogue]
        findings = true

        [check]
        select = ["dose"]
        ignore = ["dose-route"]
        severity = { dose-unit = "error" }
        waivers = ["dose-unit"]
        baseline = "known.json"
        locale = "en-GB"
        stop = "never"
        grade = 6
        [brand]
        name = "Corner Pharmacy"
        logo = "logo.svg"
        logo-alt = "A corner"
        address = "1 High Street"
        phone = "020 1"
        url = "https://example.org"
        colours = { accent = "#123456" }
        [sources]
        ignore = ["draft-*.md"]
        [patient]
        title = "Your medicine"
        styles = ["larger"]
        paper = "a5"
        order = ["take"]
        leave-out = ["questions"]
        headings = { take = "Taking it", store = { de = "Lagern" } }
        [[patient.part]]
        key = "travel"
    """
    (tmp_path / "logo.svg").write_text("<svg/>")
    keys = {each.name: each.metadata["key"].partition(".")[2] for each in fields(Limits)}
    bounds = {name: getattr(USUAL, name) + 1 for name in keys}
    toml += "[limits]\n" + "".join(f"{keys[name]} = {bounds[name]}\n" for name in keys)
    expected = Settings(
        kinds=("patient",),
        styles=("large-print",),
        paper="letter",
        order="qrd",
        standard=Standard.UA_AND_A,
        output=Path("out"),
        jobs=3,
        timeout=2.5,
        memory=500,
        scheduler="tcp://host:8786",
        force=True,
        only_failed=True,
        prune=True,
        catalogue=False,
        report=Path("receipt.json"),
        progress=Progress.JSON,
        fail_fast=True,
        strict=True,
        quiet=True,
        verbose=1,
        disclaimer={"en": "Ask.", "de": "Fragen."},
        not_sources=("draft-*.md",),
        for_editors=True,
        select=("dose",),
        ignore=("dose-route",),
        severity={"dose-unit": Severity.ERROR},
        waivers=("dose-unit",),
        baseline=Path("known.json"),
        locale="en-GB",
        stop="never",
        grade=6,
        strip=("shortcode", "html"),
        allow=("latex",),
        limits=Limits(**bounds),
        brand=Brand(
            name="Corner Pharmacy",
            logo="logo.svg",
            logo_alt="A corner",
            address="1 High Street",
            phone="020 1",
            url="https://example.org",
            colours={"accent": "#123456"},
        ),
        overrides={
            "patient": KindOverrides(
                title={"en": "Your medicine"},
                styles=("larger",),
                paper="a5",
                order=("take",),
                leave_out=("questions",),
                headings={"take": {"en": "Taking it"}, "store": {"de": "Lagern"}},
                parts=({"key": "travel"},),
            )
        },
    )
    chosen = in_force(tmp_path, toml)
    assert chosen == expected
    unchanged = [f.name for f in fields(Settings) if getattr(expected, f.name) == f.default]
    assert unchanged == ["project"]
    known = set(settings.keys(["patient"]))
    assert known == chosen.given.keys()


def test_each_given_setting_has_its_origin(tmp_path: Path) -> None:
    toml = '[print]\npaper = "a5"\nstyles = ["a"]\n\n[patient.headings]\ntake = "Taking it"\n'
    given = in_force(tmp_path, toml, {"LEAFLET_STYLE": "b"}, kinds=("patient",)).given
    assert (given["print.paper"].file, given["print.paper"].line) == ("leaflet.toml", 2)
    assert given["print.styles"].key == "LEAFLET_STYLE"
    assert given["print.kinds"].key == "--kinds"
    assert given["patient.headings"].line_of("take") == 6
    assert given["patient.headings"].line_of("nowhere") == 5
    assert "print.jobs" not in given


def test_every_option_has_its_variable(tmp_path: Path) -> None:
    environ = {
        "LEAFLET_KIND": "patient,clinician",
        "LEAFLET_STYLE": "monochrome",
        "LEAFLET_PAPER": "a5",
        "LEAFLET_STANDARD": "ua-1+a-2a",
        "LEAFLET_OUTPUT": "out",
        "LEAFLET_JOBS": "3",
        "LEAFLET_TIMEOUT": "2.5",
        "LEAFLET_MEMORY": "500",
        "LEAFLET_SCHEDULER": "tcp://host:8786",
        "LEAFLET_FORCE": "1",
        "LEAFLET_ONLY_FAILED": "1",
        "LEAFLET_PRUNE": "1",
        "LEAFLET_CATALOGUE": "no",
        "LEAFLET_REPORT": "receipt.json",
        "LEAFLET_PROGRESS": "plain",
        "LEAFLET_FAIL_FAST": "yes",
        "LEAFLET_STRICT": "1",
        "LEAFLET_QUIET": "true",
        "LEAFLET_VERBOSE": "2",
    }
    assert in_force(tmp_path, environ=environ) == Settings(
        kinds=("patient", "clinician"),
        styles=("monochrome",),
        paper="a5",
        standard=Standard.UA_AND_A,
        output=Path("out"),
        jobs=3,
        timeout=2.5,
        memory=500,
        scheduler="tcp://host:8786",
        force=True,
        only_failed=True,
        prune=True,
        catalogue=False,
        report=Path("receipt.json"),
        progress=Progress.PLAIN,
        fail_fast=True,
        strict=True,
        quiet=True,
        verbose=2,
    )


def test_an_empty_variable_chooses_nothing(tmp_path: Path) -> None:
    assert in_force(tmp_path, environ={"LEAFLET_PAPER": ""}).paper == "a4"


def test_paths_of_the_file_are_the_projects_and_others_the_users(tmp_path: Path) -> None:
    below = tmp_path / "content" / "p"
    below.mkdir(parents=True)
    (tmp_path / "leaflet.toml").write_text('[print]\nreport = "receipt.json"')
    chosen = settings.load({}, {"LEAFLET_REPORT": ""}, below)
    up = Path("../..")
    assert (chosen.project, chosen.output, chosen.report) == (up, up / "dist", up / "receipt.json")
    assert settings.load({}, {"LEAFLET_OUTPUT": "out"}, below).output == Path("out")


def test_all_faults_are_reported_at_once_with_line_and_hint(tmp_path: Path) -> None:
    toml = '[print]\npapper = "a4"\nkinds = "patient"\n[pirnt]\nstrict = true\n'
    assert faults(tmp_path, toml, {"LEAFLET_STRICT": "maybe", "LEAFLET_PAPR": "a5"}) == [
        'leaflet.toml:2: error[unknown-setting] there is no setting "print.papper"\n'
        '  hint: did you mean "print.paper"?',
        "leaflet.toml:3: error[bad-setting] print.kinds takes a list of names, such as "
        "[\"large-print\"], not 'patient'",
        'leaflet.toml:5: error[unknown-setting] there is no setting "pirnt.strict"\n'
        '  hint: did you mean "print.strict"?',
        "error[bad-setting] LEAFLET_STRICT takes true or false, not 'maybe'",
        'error[unknown-setting] there is no setting "LEAFLET_PAPR"\n'
        '  hint: did you mean "LEAFLET_PAPER"?',
    ]


def test_variables_of_other_programs_are_ignored(tmp_path: Path) -> None:
    assert in_force(tmp_path, environ={"LEAFLET_MAP_TILES_URL": "x", "PAPER": "a5"}) == Settings()


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[patient]\nordr = ["take"]', '"patient.ordr"\n  hint: did you mean "patient.order"?'),
        ("[patient]\norder = 1", 'patient.order takes "qrd" or a list of names'),
        ('[patent]\norder = ["take"]', 'did you mean "patient.order"?'),
        ("[patient]\nheadings = { take = 1 }", "patient.headings.take takes an English text"),
        ('[patient]\npart = "x"', "patient.part takes a list of tables"),
        ('[brand]\nurl = "example.org"', 'brand.url takes a web address, such as "https://'),
        ('[print]\ndisclaimer = { german = "Nur zur Information." }', "by language, such as"),
    ],
)
def test_tables_of_brand_and_kinds_are_checked_for_their_types(
    tmp_path: Path, toml: str, message: str
) -> None:
    [fault] = faults(tmp_path, toml)
    assert fault.startswith("leaflet.toml:2: error")
    assert message in fault


def test_styles_of_the_command_line_stack_on_those_of_the_project(tmp_path: Path) -> None:
    toml = '[print]\nstyles = ["house"]\n'
    assert in_force(tmp_path, toml).styles == ("house",)
    more = in_force(tmp_path, toml, {"LEAFLET_STYLE": "b"}, styles=("large-print", "house"))
    assert more.styles == ("house", "large-print")
    without = in_force(tmp_path, toml, styles=("default", "large-print"))
    assert without.styles == ("default", "large-print")


def test_a_kind_may_have_a_paper_of_its_own(tmp_path: Path) -> None:
    toml = '[print]\npaper = "letter"\n[patient]\npaper = "A5"\n'
    chosen = in_force(tmp_path, toml)
    assert (chosen.paper_for("patient"), chosen.paper_for("clinician")) == ("a5", "letter")
    assert in_force(tmp_path, toml, paper="a4").paper_for("patient") == "a4"
    assert in_force(tmp_path, toml, {"LEAFLET_PAPER": "a6"}).paper_for("patient") == "a6"
