# argmap: the front door. "make" lists what there is; everything is set up on first use.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/
SETUP := $(VENV)/.set-up

.DEFAULT_GOAL := help
.PHONY: help setup maps test quick lint format bench pictures gallery examples docs build clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(SETUP) ## make the virtual environment with everything in it (the others do it by themselves)

$(SETUP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN)python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

maps: $(SETUP) ## check and draw every map of maps/ into build/
	$(RUN)argmap check maps/*.yaml
	$(RUN)argmap render maps/*.yaml --to build

test: lint ## run every check: format, lint, types, tests
	$(RUN)python -m pytest --numprocesses auto --dist loadfile

quick: $(SETUP) ## run the tests that take no browser and no package building
	$(RUN)python -m pytest -m "not slow"

lint: $(SETUP) ## check format, style and types
	$(RUN)ruff format --check .
	$(RUN)ruff check .
	$(RUN)mypy

format: $(SETUP) ## put the code in the house format
	$(RUN)ruff format .
	$(RUN)ruff check --fix .

bench: $(SETUP) ## measure: reading, checking, placing, drawing; ratios to what runs beside them
	$(RUN)python -m tests.bench

pictures: $(SETUP) ## draw the pictures of the README and the docs anew
	$(RUN)python -m tests.pictures

gallery: $(SETUP) ## draw every map, view and theme anew for docs/gallery.md
	$(RUN)python -m tests.gallery

examples: $(SETUP) ## build the slides of docs/examples, in reveal.js, Marp, PowerPoint and LaTeX, into build/examples
	@$(MAKE) --no-print-directory -C docs/examples

docs: pictures ## write what is generated in docs anew
	$(RUN)python -m tests.written

fuzz: $(VENV)/.set-up-fuzz ## try odd input on reading and on drawing, for SECONDS (60) each
	$(RUN)python -m tests.fuzz reading $(or $(SECONDS),60)
	$(RUN)python -m tests.fuzz drawing $(or $(SECONDS),60)

$(VENV)/.set-up-fuzz: $(SETUP)
	$(RUN)python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@touch $@

build: $(SETUP) ## build the wheel into dist/
	$(RUN)python -m build --wheel

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
