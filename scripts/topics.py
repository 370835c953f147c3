"""Divide the expressions of all topics into their alternatives: `make topics`."""

from leaflet.config.expression import AS_WRITTEN
from leaflet.resources import shipped
from leaflet.topics.alternatives import divided
from leaflet.topics.known_alternatives import FILE, written
from leaflet.topics.table import load_topics


def content() -> str:
    """The file of the alternatives of all expressions that leaflet ships."""
    tables = [load_topics([path]) for path in sorted(shipped().glob("locale/*/topics.toml"))]
    every = [each for table in tables for several in table.values() for each in several]
    sources = [source for each in every for source in each.sources()]
    return written((source, divided(source, AS_WRITTEN)) for source in sources)


if __name__ == "__main__":
    FILE.write_text(content(), "utf-8")
