"""What doses are written with, as pieces of regular expressions."""

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"


def first(characters: str, *not_after: str) -> str:
    """An expression for the first character of what is sought.

    It is one of ``characters`` and follows none of ``not_after``. To look behind only when the
    character is found makes the search ten times as quick.
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
"""A unit in which a strength is given."""

UNIT = rf"(?:{STRENGTH}|{FORM}(?!\w))"
"""Whatever a dose is counted in."""

TO = r"\s*(?:-|–|—|to|or|and)\s*"
"""What stands between the ends of a range."""

LEVEL = (
    r"\b(?:level|concentration|creatinine|potassium|glucose|calcium|ha?emoglobin|bilirubin|albumin"
    r"|INR|pH|A1c|serum|plasma|trough|peak|target|lesion|tumou?r|diameter|catheter|French"
    r"|platelets?|neutrophils?|ANC|BSA)\b"
)
"""Words by which a number is a measurement and not a dose."""

SWALLOWED = r"\d\s*(?:m?c?g|(?i:tab(?:let)?|cap(?:sule)?|pill)s?)\s*$"
"""Before an expression: a dose that no eye and no ear could hold."""

GIVEN = (
    rf"(?:\d\s*(?:{STRENGTH}|%)(?:/(?:kg|m2|m²|dose|day))?|\d?\s*\b{FORM}"
    r"|\b(?:orally|subcutaneously|intravenously|IV|IM|PO|daily|take|taken|given|dose))\s*,?\s*$"
)
"""What stands before an expression that says how or how often a dose is taken."""
