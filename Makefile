# Everything runs in .venv, made once from requirements.lock by stock pip.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check score bench-read lock docs clean

run: .venv/.stamp
	$(BIN)/prikaz import data/raw

test: .venv/.stamp
	bash .ci/system-packages
	$(BIN)/pytest -n 2

check: .venv/.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest tests/test_architecture.py
	$(BIN)/python -m pipeline.refusals --check
	$(BIN)/python -m store.describe --check
	bash .ci/wheel $(BIN)/python

score: .venv/.stamp
	$(BIN)/python -m tests.score

bench-read: .venv/.stamp
	$(BIN)/python -m tests.bench_read

# Generated pages; `make check` fails when one is out of step.
docs: .venv/.stamp
	$(BIN)/python -m pipeline.refusals --write
	$(BIN)/python -m store.describe --write

# No addresses in the file: whoever installs it uses the index of their own pip.
lock: .venv/.stamp
	$(BIN)/uv pip compile pyproject.toml --extra test --extra dev --extra parquet --extra ocr --extra cluster --universal \
	  --python-version 3.11 --generate-hashes --no-header --quiet --output-file requirements.lock

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# One file is touched at the end, so an installation that was cut off is begun again.
.venv/.stamp: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("prikaz needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-compile -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
