# Corridor. `make help` lists what there is. Needs make and Python 3.11 or newer; nothing else.

PORT ?= 8000
HOST ?= 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$name; break; fi; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
NO_PACKAGES := "pip could not install the packages; its reason is above. It needs a network or a package mirror."

# Where Python may not keep what it compiled, every start compiles all of it: seconds each time.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:

.PHONY: help run install finders test lint bench docs clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile
	@echo "  PORT=8123 make run serves on another port; .venv/bin/corridor --help lists what the command does."

run: install ## Install, build, seed the demo and serve it on http://localhost:8000
	@$(BIN)/corridor serve --demo --host $(HOST) --port $(PORT)

install: $(VENV)/.installed ## Install into .venv

finders: $(VENV)/.installed ## Install what finds faces and writing in pictures
	@$(PIP) --no-deps --require-hashes -r requirements/ocr.txt -r requirements/faces.txt

test: $(VENV)/.installed-dev ## Install the tools for tests and run them
	@echo "Running the tests ..."
	@$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev ## Check style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed-bench ## Measure, side by side with other libraries
	@for question in benchmarks/*.py; do echo "== $$question"; $(BIN)/python $$question || exit 1; done

docs: $(VENV)/.installed-dev ## Check that the documentation keeps its word
	@$(BIN)/python -m pytest -q tests/architecture/test_docs.py

clean: ## Remove what was installed and built; keeps the data in var/
	rm -rf $(VENV) build *.egg-info corridor/web/static/built
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find corridor tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Corridor needs Python 3.11 or newer, and none was found on the PATH." >&2; exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$(PYTHON) cannot create environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; fi
	@echo "Creating $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing Corridor into $(VENV); the first time this takes a minute or two ..."
	@$(PIP) --editable . || { echo $(NO_PACKAGES) >&2; exit 1; }
	@echo "Compiling the matching engine; this takes about a minute ..."
	@$(BIN)/python -m corridor.algorithms.matching.warm
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing the tools for tests ..."
	@$(PIP) --editable '.[dev]' || { echo $(NO_PACKAGES) >&2; exit 1; }
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	@echo "Installing the libraries to compare with ..."
	@$(PIP) --editable '.[bench]' || { echo $(NO_PACKAGES) >&2; exit 1; }
	@touch $@
