# Innspill: everything that a developer or an operator runs by hand.
SHELL := /bin/bash
PORT ?= 8000
ARGS ?=
BIN := .venv/bin
.PHONY: demo test check bench setup setup-test translations

setup:
	@python3 tools/setup.py

setup-test:
	@python3 tools/setup.py --test --programs

demo: setup          ## the whole system with sample data; ARGS=--no-serve stops before serving
	@$(BIN)/innspill demo --port $(PORT) $(ARGS)

check:               ## style, types, import contracts, sizes
	@python3 tools/setup.py --test
	@$(BIN)/ruff check src tests tools benchmarks samples
	@$(BIN)/ruff format --check --quiet src tests tools benchmarks samples || \
		(echo "run: .venv/bin/ruff format src tests tools benchmarks samples"; exit 1)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/pytest tests/house --no-header

test: setup-test     ## the whole suite
	@$(BIN)/pytest -n 2 --dist loadfile $(ARGS)

bench: setup-test    ## one script per claim, each a ratio measured in one run
	@for script in benchmarks/bench_*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done
