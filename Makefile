# `make normalise` and `make test` do all the set-up themselves: Python 3.11 or newer is enough.
DIR ?= seeds
OUT ?= out
PAGES ?= 10000
SECONDS ?= 3600
SEED ?= 0
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
DEV := $(VENV)/ready-dev
ENGINES := $(VENV)/ready-engines
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3 python,\
	$(if $(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo yes),$(name))))

unexport PYTHONDONTWRITEBYTECODE  # each of many short processes would compile filmmeta anew

LOCK := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock"

.PHONY: normalise test test-spark faults fuzz check update new bench eval lock clean

normalise: $(READY)  ## DIR=seeds of pages → OUT=out of JSON Lines
	@$(BIN)/filmmeta normalise "$(DIR)" -o "$(OUT)"

test: check  ## everything that must hold
	@$(BIN)/python -W error -m pytest -q -n auto --dist loadfile

test-spark: $(ENGINES)  ## the same records from Spark, Ray, Dask and Daft; PAGES=10000
	@FILMMETA_PAGES=$(PAGES) FILMMETA_ENGINES=required $(BIN)/python -m pytest -q -n 2 --dist loadfile tests/engines

faults: $(DEV)  ## a hundred kills, every call failing once
	@FILMMETA_KILLS=100 FILMMETA_FAULTS=all $(BIN)/python -W error -m pytest -q tests/test_resume.py tests/test_io_faults.py

fuzz: $(DEV)  ## coverage-guided; SECONDS=3600
	@$(BIN)/python -m fuzz --seconds $(SECONDS) --seed $(SEED)

check: $(DEV)  ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

update: $(DEV)  ## write the expected records of all fixtures anew, where the invariants hold
	@$(BIN)/python -m pytest -q tests/test_fixtures.py --update

new: $(DEV)  ## make new FORMAT=name PAGE=file: a format's stub and its first fixture
	@$(BIN)/python tools/new_format.py "$(FORMAT)" "$(PAGE)"

bench: $(DEV)  ## CPU time as ratios measured in one run
	@$(BIN)/python -m bench

eval: $(DEV)  ## precision and recall on labelled pages
	@$(BIN)/python -m eval

lock:  ## pin what the targets above install (needs uv)
	$(LOCK) pyproject.toml --group build -o requirements.lock
	$(LOCK) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) pyproject.toml --group engines -c requirements-dev.lock -o requirements-engines.lock

clean:
	rm -rf $(VENV) out

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "filmmeta needs Python 3.11 or newer; PYTHON=/path/to/python names one" >&2; exit 1; }
	@echo "setting up $(VENV) with $$($(PYTHON) --version) …" >&2
	@$(PYTHON) -m venv --clear $(VENV) || { echo "$(PYTHON) cannot make a virtual environment; on Debian: apt install python3-venv" >&2; exit 1; }
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $(READY)

$(DEV): $(READY) requirements-dev.lock
	@echo "adding what the tests need …" >&2
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $(DEV)

$(ENGINES): $(DEV) requirements-engines.lock
	@echo "adding Spark, Ray, Dask and Daft …" >&2
	@$(INSTALL) --require-hashes -r requirements-engines.lock
	@touch $(ENGINES)
