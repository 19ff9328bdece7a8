#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each room may include only what this table grants; run by ctest. Usage: check_layers.py SRC"""
import pathlib, re, sys

ROOMS = "listen understand themes measure report lint".split()
MAY = {"base": [], "text": ["base"], **{r: ["base", "text"] for r in ROOMS}}
MAY["phrases"] = ["base", "text"]
MAY["understand"].append("phrases")
MAY["lint"].append("phrases")
MAY["problems"] = ["base", "text", "themes", "measure"]
MAY["learn"] = ["base", "text", "phrases", "understand"]
MAY["engine"] = ["base", "text", "phrases", "problems", "learn", *ROOMS]
MAY["cli"] = ["base", "engine", "learn", "report"]

INCLUDE = re.compile(r'^\s*#\s*include\s+"(\w+)/', re.M)
RESULT = re.compile(r"^(?!\s*(//|using|return|template|\[\[nodiscard\]\])).*?\bResult<[^;={]*>\s+\w+\(.*", re.M)

def faults(src):
    for path in sorted(p for p in src.rglob("*") if p.suffix in {".h", ".cpp"}):
        room, text = path.relative_to(src).parts[0], path.read_text()
        for other in INCLUDE.findall(text):
            if other in MAY and other != room and other not in MAY.get(room, []):
                yield f"{path}: {room} may not include {other}/ (granted: {', '.join(MAY.get(room, [])) or 'nothing'})"
        if path.suffix == ".h":
            for hit in RESULT.finditer(text):
                yield f"{path}: needs [[nodiscard]]: {hit.group(0).strip()}"

TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)\b(?!::)(?!.*;\s*$)", re.M)


def doubles(src):
    """Rooms share one namespace: a type that two headers define is two types of one name to a linker."""
    seen = {}
    for path in sorted(src.rglob("*.h")):
        for name in TYPE.findall(path.read_text()):
            other = seen.setdefault(name, path)
            if other != path:
                yield f"{path}: {name} is defined in {other} too"


found = [*faults(pathlib.Path(sys.argv[1])), *doubles(pathlib.Path(sys.argv[1]))]
print("\n".join(found) or "layers: ok")
sys.exit(bool(found))
