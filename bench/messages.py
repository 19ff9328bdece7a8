#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes N distinct messages as JSON Lines: messages.py N OUT [DATA_DIR]

From the text of the data sets in DATA_DIR, as they stand, until N; where that is not enough (or there is no DATA_DIR), from clauses of
the example file put together anew by a seeded draw. One message in three is by somebody who has written before.
"""
import csv, gzip, json, pathlib, random, re, sys

count, out = int(sys.argv[1]), sys.argv[2]
data = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3] else None
SETS = ("airline_tweets app_reviews amazon_reviews review_replies goemotions complaints_twitter suggestions_a multidogo "
        "banking77 clinc150 politeness bitext_support").split()


def from_sets():
    for name in SETS:
        for path in sorted(data.glob(f"{name}_*.jsonl*")):
            opener = gzip.open if path.suffix == ".gz" else open
            with opener(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    record = json.loads(line)
                    yield record.get("text") or record.get("review") or ""


def recombined(texts, rng):
    clauses = [c.strip() for t in texts for c in re.split(r"(?<=[.!?,;])\s+|\n", t) if 8 <= len(c.strip()) <= 200]
    while True:
        yield " ".join(rng.sample(clauses, rng.choice((1, 2, 2, 3))))


rng, seen = random.Random(1), set()
base = list(from_sets()) if data else []
if not base:
    example = pathlib.Path(__file__).resolve().parent.parent / "examples" / "harbour-lane.csv"
    base = [r["message"] for r in csv.DictReader(example.open(encoding="utf-8", errors="replace")) if r["message"]]
rng.shuffle(base)
sources = [iter(base)] if data else []
with open(out, "w", encoding="utf-8") as f:
    for source in [*sources, recombined(base, rng)]:
        for text in source:
            if len(seen) == count:
                break
            if not text.strip() or text in seen:
                continue
            seen.add(text)
            day = rng.randrange(180)
            f.write(json.dumps({"id": f"m{len(seen)}", "user": f"u{rng.randrange(max(1, count * 2 // 3))}",
                                "created_at": f"2026-{3 + day // 30:02}-{1 + day % 30:02}", "text": text},
                               ensure_ascii=False) + "\n")
print(f"{len(seen)} distinct messages in {out}", file=sys.stderr)
