import logging
import threading
import warnings
from collections.abc import Callable

import pytest

from leaflet.diagnostics import Severity
from leaflet.rendering import Pdf
from leaflet.rendering.log import capture_log

Printer = Callable[..., Pdf]


@pytest.mark.parametrize(
    ("body", "css", "severity", "code"),
    [
        ("", "h1 { colour: red }", Severity.WARNING, "style-ignored"),
        ("", "h1 { width: wide }", Severity.WARNING, "style-ignored"),
        ("", "@font-face { font-family: x; src: local(y) }", Severity.WARNING, "style-ignored"),
        ('<p><a href="#nowhere">x</a></p>', "", Severity.ERROR, "broken-link"),
        ('<p id="a">x</p><p id="a">y</p>', "", Severity.WARNING, "duplicate-id"),
        (
            '<p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADU'
            'lEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="></p>',
            "",
            Severity.ERROR,
            "missing-alt",
        ),
    ],
)
def test_what_the_engine_logs_becomes_a_finding(
    printed: Printer, body: str, css: str, severity: Severity, code: str
) -> None:
    assert [(d.severity, d.code) for d in printed(body, css=css).diagnostics] == [(severity, code)]


def test_a_finding_belongs_to_its_own_document(printed: Printer) -> None:
    assert printed('<p><a href="#nowhere">x</a></p>').diagnostics
    assert printed().diagnostics == ()


def test_nothing_is_printed_on_the_terminal(
    printed: Printer, capfd: pytest.CaptureFixture[str]
) -> None:
    root = logging.StreamHandler()
    logging.getLogger().addHandler(root)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            printed('<p><a href="#nowhere">☃ α</a></p><p>漢</p>', css="h1 { colour: red }")
    finally:
        logging.getLogger().removeHandler(root)
    assert capfd.readouterr() == ("", "")


def test_threads_do_not_capture_one_another() -> None:
    logger = logging.getLogger("weasyprint")

    def elsewhere() -> None:
        with capture_log() as there:
            logger.warning("there")
        other.extend(there)

    other: list[logging.LogRecord] = []
    with capture_log() as here:
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
        logger.warning("here")
    assert [record.msg for record in here] == ["here"]
    assert [record.msg for record in other] == ["there"]
