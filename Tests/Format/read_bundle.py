#!/usr/bin/env python3
"""Reads a bundle as Docs/format.md describes it, with nothing of Passerelle's own code.

read_bundle.py FILE prints what a bundle says as JSON, or the name of the failure and exits with 1.
"""
import ctypes
import ctypes.util
import hashlib
import json
import re
import sys

ALL_ONES = (1 << 64) - 1
ROW_WEIGHT = 8_388_608
BLOCK_WEIGHT = 1_048_576
CONTENT = ALL_ONES & ~(1 << 63 | 1)
DELETION = 1 << 63


class Failure(Exception):
    """A bundle is refused; the text is the name of the failure."""


def demand(condition, name="not-canonical"):
    if not condition:
        raise Failure(name)


class Reader:
    """Bytes, read from the start to the end."""

    def __init__(self, data, start=0):
        self.data = data
        self.at = start

    def left(self):
        return len(self.data) - self.at

    def byte(self):
        return self.raw(1)[0]

    def raw(self, count):
        demand(count <= self.left(), "truncated")
        self.at += count
        return self.data[self.at - count : self.at]

    def varint(self):
        number = shift = 0
        while True:
            byte = self.byte()
            number |= (byte & 0x7F) << shift
            demand(number <= ALL_ONES and shift <= 63, "bad-number")
            if byte < 0x80:
                demand(byte != 0 or shift == 0, "bad-number")
                return number
            demand(shift < 63, "bad-number")
            shift += 7

    def signed(self):
        folded = self.varint()
        return (folded >> 1) ^ (ALL_ONES if folded & 1 else 0)

    def count(self, limit=ALL_ONES):
        number = self.varint()
        demand(number <= limit, "limit")
        demand(number <= self.left(), "truncated")
        return number

    def text(self, limit=ALL_ONES):
        return text(self.raw(self.count(limit)))

    def vector(self):
        vector = {}
        last = b""
        for _ in range(self.count(1_024)):
            replica = self.raw(16)
            counter = self.varint()
            demand(0 < counter < 1 << 63 and (not vector or replica > last))
            vector[replica] = counter
            last = replica
        return vector


