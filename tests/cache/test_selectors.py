import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import builtins
from xml.etree import ElementTree
from cssselect2 import ElementWrapper, compile_selector_list, compiler
from leaflet.cache import selectors

compiled = []
builtins.compile = lambda *given, compile=compile: compiled.append(given) or compile(*given)

TEXT = "<html><body id='a' lang='en'><p class='x y'>One</p><p>Two <b/></p></body></html>"
root = ElementWrapper.from_html_root(ElementTree.fromstring(TEXT))
LISTS = ["p", "body > p.x", "p + p b, #a", ":not(.x):last-child", "p:has(b)", "[lang|=en] p",
         "p:nth-child(2n)::before", ":lang(en)", "b:is(p b)", *(f".c{n}" for n in range(50))]

def found():
    made = [each for text in LISTS for each in compile_selector_list(text)]
    return [
        (each.specificity, each.pseudo_element, [bool(each.test(e)) for e in root.iter_subtree()])
        for each in made
    ]

usual = found()
assert any(any(matches) for *_, matches in usual)
selectors.keep()
assert found() == usual == found()
selectors.KEPT.save()
print(len(compiled))
"""


def test_selectors_match_as_usual_and_are_compiled_once(tmp_path: Path) -> None:
    homes = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state")}
    command, environment = (sys.executable, "-c", SCRIPT), os.environ | homes
    first, second = (
        int(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
        for _ in range(2)
    )
    assert first >= 50
    assert second == 0
