"""Ends the questions after the last answer: what follows them is text of its own.

A warning that an author added below the questions is no answer to the last of them, and a kind that
leaves out the questions must not leave it out with them.
"""

from collections.abc import Iterator
from dataclasses import replace

from leaflet.monograph.model import Block, Entry, Question, Section, Text
from leaflet.section_key import SectionKey


def end_questions(section: Section) -> Iterator[Section]:
    """A section of questions, then what follows them, each label as a section of the author's own.

    Text without a label is in a section without a heading. Any other section stays as it is.
    """
    body = section.body
    asked = [number for number, block in enumerate(body) if isinstance(block, Question)]
    if section.key != SectionKey.FAQS or not asked:
        yield section
        return
    end = asked[-1] + 1
    yield replace(section, body=body[:end])
    heading: Text = ()
    line, group = 0, list[Block]()
    for block in body[end:]:
        if isinstance(block, Entry):
            if group:
                yield Section(SectionKey.OTHER, heading, tuple(group), line=line)
            heading, line, group = block.label, block.line, list(block.body)
        else:
            line = line or getattr(block, "line", 0)
            group.append(block)
    if group:
        yield Section(SectionKey.OTHER, heading, tuple(group), line=line)
