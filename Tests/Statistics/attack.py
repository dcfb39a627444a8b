"""Bounds every hidden count of a release by linear programming: attack.py FOLDER

The releases are written by AttackExportTests. For each axis and variable, all tables of one cut-off are
taken together: a person stands at one leaf, in one category, and in one block of each table, each block
the same as that of the coarser table or above it. Every count of a node, by group or altogether, is then
bounded from both sides by what is published. A hidden count must stay open over at least `threshold`
values; one that is pinned down must not be between 1 and threshold - 1.

--plant N adds the exact count of one hidden leaf to what is published, and must find a leak.
"""

import itertools
import json
import pathlib
import sys

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

LEAST = 1e-6


def upwards(path):
    codes = path.split("/") if path else []
    return ["/".join(codes[:depth]) for depth in range(len(codes), -1, -1)]


class Ladder:
    """The tables of one axis, one variable and one cut-off, coarsest first."""

    def __init__(self, tables, leaves, variable):
        self.tables = tables
        self.variable = variable
        self.atoms = []
        for leaf in leaves:
            blocks = [[p for p in upwards(leaf) if p in t["blocks"]] for t in tables]
            for chain in itertools.product(*blocks):
                if all(len(b) <= len(a) and a.startswith(b) for a, b in itertools.pairwise(chain)):
                    for category in range(len(variable["categories"])):
                        self.atoms.append((leaf, chain, category))
        self.rows, self.counts = self.published()

    def group(self, table, category):
        step = table["step"]
        return "persons" if step == 0 else self.variable["steps"][step - 1][category]

    def published(self):
        rows, counts = [], []
        for index, table in enumerate(self.tables):
            for path, block in table["blocks"].items():
                for group, count in zip(table["groups"], block):
                    rows.append([
                        atom for atom, (_, chain, category) in enumerate(self.atoms)
                        if chain[index] == path and self.group(table, category) == group
                    ])
                    counts.append(count)
        return rows, counts

    def hidden(self):
        """Every count of a node: who it counts, and its name."""
        nodes = sorted({node for leaf, _, _ in self.atoms for node in upwards(leaf)})
        asked = {}
        for node in nodes:
            for table in self.tables:
                for group in table["groups"]:
                    members = tuple(
                        atom for atom, (leaf, _, category) in enumerate(self.atoms)
                        if node in upwards(leaf) and self.group(table, category) == group
                    )
                    asked.setdefault(members, f"{node or 'region'} {group}")
        return asked

    def bounds(self, members, matrix, counts):
        objective = numpy.zeros(len(self.atoms))
        objective[list(members)] = 1
        found = []
        for sign in (1, -1):
            result = linprog(sign * objective, A_eq=matrix, b_eq=counts, method="highs")
            if result.status != 0:
                raise SystemExit(f"attack.py: the solver stopped: {result.message}")
            found.append(sign * result.fun)
        return found

    def matrix(self, rows):
        places = [(row, atom) for row, atoms in enumerate(rows) for atom in atoms]
        return csr_matrix(
            (numpy.ones(len(places)), tuple(zip(*places))), shape=(len(rows), len(self.atoms))
        )

    def plant(self, count):
        """The first hidden count that could be that small, told as if it had been published."""
        matrix = self.matrix(self.rows)
        for members in self.hidden():
            low, high = self.bounds(members, matrix, self.counts)
            if low <= count <= high:
                return [(list(members), count)]
        return []

    def attack(self, threshold, planted=()):
        rows = self.rows + [members for members, _ in planted]
        counts = self.counts + [count for _, count in planted]
        matrix = self.matrix(rows)
        tried, least, leaks = 0, None, []
        for members, name in self.hidden().items():
            low, high = self.bounds(members, matrix, counts)
            width = high - low
            tried += 1
            if width > LEAST:
                least = width if least is None else min(least, width)
            pinned = width <= LEAST and LEAST < high < threshold - LEAST
            if pinned or LEAST < width < threshold - LEAST or high <= LEAST:
                leaks.append(f"{name}: {low:.2f} to {high:.2f}")
        return tried, least, leaks


def ladders(release):
    tables = {}
    for table in release["tables"]:
        code, axis = table["table"], table["table"].split("-")[0]
        if axis not in release["leaves"]:
            continue
        name = None if code.endswith("-persons") else code.split("-")[1]
        step = 0 if name is None else int(code.split("-")[2])
        table = dict(table, step=step)
        known = tables.setdefault((axis, table["release"]), {}).setdefault(name, {})
        if step not in known or known[step]["depth"] < table["depth"]:
            known[step] = table
    for (axis, number), names in sorted(tables.items()):
        for name, variable in release["variables"].items():
            # The themes and the other barriers are made as this one.
            if name in names and (name == "barrier_debt" or "_" not in name):
                steps = {**names.get(None, {}), **names[name]}
                ordered = [steps[step] for step in sorted(steps)]
                yield f"{axis} {name} of {number}", Ladder(ordered, release["leaves"][axis], variable)


def main():
    plant = "--plant" in sys.argv
    folder = pathlib.Path(sys.argv[1])
    tried, least, leaks, seen = 0, None, [], set()
    for file in sorted(folder.glob("night-*.json")):
        release = json.loads(file.read_text())
        for name, ladder in ladders(release):
            key = (name, json.dumps(ladder.tables, sort_keys=True))
            if key in seen:
                continue
            seen.add(key)
            planted = []
            if plant:
                planted = ladder.plant(4)
                if not planted:
                    continue
            some, width, found = ladder.attack(release["threshold"], planted)
            tried += some
            least = width if least is None else min(least, width or least)
            leaks += [f"{name}, {leak}" for leak in found]
            if plant:
                print(f"attack.py: with a count of 4 planted, {len(found)} leaks are found")
                return 0 if found else 1
    print(f"attack.py: {tried} counts bounded, narrowest open one {least:.0f} wide, {len(leaks)} leaks")
    for leak in leaks[:20]:
        print("  " + leak)
    return 1 if leaks or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
