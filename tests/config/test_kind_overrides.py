from leaflet.config.kind_overrides import KindOverrides, in_language


def test_a_text_is_found_by_its_language_or_that_of_the_region() -> None:
    said = {"de": "Deutsch", "de-AT": "Österreichisch"}
    assert in_language(said, "de-AT") == "Österreichisch"
    assert in_language(said, "de-CH") == "Deutsch"
    assert in_language(said, "fr") == ""


def test_its_data_is_all_of_it() -> None:
    data = KindOverrides(order=("take",)).as_data()
    assert data.keys() == {"title", "styles", "order", "leave_out", "headings", "parts"}
    assert data["order"] == ("take",)
