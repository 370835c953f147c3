"""Findings for GitHub and as SARIF."""

import json

from leaflet.cli.formats import as_github, as_sarif
from leaflet.diagnostics import Diagnostic
from leaflet.lint.registry import BY_CODE

ODD = Diagnostic.note("no-dose", "50%, or\nnone", "a b,c.md", 3, column=7, hint="fix it")
WHOLE = Diagnostic.error("not-text", "no text", "x.md")


def test_github_shows_a_finding_beside_its_line() -> None:
    assert as_github([ODD, WHOLE], []).split("\n") == [
        "::notice file=a b%2Cc.md,line=3,col=7,title=no-dose::50%25, or\\nnone (fix it)",
        "::error file=x.md,line=1,col=1,title=not-text::no text",
    ]


def test_sarif_names_rules_levels_and_positions() -> None:
    run = json.loads(as_sarif([ODD, WHOLE], [BY_CODE["no-dose"]]))["runs"][0]
    rule, *others = run["tool"]["driver"]["rules"]
    assert others == []
    assert (rule["id"], rule["defaultConfiguration"]) == ("no-dose", {"level": "warning"})
    first, second = run["results"]
    assert (first["ruleId"], first["level"]) == ("no-dose", "note")
    assert first["message"]["text"] == "50%, or\nnone (fix it)"
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "a%20b%2Cc.md"}
    assert location["region"] == {"startLine": 3, "startColumn": 7}
    assert "region" not in second["locations"][0]["physicalLocation"]
