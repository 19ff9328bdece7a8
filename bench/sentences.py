#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes N distinct sentences as JSON Lines, from clauses of the messages in FILE put together anew: sentences.py N OUT FILE

With BYTES, texts of about that many bytes until N bytes are written: sentences.py N OUT FILE BYTES
"""
import json, random, re, sys

count, out, source = int(sys.argv[1]), sys.argv[2], sys.argv[3]
size = int(sys.argv[4]) if len(sys.argv) > 4 else 0
rng = random.Random(5)
texts = [json.loads(line)["text"] for line in open(source, encoding="utf-8")]
clauses = sorted({c.strip() for t in texts for c in re.split(r"(?<=[.!?,;])\s+|\n", t) if 8 <= len(c.strip()) <= 120})
rng.shuffle(clauses)


def sentence():
    return " ".join(rng.sample(clauses, rng.choice((1, 1, 2, 2))))


def long_text():
    parts = [sentence()]
    while sum(map(len, parts)) + len(parts) < size:
        parts.append(sentence())
    return " ".join(parts)[:max(size, 1)]


with open(out, "w", encoding="utf-8") as f:
    seen, written, number = set(), 0, 0
    while (written if size else number) < count:
        text = long_text() if size else sentence()
        if text in seen or not text.strip():
            continue
        seen.add(text)
        number += 1
        written += len(text.encode())
        f.write(json.dumps({"id": f"s{number}", "text": text}, ensure_ascii=False) + "\n")
