"""A fix changes no number, for any reader, and no address; what is in doubt is only shown."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet.config.settings import Settings
from leaflet.lint.autofix import apply_fixes
from lint.frame import framed

SPACES = " \u00a0\u2009\u202f"
LOCALES = {
    "en": (r"[1-9]\d{0,2}(?:,\d{3})+", ","),
    "in": (r"[1-9]\d?(?:,\d\d)*,\d{3}", ","),
    "de": (r"[1-9]\d{0,2}(?:\.\d{3})+", "."),
    "fr": (rf"[1-9]\d{{0,2}}(?:[{SPACES}]\d{{3}})+", SPACES),
    "ch": (r"[1-9]\d{0,2}(?:['’]\d{3})+", "'’"),
}
POINT = {"en": r"\.", "in": r"\.", "de": ",", "fr": ",", "ch": r"\."}
# Whatever stands between two digits without a letter may be part of the number.
LITERAL = re.compile(r"[-–−+±]?\s*[.,]?\d(?:[^\Wa-zA-Z]|[^\w\n])*\d|[-–−+±]?\s*[.,]?\d")


# What a rule puts in words, and the bullets of a list, are no part of a number.
NO_PART = re.compile(r"[<>≥≤=@&]|^\s*(?:[-+*•]\s+)+", re.MULTILINE)


def values(text: str) -> list[frozenset[float] | str]:
    """The values that each number of a text has, by anyone's reading; what none can read as is."""
    found: list[frozenset[float] | str] = []
    for literal in map(str.strip, LITERAL.findall(NO_PART.sub(" ", unescape(text)))):
        read = set()
        for locale, (grouped, separators) in LOCALES.items():
            point = POINT[locale]
            if re.fullmatch(rf"(?:{grouped}|\d+)?(?:{point}\d+)?", literal):
                bare = literal.translate({ord(each): None for each in separators})
                read.add(float(bare.replace(",", ".")))
        found.append(frozenset(read) or literal)
    return found


def fixed(text: str) -> str:
    """A text, fixed as the dosage of a monograph."""
    whole = framed(text)[0]
    result = apply_fixes(whole.encode(), "one.md", Settings()).data.decode()
    above, below = whole.split(text, 1)
    assert result.startswith(above)
    assert result.endswith(below)
    return result[len(above) : len(result) - len(below)]


DIGITS = st.text("0123456789", min_size=1, max_size=5)
JOINTS = ".|,|'|’| |/|-|–|+|±|×|x|:|·|½|\u00a0|\u202f| .|. | ,|0|00|.0|.00| x | - |\n|&#46;"
COUNTED = (
    "mg|mcg|µg|ug|ng|g|ml|mL|l|cc|IU|U|u|units|%|% cream|tablet|tablets|mg/5 mL|mg/kg|kg|days"
    "|hours|years|million IU|"
)
SIGNS = "|<|>|≥|≤|>=|=>|@ |@|& |+ |~|-|–|x|× |#|\\<|&gt;|.|(|[|**"
GAPS = "| |  |\u00a0|**|-|&nbsp;|<sub>|<!-- -->"
WORDS = (
    "Take|Give|and|or|to|at|from|age|Adults|weight|daily|QD|OD|q.d.|BID|bid|PO|PRN|SC|q8h|q4-6h|q2°"
    "|q1d|x3d|MgSO4|omega3|Inderal40|CoQ10|T3|E11.9|N02BE01|1.1.2020|2020-10-05|1-800-222-1222"
    "|v1.0.0|1/2|½|,|.|;|:|-|>|@|&|a@b.org/5mg|docs/5mg.md|(BID)|TID (twice daily)|Q 10 d|x 7 days"
    "|in 2 cycles|0800 1000|https://a.org/1.0mg|[1.0mg](5.0mg.md)|`1.0 mg`"
    "|\n|\n\n|\n- |\n1. |\n> |\n| "
)


def any_of(choices: str) -> st.SearchStrategy[str]:
    return st.sampled_from(choices.split("|"))


