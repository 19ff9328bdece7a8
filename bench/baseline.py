#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The baseline of bench/run: TF-IDF + TruncatedSVD(100) + MiniBatchKMeans(40) of scikit-learn on the same messages."""
import json, resource, sys, time

start = time.perf_counter()
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
start = time.perf_counter()
matrix = TfidfVectorizer(stop_words="english", min_df=2).fit_transform(texts)
vectors = TruncatedSVD(100, random_state=1).fit_transform(matrix)
MiniBatchKMeans(40, random_state=1, n_init=3).fit(vectors)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{seconds:.2f} {peak}")
