"""Bounds every hidden figure of the landlords' tables by linear programming: landlords.py FOLDER

The worlds are written by LandlordTableExportTests. The attacker has what is shown of each landlord, the
exact sum of every indicator over the fresh landlords and over the late ones, and knows which figure is
a part of which. No figure, nor what it leaves of another, may be known more closely than the threshold
(or than the region's own sum, where that is smaller) while it can be smaller than the threshold.

--bare shows every figure that is large by itself, and must find leaks.
"""

import json
import pathlib
import sys

import numpy
from scipy.optimize import linprog

NAMES = ["registered", "registered_present", "participants", "unknown_to_institutions"]
# A part and its whole.
PARTS = [(1, 0), (1, 2), (3, 2)]
LEAST = 1e-6


def row(width, landlord, *terms):
    line = numpy.zeros(width)
    for name, sign in terms:
        line[landlord * len(NAMES) + name] = sign
    return line


def system(group):
    """Equalities and inequalities that the attacker knows."""
    width = len(group) * len(NAMES)
    equal, values, less = [], [], []
    for name, code in enumerate(NAMES):
        equal.append(sum(row(width, index, (name, 1)) for index in range(len(group))))
        values.append(sum(line["truth"][code] for line in group))
        for index, line in enumerate(group):
            if code in line["shown"]:
                equal.append(row(width, index, (name, 1)))
                values.append(line["shown"][code])
    for index in range(len(group)):
        less += [row(width, index, (part, 1), (whole, -1)) for part, whole in PARTS]
    return numpy.array(equal), numpy.array(values), numpy.array(less)


def bounds(objective, equal, values, less):
    found = []
    for sign in (1, -1):
        result = linprog(
            sign * objective, A_ub=less, b_ub=numpy.zeros(len(less)), A_eq=equal, b_eq=values,
            method="highs",
        )
        if result.status != 0:
            raise SystemExit(f"landlords.py: the solver stopped: {result.message}")
        found.append(sign * result.fun)
    return found


def questions(group):
    width = len(group) * len(NAMES)
    for terms in [((name, 1),) for name in range(len(NAMES))] + [
        ((whole, 1), (part, -1)) for part, whole in PARTS
    ]:
        total = sum(
            sum(sign * line["truth"][NAMES[name]] for name, sign in terms) for line in group
        )
        for index in range(len(group)):
            yield " - ".join(NAMES[name] for name, _ in terms), total, row(width, index, *terms)


def attack(world, bare):
    tried, leaks, threshold = 0, [], world["threshold"]
    for group in world["groups"]:
        if len(group) < 2:
            continue  # the sum of one late landlord is told: Docs/statistics.md
        if bare:
            for line in group:
                line["shown"] = {k: v for k, v in line["truth"].items() if v >= threshold}
        knowledge = system(group)
        for name, total, objective in questions(group):
            low, high = bounds(objective, *knowledge)
            tried += 1
            if low < threshold - LEAST and high - low < min(threshold, total) - LEAST:
                leaks.append(f"{name}: {low:.2f} to {high:.2f} of {total}")
    return tried, leaks


def main():
    bare = "--bare" in sys.argv
    worlds = json.loads((pathlib.Path(sys.argv[1]) / "landlords.json").read_text())
    tried, leaks = 0, []
    for number, world in enumerate(worlds[:20] if bare else worlds):
        some, found = attack(world, bare)
        tried += some
        leaks += [f"world {number}, k {world['threshold']}: {leak}" for leak in found]
    print(f"landlords.py: {tried} figures bounded, {len(leaks)} leaks{' with columns bare' * bare}")
    if bare:
        return 0 if leaks else 1
    for leak in leaks[:20]:
        print("  " + leak)
    return 1 if leaks or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
