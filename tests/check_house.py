#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tools/check_layers.py lets a good small tree pass and says what is wrong in each of many bad ones, in that rule's own sentence and no other.

Usage: check_house.py ROOT"""
import copy, json, pathlib, subprocess, sys, tempfile

TABLE = {
    "rooms": [
        {"room": "base", "floor": 1, "uses": [], "open": ["hash.h"]},
        {"room": "listen", "floor": 2, "uses": ["base"], "open": ["listen.h"]},
        {"room": "engine", "floor": 3, "uses": ["base", "listen"], "open": ["explain.h"]},
        {"room": "cli", "floor": 4, "door": "engine", "uses": ["base"], "open": []},
    ],
    "judges": {"fuzz": ["listen/plan/dates.h"], "bench": [], "tests": []},
    "outside": [
        {"name": "zlib", "headers": ["zlib.h"], "in": ["listen/listen.cpp"]},
        {"name": "sqlite", "headers": ["sqlite3.h"], "in": ["store/sqlite/*"]},
        {"name": "gtest", "headers": ["gtest/"], "in": ["*_test.cpp", "tests/main.cpp"]},
    ],
    "private": [{"header": "attune/care.h", "in": ["engine/care_test.cpp"], "never": ["listen"]}],
    "without_header": ["cli/main.cpp"],
    "still": {},
}
GOOD = {
    "include/attune/span.h": "namespace attune {\nstruct Span {\n};\n}  // namespace attune\n",
    "include/attune/engine.h": '#include "attune/span.h"\n#include "engine/explain.h"\n',
    "src/base/hash.h": "#include <string>\n",
    "src/base/hash.cpp": '#include "base/hash.h"\n',
    "src/base/pool.h": "",
    "src/base/README.md": "| `hash` `pool` | one thing each |\n",
    "src/listen/listen.h": '#include "base/hash.h"\nnamespace attune::listen {\nstruct Told {\n};\n}  // namespace attune::listen\n',
    "src/listen/listen.cpp": '#include "listen/listen.h"\n#include <zlib.h>\n#include "listen/plan/dates.h"\n',
    "src/listen/plan/dates.h": "[[nodiscard]] Result<int> day();\n",
    "src/listen/listen_testing.h": "",
    "src/listen/listen_test.cpp": '#include <gtest/gtest.h>\n#include "listen/listen_testing.h"\n',
    "src/listen/README.md": "`listen`, and `plan/` with `da*`\n",
    "src/engine/explain.h": "namespace attune::engine {\nstruct Told {\n};\n}  // namespace attune::engine\n",
    "src/engine/explain.cpp": '#include "engine/explain.h"\n#include "listen/listen.h"\n',
    "src/engine/README.md": "explain\n",
    "include/attune/care.h": "",
    "src/engine/care_test.cpp": '#include "attune/care.h"\n',
    "src/cli/main.cpp": '#include "attune/engine.h"\n',
    "src/cli/README.md": "main\n",
    "tests/main.cpp": "#include <gtest/gtest.h>\n",
    "fuzz/dates.cpp": '#include "listen/plan/dates.h"\n',
}


def room(name):
    return next(i for i, row in enumerate(TABLE["rooms"]) if row["room"] == name)


def in_row(name, **what):
    return lambda table: table["rooms"][room(name)].update(what)


# What is wrong, the files that make it so (added to those of GOOD), what is changed in the table, and what must be said.
BAD = [
    ("an unknown folder", {"src/gatehouse/README.md": ""}, None, "src/gatehouse: is no room of cmake/rooms.json; give it a row there"),
    ("a file that no rule reads", {"src/base/hash.hpp": ""}, None, "src/base/hash.hpp: is no kind of file that a room holds"),
    ("a table with a cycle", {}, in_row("base", uses=["listen"]), "cmake/rooms.json: base (floor 1) may not use listen, which is on no lower floor"),
    ("a room above", {"src/base/pool.h": '#include "listen/listen.h"\n'}, None, "src/base/pool.h: base may not include listen/listen.h (granted: nothing)"),
    ("a room above, in angle brackets", {"src/base/pool.h": "# include <listen/listen.h>\n"}, None, "src/base/pool.h: base may not include listen/listen.h"),
    ("a public header that knows a room", {"include/attune/span.h": '#include "base/hash.h"\n'}, None, "include/attune/span.h: attune may not include base/hash.h"),
    ("a room that goes round by the facade", {"src/listen/listen_test.cpp": '#include <gtest/gtest.h>\n#include "attune/engine.h"\n'}, None,
     "src/listen/listen_test.cpp: includes attune/engine.h, which is for doors"),
    ("a door that goes past the facade", {"src/cli/main.cpp": '#include "engine/explain.h"\n'}, None, "src/cli/main.cpp: cli may not include engine/explain.h (granted: base)"),
    ("a facade that brings in a room", {"src/engine/explain.h": '#include "listen/listen.h"\n'}, None,
     "src/cli/main.cpp: cli reaches listen/listen.h by attune/engine.h > engine/explain.h; hide it"),
    ("a closed header", {"src/engine/explain.cpp": '#include "engine/explain.h"\n#include "listen/listen.h"\n#include "listen/plan/dates.h"\n'}, None,
     "src/engine/explain.cpp: listen/plan/dates.h is not open to other rooms; use one of listen/listen.h"),
    ("an open header that nobody needs", {}, in_row("base", open=["hash.h", "hush.h"]), "cmake/rooms.json: base/hush.h is open and no other room includes it; take it off"),
    ("a judge that reads a closed header", {"bench/dates.cpp": '#include "listen/plan/dates.h"\n'}, None,
     'bench/dates.cpp: listen/plan/dates.h is not open to other rooms; use a header that is, or name it under "bench"'),
    ("a judge that is granted too much", {}, lambda t: t["judges"].update(bench=["listen/plan/dates.h"]), "cmake/rooms.json: bench need not be granted listen/plan/dates.h"),
    ("a room that includes a judge", {"fuzz/bodies.h": "", "src/base/hash.cpp": '#include "bodies.h"\n'}, None, "src/base/hash.cpp: includes fuzz/bodies.h, and nothing but tests"),
    ("a room that reads what is not for it", {"src/base/pool.h": '#include "attune/care.h"\n'}, None,
     "src/base/pool.h: includes attune/care.h, which is for engine/care_test.cpp alone"),
    ("a room that comes round to it", {"include/attune/span.h": '#include "attune/care.h"\n', "src/listen/plan/dates.h": '#include "attune/span.h"\n'},
     lambda t: t["private"][0]["in"].append("attune/span.h"), "src/listen/listen.cpp: listen must not reach attune/care.h, and does by listen/plan/dates.h > attune/span.h"),
    ("a private header that is granted in vain", {}, lambda t: t["private"][0]["in"].append("base/*"), "cmake/rooms.json: attune/care.h is granted to base/* and not included there"),
    ("a helper of tests in the program", {"src/listen/plan/dates.h": '#include "listen/listen_testing.h"\n'}, None,
     "src/listen/plan/dates.h: includes listen/listen_testing.h, which helps tests"),
    ("a cycle inside a room", {"src/listen/plan/dates.h": '#include "listen/listen.h"\n'}, None,
     "src/listen/listen: includes itself by way of others (listen/listen + listen/plan/dates)"),
    ("a stranger's header", {"src/base/hash.h": "#include <boost/hana.hpp>\n"}, None, 'src/base/hash.h: <boost/hana.hpp> stands in no row of "outside"'),
    ("a stranger's header in quotes", {"src/base/hash.h": '#include "hana.hpp"\n'}, None, 'src/base/hash.h: <hana.hpp> stands in no row of "outside"'),
    ("a library in another's place", {"src/engine/explain.cpp": "#include <sqlite3.h>\n#include \"listen/listen.h\"\n"}, None,
     "src/engine/explain.cpp: may not include <sqlite3.h>: sqlite is for store/sqlite/* alone"),
    ("gtest in the program", {"src/base/hash.h": "#include <gtest/gtest.h>\n"}, None, "src/base/hash.h: may not include <gtest/gtest.h>: gtest is for *_test.cpp, tests/main.cpp alone"),
    ("a library that is granted in vain", {}, lambda t: t["outside"][0]["in"].append("base/*"), "cmake/rooms.json: zlib is granted to base/* and not included there; take it off"),
    ("a .cpp without its header", {"src/engine/more.cpp": "", "src/engine/README.md": "explain more\n"}, None, "src/engine/more.cpp: has no header of its own name"),
    ("an exception that none needs", {}, lambda t: t["without_header"].append("cli/run_*.cpp"), '"without_header" names cli/run_*.cpp, and no such file is without'),
    ("a folder that nobody reads to its end", {f"src/listen/plan/d{i}_test.cpp": "" for i in range(40)}, None, "src/listen/plan: holds 41 files (at most 40)"),
    ("a unit that no README names", {"src/listen/plan/clock.h": ""}, None, "src/listen/README.md: does not name clock; say in its table"),
    ("a unit named above its own README", {"src/listen/plan/README.md": "to come\n"}, None, "src/listen/plan/README.md: does not name dates"),
    ("a room without README", {"src/base/README.md": None}, None, "src/base: has no README.md"),
    ("a README that is a book", {"src/base/README.md": "hash pool\n" * 31}, None, "src/base/README.md: has 31 lines (at most 30)"),
    ("a public header that is a book", {"include/attune/span.h": "\n" * 121}, None, "include/attune/span.h: has 121 lines (at most 120)"),
    ("a Result that may be dropped", {"src/listen/plan/dates.h": "Result<int> day();\n"}, None, "src/listen/plan/dates.h: needs [[nodiscard]]: Result<int> day();"),
    ("a type defined twice", {"src/engine/explain.h": "namespace attune {\nstruct Span {\n};\n}  // namespace attune\n"}, None,
     "src/engine/explain.h: Span is defined in include/attune/span.h too"),
    ("a debt that is paid", {}, lambda t: t["still"].update(cycles=["a + b"]), 'cmake/rooms.json: "still" lets cycles pass for a + b, which needs it no more; take it off'),
    ("a debt to no rule", {}, lambda t: t["still"].update(circles=[]), 'cmake/rooms.json: "still" names circles, which is no rule; take it off'),
]


def said(script, files, change=None):
    """What the script says of a tree with these files; and whether it lets it pass."""
    table = copy.deepcopy(TABLE)
    if change:
        change(table)
    with tempfile.TemporaryDirectory() as root:
        for name, text in {"cmake/rooms.json": json.dumps(table), **files}.items():
            if text is not None:
                path = pathlib.Path(root, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
        run = subprocess.run([sys.executable, "-B", script, root], capture_output=True, text=True)
    return run.stdout + run.stderr, run.returncode


def faults(script):
    output, status = said(script, GOOD)
    if status or output != "layers: ok\n":
        yield f"a good tree: does not pass:\n{output}"
    for what, files, change, sentence in BAD:
        output, status = said(script, GOOD | files, change)
        if status != 1 or sentence not in output:
            yield f"{what}: is not said as '{sentence}', but (status {status}):\n{output}"
        elif len(output.splitlines()) != 1:
            yield f"{what}: is said with more besides:\n{output}"
    debt = lambda table: table["still"].update(cycles=["listen/listen + listen/plan/dates"])
    output, status = said(script, GOOD | {"src/listen/plan/dates.h": '#include "listen/listen.h"\n'}, debt)
    if status:
        yield f"a debt that is written down: does not pass:\n{output}"


found = list(faults(pathlib.Path(sys.argv[1], "tools/check_layers.py")))
print("\n".join(found) or f"house: ok ({len(BAD)} bad trees, each with its own sentence)")
sys.exit(bool(found))
