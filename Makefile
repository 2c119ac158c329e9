# `make help` lists what can be made. PORT and HOST choose where the bot listens.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
export PORT HOST

.PHONY: help install chat serve shell train tune test lint validate bench evaluate widget lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: ## set up the environment in .venv (done by the other targets when needed)
	@scripts/setup.sh

chat: install ## train when needed, then serve page and bot on http://127.0.0.1:5005/chat/
	@$(BIN)/crampwise chat

serve: install ## the same without words for a person
	@$(BIN)/crampwise serve

shell: install ## talk to the bot in this terminal
	@$(BIN)/crampwise shell

train: install ## train the model when what it learns from has changed
	@$(BIN)/crampwise train

tune: install ## tune the network that hears danger on the phrases (half an hour; docs/tuning.md)
	@scripts/tune.sh

test: ## install what the tests need, and run them all
	@scripts/setup.sh dev
	@scripts/system_parts.sh
	@$(BIN)/crampwise train
	@$(BIN)/python -m pytest

lint: ## check style and types
	@scripts/setup.sh dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

validate: install ## check the knowledge base and Rasa's data
	@$(BIN)/crampwise validate

bench: install ## time a turn against the stock Rasa starter, and late in a long talk
	@$(BIN)/crampwise train
	@$(BIN)/python benchmarks/turn.py
	@$(BIN)/python benchmarks/long_talk.py

evaluate: install ## measure the understanding; writes docs/evaluation (STOCK=25: beside Rasa's own)
	@$(BIN)/crampwise train
	@$(BIN)/python -m benchmarks.evaluation $(if $(STOCK),--stock $(STOCK))
	@$(BIN)/python -m benchmarks.safety --misses > docs/evaluation/danger.txt

widget: ## build the web widget from its source (needs node)
	@cd widget && npm ci && npm run build

lock: ## resolve the dependencies into the lock files (needs uv)
	@scripts/lock.sh

clean: ## remove the environment, the models and the caches
	@rm -rf .venv .venv-tuning .cache .rasa models
