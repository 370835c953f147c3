import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import tinycss2, tinycss2.parser
from leaflet.cache import compiled, style_sheets

divided = []
usual = tinycss2.parse_component_value_list

def counted(css, skip_comments=False):
    divided.append(css)
    return usual(css, skip_comments)

tinycss2.parse_component_value_list = counted
style_sheets.keep()
rule = ":root { --a: 1.5E3px } /* b */ @page { margin: calc(1mm + 2%) url(x) 'y' u+1-2 } a:b(c) {}"
for css in (rule, f"{rule}\\n" * 50):
    expected, found = usual(css), tinycss2.parse_component_value_list(css)
    assert tinycss2.serialize(found) == tinycss2.serialize(expected)
    assert [(n.type, n.source_line) for n in found] == [(n.type, n.source_line) for n in expected]
    rules = tinycss2.parse_stylesheet(css)
    assert tinycss2.serialize(rules) == tinycss2.serialize(tinycss2.parse_stylesheet(expected))
found.clear()  # what somebody does to the tokens is not kept
assert tinycss2.parse_component_value_list(css)
tinycss2.parse_component_value_list("(" * 100_000)
compiled.save()
print(*map(len, divided))
"""


def test_tokens_are_the_same_and_long_sheets_are_divided_once(tmp_path: Path) -> None:
    homes = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state")}
    command, environment = (sys.executable, "-c", SCRIPT), os.environ | homes
    done = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    first, second = ([int(length) for length in each.stdout.split()] for each in done)
    short, deep = first[0], 100_000
    assert first == [short, short, 50 * (short + 1), deep]
    assert second == [short, short, deep]
