"""Reads what llvm-cov exports and names what no test of the join did: a region that was never run,
and a region that was never left out.

Swift writes no records of branches, but a region for each side that has a text. The side without a
text (an `if` with no `else`) was taken when its region ran less often, or more, than the one around it.
"""

import json
import os
import sys

FILES = [
    "ClockEntry.swift",
    "ClockEntry+Rename.swift",
    "RowClock.swift",
    "RowClock+Join.swift",
    "RowClock+Stamp.swift",
    "RowClock+Visibility.swift",
    "SetDigest.swift",
    "VersionVector.swift",
    "VersionVector+Lower.swift",
]

# (file, text of the line): why no test can reach it.
EXCUSED = {}


CODE = 0  # Of the kinds of region that llvm-cov tells apart, the one that holds code.


def around(region, regions):
    """The smallest region that encloses another."""
    def span(r):
        return (r[0], r[1]), (r[2], r[3])

    start, end = span(region)
    outer = [r for r in regions if span(r) != (start, end) and span(r)[0] <= start and end <= span(r)[1]]
    return max(outer, key=lambda r: span(r)[0] + tuple(-n for n in span(r)[1]), default=None)


def is_side(line, column, lines):
    """Whether a region is one side of a decision, not its condition nor what follows it."""
    before = lines[line - 1][: column - 1].rstrip() or lines[line - 2].rstrip()
    return lines[line - 1][column - 1 : column] == "{" or before.endswith(("?", ":", "&&", "||"))


def unreached(path, functions):
    """The places (line, column, what, text) in a file that no test did."""
    lines = open(path).read().splitlines()
    for function in functions:
        if function["filenames"][0] != path:
            continue
        regions = [r for r in function["regions"] if r[7] == CODE]
        for region in regions:
            line, column, count = region[0], region[1], region[4]
            text = lines[line - 1].strip()
            outer = around(region, regions)
            if (os.path.basename(path), text) in EXCUSED:
                continue
            if count == 0:
                yield line, column, "never run", text
            elif outer is not None and outer[4] == count and is_side(line, column, lines):
                yield line, column, "never left out", text


def main():
    report = json.load(open(sys.argv[1]))["data"][0]
    found = {os.path.basename(f["filename"]): f for f in report["files"]}
    missing = 0
    for name in FILES:
        if name not in found:
            sys.exit(f"Tests/Mutants/coverage: {name} is not in the report")
        data = found[name]
        counts = {kind: data["summary"][kind] for kind in ("functions", "lines", "regions")}
        told = ", ".join(f"{c['covered']}/{c['count']} {kind}" for kind, c in counts.items())
        print(f"{name}: {told}")
        if counts["regions"]["count"] == 0:
            sys.exit(f"Tests/Mutants/coverage: {name} has no region: the build was not instrumented")
        for line, column, what, text in unreached(data["filename"], report["functions"]):
            print(f"  {name}:{line}:{column}: {what}: {text}")
            missing += 1
    if missing:
        sys.exit(f"Tests/Mutants/coverage: {missing} places of the join are not reached")
    print(f"Tests/Mutants/coverage: all reached, {len(EXCUSED)} excused")


if __name__ == "__main__":
    main()
