# Vitae. `make help` lists the targets; README.md gives the equivalents for Windows and macOS.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test check format bench quality nightly build samples clean

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
# Compiled once at installation, so that the first start is as quick as every other.
export UV_COMPILE_BYTECODE := 1
SYNC := $(BIN)/uv sync --quiet --locked --inexact --python $(BIN)/python

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.run ## Open the window on the sample resumes (with no display: review one in the terminal)
	@tools/run-samples

test: .venv/.dev ## The whole test suite, offscreen
	$(BIN)/pytest -n 2 --dist loadfile -m "not slow"

check: .venv/.dev ## Lint, format, types, layers, dead or repeated habits
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.dev ## Format and fix what can be fixed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.dev ## The figures of the README, as ratios against a peer in the same run
	@set -e; for b in bench/*.py; do echo "== $$b"; $(BIN)/python $$b; done

quality: .venv/.dev ## How right the review is: the reading exam (where its data is present), the defect benchmark
	@tools/reading-exam
	@$(BIN)/python -m bench.quality $(QUALITY)

nightly: .venv/.dev ## Everything slow: the slow tests, the frozen build, the benches
	$(BIN)/pytest -m slow
	$(MAKE) quality bench

build: .venv/.dev ## The frozen program under dist/vitae
	$(BIN)/pyinstaller build.spec --noconfirm --log-level WARN
	dist/vitae/vitae self-test

samples: .venv/.dev ## Write resources/samples anew
	$(BIN)/python tools/make_samples.py

clean: ## Remove what builds and tools leave behind (keeps .venv)
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/.uv:
	@test -n "$(PYTHON)" || { echo "Vitae needs Python 3.11, 3.12 or 3.13; none was found. Install one and run make again."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check "uv>=0.9"
	@touch $@

.venv/.run: .venv/.uv pyproject.toml uv.lock
	@$(SYNC) --no-dev --extra desktop
	@tools/system-libraries
	@touch $@

.venv/.dev: .venv/.uv pyproject.toml uv.lock
	@$(SYNC) --all-extras
	@tools/system-libraries
	@touch $@ .venv/.run
