import pytest

from leaflet.monograph.markdown.html_wrappers import unwrapped


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<details open>", ""),
        ("<summary>More</summary>", "**More:**"),
        ("<details><summary>Who? </summary> Adults.", "**Who?** Adults."),
        ('<div class="box" markdown="1">', ""),
        ("Do <u>not</u> crush.</div>", "Do not crush."),
        ('<span style="color: red">Stop <mark>now</mark></span>', "Stop now"),
    ],
)
def test_text_loses_the_elements_around_it(line: str, text: str) -> None:
    assert unwrapped(line) == text


@pytest.mark.parametrize(
    "line",
    [
        '<span style="text-decoration: line-through">10 mg</span> 5 mg',
        '<div style="display:none">',
        '<span title="5 mg">dose</span>',
        "<u>never closed",
        "<script>x</script>",
        "<5 mg> and <div 5 mg>",
    ],
)
def test_other_elements_stay(line: str) -> None:
    assert unwrapped(line) == line