def text(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Failure("bad-text") from None


def covers(left, right):
    return all(left.get(replica, 0) >= counter for replica, counter in right.items())


# The envelope.


def read_bundle(data):
    header = Reader(data[:131_072])
    demand(header.raw(10) == b"PASSERELLE", "bad-magic")
    demand(header.byte() == 0, "unsupported-version")
    kind = header.byte()
    demand(kind in (1, 2), "unknown-kind")
    partition = {"kind": header.text(16)}
    demand(partition["kind"] in ("landlord", "region", "upward"))
    partition["id"] = header.raw(16).hex()
    partition["code"] = header.text(32)
    demand(re.fullmatch(r"[A-Za-z0-9_-]{1,32}", partition["code"], re.ASCII))
    sender = header.raw(16)
    sequence = header.varint()
    demand(0 < sequence < 1 << 63)
    base = header.vector()
    target = header.vector()
    demand(covers(target, base))
    length = header.varint()
    demand(length <= 536_870_912, "limit")
    start = header.at
    demand(len(data) >= start + length + 32, "truncated")
    demand(len(data) == start + length + 32, "trailing-data")
    digest = hashlib.sha256(data[:-32]).digest()
    demand(digest == data[-32:], "digest-mismatch")
    page = {
        "kind": "delta" if kind == 1 else "statement",
        "partition": partition,
        "sender": sender.hex(),
        "sequence": str(sequence),
        "base": vector_page(base),
        "target": vector_page(target),
    }
    body = data[start : start + length]
    if kind == 1:
        page["delta"] = read_delta(body)
    else:
        page["body"] = body.hex()
    return page


def vector_page(vector):
    return {replica.hex(): str(counter) for replica, counter in vector.items()}


# Sections.


def zstd():
    library = ctypes.CDLL(ctypes.util.find_library("zstd") or "libzstd.so.1")
    size, pointer = ctypes.c_size_t, ctypes.c_char_p
    library.ZSTD_getFrameContentSize.restype = ctypes.c_uint64
    library.ZSTD_getFrameContentSize.argtypes = [pointer, size]
    library.ZSTD_findFrameCompressedSize.restype = size
    library.ZSTD_findFrameCompressedSize.argtypes = [pointer, size]
    library.ZSTD_decompress.restype = size
    library.ZSTD_decompress.argtypes = [ctypes.c_void_p, size, pointer, size]
    return library


ZSTD = zstd()


def unpack(frame, length):
    states = ZSTD.ZSTD_getFrameContentSize(frame, len(frame)) == length
    demand(states, "bad-compression")
    is_whole = ZSTD.ZSTD_findFrameCompressedSize(frame, len(frame)) == len(frame)
    demand(is_whole, "bad-compression")
    room = ctypes.create_string_buffer(max(length, 1))
    written = ZSTD.ZSTD_decompress(room, length, frame, len(frame))
    demand(written == length, "bad-compression")
    return room.raw[:length]


def read_section(reader):
    """The next section, None at the end."""
    mark = reader.byte()
    if mark == 0:
        demand(reader.left() == 0, "trailing-data")
        return None
    if mark == 1:
        return reader.raw(reader.count(33_554_432))
    demand(mark == 2)
    length = reader.varint()
    demand(length <= 33_554_432, "limit")
    frame = reader.raw(reader.count())
    demand(length <= 1_000 * len(frame) + 65_536, "limit")
    return unpack(frame, length)


# Deltas.


def read_delta(data):
    reader = Reader(data)
    version = reader.byte()
    if version == 0:
        return read_delta_0(reader)
    demand(version == 1, "unsupported-version")
    section = read_section(reader)
    demand(section is not None)
    delta, table = read_header(Reader(section))
    collections = delta["collections"] = []
    last = None
    while (section := read_section(reader)) is not None:
        block = read_block(Reader(section), table)
        if last and last["name"] == block["name"]:
            demand(last["is_full"])
            demand(last["ids"][-1] < block["ids"][0])
            collections[-1]["rows"] += block["rows"]
        else:
            demand(not last or last["name"].encode() < block["name"].encode())
            collections.append({"name": block["name"], "rows": block["rows"]})
        last = block
    return delta


class Table:
    """The replicas of a delta, with their counters in the target and in the base."""

    def __init__(self, replicas, targets, bases):
        self.replicas, self.targets, self.bases = replicas, targets, bases


def read_header(reader):
    flags = reader.byte()
    demand(flags in (0, 1, 3))
    replicas = [reader.raw(16) for _ in range(reader.count(1_024))]
    demand(all(left < right for left, right in zip(replicas, replicas[1:])))
    targets = [reader.varint() for _ in replicas]
    demand(all(counter < 1 << 63 for counter in targets))
    missing = [reader.varint() for _ in replicas]
    demand(all(less <= counter for less, counter in zip(missing, targets)))
    bases = [counter - less for less, counter in zip(missing, targets)]
    demand(flags == 0 or not any(bases))
    digest, erasures = reader.raw(16), reader.raw(16)
    acknowledged = []
    used = {place for place, counter in enumerate(targets) if counter}
    least = 0
    for _ in range(reader.count(1_024)):
        place = reader.varint()
        demand(least <= place < len(replicas))
        least = place + 1
        counters = [(counter - reader.signed()) & ALL_ONES for counter in targets]
        demand(all(counter < 1 << 63 for counter in counters))
        used |= {place} | {index for index, counter in enumerate(counters) if counter}
        acknowledged.append(
            {"replica": replicas[place].hex(), "vector": counters_page(replicas, counters)}
        )
    freed = [reader.varint() for _ in replicas] if flags == 3 else []
    demand(flags != 3 or any(freed))
    demand(all(counter < 1 << 63 for counter in freed))
    demand(all(counter <= most for counter, most in zip(freed, targets)))
    demand(reader.left() == 0, "trailing-data")
    demand(len(used) == len(replicas))
    delta = {
        "snapshot": flags != 0,
        "base": counters_page(replicas, bases),
        "target": counters_page(replicas, targets),
        "digest": digest.hex(),
        "erasures": erasures.hex(),
        "acknowledged": acknowledged,
        "freed": counters_page(replicas, freed),
    }
    return delta, Table(replicas, targets, bases)


def counters_page(replicas, counters):
    return {replica.hex(): str(counter) for replica, counter in zip(replicas, counters) if counter}


def read_block(reader, table):
    name = reader.text(64)
    rows = reader.count(4_096)
    demand(name and rows)
    flags = reader.byte()
    demand(flags <= 3)
    planes = reader.raw(16 * rows)
    ids = [bytes(planes[row :: rows]) for row in range(rows)]
    demand(all(left < right for left, right in zip(ids, ids[1:])))
    heads = [2] * rows
    if flags & 1:
        heads = read_heads(reader, rows)
    writes = read_writes(reader, table, sum(head >> 1 for head in heads), flags & 2)
    grouped = []
    for head in heads:
        grouped.append(writes[: head >> 1])
        del writes[: head >> 1]
    check_writes(grouped)
    travelling = [
        [w for w in group if head & 1 or table.bases[w["place"]] < w["counter"]]
        for head, group in zip(heads, grouped)
    ]
    cells = [(row, w, tag) for row, group in enumerate(travelling) for w in group for tag in tags(w)]
    demand(8 * (sum(map(len, grouped)) + len(cells)) <= BLOCK_WEIGHT + ROW_WEIGHT, "limit")
    values = read_columns(reader, cells)
    weights = [
        weight(group, [value for cell, value in zip(cells, values) if cell[0] == row])
        for row, group in enumerate(grouped)
    ]
    demand(weights[-1] <= ROW_WEIGHT, "limit")
    demand(sum(weights[:-1]) < BLOCK_WEIGHT)
    return {
        "name": name,
        "ids": ids,
        "is_full": rows == 4_096 or sum(weights) >= BLOCK_WEIGHT,
        "rows": [
            {
                "id": ids[row].hex(),
                "whole": heads[row] & 1 == 1,
                "writes": [write_page(w, table) for w in grouped[row]],
                "values": [value_page(v) for cell, v in zip(cells, values) if cell[0] == row],
            }
            for row in range(rows)
        ],
    }


def read_heads(reader, rows):
    heads = []
    for _ in range(rows):
        head = reader.varint()
        demand(head >> 1)
        demand(head >> 1 <= 4_096, "limit")
        heads.append(head)
    demand(any(head != 2 for head in heads))
    return heads


def read_writes(reader, table, count, has_elements):
    masks = [reader.varint() for _ in range(reader.count(count))]
    demand(masks and len(set(masks)) == len(masks))
    shapes = [0] * count
    if len(masks) > 1:
        shapes = read_indices(lambda: reader.varint(), count, len(masks))
    places = []
    for _ in range(count):
        places.append(reader.varint())
        demand(places[-1] < len(table.replicas))
    counters = read_differences(reader, places)
    times = read_differences(reader, places)
    writes = []
    for shape, place, counter, time in zip(shapes, places, counters, times):
        demand(0 < counter <= table.targets[place])
        mask = masks[shape]
        writes.append(
            {"place": place, "counter": counter, "time": time, "mask": mask, "elements": [], "buried": []}
        )
    if has_elements:
        read_elements(reader, writes)
    deleting = [write for write in writes if write["mask"] & DELETION]
    if deleting:
        read_buried(reader, table, deleting)
    return writes


def read_indices(read, count, bound):
    """Indices of distinct things that are in the order of first use, all used."""
    indices, used = [], 0
    for _ in range(count):
        index = read()
        demand(index <= used and index < bound)
        used = max(used, index + 1)
        indices.append(index)
    demand(used == bound)
    return indices


def read_differences(reader, places):
    last, numbers = {}, []
    for place in places:
        last[place] = (last.get(place, 0) + reader.signed()) & ALL_ONES
        numbers.append(last[place])
    return numbers


def read_elements(reader, writes):
    counts = [reader.count() for _ in writes]
    total = sum(counts)
    demand(total)
    all_tags = reader.raw(total)
    lengths = []
    for _ in range(total):
        lengths.append(reader.varint())
        demand(lengths[-1] <= 4_096, "limit")
    raised = [reader.varint() for _ in range(total)]
    lowered = [reader.varint() for _ in range(total)]
    elements = iter(zip(all_tags, lengths, raised, lowered))
    for write, count in zip(writes, counts):
        own = []
        for _ in range(count):
            tag, length, up, down = next(elements)
            own.append((tag, reader.raw(length), up, down))
        check_elements(own)
        write["elements"] = own


def check_elements(elements):
    demand(all(1 <= element[0] <= 62 for element in elements))
    demand(all(left[:2] < right[:2] for left, right in zip(elements, elements[1:])))


def read_buried(reader, table, deleting):
    counts = [reader.count(4_096) for _ in deleting]
    places = iter([reader.varint() for _ in range(sum(counts))])
    for write, count in zip(deleting, counts):
        dots = []
        for _ in range(count):
            place, counter = next(places), reader.varint()
            demand(place < len(table.replicas) and 0 < counter <= table.targets[place])
            demand(not dots or dots[-1] < (place, counter))
            dots.append((place, counter))
        write["buried"] = dots


def check_writes(grouped):
    for group in grouped:
        demand(all(write["mask"] or write["elements"] for write in group))
    for group in grouped:
        dots = [(write["place"], write["counter"]) for write in group]
        demand(all(left < right for left, right in zip(dots, dots[1:])))


def tags(write):
    return [tag for tag in range(1, 63) if write["mask"] >> tag & 1]


def weight(writes, values):
    cells = len(values) + sum(1 + len(w["elements"]) + len(w["buried"]) for w in writes)
    sizes = [len(value) for kind, value in values if kind in ("text", "blob")]
    keys = [len(element[1]) for w in writes for element in w["elements"]]
    return 8 * cells + sum(sizes) + sum(keys)


# Values: pairs of a kind and what is held, texts as their bytes.


def read_columns(reader, cells):
    values = [None] * len(cells)
    columns = {}
    for index, (_, _, tag) in enumerate(cells):
        columns.setdefault(tag, []).append(index)
    for tag in sorted(columns):
        for index, value in zip(columns[tag], read_column(reader, len(columns[tag]))):
            values[index] = value
    demand(reader.left() == 0, "trailing-data")
    return values


def read_column(reader, count):
    kind = reader.byte()
    demand(kind <= 4)
    kinds = bytes([kind]) * count
    if kind == 4:
        kinds = reader.raw(count)
        demand(max(kinds) < 4 and len(set(kinds)) > 1)
    integers = iter(read_integers(reader, kinds.count(1)))
    texts = iter(read_blobs(reader, kinds.count(2), check_texts))
    blobs = iter(read_blobs(reader, kinds.count(3), lambda stretches: None))
    named = {
        0: lambda: ("null", None),
        1: lambda: ("integer", next(integers)),
        2: lambda: ("text", next(texts)),
        3: lambda: ("blob", next(blobs)),
    }
    return [named[kind]() for kind in kinds]


def read_integers(reader, count):
    if count == 0:
        return []
    layout = reader.byte()
    demand(layout <= 1)
    numbers, last = [], 0
    for _ in range(count):
        last = ((last if layout else 0) + reader.signed()) & ALL_ONES
        numbers.append(last)
    plain = sum(map(size, numbers))
    differences = sum(size(right - left & ALL_ONES) for left, right in zip([0] + numbers, numbers))
    demand(layout == (1 if differences < plain else 0))
    return [number - (1 << 64) if number >> 63 else number for number in numbers]


def size(number):
    folded = (number << 1 & ALL_ONES) ^ (ALL_ONES if number >> 63 else 0)
    return max(1, (folded.bit_length() + 6) // 7)


def read_blobs(reader, count, check):
    if count == 0:
        return []
    layout = reader.byte()
    bound = min(256, count // 2)
    if layout == 0:
        stretches = read_stretches(reader, count, check)
        demand(len(set(stretches)) > bound)
        return stretches
    demand(layout == 1)
    distinct = read_stretches(reader, reader.count(bound), check)
    demand(len(set(distinct)) == len(distinct))
    indices = iter(reader.raw(count))
    return [distinct[i] for i in read_indices(lambda: next(indices), count, len(distinct))]


def read_stretches(reader, count, check):
    lengths = [reader.count() for _ in range(count)]
    heap = Reader(reader.raw(sum(lengths)))
    stretches = [heap.raw(length) for length in lengths]
    check(stretches)
    return stretches


def check_texts(stretches):
    for stretch in stretches:
        text(stretch)


# Format 0.


def read_delta_0(reader):
    base, target = reader.vector(), reader.vector()
    demand(covers(target, base))
    replicas = sorted(target)
    table = Table(replicas, [target[r] for r in replicas], [base.get(r, 0) for r in replicas])
    collections = []
    while (mark := reader.byte()) != 0:
        if mark == 1:
            collections.append({"name": reader.text(64), "rows": []})
        else:
            demand(mark == 2 and collections)
            collections[-1]["rows"].append(read_row_0(reader, table))
    demand(reader.left() == 0, "trailing-data")
    for collection in collections:
        collection["rows"].sort(key=lambda row: row["id"])
    return {
        "snapshot": False,
        "base": vector_page(base),
        "target": vector_page(target),
        "digest": "",
        "erasures": "",
        "acknowledged": [],
        "freed": {},
        "collections": [collection for collection in collections if collection["rows"]],
    }


def read_row_0(reader, table):
    row_id = reader.raw(16).hex()
    writes = [read_entry_0(reader, table) for _ in range(reader.count(4_096))]
    check_writes([writes])
    demand(writes)
    values = []
    for write in writes:
        if table.bases[write["place"]] < write["counter"]:
            values += [read_value_0(reader) for _ in tags(write)]
    return {
        "id": row_id,
        "whole": False,
        "writes": [write_page(write, table) for write in writes],
        "values": [value_page(value) for value in values],
    }


def read_entry_0(reader, table):
    place, counter = read_dot_0(reader, table)
    time, mask = reader.varint(), reader.varint()
    elements = []
    for _ in range(reader.count()):
        tag, key = reader.byte(), reader.raw(reader.count(4_096))
        elements.append((tag, key, reader.varint(), reader.varint()))
    check_elements(elements)
    buried = []
    if mask & DELETION:
        buried = sorted({read_dot_0(reader, table) for _ in range(reader.count(4_096))})
    return {
        "place": place, "counter": counter, "time": time, "mask": mask,
        "elements": elements, "buried": buried,
    }


def read_dot_0(reader, table):
    place, counter = reader.varint(), reader.varint()
    demand(place < len(table.replicas) and 0 < counter <= table.targets[place])
    return place, counter


def read_value_0(reader):
    kind = reader.byte()
    demand(kind <= 3)
    if kind == 0:
        return "null", None
    if kind == 1:
        number = reader.signed()
        return "integer", number - (1 << 64) if number >> 63 else number
    data = reader.raw(reader.count())
    if kind == 2:
        text(data)
    return ("text", "blob")[kind - 2], data


# Pages of JSON, as they stand in sync-fixtures/format.


def write_page(write, table):
    return {
        "dot": [table.replicas[write["place"]].hex(), str(write["counter"])],
        "time": str(write["time"]),
        "fields": str(write["mask"]),
        "elements": [
            {"tag": tag, "key": key.hex(), "increments": str(up), "decrements": str(down)}
            for tag, key, up, down in write["elements"]
        ],
        "buried": [[table.replicas[place].hex(), str(counter)] for place, counter in write["buried"]],
    }


def value_page(value):
    kind, held = value
    if kind == "null":
        return {}
    if kind == "integer":
        return {"integer": str(held)}
    return {kind: held.decode() if kind == "text" else held.hex()}


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    try:
        print(json.dumps(read_bundle(data), ensure_ascii=False, indent=2, sort_keys=True))
    except Failure as failure:
        print(failure)
        sys.exit(1)


if __name__ == "__main__":
    main()
