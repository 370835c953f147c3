import pytest

from leaflet.monograph.markdown.html_tables import html_tables
from leaflet.monograph.markdown.line_markers import Line

HEAD = "<tr><th>Who</th><th>Dose</th></tr>"


def read(html: str) -> tuple[list[str], list[str]]:
    lines = [Line(n, text) for n, text in enumerate(html.split("\n"), 1)]
    read_as, faults = html_tables(lines, "examplin.md")
    return [each.text for each in read_as if each.text], [each.message for each in faults]


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        (f"<table>{HEAD}<tr><td>A<td>5 mg</table>", ["| Who | Dose |", "| A | 5 mg |"]),
        ("<TABLE border=1><tr><td>A</td></tr></TABLE>", ["|  |", "| A |"]),
        (
            f"<table>\n<thead>\n{HEAD}\n</thead>\n<tbody><tr>\n<td><p><b>A</b></p></td>\n"
            "<td><p>5 &micro;g | 6</p><p>once</p></td>\n</tr></tbody></table>",
            ["| Who | Dose |", r"| <b>A</b> | 5 &micro;g \| 6<br>once |"],
        ),
        (
            "<table><caption>Doses</caption><tr><th>A</th></tr></table>Text",
            ["Doses", "| A |", "Text"],
        ),
        ("<table><tr><th>A</th><td>5 mg</td></tr></table>", ["|  |  |", "| A | 5 mg |"]),
    ],
)
def test_a_table_of_html_is_a_pipe_table(html: str, rows: list[str]) -> None:
    read_as, faults = read(html)
    assert [row for row in read_as if "---" not in row] == rows
    assert not faults


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ("<tr><td colspan='2'>A</td></tr>", "merged cells"),
        ("<tr><td rowspan=3>A</td></tr>", "merged cells"),
        ("<tr><td><ul><li>A</li></ul></td></tr>", "<ul>"),
        ("<tr><td><table><tr><td>A</td></tr></table></td></tr>", "<table>"),
        ("<tr>5 mg<td>A</td></tr>", "outside"),
        ("<tr><td><![CDATA[5 mg]]></td></tr>", "CDATA[5 mg"),
        ("<tr><td><script>x</script></td></tr>", "<script>"),
    ],
)
def test_what_cannot_be_drawn_as_one_is_refused(inside: str, fault: str) -> None:
    read_as, faults = read(f"<table>{inside}</table>")
    assert read_as in ([], ["</td></tr></table>"])
    assert [fault in message for message in faults] == [True]


def test_one_that_is_never_closed_is_text() -> None:
    assert read("<table>\n<tr><td>A</td></tr>") == (["<table>", "<tr><td>A</td></tr>"], [])


def test_a_text_in_an_attribute_is_not_lost() -> None:
    html = '<table><tr class="odd"><td title="5 mg" style="x">A</td></tr></table>'
    assert "<td title=…> is in it" in read(html)[1][0]


def test_rows_keep_the_numbers_of_their_lines() -> None:
    lines = [Line(11, "<table>"), Line(12, HEAD), Line(13, "<tr><td>A</td>"), Line(14, "</table>")]
    read_as, _ = html_tables(lines, "examplin.md")
    assert [(each.number, each.text) for each in read_as if each.text][::2] == [
        (12, "| Who | Dose |"),
        (13, "| A |"),
    ]
