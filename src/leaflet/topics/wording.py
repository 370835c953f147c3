"""Looks for the words of a topic in a text that is no statement, such as a form or a heading."""

from leaflet.topics.table import TopicTable, Where


def says(table: TopicTable, topic: str, text: str) -> bool:
    """Whether a text has words of a topic; it has none that its language does not know."""
    return any(each.search(text, Where.WORDS) for each in table.get(topic, ()))


def may_say(table: TopicTable, topic: str, text: str) -> bool:
    """Whether a text has words of a topic, or may: its language has none for that topic."""
    known = [each for each in table.get(topic, ()) if each.words]
    return not known or any(each.search(text, Where.WORDS) for each in known)


def words_of(table: TopicTable, topic: str, text: str) -> frozenset[str]:
    """All words of a topic that a text has, in small letters."""
    patterns = (each.words for each in table.get(topic, ()) if each.words)
    return frozenset(found[0].lower() for pattern in patterns for found in pattern.finditer(text))
