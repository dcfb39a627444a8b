#!/usr/bin/env python3
"""Makes the first inputs of the fuzzer from sync-fixtures/format: make_corpus.py FOLDER"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Format"))

from read_bundle import Failure, Reader, read_section  # noqa: E402


def body(bundle):
    """The body of a sound bundle, from behind the length that ends its header."""
    reader = Reader(bundle)
    reader.raw(12)
    reader.text()
    reader.raw(16)
    reader.text()
    reader.raw(16)
    reader.varint()
    reader.vector()
    reader.vector()
    return reader.raw(reader.count())


def sections(delta):
    reader = Reader(delta, start=1)
    while (section := read_section(reader)) is not None:
        yield section


def inputs(bundle):
    yield bytes([0]) + bundle[:-32] + bytes(32)
    try:
        delta = body(bundle)
        yield bytes([1]) + delta
        for number, section in enumerate(sections(delta)):
            if number == 0:
                yield bytes([2]) + section
            else:
                yield bytes([3]) + section
                yield bytes([7]) + section
    except Failure:
        return


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for path in sorted((ROOT / "sync-fixtures" / "format").rglob("*.passerelle")):
        for data in inputs(path.read_bytes()):
            (folder / f"{count:04}").write_bytes(data)
            count += 1
    print(f"{count} first inputs")


if __name__ == "__main__":
    main()
