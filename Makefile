# `make normalise` and `make test` do all the set-up themselves: Python 3.11 or newer is enough.
DIR ?= seeds
OUT ?= out
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3 python,\
	$(if $(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo yes),$(name))))

.PHONY: normalise test check update new bench eval lock clean

normalise: $(READY)  ## DIR=seeds of pages → OUT=out of JSON Lines
	@$(BIN)/filmmeta normalise "$(DIR)" -o "$(OUT)"

test: check  ## everything that must hold
	@$(BIN)/python -W error -m pytest -q

check: $(READY)  ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

update: $(READY)  ## write the expected records of all fixtures anew, where the invariants hold
	@$(BIN)/python -m pytest -q tests/test_fixtures.py --update

new: $(READY)  ## make new FORMAT=name PAGE=file: a format's stub and its first fixture
	@$(BIN)/python tools/new_format.py "$(FORMAT)" "$(PAGE)"

bench: $(READY)  ## CPU time as ratios measured in one run
	@$(BIN)/python -m bench

eval: $(READY)  ## precision and recall on labelled pages
	@$(BIN)/python -m eval

lock:  ## pin what the targets above install (needs uv)
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group dev pyproject.toml \
		--custom-compile-command "make lock" -o requirements.lock

clean:
	rm -rf $(VENV) out

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "filmmeta needs Python 3.11 or newer; PYTHON=/path/to/python names one" >&2; exit 1; }
	@echo "setting up $(VENV) with $$($(PYTHON) --version) …" >&2
	@$(PYTHON) -m venv --clear $(VENV) || { echo "$(PYTHON) cannot make a virtual environment; on Debian: apt install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)
