#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The same bytes from one thread, from two, and from a second run: check_same_bytes.sh ATTUNE FILE…
set -euo pipefail
attune=$1
shift
passed=0 failed=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for file in "$@"; do
  [ -e "$file" ] || { echo "skipped: no $file here"; continue; }
  for verb in "explain --json" "understand" "themes --json" "explain --html /dev/stdout --md /dev/stdout"; do
    # shellcheck disable=SC2086
    for threads in 1 2 2; do
      "$attune" $verb "$file" --threads "$threads" --rejects /dev/null 2>/dev/null | sha256sum >>"$folder/sums"
    done
    if [ "$(sort -u "$folder/sums" | wc -l)" -eq 1 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "differs: $verb $file"; fi
    rm "$folder/sums"
  done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
