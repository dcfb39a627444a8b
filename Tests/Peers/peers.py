"""Loro, pycrdt and SQLite's session extension on rows of fourteen columns, beside plain SQLite.

For each: insert all rows, change one field of each, give out what changed, take it in elsewhere.
Medians over rounds, in milliseconds and bytes; every side takes part in every round, in turn. The
rows are made as passerelle-bench makes them (the same columns, lengths and kinds of values), by
another generator. Everything is called from Python, whose share is in every figure alike.
"""

import argparse
import random
import statistics
import time

COLUMNS = (
    "title last_name first_name born_on phone email lease building street postcode town household "
    "occupation arrived_at"
).split()
STEPS = ("insert", "update", "export insert", "export update", "apply insert", "apply update")
FIRST = ["Awa", "Camille", "Dounia", "Élodie", "Farid", "Gaël", "Hélène", "Issa", "Jean", "Lina"]
LAST = ["ARNAUD", "BENALI", "CHEVALIER", "DIALLO", "ESNAULT", "FAURE", "GUEYE", "HAMDI", "JOLY"]
STREETS = ["des Lilas", "Jean-Jaurès", "de la Gare", "du Moulin", "Pasteur", "des Acacias"]
TOWNS = ["VITRY", "CRETEIL", "ORLY", "BONDY", "SEVRAN"]


def phone(draw):
    """A number that is given to nobody."""
    return f"+3363998{draw.randrange(10_000):04}"


def row(index):
    draw = random.Random(index)
    last, first = draw.choice(LAST), draw.choice(FIRST)
    return (
        draw.choice(["M.", "Mme"]), last, first,
        f"{draw.randint(1950, 2004)}-{draw.randint(10, 12)}-{draw.randint(10, 28)}", phone(draw),
        None if draw.random() < 0.33 else f"{first}.{last}{index % 97}@example.org",
        f"L{100_000 + index}", f"B{draw.randint(1, 40)}",
        f"{draw.randint(1, 180)} rue {draw.choice(STREETS)}", str(draw.randint(75_001, 95_880)),
        draw.choice(TOWNS), draw.randint(1, 7), f"{draw.choice('KNHG')}{draw.randint(1101, 2903)}",
        1_770_710_400_000 + index,
    )


def identity(index):
    return (1_770_710_400_000 + index).to_bytes(6, "big") + random.Random(~index).randbytes(10)


class Timer:
    def __init__(self):
        self.results = {}

    def time(self, name, body):
        started = time.perf_counter()
        result = body()
        self.results[name] = (time.perf_counter() - started) * 1e3
        return result

    def size(self, name, payload):
        self.results[name + " bytes"] = len(payload)


def connect():
    import apsw

    database = apsw.Connection(":memory:")
    kinds = ", ".join(f"{name} ANY" for name in COLUMNS)
    database.execute(f"CREATE TABLE t (id BLOB PRIMARY KEY, {kinds}) STRICT, WITHOUT ROWID")
    return database


def fill(database, data):
    marks = ",".join("?" * (len(COLUMNS) + 1))
    with database:
        database.executemany(f"INSERT INTO t VALUES ({marks})", ((i, *r) for i, r in data))


def change(database, phones):
    with database:
        database.executemany("UPDATE t SET phone = ?2 WHERE id = ?1", phones)


def phones_of(database):
    return dict(database.execute("SELECT id, phone FROM t"))


def plain(timer, data, phones):
    database = connect()
    timer.time("insert", lambda: fill(database, data))
    timer.time("update", lambda: change(database, phones))


def session(timer, data, phones):
    import apsw

    left, right = connect(), connect()

    def watch():
        session = apsw.Session(left, "main")
        session.attach()
        return session

    def take(changes):
        apsw.Changeset.apply(
            changes, right, conflict=lambda reason, change: apsw.SQLITE_CHANGESET_OMIT
        )

    for name, act in (("insert", lambda: fill(left, data)), ("update", lambda: change(left, phones))):
        watching = watch()
        timer.time(name, act)
        changes = timer.time("export " + name, watching.changeset)
        timer.size("export " + name, changes)
        timer.time("apply " + name, lambda: take(changes))
        watching.close()
    assert phones_of(right) == dict(phones)


def loro(timer, data, phones):
    from loro import ExportMode, LoroDoc, LoroMap

    left, right = LoroDoc(), LoroDoc()

    def insert():
        table = left.get_map("t")
        for key, values in data:
            item = table.insert_container(key.hex(), LoroMap())
            for name, value in zip(COLUMNS, values):
                item.insert(name, value)
        left.commit()

    def update():
        for key, number in phones:
            left.get_map("t").get(key.hex()).container.insert("phone", number)
        left.commit()

    for name, act in (("insert", insert), ("update", update)):
        timer.time(name, act)
        since = right.oplog_vv
        changes = timer.time("export " + name, lambda: left.export(ExportMode.Updates(since)))
        timer.size("export " + name, changes)
        timer.time("apply " + name, lambda: right.import_(changes))
    held = right.get_deep_value()["t"]
    assert {key: item["phone"] for key, item in held.items()} == {k.hex(): n for k, n in phones}


def pycrdt(timer, data, phones):
    from pycrdt import Doc, Map

    left, right = Doc(), Doc()
    left["t"] = table = Map()
    right["t"] = Map()

    def insert():
        with left.transaction():
            for key, values in data:
                table[key.hex()] = Map(dict(zip(COLUMNS, values)))

    def update():
        with left.transaction():
            for key, number in phones:
                table[key.hex()]["phone"] = number

    for name, act in (("insert", insert), ("update", update)):
        timer.time(name, act)
        since = right.get_state()
        changes = timer.time("export " + name, lambda: left.get_update(since))
        timer.size("export " + name, changes)
        timer.time("apply " + name, lambda: right.apply_update(changes))
    held = right["t"].to_py()
    assert {key: item["phone"] for key, item in held.items()} == {k.hex(): n for k, n in phones}


PEERS = {"plain SQLite": plain, "session extension": session, "Loro": loro, "pycrdt": pycrdt}




def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    data = [(identity(index), row(index)) for index in range(options.rows)]
    draw = random.Random(0)
    phones = [(key, phone(draw)) for key, _ in data]
    rounds = {name: [] for name in PEERS}
    for number in range(options.rounds):
        names = list(PEERS)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            timer = Timer()
            PEERS[name](timer, data, phones)
            rounds[name].append(timer.results)
    show(rounds, options)


def show(rounds, options):
    print(f"{options.rows} rows, medians of {options.rounds} rounds; ms, and bytes given out")
    print(f"{'':20}" + "".join(f"{step:>15}" for step in STEPS) + f"{'bytes':>22}")
    for name, results in rounds.items():
        cells = ""
        for step in STEPS:
            times = [result[step] for result in results if step in result]
            cells += f"{statistics.median(times):15.0f}" if times else f"{'–':>15}"
        sizes = [results[0].get(f"export {step} bytes") for step in ("insert", "update")]
        shown = " / ".join(str(size) for size in sizes) if sizes[0] else "–"
        print(f"{name:20}{cells}{shown:>22}")


if __name__ == "__main__":
    main()
