#!/usr/bin/env python3
"""Reads every vector of sync-fixtures/format with read_bundle.py: each sound bundle says what its page
says, each faulty one is refused by the name that its file begins with."""
import json
import pathlib
import sys

from read_bundle import Failure, read_bundle

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "sync-fixtures" / "format"


def failure(data):
    try:
        read_bundle(data)
    except Failure as refusal:
        return str(refusal)
    return None


def main():
    faults = []
    sound = sorted((FOLDER / "valid").glob("*.passerelle"))
    faulty = sorted((FOLDER / "invalid").glob("*.passerelle"))
    if len(sound) < 10 or len(faulty) < 50:
        faults.append(f"only {len(sound)} sound and {len(faulty)} faulty bundles")
    for path in sound:
        page = json.loads(path.with_suffix(".json").read_text())
        if read_bundle(path.read_bytes()) != page:
            faults.append(f"{path.name} does not say what its page says")
    for path in faulty:
        wanted, found = path.name.split(".")[0], failure(path.read_bytes())
        if found != wanted:
            faults.append(f"{path.name} is refused as {found}")
    for fault in faults:
        print(f"Tests/Format: {fault}", file=sys.stderr)
    print(f"Tests/Format: {len(sound)} sound, {len(faulty)} faulty bundles, {len(faults)} misread")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
