#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The house rules that no compiler checks: who includes whom, and how folders and files are made. Run by ctest.

Usage: check_layers.py ROOT. The table is ROOT/cmake/rooms.json, which CMake reads too; "still" holds, rule by rule, what is
not yet as it should be: such a list may only get shorter, so what no longer needs its entry is an error as well."""
import sys
from house import includes, shape
from house.tree import Tree

RULES = [includes.rooms_known, includes.floors, includes.grants, includes.doors, includes.open_headers, includes.private_headers, includes.test_helpers,
         includes.cycles, includes.outside_headers, shape.pairs, shape.folder_sizes, shape.readmes, shape.public_headers,
         shape.nodiscard, shape.types_once]


def faults(tree):
    still = tree.table.get("still", {})
    for name in still.keys() - {rule.__name__ for rule in RULES}:
        yield f'{includes.TABLE}: "still" names {name}, which is no rule; take it off'
    for rule in RULES:
        found, owed = list(rule(tree)), still.get(rule.__name__, [])
        yield from (sentence for key, sentence in found if key not in owed)
        for key in sorted(set(owed) - {key for key, _ in found}):
            yield f'{includes.TABLE}: "still" lets {rule.__name__} pass for {key}, which needs it no more; take it off'


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    all_faults = list(faults(Tree(sys.argv[1])))
    print("\n".join(all_faults) or "layers: ok")
    sys.exit(bool(all_faults))
