"""Lists in columns, or with items side by side, are lower than their items one below the other."""

from compose.writing import body
from leaflet.compose.measure.estimate import LINE_HEIGHT, blocks_height
from leaflet.compose.sides.list_heights import columns_height, frequencies_height, height_saved


def items(number: int) -> str:
    return "\n".join(f"* Effect {n}" for n in range(number))


def test_long_lists_have_three_columns_and_others_two() -> None:
    shorter, longer = body(items(15)), body(items(16))
    assert columns_height(shorter, 50) == blocks_height(shorter, 24) / 2
    assert columns_height(longer, 48) == blocks_height(longer, 15) / 3


def test_a_list_below_a_label_counts_as_well() -> None:
    nested = "* **Serious:**\n" + "\n".join(f"    * Effect {n}" for n in range(16))
    assert columns_height(body(nested), 48) == blocks_height(body(nested), 15) / 3
    in_list = "**Serious:**\n\n" + items(16)
    assert columns_height(body(in_list), 48) == blocks_height(body(in_list), 15) / 3


def test_two_items_side_by_side_save_a_line() -> None:
    assert height_saved(body(items(3))) == 0
    assert height_saved(body(items(5))) == 2 * LINE_HEIGHT
    nested = "* **Often:**\n" + "\n".join(f"    * Effect {n}" for n in range(4))
    assert height_saved(body(nested)) == 2 * LINE_HEIGHT


def test_only_known_frequencies_have_a_picture() -> None:
    assert frequencies_height(body("**Often:** cough")) == 0
    common = frequencies_height(body("**Very common (more than 1 in 10):** cough"))
    uncommon = frequencies_height(body("**Uncommon (up to 1 in 100):** cough"))
    assert 0 < common < uncommon
