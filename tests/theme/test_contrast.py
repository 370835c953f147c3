"""A colour that is too faint is one error at its line, before anything is printed."""

from pathlib import Path

import pytest

from cli.running import leaflet
from helpers import write_monograph
from leaflet.config.settings import load
from leaflet.edition.edition import EditionKey, design
from leaflet.errors import SettingsError
from leaflet.theme.contrast import LEAST_CONTRAST, contrast, faint_tokens
from leaflet.theme.search_path import Theme
from leaflet.theme.tokens import Token, parse_colour


def _tokens(**values: str) -> dict[str, Token]:
    usual = {"ink": "#000", "soft": "#222", "accent": "#123", "alarm": "#400", "ground": "#fff"}
    named = {**usual, **values}
    return {
        f"--{n}": Token(f"--{n}", v, "ours.css", line) for line, (n, v) in enumerate(named.items())
    }


def test_black_on_white_is_the_most() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


@pytest.mark.parametrize(
    ("values", "name", "on"),
    [
        ({"accent": "#888"}, "--accent", "on paper"),
        ({"soft": "#777"}, "--soft", "on paper"),
        ({"alarm": "#e00000"}, "--alarm", "on paper"),
        ({"accent": "#575757", "ground": "#eee"}, "--accent", "on --ground"),
        ({"alarm": "#777777", "soft": "var(--alarm)"}, "--alarm", "on paper"),
    ],
)
def test_each_faint_colour_is_one_error_with_a_colour_that_is_enough(
    values: dict[str, str], name: str, on: str
) -> None:
    tokens = _tokens(**values)
    [fault] = faint_tokens(tokens)
    assert (fault.code, fault.line) == ("faint", tokens[name].line)
    assert name in fault.message
    assert on in fault.message
    better = parse_colour(fault.hint.rpartition(" ")[2])
    assert better
    ground = parse_colour(values.get("ground", "#fff"))
    assert ground
    assert LEAST_CONTRAST <= contrast(better, ground) < LEAST_CONTRAST + 0.7


def test_what_is_dark_enough_or_unknown_is_fine() -> None:
    assert list(faint_tokens(_tokens())) == []
    assert list(faint_tokens(_tokens(accent="var(--nowhere)"))) == []
    assert list(faint_tokens({})) == []


def test_small_print_may_be_faint_on_a_ground_that_it_never_stands_on() -> None:
    assert list(faint_tokens(_tokens(soft="#555", ground="#ddd"))) == []


def test_a_colour_of_the_brand_is_reported_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "leaflet.toml").write_text('[brand]\nname = "A"\ncolours = { accent = "#7ab" }\n')
    settings = load({}, {}, tmp_path)
    with pytest.raises(SettingsError) as caught:
        design(EditionKey("patient", (), "a4"), Theme.of(tmp_path), settings)
    [fault] = caught.value.diagnostics
    assert (fault.code, fault.line) == ("faint", 3)
    assert fault.file.endswith("leaflet.toml")


def test_nothing_is_printed_and_it_is_reported_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "c"):
        write_monograph(Path(f"content/{name}.md"), name.title())
    Path("leaflet.toml").write_text('[brand]\nname = "A"\ncolours = { accent = "#7ab" }\n')
    done = leaflet("build")
    assert done.exit_code == 2
    assert done.stderr.count("error[faint]") == 1
    assert not Path("dist").exists()
