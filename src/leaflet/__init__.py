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
    from leaflet.api import (
        Comparison,
        Diagnostic,
        Document,
        DocumentError,
        LeafletError,
        Listener,
        NothingMatched,
        Outcome,
        Report,
        SettingsError,
        Severity,
        Status,
        Verification,
        build,
        check,
        compare,
        render,
        verify,
    )

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

if not TYPE_CHECKING:  # a type checker would take it for every name

    def __getattr__(name):
        """Load a public name when it is first used (PEP 562)."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from leaflet import api  # noqa: PLC0415

        return globals().setdefault(name, getattr(api, name))

    def __dir__():
        return sorted({*globals(), *__all__})
