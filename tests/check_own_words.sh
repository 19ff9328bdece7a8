#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# attune keeps its own rules: its documents, and the report that it writes, hold no warning.
#   check_own_words.sh PROGRAM SOURCE_FOLDER
set -eu
attune=$1
cd "$2"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
"$attune" explain examples/harbour-lane.csv --md "$work/report.md" > /dev/null 2>&1
"$attune" lint README.md ARCHITECTURE.md CONTRIBUTING.md SECURITY.md docs examples train/SOURCES.md "$work/report.md"
