"""What comes back from a cluster is proved here, whatever it is."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import fields, replace

import msgspec
import pytest

from batch.broken_project import job, project
from helpers import write_monograph
from leaflet.batch import local
from leaflet.batch.cluster_local import Answered, pack_all, prove_all
from leaflet.batch.remote_job import (
    Answer,
    RemoteJob,
    RemoteSetup,
    pack_answers,
    pack_setup,
    unpack_answers,
)
from leaflet.diagnostics import Diagnostic
from leaflet.job import Job, Outcome, Status

KINDS = ("patient", "clinician")


@pytest.fixture(scope="module")
def setup(tmp_path_factory: pytest.TempPathFactory) -> RemoteSetup:
    settings = project(tmp_path_factory.mktemp("home"))
    write_monograph(settings.project / "b.md", "Betamide")
    return pack_setup(replace(settings, catalogue=False))


@pytest.fixture(scope="module")
def outcomes(setup: RemoteSetup) -> list[Outcome]:
    """Two documents of one medicine and two of another, as they are printed here."""
    jobs = [job(setup.settings, kind, name) for name in ("a.md", "b.md") for kind in KINDS]
    return list(local.print_all(jobs, setup.settings, setup.day))


@pytest.fixture(scope="module")
def answers(outcomes: list[Outcome]) -> list[Answer]:
    return unpack_answers(pack_answers(outcomes), len(outcomes))


def proved(setup: RemoteSetup, *given: tuple[Job, Answer | Diagnostic]) -> list[Outcome]:
    answered = [Answered(each, each.read(), answer) for each, answer in given]
    return list(prove_all(answered, len(given), setup))


def test_an_honest_answer_gives_the_outcome_of_a_run_here(
    setup: RemoteSetup, outcomes: Sequence[Outcome], answers: Sequence[Answer]
) -> None:
    given = [(each.job, answer) for each, answer in zip(outcomes, answers, strict=True)]
    for here, there in zip(outcomes, proved(setup, *given), strict=True):
        assert there.status is Status.PRINTED
        assert replace(there, seconds=here.seconds) == here


WARNING = Diagnostic.warning("odd", "a warning is no reason for having no PDF")
ERROR = Diagnostic.error("limit", "it is nested too deeply to be read")

Change = Callable[[Sequence[Answer]], Answer | Diagnostic]

BAD: dict[str, tuple[Change, str]] = {
    "garbage": (lambda a: replace(a[0], data=b"garbage" * 99), "foreign-content"),
    "a PDF cut off": (lambda a: replace(a[0], data=a[0].data[:-2000]), "foreign-content"),
    "no PDF": (lambda a: replace(a[0], data=b""), "foreign-content"),
    "and no reason": (lambda a: replace(a[0], data=b"", diagnostics=(WARNING,)), "foreign-content"),
    "another medicine's": (lambda a: a[2], "words-lost"),
    "another kind's": (lambda a: a[1], "bad-answer"),
    "in another make-up": (lambda a: replace(a[0], makeup=a[1].makeup), "bad-answer"),
    "as this kind's": (lambda a: replace(a[1], kind=a[0].kind, makeup=a[0].makeup), "words-lost"),
    "fewer pages": (lambda a: replace(a[0], frames=a[0].frames[:-1]), "bad-answer"),
    "another theme": (lambda a: replace(a[0], fingerprint={}), "bad-answer"),
    "a failure": (lambda a: replace(a[0], data=b"", diagnostics=(ERROR,)), "limit"),
    "nothing": (lambda _: ERROR, "limit"),
}


def test_what_is_not_this_document_fails(
    setup: RemoteSetup, outcomes: Sequence[Outcome], answers: Sequence[Answer]
) -> None:
    given = [(outcomes[0].job, change(answers)) for change, _ in BAD.values()]
    found = dict(zip(BAD, proved(setup, *given), strict=True))
    assert {each.status for each in found.values()} == {Status.FAILED}
    codes = {name: each.diagnostics[0].code for name, each in found.items()}
    assert codes == {name: code for name, (_, code) in BAD.items()}
    assert {each.data for each in found.values()} == {b""}


def test_a_sheet_in_a_make_up_of_no_sheet_fails(
    setup: RemoteSetup, outcomes: Sequence[Outcome], answers: Sequence[Answer]
) -> None:
    made = answers[1].makeup
    odd = [
        replace(made, size=3),
        replace(made, moved=("warnings",)),
        replace(made, moved=("mechanism", "mechanism")),
    ]
    given = [(outcomes[1].job, replace(answers[1], makeup=each)) for each in odd]
    found = proved(setup, *given)
    assert [each.diagnostics[0].code for each in found] == ["bad-answer"] * 3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "NoneType instead of bytes"),
        ([], "list instead of bytes"),
        (b"", "truncated"),
        (b"garbage", "trailing|Expected"),
        (msgspec.msgpack.encode([]), "0 answers instead of 1"),
        (msgspec.msgpack.encode([{"kind": 1}]), "Expected"),
    ],
)
def test_what_is_no_answer_is_an_error(data: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        unpack_answers(data, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"data": "not bytes"},
        {"data": None},
        {"seconds": math.nan},
        {"frames": [[math.nan] * 4]},
        {"frames": [[1, 2, 3]]},
        {"diagnostics": [{"severity": "fatal", "code": "x", "message": "y"}]},
        {"makeup": {"size": "large"}},
    ],
)
def test_nor_is_one_with_a_field_of_another_type(
    answers: Sequence[Answer], change: dict[str, object]
) -> None:
    values = msgspec.msgpack.decode(msgspec.msgpack.encode(answers[0])) | change
    with pytest.raises(ValueError, match=r"Expected|Invalid"):
        unpack_answers(msgspec.msgpack.encode([values]), 1)


def test_each_answer_comes_once(answers: Sequence[Answer]) -> None:
    twice = msgspec.msgpack.encode([answers[0], answers[0]])
    with pytest.raises(ValueError, match="2 answers instead of 1"):
        unpack_answers(twice, 1)


class Endless(Job):
    """A job that keeps whoever receives it busy, like a text that takes too long to look into."""

    def __reduce__(self) -> tuple[object, ...]:
        return time.sleep, (3600,)


def test_what_cannot_be_read_in_time_is_not_sent_and_stops_nothing(setup: RemoteSetup) -> None:
    names = ("a.md", "gone.md", "b.md")
    one, gone, other = (job(setup.settings, name=name) for name in names)
    endless = Endless(*(getattr(one, each.name) for each in fields(Job)))
    hasty = replace(setup.settings, timeout=2)
    sent, missing, late, last = pack_all([one, gone, endless, other], hasty)
    assert isinstance(sent, RemoteJob)
    assert sent.job.data == one.read()
    assert isinstance(last, RemoteJob)
    assert isinstance(missing, Diagnostic)
    assert isinstance(late, Diagnostic)
    assert (missing.code, late.code) == ("file-trouble", "timeout")
