import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser import axe
from cli.running import LEAFLET
from helpers import NO_MONOGRAPH, write_monograph
from preview.running import Preview

HOSTILE = "<img src=x onerror=alert(1)>"
STYLE = ":root { --accent: #1a5a1a }"
PATIENCE = 60_000
"""Milliseconds; a print takes half a second, but the machine may be busy."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview")
    write_monograph(folder / "content" / "b" / "beta.md", "Betamide")
    write_monograph(folder / "content" / f"{HOSTILE}.md", HOSTILE)
    style = folder / "styles" / "ours.css"
    style.parent.mkdir()
    style.write_text(STYLE)
    started = Preview(folder)
    yield started
    started.end()


@pytest.fixture
def page(preview: Preview, browser_page: Page) -> Page:
    """The preview with the monograph ``a``, as it was in the beginning."""
    write_monograph(preview.file)
    browser_page.set_default_timeout(PATIENCE)
    browser_page.goto(preview.address)
    browser_page.get_by_role("link", name="Testamide", exact=True).click()
    shown(browser_page, "Testamide")
    # Until the change is noticed, the print of the last test is shown.
    preview.first = preview.first or print_of(browser_page)
    expect(browser_page.locator("#pdf")).to_have_attribute("href", re.compile(preview.first))
    shown(browser_page, "Testamide")
    return browser_page


def shown(page: Page, title: str) -> None:
    """Wait until a document is printed, and its first page is visible."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("body")).to_have_attribute("data-state", "printed")
    page.wait_for_function("() => document.images[0]?.naturalWidth")


def save(file: Path, text: str) -> None:
    """Save a file as editors do, so that no reader sees half of it."""
    aside = file.with_name(".aside")
    aside.write_text(text, "utf-8")
    aside.replace(file)


def print_of(page: Page) -> str:
    """Which print is shown."""
    found = re.search(r"prints/(\w+)", page.locator("#pdf").get_attribute("href") or "")
    assert found
    return found[1]


def changes(page: Page, act: Callable[[], object]) -> None:
    """Do something, and wait until another print is shown."""
    before = print_of(page)
    act()
    expect(page.locator("#pdf")).not_to_have_attribute("href", re.compile(before))
    expect(page.locator("body")).to_have_attribute("data-state", "printed")


def test_a_monograph_is_chosen_and_shown_as_it_prints(page: Page) -> None:
    page.get_by_role("link", name="Betamide b").click()
    shown(page, "Betamide")
    sheet = page.get_by_role("img", name="Page 1 of 1 of Betamide, as it prints")
    expect(sheet).to_be_visible()
    across, ratio = sheet.evaluate(
        "each => [each.clientWidth, each.naturalHeight / each.naturalWidth]"
    )
    drawn = int(sheet.evaluate("each => each.currentSrc").rpartition("/")[2].removesuffix(".png"))
    assert drawn >= across
    assert ratio == pytest.approx(297 / 210, abs=0.01)
    expect(page.get_by_role("status").first).to_contain_text(re.compile(r"Printed at .*: 1 page, "))
    expect(page.get_by_role("link", name="Betamide b")).to_have_attribute("aria-current", "true")
    page.reload()
    shown(page, "Betamide")
    page.go_back()
    shown(page, "Testamide")


def test_kind_style_and_paper_are_switched(page: Page) -> None:
    changes(page, lambda: page.get_by_role("radio", name="clinician").check())
    changes(page, lambda: page.get_by_role("radio", name="letter", exact=True).check())
    changes(page, lambda: page.get_by_role("checkbox", name="monochrome").check())
    first = page.get_by_role("img").first
    ratio = first.evaluate("each => each.height / each.width")
    assert ratio == pytest.approx(11 / 8.5, abs=0.01)


def test_changes_since_the_last_print_are_marked(page: Page, preview: Preview) -> None:
    build = (*LEAFLET, "build", "-q", "-k", "patient", "content/a.md")
    subprocess.run(build, cwd=preview.folder, check=False, timeout=60)
    text = preview.file.read_text("utf-8")
    changes(page, lambda: save(preview.file, text.replace("5 mg", "50 mg")))
    changes(page, lambda: page.get_by_role("radio", name="last print").check())
    expect(page.locator("body")).to_have_attribute("data-state", "printed")
    page.get_by_role("radio", name="last commit").check()
    expect(page.locator("body")).to_have_attribute("data-state", "failed")  # not in git
    changes(page, lambda: page.get_by_role("radio", name="no marks").check())
    save(preview.file, text)


def test_what_is_saved_is_shown_without_scrolling(page: Page, preview: Preview) -> None:
    text = preview.file.read_text("utf-8")
    page.get_by_label("Filter by name").focus()
    page.locator("main").evaluate("each => each.scrollTo(0, 40)")
    changes(page, lambda: save(preview.file, text.replace("5 mg", "6 mg")))
    expect(page.get_by_label("Filter by name")).to_be_focused()
    assert page.locator("main").evaluate("each => each.scrollTop") == 40
    style = preview.folder / "styles" / "ours.css"
    changes(page, lambda: page.get_by_role("checkbox", name="ours").check())
    changes(page, lambda: style.write_text(STYLE.replace("1a5a1a", "5a1a5a")))
    style.write_text(STYLE)


