#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What every room gives for the fixed corpus is what was written down, at any number of threads; and a change to the
corpus or to a model is seen in the rooms that it reaches and in no other. Usage: check_signature.py ATTUNE SOURCE_DIR"""
import os, pathlib, shutil, subprocess, sys, tempfile

attune, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
passed, failed = 0, []


def check(ok, what):
    global passed
    passed += ok
    if not ok:
        failed.append(what)


def lines(folder, *more):
    done = subprocess.run([attune, "bench", "--signature", *more], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench --signature ended with {done.returncode}: {done.stderr}")
    return dict(line.split() for line in done.stdout.splitlines())


def changed(before, after):
    return {room for room in before if before[room] != after[room]} - {"all"}


written = dict(line.split() for line in (source / "tests/signature/signature.txt").read_text().splitlines())
now = lines(source)
moved = [room for room in now if now[room] != written.get(room)]
check(now == written, f"attune says something else than before, beginning in {moved[0] if moved else 'a room that is gone'} "
      f"(all that differ: {', '.join(moved)}); tests/signature/README.md says what to do")
for threads in "1", "3":
    check(lines(source, "--threads", threads) == now, f"--threads {threads} changes the signature")

with tempfile.TemporaryDirectory() as name:
    copy = pathlib.Path(name)
    for folder in "tests/signature", "examples", "models":
        shutil.copytree(source / folder, copy / folder)

    def edited(path, old, new):
        """The rooms that change when `old` becomes `new` in one file."""
        file = copy / path
        before = file.read_bytes()
        if before.count(old.encode()) == 0:
            sys.exit(f"{path} does not hold {old!r}")
        file.write_bytes(before.replace(old.encode(), new.encode(), 1))
        after = lines(copy, "--models", "models")
        file.write_bytes(before)
        return changed(now, after)

    check(lines(copy, "--models", "models") == now, "the signature depends on where the source lies")
    listening = {"listen", "text", "understand", "explain", "report"}
    rooms = edited("tests/signature/kinds.csv", "The app crashes", "The app freezes")
    check(rooms == listening, f"a word of a message changed {rooms}")
    rooms = edited("tests/signature/copy/note.txt", "Act now!", "Act today!")
    check(rooms == {"lint"}, f"a word of outgoing copy changed {rooms}")
    rooms = edited("models/rules/false-urgency.txt", "[false-urgency-hurry]", "[false-urgency-haste]")
    check(rooms == {"lint"}, f"a rule of lint changed {rooms}")
    rooms = edited("models/patterns/care.txt", "[care.bereavement] care-died", "[care.illness] care-died")
    check(rooms == {"understand", "explain", "report"}, f"a kind of care changed {rooms}")

print(f"{passed} passed, {len(failed)} failed", *failed, sep="\n  ")
sys.exit(bool(failed))
