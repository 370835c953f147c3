"""The words that leaflet itself prints, and the language of a document.

``WORDS`` is the one table of them, in English. Translations are PO files in ``locale/``, read by
``po_files.py``; ``make words`` adds new words to all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

WORDS: Mapping[str, str] = {
    # running lines
    "page": "Page {page} of {pages}",
    "side": "Side {page} of {pages}",
    "footer": "General information. It does not replace the advice of your doctor or pharmacist.",
    "footer_clinician": "For healthcare professionals. Check current product information.",
    "uncontrolled": "Uncontrolled when printed.",
    "continued_on": "Continued on page 2 · ",
    "continues": "Continued on the next page · ",
    "continued": " · continued",
    "part_continued": "{part}, continued",
    "continued_below": "Continued below",
    # title block
    "not_the_pack_leaflet": "This leaflet does not replace the leaflet in the pack of your "
    "medicine. Read that leaflet as well.",
    "label_area": "Pharmacy label, or: for whom, date, telephone",
    "generic_name": "Generic name",
    "brand_names": "Brand names",
    "drug_class": "Type of medicine",
    "forms": "Forms",
    "changed": "Changed",
    "changed_in": "Changed in version {version}",
    "look_alike": "{name} — do not confuse with {others} (FDA and ISMP lists)",
    "author": "leaflet",
    "this_medicine": "this medicine",
    "contents": "What is in this leaflet",
    # warning boxes
    "boxed_warning": "Boxed warning",
    "most_important": "Most important points (from this leaflet)",
    "read_first": "Read this first",
    # tables
    "picture": "Picture",
    # how often
    "more_than": "may affect more than 1 in {people} people",
    "up_to": "may affect up to 1 in {people} people",
    "picture_more": "{people} people, one of them filled in: more than 1 in {people}",
    "picture_up_to": "{people} people, one of them filled in: up to 1 in {people}",
    # days and times
    "week": "Week",
    "more_about_dose": "More about your dose",
    "doses_follow": "The doses are further on in this leaflet, under “{part}”.",
    "doses_go_on": "There is more about doses further on in this leaflet, under “{part}”.",
    "dark_days": "Those days are dark in this picture.",
    "times": "Your pharmacist or doctor can write here how much you take, and when:",
    "times_of_day": "Morning|Noon|Evening|Bedtime",
    # signs
    "thousands": ",",
    "comma": ", ",
    "semicolon": "; ",
    "colon": ":",
    # slots without text
    "not_stated": "Not stated in the monograph.",
    "not_stated_here": "Not stated under this name in the monograph:",
    "not_labelled": "No separate entry; see {parts}.",
    "see_also": "See also {parts}.",
    "no_entry": "No separate entry; other parts may speak of it.",
    "left_out": "Left out of this summary, in the monograph:",
    "left_out_here": "Not in this leaflet; ask your pharmacist or doctor about it:",
    "left_out_from": "{name} (under “{place}”)",
    "left_out_among": "{name}, among them: {questions}",
    "not_printed": "{name} (in the monograph only)",
    # closing lines
    "about": "About this leaflet",
    "version": "Version",
    "reviewed": "Reviewed",
    "reviewer": "by",
    "not_reviewed": "Not reviewed by a clinician",
    "review_due": "Next review due",
    "review_overdue": "The next review was due on {day} and is overdue",
    "contact": "Contact",
    "sources": "Sources",
    "online": "Online",
    "newer": "The text there may be newer than this print",
    "code": "QR code that leads to {address}",
    "questions": "My questions",
}
"""Templates use them as ``words.key``. Placeholders in braces are filled in; a bar separates the
heads of a table."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The language of a document: its tag, its ``words`` by key, and which way it is written.

    ``headings`` are those of the kinds of documents, by the kind's name and the English heading.
    ``locale`` is the language as Babel calls it, for its dates.
    """

    tag: str
    words: Mapping[str, str]
    headings: Mapping[tuple[str, str], str]
    right_to_left: bool = False
    locale: str = "en_GB"

    @property
    def direction(self) -> str:
        """Which way lines run, as HTML says it."""
        return "rtl" if self.right_to_left else "ltr"

    def day(self, when: date) -> str:
        """A date in words, without a line break; its digits are 0 to 9, as in doses."""
        from babel.dates import format_date  # noqa: PLC0415 - only a document with a date needs it

        return format_date(when, "long", self.locale).replace(" ", "\u00a0")

    def number(self, number: int) -> str:
        """A number with separators between its thousands."""
        return f"{number:,}".replace(",", self.words["thousands"])


ENGLISH = Language("en", WORDS, {})
