#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The documents agree with the program: check_docs.sh ATTUNE SOURCE_DIR
set -euo pipefail
attune=$1 source=$2 failed=0
"$attune" --commands-markdown | diff -u "$source/docs/commands.md" - || {
  echo "docs/commands.md is old: run  attune --commands-markdown > docs/commands.md"; failed=1; }
"$source/tools/measure_rules" "$attune" | cmp -s "$source/models/copy/measured.json" - || {
  echo "models/copy/measured.json is old: run  tools/measure_rules > measured.json, move it there, and write docs/rules.md anew"; failed=1; }
"$attune" lint --rules-page | diff -u "$source/docs/rules.md" - || {
  echo "docs/rules.md is old: run  attune lint --rules-page > docs/rules.md"; failed=1; }
# Every file of ours that models are trained on is named with its bytes' sum.
for file in "$source"/train/phrases.jsonl "$source"/train/sentences/{copy,customers,replies}-*.jsonl; do
  sum=$(sha256sum "$file" | cut -d' ' -f1)
  grep -qF "| \`$(basename "$file")\`" "$source/train/SOURCES.md" && grep -qF "$sum" "$source/train/SOURCES.md" || {
    echo "train/SOURCES.md: no row, or an old sum, for $(basename "$file"): $sum"; failed=1; }
done
missing=$(cd "$source" && git ls-files 'src/*.h' 'src/*.cpp' 'include/*.h' 'fuzz/*.cpp' 2>/dev/null | while read -r f; do
  head -2 "$f" | grep -q 'SPDX-License-Identifier' || echo "$f"; done)
[ -z "$missing" ] || { echo "no SPDX line: $missing"; failed=1; }
exit $failed
