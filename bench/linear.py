#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does twice the message take twice the time? bench/linear.py PROGRAM [FILTER]

Runs attune_long_messages and prints, for every shape, CPU milliseconds at 1, 2, 4 and 8 times the size, how many
times as long the last doubling takes, how many times as long as prose of the same size the largest takes, and how
well a line through the origin fits (RMS of the residuals over the mean; c N of Google Benchmark). Exits with 1 if a
last doubling takes over 3 times as long: 2 is linear, 4 quadratic, the rest is left to a busy machine.
"""
import json
import subprocess
import sys

MOST = 3.0


def main():
    program, wanted = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "."
    out = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_min_time=0.05", "--benchmark_filter=" + wanted],
        check=True, stdout=subprocess.PIPE).stdout
    shapes = {}
    for one in json.loads(out)["benchmarks"]:
        if one.get("error_occurred"):
            sys.exit(f"{one['name']}: {one['error_message']}")
        name = one["run_name"].rsplit("/", 1)[0] if one["run_type"] == "iteration" else one["run_name"]
        shape = shapes.setdefault(name, {"times": []})
        if one["run_type"] == "iteration":
            shape["times"].append(one["cpu_time"])
        elif one["aggregate_name"] == "RMS":
            shape["off"] = one["rms"]
    slow = []
    columns = ("32 kB", "64 kB", "128 kB", "256 kB", "doubling", "of prose", "off c N")
    print(f"{'CPU ms at':<36}" + "".join(f" {column:>8}" for column in columns))
    for name, shape in shapes.items():
        times = shape["times"]
        prose = shapes.get(name.split(":")[0] + ": prose", shape)["times"]
        doubling = times[-1] / times[-2]
        if doubling > MOST:
            slow.append(name)
        print(f"{name:<36}" + "".join(f" {time:8.2f}" for time in times) +
              f" {doubling:8.2f} {times[-1] / prose[-1]:8.2f} {shape['off']:8.0%}")
    if slow:
        sys.exit("not linear: " + ", ".join(slow))


if __name__ == "__main__":
    main()
