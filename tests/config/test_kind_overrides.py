from leaflet.config.kind_overrides import KindOverrides


def test_its_data_is_all_of_it() -> None:
    data = KindOverrides(order=("take",)).as_data()
    assert data.keys() == {"title", "styles", "paper", "order", "leave_out", "headings", "parts"}
    assert data["order"] == ("take",)
