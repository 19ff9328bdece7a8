#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every span in every output is a byte range of the text it speaks of, and the text shown is those bytes.

Usage: check_spans.py ATTUNE FILE[:ID_FIELD:TEXT_FIELD]…   Files that are absent are skipped with a plain message.
"""
import csv, gzip, io, json, os, subprocess, sys

attune = os.path.abspath(sys.argv[1])
faults = checked = files = 0


def decoded(line):
    """UTF-8, or windows-1252 where a line is not: the text that spans are of."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252")


def records(path):
    raw = gzip.open(path).read() if path.endswith(".gz") else open(path, "rb").read()
    if ".jsonl" in path:
        return [json.loads(line) for line in raw.splitlines() if line.strip()]
    return list(csv.DictReader(io.StringIO("".join(map(decoded, raw.splitlines(keepends=True))))))


def run(*words):
    done = subprocess.run([attune, *words, "--rejects", os.devnull], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"attune {' '.join(words)}: exit {done.returncode}: {done.stderr.decode()[-300:]}")
    return done.stdout


def check(where, text, begin, end, shown=None):
    """text: bytes or None where the id is unknown."""
    global faults, checked
    checked += 1
    good = text is not None and 0 <= begin <= end <= len(text)
    if good:
        piece = text[begin:end]
        try:
            piece.decode()
        except UnicodeDecodeError:
            good = False
        good = good and (shown is None or piece == shown.encode())
    if not good:
        faults += 1
        if faults <= 10:
            print(f"bad span: {where} [{begin}, {end})")


def check_quotes(where, texts, value):
    """Walks a JSON document for objects with id, begin and end."""
    if isinstance(value, list):
        for item in value:
            check_quotes(where, texts, item)
    elif isinstance(value, dict):
        if {"id", "begin", "end"} <= value.keys():
            check(where, texts.get(str(value["id"])), value["begin"], value["end"], value.get("text"))
        for item in value.values():
            check_quotes(where, texts, item)


def check_reading(where, text, reading):
    last = 0
    for clause in reading["clauses"]:
        check(where + " clause", text, clause["begin"], clause["end"])
        check(where + " clause order", text, last, clause["begin"])
        last = clause["end"]
        for name in ("because", *()):
            if name in clause:
                check(where + " because", text, clause[name]["begin"], clause[name]["end"])
        for aspect in clause.get("aspects", []):
            check(where + " aspect", text, aspect["begin"], aspect["end"])
    for name in ("care", "pii"):
        for sign in reading[name]:
            check(where + " " + name, text, sign["begin"], sign["end"])


for argument in sys.argv[2:]:
    path, id_field, text_field = (argument.split(":") + ["", ""])[:3]
    text_field = text_field or "text"
    if not os.path.exists(path):
        print(f"skipped: no {path} here")
        continue
    files += 1
    texts = {}
    for number, record in enumerate(records(path), 1):
        text = record.get(text_field) or ""
        texts[str(record[id_field]) if id_field else str(number)] = text.encode("utf-8", errors="surrogateescape")
    for line in run("understand", path).splitlines():
        reading = json.loads(line)
        check_reading(f"{os.path.basename(path)} {reading['id']}", texts.get(reading["id"]), reading)
    check_quotes(f"{path} explain", texts, json.loads(run("explain", path, "--json", "--show-pii")))
    check_quotes(f"{path} themes", texts, json.loads(run("themes", path, "--json", "--show-pii")))
print(f"{checked} spans checked in {files} files")
print(f"{checked - faults} passed, {faults} failed")
sys.exit(faults > 0 or checked == 0)
