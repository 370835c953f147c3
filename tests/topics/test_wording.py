"""Words of a topic in a text that is no statement."""

from leaflet.config.expression import Expression
from leaflet.topics.table import Phrases, TopicTable
from leaflet.topics.wording import may_say, says, words_of

TABLE = TopicTable(
    people=[Phrases(words=Expression("child|men")), Phrases(words=Expression("women"))],
    taken=[Phrases(question=Expression("take"))],
)


def test_the_words_of_all_files_of_a_language_count() -> None:
    assert says(TABLE, "people", "Children")
    assert says(TABLE, "people", "women")
    assert words_of(TABLE, "people", "Child of women") == {"child", "women", "men"}


def test_a_topic_without_words_says_nothing_but_may() -> None:
    for topic in ("taken", "unknown"):
        assert not says(TABLE, topic, "take")
        assert may_say(TABLE, topic, "anything")
        assert words_of(TABLE, topic, "take") == frozenset()
    assert not may_say(TABLE, "people", "anything")
