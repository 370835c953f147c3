"""Numbers, units and other parts of doses, as parts of regular expressions."""

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"


def first(characters: str, *not_after: str) -> str:
    """An expression for one of ``characters`` that follows none of ``not_after``.

    Looking behind only once the character is found makes the search ten times faster.
    """
    return characters + "".join(f"(?<!{before}{characters})" for before in not_after)


_MASS = (
    r"(?:mg|mcg|[µμ]g|ug|ng|g|(?i:milligram|microgram|nanogram|gram)s?"
    r"|(?i:milligramme|microgramme|gramme)s?)"
)
_VOLUME = r"(?:m[Ll]|[Ll]|cc|(?i:millilit(?:er|re)|lit(?:er|re))s?)"
_COUNT = r"(?:(?i:million )?(?i:units?)|IU|mEq|mmol|[kMG]?Bq|[mµμ]?Ci)"
FORM = (
    r"(?:(?i:tab(?:let)?|cap(?:sule)?|pill|drop|gtt|puff|spray|suppositor(?:y|ie)|lozenge|patch(?:e)?"
    r"|teaspoon(?:ful)?|tablespoon(?:ful)?|sachet|ampoule|vial|inhalation|dose)s?)"
)

STRENGTH = rf"(?:{_MASS}|{_VOLUME}|{_COUNT})(?![\w²])"
"""A unit of strength."""

UNIT = rf"(?:{STRENGTH}|{FORM}(?!\w))"
"""A unit of strength or a dosage form."""

TO = r"\s*(?:-|–|—|to|or|and)\s*"
"""Between the ends of a range."""

LEVEL = (
    r"\b(?:level|concentration|creatinine|potassium|glucose|calcium|ha?emoglobin|bilirubin|albumin"
    r"|INR|pH|A1c|serum|plasma|trough|peak|target|lesion|tumou?r|diameter|catheter|French"
    r"|platelets?|neutrophils?|ANC|BSA)\b"
)
"""Words that show that a number is a measurement, not a dose."""

SWALLOWED = r"\d\s*(?:m?c?g|(?i:tab(?:let)?|cap(?:sule)?|pill)s?)\s*$"
"""Before an abbreviation: a dose to swallow, so not for eyes or ears."""

GIVEN = (
    rf"(?:\d\s*(?:{STRENGTH}|%)(?:/(?:kg|m2|m²|dose|day))?|\d?\s*\b{FORM}"
    r"|\b(?:orally|subcutaneously|intravenously|IV|IM|PO|daily|take|taken|given|dose))\s*,?\s*$"
)
"""Before an expression for how, or how often, a dose is taken."""
