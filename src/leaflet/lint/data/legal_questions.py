"""The questions that a leaflet must answer by law, as data.

UK Human Medicines Regulations 2012, schedule 27.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LegalQuestion:
    """A question of schedule 27, and the section in which its answer belongs.

    ``answered`` knows the words that answer it, in small letters.
    """

    code: str
    asks: str
    section: str
    answered: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    """A pattern of small letters, which are found faster than any; a space in it is any space."""
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"))


QUESTIONS: tuple[LegalQuestion, ...] = (
    LegalQuestion(
        "strength",
        "in which forms and strengths it comes",
        "dosage",
        _words(
            r"\b(?:tablet|capsule|cream|gel|ointment|lotion|inject|infus|inhal|drop|spray"
            r"|patch|solution|syrup"
            r"|suspension|powder|suppositor|vial|lozenge|implant|shampoo|enema|foam|granule"
            r"|sachet|mouthwash)"
        ),
    ),
    LegalQuestion(
        "contraindications",
        "who must not take it",
        "precautions",
        _words(
            r"\bcontraindicat|\b(?:must|should|do|can) ?(?:not|n['’]t) (?:be )?(?:taken|take"
            r"|used?|given)\b"
            r"|\bavoid|\bnot (?:suitable|recommended)\b|\bhypersensitiv|\ballerg"
        ),
    ),
    LegalQuestion(
        "interactions",
        "which other medicines it does not go with",
        "precautions",
        _words(
            r"\binteract|\bother (?:medic|drug)|\bconcomitant|\btaken (?:together )?with\b|\bcombin"
        ),
    ),
    LegalQuestion(
        "food",
        "whether food, drink, alcohol or smoking matter",
        "precautions",
        _words(
            r"\balcohol|\bfood\b|\bmeals?\b|\bgrapefruit|\bdrink|\bempty stomach|\bsmok"
            r"|\btobacco|\bdiet"
        ),
    ),
    LegalQuestion(
        "pregnancy",
        "whether it can be taken in pregnancy and while breast-feeding",
        "precautions",
        _words(r"\bpregnan|\bbreast-? ?feed|\blactat|\bnursing"),
    ),
    LegalQuestion(
        "children",
        "whether children can take it",
        "dosage",
        _words(
            r"\bchild|\bpa?ediatric|\binfant|\badolescen|\bneonat|\bnewborn|\bgirls\b|\bboys\b"
            r"|\d years (?:of age|old)"
            r"|\bunder (?:the age of )?\d+ years"
        ),
    ),
    LegalQuestion(
        "elderly",
        "whether older people need another dose",
        "dosage",
        _words(
            r"\belderly|\bolder (?:adult|people|patient|person|individual)|\bgeriatric"
            r"|\baged \d+|\bover (?:the age of )?6[05]"
        ),
    ),
    LegalQuestion(
        "driving",
        "whether one can drive and use machines",
        "precautions",
        _words(r"\bdriv(?:e|ing)\b|\bmachine|\bheavy equipment"),
    ),
    LegalQuestion(
        "excipients",
        "what else is in it that some people do not tolerate",
        "precautions",
        _words(
            r"\bexcipient|\binactive ingredient|\bother ingredient|\bany (?:of (?:its"
            r"|the) )?(?:ingredient|component)|\blactose|\bpreservative"
        ),
    ),
    LegalQuestion(
        "route",
        "how it is taken or given",
        "dosage",
        _words(
            r"\btablet|\bcapsule|\bcream|\bointment|\bsyrup|"
            r"\boral|\bby mouth|\bintraven|\bintramus|\bsubcut|\btopical|\binhal|\bappl(?:y"
            r"|ied)|\brectal|\bvaginal"
            r"|\bnasal|\binject|\binfus|\bswallow|\binstil|\bophthalm|\beye\b|\bear\b"
            r"|\bskin\b|\bsublingual|\bbuccal|\b(?:iv|im|sc)\b"
        ),
    ),
    LegalQuestion(
        "frequency",
        "how often it is taken",
        "dosage",
        _words(
            r"\b(?:once|twice|thrice|od|bid|bd|tid|qid|tds|qds)\b|\bevery \w+|\bsingle dose"
            r"|\btimes (?:an? |per |each |daily|weekly|in )|\b(?:dai|week|month|night|hour)ly\b"
            r"|\b(?:a|per) (?:day|minute|hour)\b|\bat (?:bedtime|night)\b|/(?:min|h|hr|hour|day)\b"
            r"|\bcontinuous(?:ly)? |\bintervals?\b"
            r"|\b(?:two|three|four|\d)[- ]doses?\b|\bconsecutive"
        ),
    ),
    LegalQuestion(
        "duration",
        "for how long it is taken",
        "dosage",
        _words(
            r"\bduration|\bfor (?:\w+ )?(?:to |-|–)?\w* ?(?:days?|weeks?|months?|years?)\b"
            r"|\bhow long|\blong[- ]term|\bshort[- ]term"
            r"|\bcourse\b|\blifelong|\bindefinite|\bsingle dose|\d[- ](?:day|week|month)"
        ),
    ),
    LegalQuestion(
        "overdose",
        "what an overdose looks like and what to do then",
        "faqs",
        _words(r"\boverdos|\btoo much\b|\b(?:took|taken|taking|take) more\b|\bpoison"),
    ),
    LegalQuestion(
        "missed-dose",
        "what to do after a missed dose",
        "faqs",
        _words(
            r"\bmiss(?:ed|es|ing)?\b[^.?]{0,30}\b(?:dose|injection|appointment|application"
            r"|tablet|pill)|\bforg[eo]t"
        ),
    ),
    LegalQuestion(
        "stopping",
        "what happens when one stops taking it",
        "precautions",
        _words(
            r"\bstop(?:ping|ped)? (?:taking|using|the|this|it|treatment|suddenly|abruptly"
            r"|\w+ (?:suddenly|abruptly))"
            r"|\bwithdraw|\babrupt|\bdiscontinu(?:e|ing|ation)\b|\btaper"
        ),
    ),
    LegalQuestion(
        "reporting",
        "how to report side effects",
        "side-effects",
        _words(
            r"\breport(?:ing)? (?:any |all |suspected |these |side |adverse |serious "
            r"|unusual )|\byellow card|\bmedwatch|\bpharmacovigilance"
            r"|\breported to (?:your|a|the|their)"
        ),
    ),
    LegalQuestion(
        "storage",
        "how it is stored and when it expires",
        "faqs",
        _words(
            r"\bstor(?:e|ed|age|ing)\b|\brefrigerat|\broom temperature|\bshelf life|\bexpir"
            r"|\bkeep (?:it |this )?(?:in|out of|at|away)"
        ),
    ),
    LegalQuestion(
        "advice",
        "whom to ask",
        "faqs",
        _words(
            r"\b(?:ask|consult|contact|call|talk to|speak (?:to|with)|tell|inform|see"
            r"|seek)\b[^.]{0,60}\b(?:doctor|physician|pharmacist|provider|professional|nurse"
            r"|medical|specialist)"
        ),
    ),
)
