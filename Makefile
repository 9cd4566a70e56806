# Innspill: everything that a developer or an operator runs by hand.
SHELL := /bin/bash
PORT ?= 8000
ARGS ?=
SECONDS ?= 60
BIN := .venv/bin
.PHONY: demo test test-postgres soak check bench evaluate fuzz mutants setup setup-test translations

setup:
	@python3 tools/setup.py

setup-test:
	@python3 tools/setup.py --test --programs

demo: setup          ## the whole system with sample data; ARGS=--no-serve stops before serving
	@$(BIN)/innspill demo --port $(PORT) $(ARGS)

check:               ## style, types, import contracts, sizes
	@python3 tools/setup.py --test
	@$(BIN)/ruff check src tests tools benchmarks samples evaluation
	@$(BIN)/ruff format --check --quiet src tests tools benchmarks samples evaluation || \
		(echo "run: .venv/bin/ruff format src tests tools benchmarks samples evaluation"; exit 1)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/pytest tests/house --no-header

test: setup-test     ## the whole suite
	@$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder $(ARGS)

test-postgres: setup-test  ## stages, portal, desk, open data and mail on a PostgreSQL of its own
	@$(BIN)/python -m tests.postgres $(BIN)/pytest -n 2 --dist loadfile tests/stages \
		tests/config tests/interfaces/portal tests/interfaces/desk tests/interfaces/api \
		tests/interfaces/taking_in \
		tests/flow/test_the_case_by_mail.py $(ARGS)

bench:               ## one script per claim, each a ratio measured in one run
	@python3 tools/setup.py --bench --programs
	@for script in benchmarks/bench_*.py; do \
		echo "== $$script"; .venv-bench/bin/python $$script || exit 1; done

evaluate: setup      ## the analysis on labelled answers; ARGS="--hearing plan --stage proposals" for a part
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evaluation $(ARGS)

mutants:             ## changes the code in small ways: do the tests notice? ARGS=deadline for one area
	@python3 tools/setup.py --mutants
	@.venv-mutants/bin/python tools/mutants.py $(ARGS)

soak: setup-test     ## the long trials on both engines: ARGS="killing --engine sqlite", all without
	@$(BIN)/python -m tests.soak.run $(ARGS)

fuzz: setup-test     ## every parser for SECONDS each with damaged files; finds go to tests/fuzz/found
	@python3 tools/setup.py --fuzz
	@.venv-fuzz/bin/python -m tests.fuzz.run --seconds $(SECONDS)
	@HYPOTHESIS_PROFILE=fuzz FUZZ_SECONDS=$(SECONDS) $(BIN)/pytest -n 2 \
		tests/core/reading/blocks/test_any_bytes.py tests/core/reading/answers/test_any_blocks.py \
		tests/core/reading/answers/test_any_edited_form.py
