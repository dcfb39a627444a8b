#!/usr/bin/env python3
"""A day's work of two laptops over a hub with canary names: none is in its folder, its log or its memory.

The two laptops are the real command; PASSERELLE_BIN names the folder of the commands. The hub's memory is read
while it serves, which takes root. At the end one canary is sent to it in clear, and the same search must find it.
"""
import asyncio
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import wire
from hub import BIN, Hub

COMMAND = str(pathlib.Path(BIN).parent / "passerelle")
NAMES = ("Canarinova", "Serinovska", "Tarinquet")
PHONE, EMAIL = "0639987716", "canarinova@exemple.invalid"
CANARIES = [word.encode() for word in (*NAMES, PHONE, EMAIL, "06 39 98 77 16", "Rue des Canaris")]
CANARIES += [word.upper() for word in CANARIES[:3]] + [word.decode().encode("utf-16-le") for word in CANARIES]


def hits(data):
    return sum(data.count(canary) for canary in CANARIES)


def in_files(root):
    return sum(hits(path.read_bytes()) for path in pathlib.Path(root).rglob("*") if path.is_file())


def in_memory(pid):
    """Hits in every part of a process's memory that can be read, and how many bytes those are."""
    found = size = 0
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            start, end, modes, name = re.match(r"(\w+)-(\w+) (\S+) \S+ \S+ \S+\s*(.*)", line).groups()
            if modes[0] != "r" or name in ("[vvar]", "[vsyscall]", "[vvar_vclock]"):
                continue
            try:
                memory.seek(int(start, 16))
                part = memory.read(int(end, 16) - int(start, 16))
            except (OSError, ValueError, OverflowError):
                continue
            found, size = found + hits(part), size + len(part)
    return found, size


class Laptop:
    def __init__(self, store):
        self.store = store

    def run(self, *words):
        done = subprocess.run([COMMAND, *words, "--store", self.store, "--json"], capture_output=True, text=True)
        assert done.returncode in (0, 3), f"{words}: {done.stderr}"
        return json.loads(done.stdout)


def work(root, hub):
    """Two laptops write, meet over the hub, correct each other and meet again."""
    one, two = Laptop(f"{root}/one"), Laptop(f"{root}/two")
    one.run("landlord", "create", "--code", "B4", "--label", "poste accueil", "--agent", "Nadia Essai")
    one.run("sync", "--folder", f"{root}/share")
    two.run("replica", "create", "--from", one.store, "--label", "tablette", "--agent", "Karim Essai")
    one.run("sync", "--folder", f"{root}/share")
    (members,) = pathlib.Path(f"{root}/share").glob("*.members")
    admitted = subprocess.run(
        [BIN, "admit", "--data", hub.data, str(members), "--json"], check=True, capture_output=True
    )
    hub.start()
    road = ["sync", "--hub", f"http://127.0.0.1:{hub.port}", "--hub-key", json.loads(admitted.stdout)["hubKey"]]
    people = [
        one.run("tenant", "add", "--last-name", name, "--first-name", NAMES[1], "--phone", PHONE,
                "--email", EMAIL, "--birth-date", "01/02/1980", "--address", "1 Rue des Canaris")
        for name in NAMES
    ]
    for laptop in (one, two, one):
        laptop.run(*road)
    found = two.run("tenant", "find", NAMES[0])
    assert NAMES[0].lower() in json.dumps(found).lower(), "the second laptop never read the canary"
    two.run("tenant", "update", people[0]["tenant"]["id"], "--address", "2 Rue des Canaris")
    for laptop in (two, one, two, one):
        laptop.run(*road)


async def plant(hub):
    """Leaves a canary in clear in the hub's memory: a request that waits for the end of its head."""
    connection = await wire.Connection(hub.port).open()
    connection.writer.write(b"GET /health HTTP/1.1\r\nX-Canary: " + CANARIES[0] * 50)
    await connection.writer.drain()
    await asyncio.sleep(0.3)
    return connection


async def planted(hub):
    connection = await plant(hub)
    found = in_memory(hub.process.pid)[0]
    connection.close()
    return found


def main():
    hub = Hub(landlords=0)
    faults = []
    with tempfile.TemporaryDirectory(prefix="passerelle-canaries-") as root:
        os.makedirs(f"{root}/share")
        os.environ["PASSERELLE_PASSPHRASE"] = "une phrase inventée pour les essais"
        try:
            work(root, hub)
            own = in_files(f"{root}/one")
            kept, told = in_files(hub.data), hits(hub.log.read_bytes())
            print(f"canaries: {own} in a laptop's own store; at the hub {kept} in its folder, {told} in its log", end="")
            if own == 0 or kept or told:
                faults.append("folder or log")
            if os.getuid() == 0:
                found, size = in_memory(hub.process.pid)
                control = asyncio.run(planted(hub))
                print(f", {found} in {size >> 20} MiB of its memory; the one sent in clear is found {control} times")
                if found or control == 0:
                    faults.append("memory")
            else:
                print("; its memory SKIPPED, which takes root")
        finally:
            hub.kill()
    print("\n".join(f"not ok: canaries: {fault}" for fault in faults), end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
