# make run   the service and its page on this machine, nothing else needed but Python 3.11 or newer
# make test  everything: linting, types, registry, translations, tests with their real parts
# make bench quality of detection and speed, beside real peers; SHARED names a folder of labelled data where there is one
# make fit   the weights of wordings and kinds of fraud (verifier/data), from the labelled texts in benchmarks/corpus
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PORT   ?= 8000
SHARED ?= $(wildcard ../shared)

.PHONY: run test lint types fit docs format clean bench bench-detection bench-text bench-writings bench-speed
.DEFAULT_GOAL := run

run: $(VENV)/.run
	$(BIN)/verifier serve --port $(PORT)

test: $(VENV)/.test
	sh scripts/test-parts.sh
	$(MAKE) --no-print-directory lint types
	$(BIN)/verifier registry lint
	$(BIN)/python -m pytest -q

lint: $(VENV)/.test
	$(BIN)/ruff check .

types: $(VENV)/.test
	$(BIN)/mypy

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python setup.cfg constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

bench: bench-detection bench-text bench-writings bench-speed

bench-detection: $(VENV)/.test
	$(BIN)/python -m benchmarks.detection $(if $(SHARED),--shared $(SHARED))

bench-text: $(VENV)/.test
	$(BIN)/python -m benchmarks.text --held-out $(if $(SHARED),--shared $(SHARED))

bench-writings: $(VENV)/.test
	$(BIN)/python -m benchmarks.writings $(if $(SHARED),--shared $(SHARED))

bench-speed: $(VENV)/.test
	$(BIN)/python -m benchmarks.speed $(if $(SHARED),--shared $(SHARED))

fit: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fit]'
	$(BIN)/python -m benchmarks.fit --write

docs: $(VENV)/.test
	$(BIN)/verifier rules --markdown > docs/rules.md

format: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/verifier registry format

clean:
	rm -rf $(VENV) build *.egg-info
