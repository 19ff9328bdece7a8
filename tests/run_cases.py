#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs tests/cases/*.test against a built attune. Usage: run_cases.py ATTUNE CASES_DIR [NAME…]

A case file holds cases separated by a line of dashes. A case is lines of these kinds:

  name: a claim that can fail
  file reviews.csv: one line of the file        (repeat for more lines; \\t \\r \\0 \\xHH and \\\\ are understood)
  example: harbour-lane.csv                     (copies a file of examples/ beside the case)
  run: attune explain reviews.csv --json        (run through the shell in an empty folder; $ATTUNE is the program)
  exit: 0
  stdout has: words that must appear            (also: stdout lacks, stderr has, stderr lacks, stdout is, file PATH has)
  json: expression over `out` that must be true (Python; out is the parsed standard output, lines is its JSON Lines)
"""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile


def unescape(text):
    return re.sub(rb"\\(x[0-9a-fA-F]{2}|.)", lambda m: {b"t": b"\t", b"r": b"\r", b"n": b"\n", b"0": b"\0"}.get(
        m[1], bytes([int(m[1][1:], 16)]) if len(m[1]) == 3 else m[1]), text.encode())


def parse(path):
    for block in re.split(r"(?m)^-{3,}$", path.read_text()):
        steps = []
        for line in block.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            key, _, value = line.partition(":")
            steps.append((key.strip(), value[1:] if value.startswith(" ") else value))
        if steps:
            yield steps


def shown(data):
    return data.decode(errors="replace")[:1500]


class Case:
    def __init__(self, attune, examples, folder):
        outside = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}  # A hook would have cases write to its repository.
        self.env = {**outside, "ATTUNE": attune, "NO_COLOR": "1"}
        self.attune, self.examples, self.folder, self.files = attune, examples, folder, {}

    def step(self, key, value):
        """None, or what is wrong."""
        if key == "name":
            return None
        if key == "example":
            shutil.copy(self.examples / value, self.folder / value)
        elif key == "run":
            for name, lines in self.files.items():
                (self.folder / name).write_bytes(b"\n".join(lines) + b"\n")
            self.files = {}
            command = re.sub(r"(^|[|;&(]\s*)attune(?=\s|$)", r'\1"$ATTUNE"', value)
            self.done = subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.env, capture_output=True, timeout=300)
        elif key == "exit":
            if self.done.returncode != int(value):
                return f"exit {self.done.returncode}, not {value}; stderr: {shown(self.done.stderr)}"
        elif key in ("stdout has", "stderr has", "stdout lacks", "stderr lacks"):
            stream, how = key.split()
            if (value.encode() in getattr(self.done, stream)) != (how == "has"):
                return f"{stream} {how} not: {value!r}; it is: {shown(getattr(self.done, stream))}"
        elif key == "stdout is":
            if self.done.stdout.rstrip(b"\n") != unescape(value):
                return f"stdout is {shown(self.done.stdout)!r}"
        elif key == "json":
            names = {}
            try:
                names["lines"] = [json.loads(l) for l in self.done.stdout.splitlines() if l.strip()]
                names["out"] = names["lines"][0] if len(names["lines"]) == 1 else None
                if not eval(value, {"__builtins__": __builtins__}, names):  # Cases are code of this repository.
                    return f"not true: {value}; stdout: {shown(self.done.stdout)}"
            except Exception as error:
                return f"{value}: {error!r}; stdout: {shown(self.done.stdout)}; stderr: {shown(self.done.stderr)}"
        elif match := re.fullmatch(r"file (\S+) (has|lacks|absent)", key):
            path = self.folder / match[1]
            if match[2] == "absent":
                return f"{match[1]} exists" if path.exists() else None
            if not path.exists():
                return f"no file {match[1]}"
            if (value.encode() in path.read_bytes()) != (match[2] == "has"):
                return f"{match[1]} {match[2]} not: {value!r}; it is: {shown(path.read_bytes())}"
        elif key.startswith("file "):
            self.files.setdefault(key[5:], []).append(unescape(value))
        else:
            return f"unknown step {key!r}"
        return None


def main():
    attune, cases = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    examples = cases.parent.parent / "examples"
    passed = failed = 0
    for path in sorted(cases.glob("*.test")):
        for steps in parse(path):
            name = dict(steps).get("name", "?")
            if sys.argv[3:] and not any(word in name for word in sys.argv[3:]):
                continue
            with tempfile.TemporaryDirectory() as folder:
                case = Case(attune, examples, pathlib.Path(folder))
                fault = next((f for f in (case.step(k, v) for k, v in steps) if f), None)
            passed, failed = passed + (not fault), failed + bool(fault)
            if fault:
                print(f"FAILED {path.name}: {name}\n  {fault}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


sys.exit(main())
