#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes about N bytes of varied prose: prose.py N OUT [DATA_DIR]

Paragraphs of the data sets in DATA_DIR where there is one, else of this repository's own texts and sentences, drawn with a seed.
"""
import gzip, json, pathlib, random, sys

size, out = int(sys.argv[1]), sys.argv[2]
data = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3] else None
root = pathlib.Path(__file__).resolve().parent.parent


def texts():
    for name in ("political_emails", "amazon_reviews", "review_replies") if data else ():
        for path in sorted(data.glob(f"{name}_train.jsonl*")):
            opener = gzip.open if path.suffix == ".gz" else open
            with opener(path, "rt", encoding="utf-8") as lines:
                for record in map(json.loads, lines):
                    yield record.get("body") or record.get("text") or record.get("reply") or ""
    for path in sorted(root.glob("*.md")) + sorted(root.glob("src/*/README.md")):
        yield from path.read_text(encoding="utf-8").split("\n\n")
    for path in sorted(root.glob("train/sentences/*.jsonl")):
        yield from (json.loads(line).get("text", "") for line in path.open(encoding="utf-8"))


pool, rng, written = [t for t in texts() if t.strip()], random.Random(1), 0
with open(out, "wb") as f:
    while written < size:
        written += f.write((rng.choice(pool) + "\n\n").encode())
