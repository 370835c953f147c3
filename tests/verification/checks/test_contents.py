"""The page numbers of the contents, compared with the pages."""

import pytest

from verification.fault_injection import MONOGRAPH, Fault, codes

FAR = "\n\nIt is said here once more, so that the next part begins on another page." * 60
OVER_PAGES = MONOGRAPH.replace("tests complain of.", f"tests complain of.{FAR}")

LARGE = ("large-print",)
"""Only a leaflet in one column and on more than five sides has contents."""


def test_the_pages_of_a_long_leaflet_are_right() -> None:
    assert codes(Fault(styles=LARGE), monograph=OVER_PAGES) == set()


@pytest.mark.parametrize(
    "css",
    [
        '.contents li::after { content: "1" }',
        ".contents li::after { content: target-counter('#part-1-1', page) }",
        ".contents li::after { content: none }",
    ],
)
def test_a_wrong_page_is_reported(css: str) -> None:
    assert "wrong-page" in codes(Fault(css=css, styles=LARGE), monograph=OVER_PAGES)
