"""Medicines that are not on the market: withdrawn, discontinued or never approved."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.phrases import Wording, phrase_finder, sentence_around
from leaflet.lint.text.rule import Rule

_ADVERB = (
    r"(?:(?:largely|mostly|now|also|since|subsequently|voluntarily|widely"
    r"|permanently|been|completely|effectively|generally|officially|currently|later"
    r"|eventually) )*"
)
_GONE = (
    Wording(
        r"\b(?:withdrawn|removed|pulled|taken off|recalled|disappeared) (?:from"
        r"|off) (?:the |most |many |all |its |several |some )*"
        r"(?:[\w.-]+ )?(?:and \w+ )?(?:market|sale|clinical use|medical use|pharmac)"
    ),
    Wording(
        rf"\b(?:was|were|has|have|is|been) {_ADVERB}(?:withdrawn|discontinued"
        r"|banned)\b(?! (?:if|when|until|after|before|at|for|once|as soon|abruptly"
        r"|suddenly|gradually|slowly|\d))"
    ),
    Wording(
        r"\bno longer (?:(?:widely|readily|generally|commercially|commonly|routinely"
        r"|clinically|being|currently|actively|legally) )*"
        r"(?:available|marketed|manufactured|produced|sold|approved|authori[sz]ed"
        r"|licensed|prescribed|used|recommended|in (?:\w+ )*use|on the market)\b(?! for)"
    ),
    Wording(r"\b(?:withdrawal|removal) from (?:the )?(?:\w+ )?market\b"),
    Wording(r"\b(?:its|this|due to) (?:discontinued|obsolete|withdrawn|discontinuation)\b"),
)
_NEVER = (
    Wording(
        r"\b(?:is|remains|was|considered|still|as) (?:an? |currently |still |purely "
        r"|largely |primarily |mainly )*(?:investigational"
        r"|experimental)(?: (?:\w+ )?(?:drug|medication|medicine|compound|agent"
        r"|treatment|therapy|antibiotic|vaccine|substance|monoclonal|stage|status"
        r"|in nature)|[.,;])"
    ),
    Wording(
        r"\b(?:was|were|has|have|is) (?:never|not|not yet|n[o'’]t)(?: yet| currently"
        r"| been| widely| officially)* (?:approved|authori[sz]ed|licensed|marketed"
        r"|commerciali[sz]ed)"
        r"(?! (?:for (?:this|the|use|children|pediatric|pregnan|all|every|treat"
        r"|any (?:other|indication)|oral|asthma|weight)|in (?:all|every|children|pregnan"
        r"|some|patients)|by all|under))"
    ),
    Wording(
        r"\b(?:further |clinical )?development (?:of \w+ )?(?:was|has been"
        r"|were) (?:discontinued|halted|terminated|stopped|abandoned|suspended)"
    ),
)
_SPEAKS_OF_TREATMENT = re.compile(
    r"\b(?:treatment|therapy|dose|dosing|dosage|infusion|inhibitor|if|once|when"
    r"|until|patients?|should|must|before|abruptly"
    r"|reaction|symptoms?|alcohol|steroids?|other|another|similar|unlike|may|can)\b",
    re.I,
)
_ITSELF = (
    r"\b(?:it|its|this|these|which|the|that) ?(?:drug|medication|medicine"
    r"|combination|vaccine|product|antibiotic|agent|compound)?s?\b"
)


def _is_itself(manuscript: Manuscript, line: SourceLine, match: re.Match[str]) -> bool:
    """Whether the sentence is about this medicine, not about a treatment or another drug."""
    sentence = sentence_around(line.words, match)
    if sentence.endswith("?"):
        return False
    before = sentence.partition(match.group())[0]
    if re.search(r"market|sale|available|human", match.group(), re.I) is None and (
        _SPEAKS_OF_TREATMENT.search(before)
    ):
        return False
    names = re.findall(r"[^\W\d_]{4,}", manuscript.title)
    subject = "|".join([_ITSELF, *map(re.escape, names)])
    return bool(re.search(subject, f"{before} {match.group()}", re.I))


RULES: tuple[Rule, ...] = (
    Rule(
        "withdrawn",
        Severity.WARNING,
        "the medicine was withdrawn, discontinued or never approved",
        "A leaflet in the present tense sends patients looking for a medicine that was withdrawn "
        "for a reason.",
        "A survey of 6,447 monographs: 257 are about a withdrawn medicine, 262 about one "
        "that was never approved",
        phrase_finder(
            (*_GONE, *_NEVER),
            'the text says that its medicine is not available: "{found}"',
            "say so in a boxed warning, or do not print this monograph",
            _is_itself,
            clues="market|withdr|discontin|banned|longer|obsolete|investigational|experimental|approv"
            "|authori|licens|commerciali|development|sale|clinical|pharmac",
        ),
        wrong=("This drug was withdrawn from the market in 2005.",),
        right=("Treatment was discontinued in 5% of patients.",),
    ),
)
