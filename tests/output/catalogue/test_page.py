import re
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from leaflet.config.brand import Brand
from leaflet.config.kind_overrides import KindOverrides
from leaflet.errors import SettingsError
from leaflet.job import Medicine
from leaflet.output.store import Store
from output.catalogue.printing import LOOSE, OVERDUE, REFUSED, lay_down, outcome, page

HOSTILE = "</script><script>alert(1)</script>\"'&\u2028<!--"


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def editors_page(store: Store, **choices: Any) -> str:
    return page(store, for_editors=True, **choices)


def text(html: str) -> str:
    """What a reader sees of a page's list."""
    body = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return tmp_path / "dist"


def test_a_medicine_stands_there_with_all_that_is_known_of_it(dist: Path) -> None:
    medicine = Medicine(
        name="Testamide",
        generic_name="testamide sodium",
        brands=("Probil", "Exampril"),
        drug_class="Test inhibitor",
        version="3.1",
        reviewed="2026-01-02",
        review_due="2025-01-01",
        use="Mild pain.",
    )
    store = lay_down(dist, outcome(dist, "x", medicine, OVERDUE))
    assert text(editors_page(store)) == (
        "T Testamide testamide sodium Probil, Exampril Test inhibitor Mild pain. "
        "Version 3.1 · Reviewed 2026-01-02 · Next review 2025-01-01, overdue "
        "1 finding about Testamide warning in line 9: the review was due on 2025-01-01 "
        "review-overdue Leaflet · 3 p. (Testamide) "
        "No medicine matches. Try a part of its name, a brand, its class or what it is for."
    )


def test_what_is_not_known_leaves_no_trace(dist: Path) -> None:
    html = page(lay_down(dist, outcome(dist, "x", Medicine("Testamide"))))
    assert text(html).startswith("T Testamide Leaflet · 3 p. (Testamide) No")
    assert "could not be printed" not in html


def test_what_failed_has_its_reason_and_no_link(dist: Path) -> None:
    html = editors_page(lay_down(dist, outcome(dist, "refusal", None, REFUSED)))
    assert "refusal.md fewer than three sections 1 finding" in text(html)
    assert ">1 could not be printed<" in html
    assert not [attrs for tag, attrs in Tags(html).found if "pdf" in (attrs.get("href") or "")]


def test_nothing_of_a_monograph_reaches_the_page_as_markup(dist: Path) -> None:
    evil = Medicine(*(HOSTILE, f"{HOSTILE}!", (HOSTILE,), HOSTILE), lang="en", version=HOSTILE)
    tame = Medicine("x", "y", ("z",), "c", version="1")
    finding = [type(LOOSE)(LOOSE.severity, HOSTILE, HOSTILE, line=3)]
    pages = [
        editors_page(
            lay_down(dist / str(n), outcome(dist / str(n), "x", medicine, *found)),
            brand=Brand(name=name),
        )
        for n, (medicine, found, name) in enumerate(
            [(evil, finding, HOSTILE), (tame, [LOOSE], "House")]
        )
    ]
    assert HOSTILE not in pages[0]
    # The same elements with the same attributes, but for the position in the alphabet.
    without_letters = (re.sub("<nav.*?</nav>", "", html, flags=re.S) for html in pages)
    one, other = (Tags(html).found for html in without_letters)
    assert [(tag, sorted(attrs)) for tag, attrs in one] == [
        (tag, sorted(attrs)) for tag, attrs in other
    ]
    assert pages[0].count("<script>") == 1


def test_the_policy_names_style_and_script_and_lets_nothing_else_in(dist: Path) -> None:
    html = page(lay_down(dist, outcome(dist, "x", Medicine("Testamide"))))
    (policy,) = (
        str(attrs["content"])
        for tag, attrs in Tags(html).found
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    allowed = dict(each.strip().split(" ", 1) for each in policy.split(";"))
    assert allowed["default-src"] == "'none'"
    for kind in ("script", "style"):
        (block,) = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.S)
        hashed = re.findall(r"'sha256-([^']+)'", allowed[f"{kind}-src"])
        assert [b64decode(each) for each in hashed] == [sha256(block.encode()).digest()]
        assert "unsafe" not in allowed[f"{kind}-src"]


def test_the_page_refers_to_nothing_outside(dist: Path) -> None:
    html = page(lay_down(dist, outcome(dist, "x", Medicine("Testamide")), pictures=True))

    def named() -> Iterator[str]:
        for _, attrs in Tags(html).found:
            yield from (str(attrs[name]) for name in ("href", "src") if name in attrs)

    outside = [
        name for name in named() if re.match(r"\w+:|/", name) and not name.startswith("data:")
    ]
    assert outside == []
    assert {"patient/x.pdf", "thumbnails/patient/x.jpg"} <= set(named())
    assert "@import" not in html
    assert "url(" not in html


