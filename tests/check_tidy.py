#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tools/tidy over a small tree of its own: what it must look at again, and what it may take from the cache.

Ends with 77 (skipped) where clang-tidy is not installed. Usage: check_tidy.py TOOLS_TIDY
"""
import json, os, pathlib, shutil, subprocess, sys, tempfile

CONFIG = "Checks: '-*,readability-container-size-empty,google-explicit-constructor'\nWarningsAsErrors: '*'\n"
HEADER = "#pragma once\nstruct Box {\n  explicit Box(int) {}\n};\n"
GOOD = '#include <string>\n#include "box.h"\nbool none(const std::string& s) { return s.empty(); }\n'
BAD = GOOD.replace("s.empty()", "s.size() == 0")
QUIET = BAD.rstrip() + "  // NOLINT\n"


def write(tree, name, text):
    (tree / name).parent.mkdir(parents=True, exist_ok=True)
    (tree / name).write_text(text)


def plant(tree, tool):
    write(tree, "tools/tidy", tool.read_text())
    write(tree, ".clang-tidy", CONFIG)
    write(tree, "src/box.h", HEADER)
    compile_with(tree, "-O1")


def compile_with(tree, option):
    command = f"/usr/bin/g++ {option} -I{tree}/src -std=c++20 -o a.o -c {tree}/src/a.cpp"
    write(tree, "build/dev/compile_commands.json",
          json.dumps([{"directory": f"{tree}/build/dev", "command": command, "file": f"{tree}/src/a.cpp"}]))


def tidy(tree, cache, source, want, *options):
    """Runs tools/tidy over `source`; its last line must say `want`. Returns all that it printed."""
    write(tree, "src/a.cpp", source)
    run = subprocess.run([sys.executable, tree / "tools/tidy", *options, "src/a.cpp"], capture_output=True, text=True,
                         env={**os.environ, "XDG_CACHE_HOME": str(cache)})
    counts = {"passed": (1, 0, 0), "kept": (0, 1, 0), "failed": (0, 0, 1)}[want]
    last = "tidy: {} passed, {} had passed before, {} failed".format(*counts)
    assert run.stdout.splitlines()[-1:] == [last], f"wanted {want}:\n{run.stdout}{run.stderr}"
    assert (run.returncode == 0) == (want != "failed"), run.returncode
    return run.stdout


def claims(tree, other, cache, tool):
    plant(tree, tool)
    said = tidy(tree, cache, BAD, "failed")
    assert f"{tree}/src/a.cpp:3:" in said and "readability-container-size-empty" in said, said
    tidy(tree, cache, BAD, "failed")  # a failure is not kept
    assert not cache.exists(), list(cache.rglob("*"))
    tidy(tree, cache, GOOD, "passed")
    tidy(tree, cache, GOOD, "kept")
    tidy(tree, cache, GOOD, "passed", "--no-cache")
    tidy(tree, cache, BAD, "failed")

    tidy(tree, cache, QUIET, "passed")  # a comment is part of what clang-tidy sees
    tidy(tree, cache, QUIET, "kept")
    tidy(tree, cache, QUIET.replace("NOLINT", "NO LINT"), "failed")

    write(tree, "src/box.h", HEADER + "// more\n")  # so are headers, options and the configuration
    tidy(tree, cache, GOOD, "passed")
    compile_with(tree, "-O2")
    tidy(tree, cache, GOOD, "passed")
    write(tree, ".clang-tidy", CONFIG + "HeaderFilterRegex: '.*'\n")
    tidy(tree, cache, GOOD, "passed")
    tidy(tree, cache, GOOD, "kept")
    write(tree, "src/box.h", HEADER.replace("explicit ", ""))
    assert "src/box.h:3:" in tidy(tree, cache, GOOD, "failed")

    plant(tree, tool)  # the first state again, here and in another place
    tidy(tree, cache, GOOD, "kept")
    plant(other, tool)
    tidy(other, cache, GOOD, "kept")
    write(other, "src/a.cpp", "#include \"missing.h\"\n")
    assert "missing.h" in tidy(other, cache, "#include \"missing.h\"\n", "failed")


if not shutil.which("clang-tidy-14"):
    print("tidy: skipped, clang-tidy-14 is not installed (tools/setup check)")
    sys.exit(77)
with tempfile.TemporaryDirectory() as folder:
    base = pathlib.Path(folder).resolve()
    claims(base / "here", base / "elsewhere" / "deeper", base / "cache", pathlib.Path(sys.argv[1]))
print("tidy: ok")
