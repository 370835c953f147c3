"""What reaches a terminal, a log or another program: text, in whatever encoding it takes."""

import ast
import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from cli.running import LEAFLET
from helpers import write_monograph
from leaflet.output.store import Store
from test_architecture import MODULES

HOSTILE = os.fsdecode(b"a\x1b]0;x\x07\xc2\x9b2J\xff\xe2\x80\xae\n::error::x\r##[group]%0A.md")

ENCODINGS = ("utf-8:strict", "ascii:strict", "cp1252:strict", "latin-1:strict")


@pytest.fixture(autouse=True)
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose monograph has a hostile name, and a text that is refused."""
    monkeypatch.chdir(tmp_path)
    source = write_monograph(Path("content", HOSTILE))
    source.write_text(source.read_text() + "\n### \x1b[31m\n::error::5 µg ≥ 5.0 mg\n")
    return source


def ran(*args: str, encoding: str = "utf-8") -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        (*LEAFLET, *args),
        env=os.environ | {"PYTHONIOENCODING": encoding, "LANG": "C"},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def assert_harmless(data: bytes, encoding: str = "utf-8:strict", ours: str = "\0") -> None:
    text = data.decode(encoding.partition(":")[0])
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    lines = [line for line in text.splitlines() if not line.startswith(ours)]
    assert not any(re.match(r"\W*::", line) or "##[" in line for line in lines)


COMMANDS = {
    "check": ("check",),
    "check json": ("check", "--format", "json"),
    "check sarif": ("check", "--format", "sarif"),
    "check github": ("check", "--format", "github"),
    "check summary": ("check", "--summary"),
    "check summary json": ("check", "--summary", "--format", "json"),
    "check summary html": ("check", "--summary", "--format", "html"),
    "build": ("build", "-vv", "-k", "patient"),
    "build json": ("build", "--progress", "json", "-k", "patient", "--report", "-"),
    "no such option": ("check", f"--{HOSTILE}"),
    "no such command": (HOSTILE,),
    "no such file": ("check", f"{HOSTILE}.gone"),
    "no such kind": ("build", "-k", HOSTILE),
    "no such rule": ("check", "--explain", HOSTILE),
    "no such folder": ("verify", HOSTILE),
}


@pytest.mark.parametrize("encoding", ENCODINGS[:3])
@pytest.mark.parametrize("command", COMMANDS)
def test_hostile_names_and_texts_are_text(command: str, encoding: str) -> None:
    if encoding != ENCODINGS[1] and command.startswith(("no ", "check summary")):
        encoding = ENCODINGS[1]
    code, out, err = ran(*COMMANDS[command], encoding=encoding)
    ours = "::error file=" if command.endswith("github") else "\0"
    assert_harmless(out, encoding, ours)
    assert_harmless(err, encoding)
    assert code in (1, 2, 3, 4)
    if command.endswith(("json", "sarif")):
        assert json.loads(out.decode(encoding.partition(":")[0]))
    assert command == "build" or b"Traceback" not in err  # -vv


def test_a_hostile_manifest_is_text() -> None:
    row = {
        "target": "a\x1b\n::error::\ud800.pdf".encode("utf-8", "replace").decode(),
        "source": "\x1b]0;x\x07\n::error::\ud800",
        "status": "printed",
        "diagnostics": [
            {"severity": "error", "code": "\x1b\n::x::", "message": "\ud800\n##[x]", "file": "\r"}
        ],
    }
    Path("dist").mkdir()
    Path("dist/manifest.json").write_text(json.dumps({"leaflet": "1", "documents": [row]}))
    for format_ in ("text", "json"):
        for encoding in ENCODINGS[:2]:
            code, out, err = ran("verify", "--format", format_, encoding=encoding)
            assert_harmless(out, encoding)
            assert_harmless(err, encoding)
            assert code == 3


def test_a_receipt_and_junit_are_text() -> None:
    for name in ("receipt.json", "junit.xml"):
        ran("build", "-k", "patient", "--report", name)
        assert_harmless(Path(name).read_bytes())
    assert Store.copy(Path("dist")).targets() == [f"patient/{HOSTILE.removesuffix('.md')}.pdf"]


def test_a_closed_output_ends_with_a_message_and_the_documented_code() -> None:
    for number in range(300):
        write_monograph(Path(f"content/{number}.md")).write_text("no title at all")
    child = subprocess.Popen(
        (*LEAFLET, "check", "--format", "text"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout
    assert child.stderr
    child.stdout.readline()
    child.stdout.close()
    err = child.stderr.read().decode()
    child.stderr.close()
    assert child.wait() == 1
    assert err == "error[file-trouble] standard output was closed before all of it was written\n"


# Nobody else prints


PRINTS = re.compile(
    r"print|pprint|click\.(echo|secho|echo_via_pager|prompt|style)|traceback\.print_\w+"
    r"|sys\.(__)?std(out|err)(__)?(\.buffer)?\.(write|writelines)|os\.write|warnings\.warn"
)

ALLOWED = {
    ("leaflet.cli.terminal", "click.echo"),
    ("leaflet.cli.terminal", "click.style"),
    ("leaflet.files", "sys.stdout.buffer.writelines"),  # the bytes of a PDF or of a receipt
}


def test_only_one_module_prints() -> None:
    calls = {
        (module, ast.unparse(node.func))
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and PRINTS.fullmatch(ast.unparse(node.func))
    }
    assert calls == ALLOWED
