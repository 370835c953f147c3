"""Is the medicine real, is the text complete, and is it plain Markdown?"""

import re
from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import SURVEY
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.phrases import Wording, phrase_finder
from leaflet.lint.text.rule import Hit, Rule

_THING = (
    r"(?:medication|medicine|drug|substance|compound|chemical|product|combination|formulation"
    r"|preparation|pharmaceutical|treatment|ingredient|agent|vaccine)"
)
_INVENTED = r"(?:hypothetical|fictional|fictitious|imaginary|made-up|non-?existent)"
_HYPOTHETICAL = (
    Wording(
        rf"\b{_INVENTED}(?:ly)?\b(?! (?:risks?|concerns?|benefits?|mechanisms?|effects?"
        r"|harms?|links?"
        r"|associations?|interactions?|possibilit|advantages?|complications?|question))"
    ),
    Wording(
        r"(?:\bnot|n['’]t) (?:currently )?an? (?:\w+ )?(?:real|actual|genuine|existing|legitimate"
        rf"|recogni[sz]ed|known)(?:,? (?:or |and )?[\w-]+){{0,4}} {_THING}s?\b(?! of)"
    ),
    Wording(
        rf"\b{_THING}\b[^.,;?]{{0,60}} (?:does|do|did) ?n[o'’]t (?:currently |actually "
        r"|really )?exist"
        r"(?! in (?:all|every|some))"
    ),
    Wording(
        rf"\bno (?:known |recogni[sz]ed |such |real |actual )+{_THING} (?:called|named"
        r"|exists?|by|with this name)"
    ),
    Wording(r"\b(?:imagined|invented|assumed|supposed) (?:to be used|for this|for the purposes?)"),
    Wording(r"\bplaceholder (?:name|drug|medication|medicine|compound|for)\b"),
    Wording(rf"\b(?:invented|imagined) {_THING}\b"),
)

_STUB = re.compile(
    r"\b(?:the|an?|and|or|of|to|with|for|in|by|is|are|may|can|that|which|as|from|your|their|its"
    r"|if|when|such|no|not|be|should|will|has|have|including|direct|this|these)$",
    re.I,
)


def _truncated(manuscript: Manuscript) -> Iterator[Hit]:
    """Find an end in mid-sentence: a word that needs another, or a rest after whole sentences."""
    written = [line for line in manuscript.body if line.words.strip()]
    if not written or not manuscript.sections:
        return
    last = written[-1]
    words = last.words.rstrip()
    if last.heading or "|" in last.raw or _is_whole(words):
        return
    if _STUB.search(words) or re.search(r"[a-z)][.!?]\s+[A-Z][^.!?]*$", words):
        tail = " ".join(words.split()[-4:])
        yield Hit(
            last.number,
            last.column(len(words) - 1),
            f'the text ends in mid-sentence: "… {tail}"',
            "finish the sentence or delete it",
        )


def _is_whole(words: str) -> bool:
    return bool(re.search(r"[.!?…:;\"”’'\])*_|]$", words))


RULES: tuple[Rule, ...] = (
    Rule(
        "hypothetical",
        Severity.ERROR,
        "the text says that its medicine is not real",
        "Once it is printed, an invented medicine with invented doses looks like any other.",
        SURVEY,
        phrase_finder(
            _HYPOTHETICAL,
            'the text says that its medicine is not real: "{found}"',
            "do not print this monograph; if the medicine is real, remove the statement",
            clues="hypothet|ficti|imagin|made-up|exist|placeholder|invent|assumed|suppos|real|recogni"
            "|actual|genuine|legitimate|known",
        ),
        wrong=("This is a hypothetical medication; its dose might be 5 mg.",),
        right=("The hypothetical risk to the infant is small.",),
        stops=True,
    ),
    Rule(
        "truncated",
        Severity.ERROR,
        "the text ends in mid-sentence",
        "The missing part may be a warning.",
        SURVEY,
        _truncated,
        wrong=("Take it with food. There is no direct",),
        right=("Take it with food. There is no direct evidence.",),
    ),
)
