"""The receipt as JUnit's XML, which continuous integration shows as a list of tests.

Each document is a test case, its kind the class. There is no standard; this is what the schema of
Jenkins has, and what GitLab and GitHub's actions read.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import SubElement

from leaflet.diagnostics import Diagnostic
from leaflet.escapes import escape

_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that an XML file cannot contain, not even escaped."""


def to_xml(head: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The XML of a run, from the head and the rows of its receipt."""
    counts = head["counts"]
    total = counts["printed"] + counts["unchanged"] + counts["failed"]
    numbers = {
        "tests": str(total),
        "failures": str(counts["failed"]),
        "time": str(head["seconds"]),
    }
    root = ElementTree.Element("testsuites", numbers)
    fixed = {"name": "leaflet", "errors": "0", "skipped": "0"}
    suite = SubElement(root, "testsuite", {**fixed, **numbers})
    for row in rows:
        _add_case(suite, row)
    ElementTree.indent(root, "")
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml


def _add_case(suite: ElementTree.Element, row: Mapping[str, Any]) -> None:
    name, kind = _clean(row["source"]), _clean(".".join((row["kind"], *row["styles"])))
    attributes = {"classname": kind, "name": name, "file": name, "time": str(row["seconds"])}
    case = SubElement(suite, "testcase", attributes)
    errors = [found for found in row["diagnostics"] if found["severity"] == "error"]
    others = [found for found in row["diagnostics"] if found["severity"] != "error"]
    if errors:
        message, code = _clean(errors[0]["message"]), _clean(errors[0]["code"])
        SubElement(case, "failure", message=message, type=code).text = _lines(errors)
    if others:
        SubElement(case, "system-out").text = _lines(others)


def _lines(findings: Iterable[Mapping[str, Any]]) -> str:
    return _clean("\n".join(str(Diagnostic.from_dict(found, hint="")) for found in findings))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", escape(text))
