"""A kind's parts and slots: as they are printed, and as they are asked for labels."""

from pathlib import Path

from leaflet.config.value_types import TopicChoice
from leaflet.kinds.model import Kind, Part

ANY = {"faqs": TopicChoice(["storage"])}
DOSE = Part("dose", "Dose", slots=(Part("missed", "Missed", topics=ANY), Part("note", "")))
STORE = Part("store", "Storage", topics=ANY)
KIND = Kind("card", "Card", "one side", (DOSE, STORE), Path(), "dose", route=("store", "missed"))


def test_slots_stand_after_the_text_of_their_part() -> None:
    assert [part.key for part in KIND.all_parts] == ["dose", "missed", "note", "store"]


def test_the_route_says_who_is_asked_first() -> None:
    assert [part.key for part in KIND.claimants] == ["store", "missed"]
    unrouted = Kind("card", "Card", "one side", (DOSE, STORE), Path(), "dose")
    assert [part.key for part in unrouted.claimants] == ["missed", "store"]
