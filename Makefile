# The two commands that matter are "make run" and "make test"; each does its own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test check-all mutants messages format benchmarks screenshots pictures
help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.installed: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

$(VENV)/.chromium: $(VENV)/.installed-dev
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && apt-get install -y -q chromium; } \
		|| { echo "Chromium is missing. Install Debian's package first: sudo apt-get install chromium" >&2; exit 1; }
	touch $@

$(VENV)/.messages: $(VENV)/.installed $(wildcard locales/*/LC_MESSAGES/messages.po)
	$(BIN)/pybabel --quiet compile --directory locales
	touch $@

# What is sent to browsers, compressed once for each installed Streamlit.
.cache/compressed/.made: $(VENV)/.installed browser_code.py compressed.py
	$(BIN)/python -m browser_code
	touch $@

run: $(VENV)/.installed $(VENV)/.messages .cache/compressed/.made ## Set up, fill a new database with the demonstration plan (DEMO=0: without), and serve it
	@$(BIN)/python manage.py init $(if $(filter 0,$(DEMO)),,--demo)
	@$(BIN)/python manage.py serve

test: $(VENV)/.installed-dev $(VENV)/.chromium $(VENV)/.messages .cache/compressed/.made ## Set up, then check format, lint and types, run every test, and see that the rules are covered
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 3 --dist worksteal
	$(BIN)/python -m coverage run -m pytest -q tests/monitoring
	$(BIN)/python -m coverage report

check-all: test ## The tests, and the slow ones that need LibreOffice and faketime too
	$(BIN)/python -m pytest -m slow

$(VENV)/.installed-mutants: requirements-mutants.txt $(VENV)/.installed-dev
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-mutants.txt
	touch $@

mutants: $(VENV)/.installed-mutants ## Change the rules in thousands of small ways, and count what the tests notice (half an hour)
	$(BIN)/python -m mutmut run --max-children 2
	$(BIN)/python -m mutmut export-cicd-stats
	$(BIN)/python -m benchmarks.mutants

messages: $(VENV)/.installed ## Bring the catalogues in step with the sentences of the code; what is new is left empty
	$(BIN)/pybabel --quiet extract --mapping-file locales/babel.cfg --no-location --sort-output --keywords later \
		--output-file $(VENV)/messages.pot charts db exchange monitoring pages reports spreadsheets ui *.py
	$(BIN)/pybabel --quiet update --input-file $(VENV)/messages.pot --output-dir locales --ignore-obsolete \
		--no-fuzzy-matching --width 110

format: $(VENV)/.installed-dev ## Write the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

benchmarks: $(VENV)/.installed-dev $(VENV)/.chromium $(VENV)/.messages .cache/compressed/.made ## Measure how fast it is, and print it beside what is to be reached
	$(BIN)/python -m benchmarks

screenshots: $(VENV)/.installed-dev $(VENV)/.chromium $(VENV)/.messages ## Take a picture of every page: widths, themes, languages (ONLY="--lang ru --width 390 --page partners": some)
	$(BIN)/python -m tests.browser.screenshots $(ONLY)

pictures: $(VENV)/.installed-dev $(VENV)/.chromium $(VENV)/.messages ## Keep the present look of the main pages, when it was changed on purpose (ONLY=en-light: some)
	$(BIN)/python -m tests.browser.kept_pictures $(ONLY)
