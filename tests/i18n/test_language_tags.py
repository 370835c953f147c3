from leaflet.i18n.language_tags import fallbacks, in_language


def test_a_tag_falls_back_on_its_language() -> None:
    assert fallbacks("zh-Hant-TW") == ("zh-Hant-TW", "zh-Hant", "zh")


def test_a_text_is_found_by_its_language_or_that_of_the_region() -> None:
    texts = {"de": "Deutsch", "de-AT": "Österreichisch"}
    assert in_language(texts, "de-AT") == "Österreichisch"
    assert in_language(texts, "de-CH") == "Deutsch"
    assert in_language(texts, "fr") == ""
