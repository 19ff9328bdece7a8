# SPDX-License-Identifier: Apache-2.0
# `make demo` is the whole way from a bare Debian 12 to a report; `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
REPORT := build/demo/report.html
SAMPLE := examples/harbour-lane.csv

.PHONY: help deps demo build test check bench eval train format clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 18

deps: ## install the Debian packages that are missing (build, test)
	@tools/setup build test

build: ## build the release program: build/release/bin/attune
	@tools/setup build
	@tools/build release

demo: build ## packages, build, then the main job on a sample; says where the report lies
	@mkdir -p build/demo
	@build/release/bin/attune explain $(SAMPLE) --html $(REPORT) --rejects build/demo/rejects.csv
	@echo
	@echo "The whole report, to read and forward: $(REPORT)"

test: ## build with warnings as errors and run all tests
	@tools/setup build test
	@tools/build dev
	@ctest --preset dev -j$$(nproc)

check: ## format, layers, headers, clang-tidy, address and thread sanitizers, fuzz smoke
	@tools/setup build test check
	@tools/check

bench: ## speed, beside a baseline in the same run
	@tools/setup build test bench
	@tools/build bench
	@bench/run "$(DATA)"

eval: build ## model quality on the data sets in DATA=DIR (skips what is absent)
	@tools/eval "$(DATA)"

train: build ## train the shipped models again from the data sets in DATA=DIR
	@tools/train "$(DATA)"

format: ## clang-format every source file
	@git ls-files -z '*.h' '*.cpp' | xargs -0 clang-format-14 -i

clean: ## remove what was built
	@rm -rf build
