import os
import subprocess
import sys
from pathlib import Path

PATTERNS = """
import re
from leaflet.cache import expressions
PATTERNS = [
    (r"(?P<dose>\\d+) ?(mg|mL)\\b(?!/)", re.IGNORECASE),
    (rb"[\\x00-\\xff]{2,}?", 0),
    (r"(?i:ß|é)[^\\W\\d]+(?<=x)(?:a|(b))(?(1)c|d)", re.VERBOSE | re.MULTILINE),
    (r"[\\u0590-\\u05ff]|\\N{BULLET}", re.ASCII),
    *((f"{number}x", 0) for number in range(expressions.NEWS)),
]
"""

CHECK = """
re.purge()
before = [re.compile(*each) for each in PATTERNS]
assert expressions.keep() and expressions.keep()
for number in range(2):
    re.purge()
    after = [re.compile(*each) for each in PATTERNS]
    assert before == after
    assert [each.groupindex for each in before] == [each.groupindex for each in after]
assert after[0].fullmatch("5 MG")["dose"] == "5"
assert re.compile(after[0]) is after[0]
try:
    re.compile("(")
except re.error:
    expressions.KEPT.save()
"""

COUNT = """
import re._compiler
asked = []
parse = re._compiler._parser.parse
re._compiler._parser.parse = lambda *pattern: asked.append(pattern) or parse(*pattern)
expressions.keep()
re.purge()
for each in PATTERNS:
    re.compile(*each)
print(len(asked))
"""


def run(code: str, folder: Path) -> str:
    """What a process prints that has its cache and its key in a folder."""
    homes = {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state")}
    command, environment = (sys.executable, "-c", PATTERNS + code), os.environ | homes
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout.decode()


def test_a_kept_expression_is_equal_to_one_that_is_compiled(tmp_path: Path) -> None:
    for _ in range(2):  # the second process has what the first has kept
        run(CHECK, tmp_path)


def test_what_is_kept_is_not_compiled_again(tmp_path: Path) -> None:
    before = int(run(COUNT, tmp_path))
    assert before >= 50
    run(CHECK, tmp_path)
    assert int(run(COUNT, tmp_path)) == 0
