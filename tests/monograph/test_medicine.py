from helpers import MONOGRAPH
from leaflet.job import Medicine
from leaflet.monograph import parse
from leaflet.monograph.medicine import describe


def test_the_catalogue_shows_the_front_matter() -> None:
    front = """title: Testamide .
generic_name: testamide sodium
brand_names: [Probil, Exampril]
drug_class: Test inhibitor
lang: de
version: "1.10"
reviewed: 2026-01-02
review_due: 2099-12-31"""
    text = MONOGRAPH.format(title="Testamide").replace("title: Testamide", front, 1)
    assert describe(parse(text.encode(), "a.md")) == Medicine(
        name="Testamide",
        generic_name="testamide sodium",
        brands=("Probil", "Exampril"),
        drug_class="Test inhibitor",
        lang="de",
        version="1.10",
        reviewed="2026-01-02",
        review_due="2099-12-31",
        use="Treats what the tests complain of.",
    )


def test_missing_keys_are_empty() -> None:
    text = MONOGRAPH.format(title="Testamide").encode()
    assert describe(parse(text, "a.md")) == Medicine(
        "Testamide", use="Treats what the tests complain of."
    )