NUMBERS = st.lists(st.one_of(DIGITS, any_of(JOINTS)), min_size=1, max_size=5).map("".join)
DOSES = st.tuples(any_of(SIGNS), NUMBERS, any_of(GAPS), any_of(COUNTED)).map("".join)
TEXTS = st.lists(st.one_of(DOSES, any_of(WORDS)), min_size=1, max_size=8).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS.map(str.strip).filter(bool))
def test_no_fix_changes_a_number_for_anybody(text: str) -> None:
    after = fixed(text)
    assert values(after) == values(text)
    assert fixed(after) == after


IN_DOUBT = (
    # More than one number, or none that is clearly apart from its surroundings.
    "Give 5 .0 mg.|Give 1 .5 mg.|Give 1, .5 mg.|Give 1. .5 mg.|Give 1\n.5 mg.|Give 1&nbsp;.5 mg."
    "|Give `1` .5 mg.|Give 1<!-- -->.5 mg.|1. 1.0 mg|Give **1**.0 mg.|1½.0 mg|1 1000000 mg"
    "|Give 10 000.0 mg.|Give 5.0-10.0 mg.|Give -.5 mg.|Give 1/.5 mg.|Give 2 x 5.0 mg."
    "|Give 5·.0 mg.|Give 5̶.0 mg.|Give １.0 mg.|Give 1O.0 mg.|Give ..10 mg.|Give 1.0.0 mg."
    "|In 2020, 5.0 mg.|On 1.10. 5.0 mg.|Call 0800 1000 mg.|E11.0 mg|10<sup>6</sup>000 mg"
    # A number that is read in two ways, before or after.
    "|Give 1.000 mg.|Give 12.500 mg.|Give 1,000.0 mg.|Give 1'000.0 mg.|Give 4000 mg.|Give 0100 mg."
    # Words with another meaning.
    "|In a bid to help.|Give 5 mg OD.|Inject 0.5 mg OD.|Take Inderal40 mg.|Add omega3 mg."
    "|Give 5 l mg.|Give 5l mg.|Take Norco 5-325 mg.|Give 5 cycles x 21 days.|Take 1/2 tablet."
    "|Start 10 mg > 20 mg > 40 mg.|Start 5 mg daily => 10 mg.|> 5 mg daily|Coenzyme Q 10 days"
    "|Give MgSO4 2 g.|Insert an 8 ng tube.|Weight <5 kg>"
    # Explanations that disagree.
    "|Take 5 mg three times daily (BID).|Take 5 mg TID (twice daily).|Take 5 mg twice daily (QD)."
    "|Put 1 drop in the left eye (OD).|Inject 5 mg three times a week (BIW)."
    # Addresses and code.
    '|See [it](a "1.0 mg").|See [it](<a 1.0 mg>).|See [it](a (1.0 mg).md).|See docs/5mg.md.'
    '|[1]: https://example.org/a "5mg"|See example.org/5mg or 5mg@example.org.|`5mg\nQD 5mg`'
    "|```\n5mg QD\n```|<code>5mg</code>|Give \\<5 mg if \\>5 kg."
)


@pytest.mark.parametrize("text", IN_DOUBT.split("|"))
def test_what_is_in_doubt_is_only_shown(text: str) -> None:
    assert fixed(text) == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Give 1.0 mg (or 0.50 mL).", "Give 1 mg (or 0.5 mL)."),
        ("Adults: 1.50 mg. 10mg at night.", "Adults: 1.5 mg. 10 mg at night."),
        ("Apply a .5% gel @ 5 mL.", "Apply a 0.5% gel at 5 mL."),
        ("Give 1000000 units if &gt;65 years.", "Give 1,000,000 units if more than 65 years."),
        ("| dose | 1.0 mg | .5 mg |", "| dose | 1 mg | 0.5 mg |"),
        ("Give 1.000U or 5-10 µg.", "Give 1.000 units or 5-10 mcg."),
    ],
)
def test_what_is_certain_is_fixed(text: str, right: str) -> None:
    assert fixed(text) == right
