# Fichebak: everything sets itself up. `make site` and `make test` are the two commands to know.

.DEFAULT_GOAL := help
.PHONY: help site serve test fast check bench find audit update dist clean

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

check: $(VENV)/.test  ## lint, types, layers, and the content of this catalogue with its guide (BRONNEN=DIR: nothing copied from there; VEROUDERD=1: which packages have a newer version)
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/fichebak check
	$(BIN)/fichebak fmt --check
	$(if $(BRONNEN),$(BIN)/fichebak overname $(BRONNEN))
	$(BIN)/fichebak schema --check
	$(BIN)/fichebak guide --output $(VENV)/inspiratiegids.pdf
	$(BIN)/python generator/scripts/check_guide.py $(VENV)/inspiratiegids.pdf
	$(if $(VEROUDERD),$(BIN)/python -m pip list --outdated --disable-pip-version-check)

bench: $(VENV)/.test  ## time a build of 1,000 made-up fiches, step by step, searching them, and a preview of 100
	$(BIN)/python bench/build.py
	$(BIN)/python bench/preview.py
	PYTHONPATH=tests $(BIN)/python bench/search.py

find: site  ## build the site and measure what its search finds, with the questions of bench/queries.json
	@$(MAKE) --no-print-directory $(VENV)/.test
	PYTHONPATH=tests $(BIN)/python bench/find.py

audit: $(VENV)/.audit  ## look up known weaknesses of the packages in constraints.txt; wants a network
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip --strict --progress-spinner off

update:  ## renew constraints.txt: the newest versions within the ranges of pyproject.toml; run `make check test` after it
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	{ head -n 1 constraints.txt; $(BIN)/python -m pip freeze --exclude-editable; } > $(VENV)/constraints.txt
	cp $(VENV)/constraints.txt constraints.txt

dist: $(VENV)/.test  ## build the wheel, the site as an archive and the notes of this version, in dist/
	rm -rf dist
	mkdir dist
	$(BIN)/python generator/scripts/release_notes.py $(TAG) > dist/notes.md
	$(BIN)/python -m build --wheel --outdir dist
	$(BIN)/fichebak build
	tar --create --gzip --file dist/site.tar.gz site
	cd dist && sha256sum *.whl site.tar.gz > sha256sums.txt

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

$(VENV)/.audit: $(VENV)/.site
	$(PIP) --editable '.[audit]'
	@touch $@
