"""The questions that a leaflet must answer by law, as data.

UK Human Medicines Regulations 2012, schedule 27.
"""

from dataclasses import dataclass

from leaflet.section_key import SectionKey


@dataclass(frozen=True, slots=True)
class LegalQuestion:
    """A question of schedule 27.

    ``asks`` completes "the text does not say …". ``section`` is where the answer belongs.
    ``answered`` is an expression for words that answer it, in lower case; a space in it stands for
    any white space.
    """

    code: str
    asks: str
    section: SectionKey
    answered: str

    @property
    def topic(self) -> str:
        """The topic of a section of the author's own that answers it."""
        return self.code.removesuffix("s") if self.code in _PLURALS else self.code


_PLURALS = frozenset({"contraindications", "interactions"})

QUESTIONS: tuple[LegalQuestion, ...] = (
    LegalQuestion(
        "strength",
        "in which forms and strengths it comes",
        SectionKey.DOSAGE,
        r"\b(?:tablet|capsule|cream|gel|ointment|lotion|inject|infus|inhal|drop|spray"
        r"|patch|solution|syrup"
        r"|suspension|powder|suppositor|vial|lozenge|implant|shampoo|enema|foam|granule"
        r"|sachet|mouthwash)",
    ),
    LegalQuestion(
        "contraindications",
        "who must not take it",
        SectionKey.PRECAUTIONS,
        r"\bcontraindicat|\b(?:must|should|do|can) ?(?:not|n['’]t) (?:be )?(?:taken|take"
        r"|used?|given)\b"
        r"|\bavoid|\bnot (?:suitable|recommended)\b|\bhypersensitiv|\ballerg",
    ),
    LegalQuestion(
        "interactions",
        "which other medicines interact with it",
        SectionKey.PRECAUTIONS,
        r"\binteract|\bother (?:medic|drug)|\bconcomitant|\btaken (?:together )?with\b|\bcombin",
    ),
    LegalQuestion(
        "food",
        "whether food, drink, alcohol or smoking matter",
        SectionKey.PRECAUTIONS,
        r"\balcohol|\bfood\b|\bmeals?\b|\bgrapefruit|\bdrink|\bempty stomach|\bsmok"
        r"|\btobacco|\bdiet",
    ),
    LegalQuestion(
        "pregnancy",
        "whether it can be taken during pregnancy and breast-feeding",
        SectionKey.PRECAUTIONS,
        r"\bpregnan|\bbreast-? ?feed|\blactat|\bnursing",
    ),
    LegalQuestion(
        "children",
        "whether children can take it",
        SectionKey.DOSAGE,
        r"\bchild|\bpa?ediatric|\binfant|\badolescen|\bneonat|\bnewborn|\bgirls\b|\bboys\b"
        r"|\d years (?:of age|old)"
        r"|\bunder (?:the age of )?\d+ years",
    ),
    LegalQuestion(
        "elderly",
        "whether older people need a different dose",
        SectionKey.DOSAGE,
        r"\belderly|\bolder (?:adult|people|patient|person|individual)|\bgeriatric"
        r"|\baged \d+|\bover (?:the age of )?6[05]",
    ),
    LegalQuestion(
        "driving",
        "whether it affects driving and using machines",
        SectionKey.PRECAUTIONS,
        r"\bdriv(?:e|ing)\b|\bmachine|\bheavy equipment",
    ),
    LegalQuestion(
        "excipients",
        "which inactive ingredients some people do not tolerate",
        SectionKey.PRECAUTIONS,
        r"\bexcipient|\binactive ingredient|\bother ingredient|\bany (?:of (?:its"
        r"|the) )?(?:ingredient|component)|\blactose|\bpreservative",
    ),
    LegalQuestion(
        "route",
        "how it is taken or given",
        SectionKey.DOSAGE,
        r"\btablet|\bcapsule|\bcream|\bointment|\bsyrup|"
        r"\boral|\bby mouth|\bintraven|\bintramus|\bsubcut|\btopical|\binhal|\bappl(?:y"
        r"|ied)|\brectal|\bvaginal"
        r"|\bnasal|\binject|\binfus|\bswallow|\binstil|\bophthalm|\beye\b|\bear\b"
        r"|\bskin\b|\bsublingual|\bbuccal|\b(?:iv|im|sc)\b",
    ),
    LegalQuestion(
        "frequency",
        "how often it is taken",
        SectionKey.DOSAGE,
        r"\b(?:once|twice|thrice|od|bid|bd|tid|qid|tds|qds)\b|\bevery \w+|\bsingle dose"
        r"|\btimes (?:an? |per |each |daily|weekly|in )|\b(?:dai|week|month|night|hour)ly\b"
        r"|\b(?:a|per) (?:day|minute|hour)\b|\bat (?:bedtime|night)\b|/(?:min|h|hr|hour|day)\b"
        r"|\bcontinuous(?:ly)? |\bintervals?\b"
        r"|\b(?:two|three|four|\d)[- ]doses?\b|\bconsecutive",
    ),
    LegalQuestion(
        "duration",
        "how long it is taken",
        SectionKey.DOSAGE,
        r"\bduration|\bfor (?:\w+ )?(?:to |-|–)?\w* ?(?:days?|weeks?|months?|years?)\b"
        r"|\bhow long|\blong[- ]term|\bshort[- ]term"
        r"|\bcourse\b|\blifelong|\bindefinite|\bsingle dose|\d[- ](?:day|week|month)",
    ),
    LegalQuestion(
        "overdose",
        "what an overdose looks like and what to do about it",
        SectionKey.FAQS,
        r"\boverdos|\btoo much\b|\b(?:took|taken|taking|take) more\b|\bpoison",
    ),
    LegalQuestion(
        "missed-dose",
        "what to do after a missed dose",
        SectionKey.FAQS,
        r"\bmiss(?:ed|es|ing)?\b[^.?]{0,30}\b(?:dose|injection|appointment|application"
        r"|tablet|pill)|\bforg[eo]t"
        r"|\b(?:late|skipped|delayed|omitted) (?:dose|tablet|pill|injection)",
    ),
    LegalQuestion(
        "stopping",
        "what happens if you stop taking it",
        SectionKey.PRECAUTIONS,
        r"\bstop(?:ping|ped)? (?:taking|using|the|this|it|treatment|suddenly|abruptly"
        r"|\w+ (?:suddenly|abruptly))"
        r"|\bwithdraw|\babrupt|\bdiscontinu(?:e|ing|ation)\b|\btaper",
    ),
    LegalQuestion(
        "reporting",
        "how to report side effects",
        SectionKey.SIDE_EFFECTS,
        r"\breport(?:ing)? (?:any |all |suspected |these |side |adverse |serious "
        r"|unusual )|\byellow card|\bmedwatch|\bpharmacovigilance"
        r"|\breported to (?:your|a|the|their)",
    ),
    LegalQuestion(
        "storage",
        "how to store it and when it expires",
        SectionKey.FAQS,
        r"\bstor(?:e|ed|age|ing)\b|\brefrigerat|\broom temperature|\bshelf life|\bexpir"
        r"|\bkeep (?:it |this )?(?:in|out of|at|away)",
    ),
    LegalQuestion(
        "advice",
        "whom to ask for advice",
        SectionKey.FAQS,
        r"\b(?:ask|consult|contact|call|talk to|speak (?:to|with)|tell|inform|see"
        r"|seek)\b[^.]{0,60}\b(?:doctor|physician|pharmacist|provider|professional|nurse"
        r"|medical|specialist)",
    ),
)
