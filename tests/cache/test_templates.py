from pathlib import Path

import jinja2
import pytest

from leaflet.cache.templates import KeptTemplates


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("leaflet.cache.compiled._ALL", [])


def environment(text: str, kept: KeptTemplates, *, trim: bool = True) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.DictLoader({"page.html": text}),
        bytecode_cache=kept,
        autoescape=True,
        trim_blocks=trim,
    )


def test_a_template_is_compiled_once_until_it_or_its_syntax_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []
    usual = jinja2.Environment.compile

    def compile_(self: jinja2.Environment, source: str, *args: object) -> object:
        compiled.append(source)
        return usual(self, source, *args)  # type: ignore[call-overload]

    monkeypatch.setattr(jinja2.Environment, "compile", compile_)
    text = "{% if 1 %}\n{{ name }}{% endif %}"
    for again, trim, printed in (
        (text, True, "&lt;"),
        (text, True, "&lt;"),
        (text, False, "\n&lt;"),
        (text + "!", True, "&lt;!"),
        (text, True, "&lt;"),
    ):
        kept = KeptTemplates("templates", "1")
        page = environment(again, kept, trim=trim).get_template("page.html")
        assert page.render(name="<") == printed
        kept.save()
    assert compiled == [text, text, text + "!"]
