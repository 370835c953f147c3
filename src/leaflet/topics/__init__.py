"""What each labelled statement, question and section of a monograph is about."""

from leaflet.topics.assign import assign_topics
from leaflet.topics.table import TopicTable, load_topics

__all__ = ["TopicTable", "assign_topics", "load_topics"]