def test_what_cannot_be_printed_says_why_and_the_last_good_print_stays(
    page: Page, preview: Preview
) -> None:
    good = print_of(page)
    preview.file.write_text(NO_MONOGRAPH, "utf-8")
    expect(page.locator("body")).to_have_attribute("data-state", "failed")
    expect(page.get_by_text("These pages are the last good print")).to_be_visible()
    expect(page.get_by_text("Not printed since").first).to_be_visible()
    assert print_of(page) == good
    expect(page.get_by_role("complementary").get_by_role("strong").first).to_have_text("error")
    expect(page).to_have_title(re.compile("^not printed: Testamide"))
    assert axe(page) == []
    write_monograph(preview.file)
    expect(page.locator("body")).to_have_attribute("data-state", "printed")
    expect(page.get_by_text("last good print")).to_be_hidden()
    assert print_of(page) == good


def test_a_broken_style_is_reported_with_its_line(page: Page, preview: Preview) -> None:
    style = preview.folder / "styles" / "ours.css"
    changes(page, lambda: page.get_by_role("checkbox", name="ours").check())
    style.write_text(":root {\n  --acent: red;\n}")
    expect(page.locator("body")).to_have_attribute("data-state", "failed")
    found = page.get_by_role("complementary").get_by_role("listitem").first
    expect(found).to_contain_text("ours.css, line 2")
    expect(found).to_contain_text("--acent: red;")
    style.write_text(STYLE)
    expect(page.locator("body")).to_have_attribute("data-state", "printed")


def test_findings_are_listed_with_their_lines(page: Page, preview: Preview) -> None:
    text = preview.file.read_text("utf-8")
    changes(page, lambda: preview.file.write_text(text.replace("5 mg", "5.0 mg"), "utf-8"))
    found = page.get_by_role("complementary").get_by_role("listitem").filter(has_text="5.0")
    expect(found.first).to_contain_text("a.md, line 12")
    expect(found.locator("blockquote").first).to_have_text("- **Adults:** 5.0 mg once daily.")
    expect(page.get_by_role("heading", name="Findings")).to_contain_text("error")


def test_it_is_operated_by_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.get_by_label("Filter by name")).to_be_focused()
    page.keyboard.type("BET")
    expect(page.locator("#matches")).to_have_text("1 of 3")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Betamide b")).to_be_focused()
    page.keyboard.press("Enter")
    shown(page, "Betamide")
    expect(page.get_by_role("link", name="Betamide b")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(page.locator("#matches")).to_have_text("3 in all")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    expect(page.get_by_role("link", name="Betamide b")).to_be_focused()
    page.keyboard.press("Home")
    expect(page.get_by_role("link", name=HOSTILE)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Open the PDF")).to_be_focused()


def test_a_new_monograph_joins_the_list(page: Page, preview: Preview) -> None:
    new = write_monograph(preview.folder / "content" / "new.md", "Newamide")
    expect(page.get_by_role("link", name="Newamide", exact=True)).to_be_visible()
    new.unlink()
    expect(page.get_by_role("link", name="Newamide", exact=True)).to_be_hidden()


def test_a_long_list_is_filtered_as_one_types(preview: Preview, browser_page: Page) -> None:
    def many(route: Route) -> None:
        options = route.fetch().json()
        names = [f"medicine-{number:04}" for number in range(6447)]
        options["monographs"] = [
            {"name": name, "title": name, "file": name, "folder": ""} for name in names
        ]
        route.fulfill(json=options)

    browser_page.route("**/options", many)
    browser_page.goto(preview.address)
    matches = browser_page.locator("#matches")
    expect(matches).to_have_text("6447 in all; the first 250 are listed")
    expect(browser_page.get_by_text("This has not been printed yet")).to_be_visible()
    took = [browser_page.evaluate(TYPE, text) for text in ("0", "08", "081", "0815", "x", "08")]
    assert min(took) < 100
    expect(matches).to_have_text("234 of 6447")
    browser_page.get_by_label("Filter by name").fill("0815")
    expect(browser_page.locator("#list a")).to_have_text(["medicine-0815"])


TYPE = """(text) => {
  const [filter, start] = [document.getElementById("filter"), performance.now()];
  filter.value = text;
  filter.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""
"""Type something into the filter; the milliseconds until the list is laid out again."""


def test_a_hostile_name_is_a_name(page: Page) -> None:
    page.get_by_role("link", name=HOSTILE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    assert page.locator("img[src=x]").count() == 0


def test_everybody_can_use_it(page: Page) -> None:
    assert axe(page) == []
    assert page.get_by_role("banner").count() == page.get_by_role("main").count() == 1
    expect(page.get_by_role("navigation", name="Monographs")).to_be_visible()
    expect(page.get_by_role("complementary", name="Findings")).to_be_visible()
    page.set_viewport_size({"width": 400, "height": 800})
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
