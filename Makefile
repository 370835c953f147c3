# Every task starts from one of these targets. `make` alone lists them.
# Paths are relative and contain no variables, so the checkout may be in a folder with spaces.

.DEFAULT_GOAL := help
.PHONY: help setup leaflets test lint check format images screenshots accept-pages checks words topics bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: .venv/ready ## create .venv with leaflet and everything it needs, once

.venv/ready: pyproject.toml requirements/lock.txt scripts/setup.sh
	sh scripts/setup.sh
	@touch $@

leaflets: setup ## print the sample monographs in content/ to dist/
	.venv/bin/leaflet build
	@echo "Open dist/index.html in a browser: it lists all samples."

# Without bytecode, each of the processes that tests start would compile all modules.
test: setup ## run all tests
	env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m pytest -n auto --maxprocesses 8

lint: setup ## check format, style, types and vocabulary
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/python scripts/vocabulary.py

check: lint test ## run everything that continuous integration runs

format: setup ## format the code
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

images: setup ## print the pictures of the README and docs/ again
	.venv/bin/python scripts/images.py

screenshots: setup ## take the screenshots for docs/ again; needs Chromium
	.venv/bin/python scripts/screenshots.py

checks: setup ## generate docs/checks.md from the rules
	.venv/bin/python scripts/checks.py

words: setup ## add new words to the PO files in locale/; LANGUAGE=pt starts a new one
	.venv/bin/python scripts/words.py $(LANGUAGE)

topics: setup ## divide the expressions in locale/*/topics.toml again; do so when they change
	.venv/bin/python scripts/topics.py

bench: setup build/bench-venv/ready ## compare leaflet's speed with other tools, and see where the time goes
	.venv/bin/python -m benchmarks
	.venv/bin/python -m benchmarks.parts
	.venv/bin/python -m benchmarks.sizes

build/bench-venv/ready:
	.venv/bin/python -m venv build/bench-venv
	build/bench-venv/bin/pip install -q --disable-pip-version-check "md2pdf[cli]" markdown plutoprint pypandoc-binary typst weasyprint==70.0
	@touch $@

.PHONY: lock upgrade audit sbom ends fuzz

lock: build/tools/ready ## update requirements/lock.txt to match pyproject.toml
	build/tools/bin/uv pip compile -q --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" --all-extras pyproject.toml -o requirements/lock.txt

upgrade: build/tools/ready ## lock the newest version of every dependency
	build/tools/bin/uv pip compile -q --upgrade --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make upgrade" requirements/tools.in -o requirements/tools.txt
	rm requirements/lock.txt
	$(MAKE) lock

audit: setup build/tools/ready ## check licences and known vulnerabilities of the dependencies
	.venv/bin/python scripts/licences.py
	build/tools/bin/pip-audit --strict --require-hashes --disable-pip -r requirements/lock.txt

sbom: build/tools/ready ## write build/sbom.json, a bill of materials (CycloneDX)
	build/tools/bin/uv pip compile -q -c requirements/lock.txt pyproject.toml -o build/parts.txt
	build/tools/bin/uv venv -q --clear build/parts
	build/tools/bin/uv pip sync -q --python build/parts/bin/python build/parts.txt
	build/tools/bin/uv pip install -q --python build/parts/bin/python --no-deps .
	build/tools/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		-o build/sbom.json build/parts/bin/python

ends: build/tools/ready ## test with the oldest and newest dependencies that pyproject.toml allows
	sh scripts/ends.sh

MINUTES = 10

fuzz: setup ## try mutated monographs for MINUTES=10; failures are saved in build/fuzz
	cd tests && ../.venv/bin/python -m fuzz --minutes $(MINUTES)

build/tools/ready: requirements/tools.txt
	python3 -m venv build/tools
	build/tools/bin/pip install -q --disable-pip-version-check --require-hashes --only-binary :all: \
		-r requirements/tools.txt
	@touch $@

accept-pages: setup ## accept how pages look now as the tests' reference pictures
	.venv/bin/python -m pytest tests/test_pages.py --accept-pages

clean: ## remove everything printed, built or cached, except .venv
	rm -rf dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
