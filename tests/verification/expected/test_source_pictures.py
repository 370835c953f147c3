import pytest

from leaflet.verification.expected.source_pictures import without_pictures


@pytest.mark.parametrize(
    ("markdown", "left"),
    [
        ("![5 mg](x.png)", ""),
        ('![a](x.png "Below 5 mg")', "Below 5 mg"),
        ("![a](x.png 'One \"b\" (c)') d", 'One "b" (c) d'),
        ("![a](x.png){width=50%} d", "d"),
        ("![a](x.png){5 mg}", "{5 mg}"),
        ("![a](x.png){dose=5}", "{dose=5}"),
        ('![a](x.png "=300x200")', ""),
        ("![[x.svg|300]] d", "d"),
        ("![[5 mg]]", "![[5 mg]]"),
        ("![a](5 mg)", "![a](5 mg)"),
        ("![a](x.png", "![a](x.png"),
        ("![a](x.png\n\n)", "![a](x.png\n\n)"),
    ],
)
def test_of_a_picture_only_its_caption_is_left(markdown: str, left: str) -> None:
    assert " ".join(without_pictures(markdown).replace("\ufffc", "").split()) == " ".join(
        left.split()
    )
