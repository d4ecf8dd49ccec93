# Fichebak: everything sets itself up. `make site` and `make test` are the two commands to know.

.DEFAULT_GOAL := help
.PHONY: help site serve test fast check bench find clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
PORT ?= 8000

help:  ## show this list
	@grep -E '^[a-z]+:.*  ## ' Makefile | sed -E 's/^([a-z]+):.*  ## (.*)/  make \1\t\2/' | expand -t 16

site: $(VENV)/.site  ## build the site in site/, with the search index and the PDF guides
	$(BIN)/fichebak build

serve: $(VENV)/.site  ## show the site on http://127.0.0.1:8000/ (PORT=… for another) and follow what you write
	$(BIN)/fichebak serve --port $(PORT)

test: $(VENV)/.test  ## install what the tests need (a browser too) and run all of them
	$(BIN)/python tests/chromium.py
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

fast: $(VENV)/.test  ## run only the tests that start no other program
	$(BIN)/python -m pytest -m "not slow"

check: $(VENV)/.test  ## lint, types, layers, and the content of this catalogue with its guide (BRONNEN=DIR: nothing copied from there)
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/fichebak check
	$(BIN)/fichebak fmt --check
	$(if $(BRONNEN),$(BIN)/fichebak overname $(BRONNEN))
	$(BIN)/fichebak schema --check
	$(BIN)/fichebak guide --output $(VENV)/inspiratiegids.pdf
	$(BIN)/python generator/scripts/check_guide.py $(VENV)/inspiratiegids.pdf

bench: $(VENV)/.test  ## time a build of 1,000 made-up fiches, step by step, searching them, and a preview of 100
	$(BIN)/python bench/build.py
	$(BIN)/python bench/preview.py
	PYTHONPATH=tests $(BIN)/python bench/search.py

find: site  ## build the site and measure what its search finds, with the questions of bench/queries.json
	@$(MAKE) --no-print-directory $(VENV)/.test
	PYTHONPATH=tests $(BIN)/python bench/find.py

clean:  ## remove what was made: the site and the virtual environment
	rm -rf site .site.* $(VENV) dist
	mkdir site && touch site/.gitkeep

$(VENV)/.site: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Fichebak needs Python 3.11 or later; set PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site
	$(PIP) --editable '.[test]'
	@touch $@
