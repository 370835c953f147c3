"""Tables of topics: what a file may say, and that a project adds to what leaflet ships."""

from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.theme.search_path import Theme, shipped
from leaflet.topics.table import Where, load_topics, topic_names


def table(folder: Path, text: str) -> Path:
    file = folder / "locale" / "en" / "topics.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_a_project_adds_topics_and_phrases(tmp_path: Path) -> None:
    table(tmp_path, "[travel]\nheading = '^travel'\n[storage]\nlabel = 'cold\\ chain'\n")
    topics = Theme((tmp_path, shipped())).topics("en-GB")
    assert "travel" in topics
    for label, expected in (("Cold chain", [True, False]), ("Storage", [False, True])):
        found = [each.search(label, Where.LABEL) for each in topics["storage"]]
        assert [bool(each) for each in found] == expected


def test_the_label_holds_for_doses_without_phrases_of_their_own(tmp_path: Path) -> None:
    [[phrases]] = load_topics([table(tmp_path, "[a]\nlabel = 'x'")]).values()
    assert phrases.search("x", Where.DOSE_LABEL)
    assert not phrases.search("x", Where.QUESTION)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]\n[a", "topics.toml:2: error[topics-unreadable]"),
        (
            "[storage]\nlabel = '('",
            "topics.toml:2: error[topics-faulty] storage.label takes a regular",
        ),
        ("[storage]\n\nlable = 'a'", 'topics.toml:3: error[topics-faulty] unknown key "lable"'),
        ("storage = 'a'", "topics.toml:1: error[topics-faulty] storage takes a table"),
        ("['Cold chain']\nlabel = 'a'", 'topics.toml:1: error[topics-faulty] "Cold chain" is no'),
    ],
)
def test_a_wrong_table_is_reported_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_topics([table(tmp_path, text)])
    assert message in str(caught.value)


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_topics([table(tmp_path, "[a]\nlabel = '('\n[b]\nx = 1")])
    assert str(caught.value).count("topics-faulty") == 2


def test_the_names_of_topics_are_read_without_their_expressions(tmp_path: Path) -> None:
    assert topic_names([table(tmp_path, "[a]\nlabel = '('\n[b-c]")]) == {"a", "b-c"}
