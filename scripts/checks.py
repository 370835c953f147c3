"""Generate docs/checks.md, every rule of the proof-reader, from the rules: `make checks`."""

from pathlib import Path

from leaflet.lint.explain import page

if __name__ == "__main__":
    Path(__file__).parents[1].joinpath("docs", "checks.md").write_text(page(), "utf-8")
