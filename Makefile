# The door-step: everything starts from one of these targets. `make` alone lists them.
# Paths are relative and nothing is built from variables, so a folder with spaces will do.

.DEFAULT_GOAL := help
.PHONY: help setup leaflets test lint check format images accept-pages checks bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: .venv/ready ## make .venv with leaflet and all it needs, once

.venv/ready: pyproject.toml scripts/setup.sh
	sh scripts/setup.sh
	@touch $@

leaflets: setup ## print every monograph of content/ into dist/
	.venv/bin/leaflet build

test: setup ## run all tests
	.venv/bin/python -m pytest -n auto --maxprocesses 8

lint: setup ## check format, style and types
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

check: lint test ## all that continuous integration checks

format: setup ## put the code into its format
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

images: setup ## print the pictures of the README and of docs/ anew
	.venv/bin/python scripts/images.py

checks: setup ## write docs/checks.md anew from the rules
	.venv/bin/python scripts/checks.py

bench: setup build/bench-venv/ready ## measure leaflet beside its neighbours, and what the proof costs
	.venv/bin/python -m benchmarks
	.venv/bin/python -m benchmarks.proof

build/bench-venv/ready:
	.venv/bin/python -m venv build/bench-venv
	build/bench-venv/bin/pip install -q --disable-pip-version-check "md2pdf[cli]" pypandoc-binary typst weasyprint==70.0
	@touch $@

accept-pages: setup ## take the pages as they look now for the pictures that tests compare
	.venv/bin/python -m pytest tests/test_pages.py --accept-pages

clean: ## remove what was printed, built or cached, but not .venv
	rm -rf dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