def test_names_speak_their_language_and_run_in_its_direction(dist: Path) -> None:
    html = page(lay_down(dist, outcome(dist, "x", Medicine("أملوديبين", lang="ar"))))
    (heading,) = (attrs for tag, attrs in Tags(html).found if tag == "h3")
    assert (heading["lang"], heading["dir"]) == ("ar", "auto")


def test_letters_lead_to_their_medicines(dist: Path) -> None:
    names = {"a": "zinc", "b": "Ácido", "c": "amlodipine", "d": "5-FU"}
    html = page(lay_down(dist, *(outcome(dist, f, Medicine(name)) for f, name in names.items())))
    nav = html[html.index("<nav") : html.index("</nav>")]
    assert re.findall(r'href="#(.+?)">(.+?)<', nav) == [
        *(("letter-1", "0–9"), ("letter-2", "A"), ("letter-3", "Z")),
    ]
    for number in (1, 2, 3):
        assert html.count(f'id="letter-{number}"') == 1


def test_the_brand_is_named_where_there_is_one(dist: Path) -> None:
    store = lay_down(dist, outcome(dist, "x", Medicine("Testamide")))
    assert "<title>Medicines · Corner &amp; Sons</title>" in page(
        store, brand=Brand(name="Corner & Sons")
    )
    assert "<title>Medicines</title>" in page(store)


def test_a_project_may_have_a_design_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "templates/catalogue/index.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% for _, entries in sections %}{% for e in entries %}{{ e.medicine.name }}")
    store = lay_down(tmp_path / "dist", outcome(tmp_path / "dist", "x", Medicine("A<b")))
    with pytest.raises(SettingsError) as raised:
        page(store)
    assert raised.value.diagnostics[0].code == "bad-template"
    own.write_text(own.read_text() + "{% endfor %}{% endfor %}")
    assert page(store) == "A&lt;b"
    own.write_text("{{ nothing_of_the_kind }}")
    with pytest.raises(SettingsError, match="nothing_of_the_kind"):
        page(store)


def test_documents_are_called_as_the_project_calls_them(dist: Path) -> None:
    store = lay_down(dist, outcome(dist, "x", Medicine("Testamide")))
    for title in ({"": "Your medicine"}, {"de": "Ihr Mittel", "en": "Your medicine"}):
        html = page(store, overrides={"patient": KindOverrides(title=title)})
        assert "Your medicine · 3 p. (Testamide)" in text(html)


def test_findings_are_for_editors(dist: Path) -> None:
    store = lay_down(
        dist, outcome(dist, "x", Medicine("Testamide"), LOOSE), outcome(dist, "y", None, REFUSED)
    )
    found = "finding", "dose-trailing-zero", "fewer than three sections", "1 could not be printed<"
    assert all(words in editors_page(store) for words in found)
    assert not any(
        words in page(store).partition("<body")[2].partition("<script>")[0] for words in found
    )
    assert "could not be printed" in text(page(store))


def test_patients_come_before_clinicians_and_each_says_how_long_it_is(dist: Path) -> None:
    kinds = ("clinician", "patient")
    store = lay_down(dist, *(outcome(dist, "x", Medicine("Testamide"), kind=k) for k in kinds))
    found = text(page(store))
    assert found.index("Leaflet · 3 p.") < found.index("Summary · 3 p.")


def test_the_alphabet_is_always_whole(dist: Path) -> None:
    html = page(lay_down(dist, outcome(dist, "x", Medicine("Testamide"))))
    nav = html[html.index("<nav") : html.index("</nav>")]
    assert "".join(re.findall(r">(\w)<", nav)) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_what_changed_in_the_last_run_can_be_filtered(dist: Path) -> None:
    one, other = (outcome(dist, name, Medicine(name)) for name in ("one", "other"))
    assert "data-changed" not in page(lay_down(dist, one, other)).partition("<script>")[0]
    lay_down(dist, one)
    html = page(lay_down(dist, outcome(dist, "other", Medicine("other"), text="2")))
    assert html.count(" data-changed>") == 1
    assert '<option value="changed">' in html


def test_logo_and_colour_of_the_brand(dist: Path) -> None:
    store = lay_down(dist, outcome(dist, "x", Medicine("Testamide")))
    (dist.parent / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    brand = Brand(name="House", logo="logo.svg", colours={"accent": "#0b4759", "alarm": "red"})
    html = page(store, brand=brand)
    assert '<img src="data:image/svg+xml;base64,' in html
    assert "{ :root { --accent: #0b4759; } }" in html
    hostile = Brand(name="House", colours={"accent": "red } body { display: none"})
    assert "display: none }" not in page(store, brand=hostile).partition("</style>")[0][-80:]
