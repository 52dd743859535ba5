# Everything runs in .venv, made once from requirements.lock by stock pip.
PYTHON ?= python3
BIN := .venv/bin
# Empty = Python keeps what it compiles, also where a machine's settings forbid it: a cold start takes half the time,
# and the tests make hundreds of them.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test check score lock docs clean screenshots test-hostile
.PHONY: bench-read bench-load bench-names bench-desk bench-scan bench-folder bench-start

run: .venv/.stamp
	$(BIN)/prikaz import data/raw

# Three at a time on two cores: one of them waits for a browser, a server or a process most of the time
test: .venv/.stamp
	bash .ci/system-packages
	$(BIN)/pytest -n 3 --dist worksteal

check: .venv/.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest tests/test_architecture.py
	$(BIN)/python -m pipeline.refusals --check
	$(BIN)/python -m store.describe --check
	$(BIN)/python -m normalize.describe_rules --check
	bash .ci/wheel $(BIN)/python

score: .venv/.stamp
	$(BIN)/python -m tests.score

# Benchmarks print ratios and figures, and assert nothing: docs/performance.md
bench-read: .venv/.stamp
	$(BIN)/python -m tests.bench.bench_read

bench-load: .venv/.stamp
	$(BIN)/python -m tests.store.bench_load

bench-names bench-desk bench-scan bench-folder bench-start: .venv/.stamp
	$(BIN)/python -m tests.bench.$(subst -,_,$@)

# The long form of the hostile tests: mutated files, killed imports, four at once, odd requests, fuzzed readers
test-hostile: .venv/.stamp
	$(BIN)/python -m tests.hostile.mutate --documents 10000 --seed 306
	$(BIN)/python -m tests.hostile.kill --kills 100 --db sqlite
	$(BIN)/python -m tests.hostile.kill --kills 100 --db postgresql
	$(BIN)/python -m tests.hostile.at_once --orders 300 --db sqlite
	$(BIN)/python -m tests.hostile.at_once --orders 300 --db postgresql
	$(BIN)/python -m tests.hostile.routes --requests 10000 --db sqlite
	$(BIN)/python -m tests.hostile.routes --requests 10000 --db postgresql
	$(BIN)/python -m tests.hostile.fuzz --minutes 10

# The pictures of README and the clerk's guide
screenshots: .venv/.stamp
	$(BIN)/python -m tests.review.screenshots

# Generated pages; `make check` fails when one is out of step.
docs: .venv/.stamp
	$(BIN)/python -m pipeline.refusals --write
	$(BIN)/python -m store.describe --write
	$(BIN)/python -m normalize.describe_rules --write

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
	PYTHONWARNINGS=ignore $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
