"""The footnotes and abbreviations of a file, placed where they are printed; read for the proof."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise


def with_notes(lines: Sequence[str]) -> list[str]:
    """As many lines, with the words of each note where its mark is, or its abbreviation first."""
    kept, notes = _notes(lines)
    kept = [*_marks_below(kept, notes)]
    for name, note in notes.items():
        mark = f"[^{name}]"
        kept = [line.replace(mark, f" ({note.strip()})") if "[^" in line else line for line in kept]
    return _with_abbreviations(kept)


def _marks_below(lines: Sequence[str], notes: Mapping[str, str]) -> Iterator[str]:
    """The lines with the marks of notes to a heading on the line below it, if that is blank."""
    moved = ""
    for line, below in pairwise((*lines, "-")):
        kept, marks = line, ""
        if line.lstrip().startswith("#") and "[^" in line and not below.strip():
            for name in notes:
                if f"[^{name}]" in line:
                    kept, marks = kept.replace(f"[^{name}]", ""), f"{marks} [^{name}]"
        yield kept if kept.strip() else moved
        moved = marks


def _notes(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The lines without those of the footnotes that are referred to, and these by their names."""
    whole = "\n".join(lines)
    kept: list[str] = []
    notes: dict[str, str] = {}
    name = ""
    for line in lines:
        if line.startswith("[^") and "]:" in line:
            name = line[2 : line.index("]:")]
            if whole.count(f"[^{name}]") > 1:
                notes[name] = line.split("]:", 1)[1]
                kept.append("")
                continue
            name = ""
        if name and line.strip() and not (line.lstrip(" *")[:1] == "[" and "]:" in line):
            notes[name] += " " + line.strip()
            kept.append("")
            continue
        name = ""
        kept.append(line)
    return kept, notes


def _with_abbreviations(lines: Sequence[str]) -> list[str]:
    kept = list(lines)
    meanings: dict[str, str] = {}
    for at, line in enumerate(lines):
        short, explains, words = line.strip().partition("]:")
        if short.startswith("*[") and explains and words.strip():
            meanings[short[2:].strip()] = words.strip()
            kept[at] = ""
    text = "\n".join(kept)
    uses = {_first_use(text, short): f" ({words})" for short, words in meanings.items()}
    for end in sorted(filter(None, uses), reverse=True):
        text = text[:end] + uses[end] + text[end:]
    return text.split("\n")


def _first_use(text: str, short: str) -> int:
    """The end of the first place where an abbreviation is a word of a text; 0 if there is none."""
    at = text.find(short)
    while at >= 0:
        end = at + len(short)
        before, after = text[text.rfind("\n", 0, at) + 1 : at], text[end : end + 1]
        beside = before[-1:].isalnum() or after.isalnum() or "_" in (before[-1:], after)
        marked = before[-1:] == "\\" or before.lstrip().startswith("#")
        if not beside and not marked and not _is_markup(before):
            return end
        at = text.find(short, end)
    return 0


def _is_markup(before: str) -> bool:
    """Whether what comes after a text is code, an address, a tag or the name of a page."""
    in_address = "](" in before and ")" not in before.rpartition("](")[2]
    in_tag = "<" in before and ">" not in before.rpartition("<")[2] and before[-1:] != " "
    in_page = before.count("[[") > before.count("]]")
    word = before.rpartition(" ")[2]
    return in_address or in_tag or in_page or before.count("`") % 2 == 1 or "://" in word
