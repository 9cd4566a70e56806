#!/usr/bin/env bash
# Writes the five locks anew from pyproject.toml (needs uv). Hashes only, no registry address.
set -eu
cd "$(dirname "$0")/.."
options="--universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet --upgrade"
uv pip compile $options pyproject.toml --extra test --extra build -o requirements-test.lock
uv pip compile $options pyproject.toml --extra build -c requirements-test.lock -o requirements.lock
uv pip compile $options pyproject.toml --extra bench --extra build -c requirements-test.lock -o requirements-bench.lock
uv pip compile $options pyproject.toml --extra fuzz --extra build -c requirements-test.lock -o requirements-fuzz.lock
uv pip compile $options pyproject.toml --extra test --extra mutants --extra build -c requirements-test.lock -o requirements-mutants.lock
