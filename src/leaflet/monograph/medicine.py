"""A monograph → the medicine that it is about, as the catalogue lists it."""

from datetime import date

from leaflet.job import Medicine
from leaflet.monograph.model import Monograph


def describe(monograph: Monograph) -> Medicine:
    """The medicine, from the front matter alone."""
    front = monograph.front
    return Medicine(
        name=monograph.name,
        generic_name=front.generic_name,
        brands=front.brand_names,
        drug_class=front.drug_class,
        lang=front.lang,
        version=front.version,
        reviewed=_iso(front.reviewed),
        review_due=_iso(front.review_due),
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
