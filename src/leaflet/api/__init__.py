"""The public API, which ``leaflet`` itself exports: ``docs/api.md`` shows how to use it.

The command line is written on top of it, and shares with it ``run_build``, ``lint_all`` and
``verify_folder``, which take settings instead of options.
"""

from leaflet.api.building import build
from leaflet.api.checking import check
from leaflet.api.comparing import Comparison
from leaflet.api.diffing import compare
from leaflet.api.document import Document, render
from leaflet.api.report import Listener, Report
from leaflet.api.verifying import Verification, verify
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import DocumentError, LeafletError, NothingMatched, SettingsError
from leaflet.job import Outcome, Status

__all__ = [
    "Comparison",
    "Diagnostic",
    "Document",
    "DocumentError",
    "LeafletError",
    "Listener",
    "NothingMatched",
    "Outcome",
    "Report",
    "SettingsError",
    "Severity",
    "Status",
    "Verification",
    "build",
    "check",
    "compare",
    "render",
    "verify",
]
