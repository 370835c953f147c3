"""Print patient leaflets and clinician summaries from drug monographs in Markdown.

::

    import leaflet
    from pathlib import Path

    leaflet.render(Path("one.md"), "patient").save("one.pdf")
    leaflet.build("content", "dist")

``docs/api.md`` describes every function. Importing this package loads nothing else; each name is
loaded when it is first used.
"""

TYPE_CHECKING = False  # as in typing, which takes longer to import than this package
if TYPE_CHECKING:
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

__version__ = "0.1.0"

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
    "__version__",
    "build",
    "check",
    "compare",
    "render",
    "verify",
]

_HOMES = {
    "api.building": ("build",),
    "api.checking": ("check",),
    "api.comparing": ("Comparison",),
    "api.diffing": ("compare",),
    "api.document": ("Document", "render"),
    "api.report": ("Listener", "Report"),
    "api.verifying": ("Verification", "verify"),
    "diagnostics": ("Diagnostic", "Severity"),
    "errors": ("DocumentError", "LeafletError", "NothingMatched", "SettingsError"),
    "job": ("Outcome", "Status"),
}
"""The modules of the public names."""

if not TYPE_CHECKING:  # a type checker would take it for every name

    def __getattr__(name):
        """Load a public name when it is first used (PEP 562)."""
        for home, names in _HOMES.items():
            if name in names:
                from importlib import import_module  # noqa: PLC0415

                return globals().setdefault(name, getattr(import_module(f"leaflet.{home}"), name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():
        return sorted({*globals(), *__all__})
