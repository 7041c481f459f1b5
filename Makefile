# The front door. Every target installs what it is missing first (tools/setup.sh), asks nothing and
# never removes anything.
#
#   make run     build the app and serve it on http://127.0.0.1:8787
#   make test    everything that is checked, natively, sanitized, through WASM and in a browser
#   make build   build/amends and web/dist/
#   make lint    format, house rules, types
#   make bench   the figures of docs/bench.md (tools/bench.sh read: the reader's only)
#   make model   train the reader's model anew, after a change of rules or messages

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

NPM := npm --prefix web --silent run
RESULTS := $(CURDIR)/build/results

.PHONY: run test build core app lint format bench screens lighthouse fuzz model clean setup-core setup-test

run: app
	@echo "Amends is at http://127.0.0.1:8787 (Ctrl-C stops it)"
	@cd web && exec node_modules/.bin/vite preview --logLevel error

build: app
	@cmake --build build/release --target amends
	@cp build/release/amends build/amends

# The packs and the engine, where the web app takes them from.
core: setup-core
	@[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
	@[ -f build/wasm/build.ninja ] || cmake --preset wasm >/dev/null
	@cmake --build build/release --target packs
	@cmake --build build/wasm
	@mkdir -p web/generated
	@for file in guide.json words.json reader.bin; do \
	  cmp -s build/release/packs/$$file web/generated/$$file || cp build/release/packs/$$file web/generated/$$file; done
	@cmp -s lang/recovery-words.txt web/generated/recovery-words.txt || \
	  cp lang/recovery-words.txt web/generated/recovery-words.txt
	@cmp -s build/wasm/amends.wasm web/generated/amends.wasm || cp build/wasm/amends.wasm web/generated/amends.wasm

# Built anew only when something it is made of is newer.
app: core
	@if [ ! -f web/dist/index.html ] || [ -n "$$(find web/src web/public web/generated web/index.html \
	  web/*.ts web/*.js web/package-lock.json -newer web/dist/index.html -type f 2>/dev/null | head -1)" ]; then \
	  $(NPM) build; fi

setup-core:
	@tools/setup.sh native wasm web

setup-test: setup-core
	@tools/setup.sh quality browser

test: setup-test
	@tools/tests/run.sh $(RESULTS)

lint: setup-test core
	@tools/lint.sh

format: setup-test
	@clang-format-22 -i $$(tools/cpp_files.sh)
	@$(NPM) format

bench: app
	@tools/setup.sh bench browser
	@cmake --preset bench >/dev/null && cmake --build build/bench
	@tools/bench.sh

screens: app
	@tools/setup.sh browser
	@$(NPM) screens

lighthouse: app
	@tools/setup.sh browser
	@bench/lighthouse/run.sh

model: setup-core
	@tools/model.sh

# An hour a target: make fuzz SECONDS=3600
fuzz: setup-test
	@tools/fuzz.sh $${SECONDS_EACH:-60}

clean:
	rm -rf build web/dist web/generated web/node_modules
