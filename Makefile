# leadheat: `make site` and `make test` do all the set-up on a fresh Debian or Ubuntu with Swift and make.
.DEFAULT_GOAL := help
.PHONY: help site test bench fuzz sanitize format lint deps deps-test clean

SWIFT ?= swift
SOURCES := $(shell find Sources Templates sample_data Package.swift -type f)
BINARY := .build/release/leadheat

# The packages each job needs, and how to see that they are there.
APT := libcmark-dev zlib1g-dev pkg-config
APT_TEST := chromium postgresql
BREW := cmark pkg-config

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: deps $(BINARY) ## install what is missing, build the release binary, build the sample site into site/
	$(BINARY) build --config sample_data/leadheat.yml --output site

test: deps deps-test lint ## install what the tests need, and pass them
	$(SWIFT) test

bench: deps $(BINARY) ## measure against newline counting and peers (ROWS=1000000, PAIRS=5, PYTHON=python3)
	Tests/Benchmarks/bench.sh

fuzz: deps ## fuzz the readers (FUZZ_SECONDS=60 each)
	Tests/Fuzz/fuzz.sh

SANITIZERS ?= address thread
CLANG ?= clang
ifneq ($(shell uname),Darwin)
# The other linkers of Linux warn of symbols of the sanitizer itself.
CLANG_FLAGS := -fuse-ld=lld
endif
SANITIZED := LeadIngestTests|LeadMetricsTests|HeatmapSVGTests|NarrativeTests|ReportSiteTests

# Optimised, because the kernels' tests take ten times as long without.
sanitize: deps ## pass the tests of kernels, drawings and pages under the address and the thread sanitizer
	for version in "" -DCSCAN_ONE_VERSION; do \
	  $(CLANG) $(CLANG_FLAGS) -O1 -g -Wall -Wextra -Werror -fsanitize=address,undefined -fno-sanitize-recover=all $$version \
	    -ISources/CScan/include -o .build-cscan Tests/Sanitize/cscan.c Sources/CScan/CScan.c && \
	  ASAN_OPTIONS=detect_leaks=0 ./.build-cscan || exit 1; \
	done; rm .build-cscan
	for kind in $(SANITIZERS); do \
	  ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --configuration release -Xswiftc -enable-testing \
	    --sanitize=$$kind --scratch-path .build-$$kind --filter '$(SANITIZED)' || exit 1; \
	done

lint: ## hold the sources to .swift-format
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format: ## format the sources in place
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

clean: ## remove everything that was built
	rm -rf .build .build-*

$(BINARY): $(SOURCES)
	$(SWIFT) build --configuration release --static-swift-stdlib --product leadheat
	@touch $@

deps:
	@if [ "$$(uname)" = Darwin ]; then for p in $(BREW); do brew list "$$p" >/dev/null 2>&1 || brew install "$$p"; done; \
	else $(call apt-install,$(APT)); fi

# One by one: where no Chromium can be had (Ubuntu has it as a snap only), the browser tests say that they are
# skipped, and likewise those of PostgreSQL.
deps-test:
	@if [ "$$(uname)" = Darwin ]; then :; \
	else $(foreach p,$(APT_TEST),{ $(call apt-install,$(p)) } || echo "no $(p): its tests are skipped" >&2;) fi

# Installs by apt, as root or by sudo, those packages that are not there yet.
define apt-install
missing=""; for p in $(1); do dpkg -s "$$p" >/dev/null 2>&1 || missing="$$missing $$p"; done; \
if [ -n "$$missing" ]; then \
  if [ "$$(id -u)" = 0 ]; then sudo=""; else sudo="sudo"; fi; \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq && \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
fi
endef
