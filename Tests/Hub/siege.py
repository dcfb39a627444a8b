#!/usr/bin/env python3
"""The hub under attack: what its honest clients notice, what it holds in memory, what it keeps.

siege.py [attacks] [memory] [large] [kills] [disk], all unless named. PASSERELLE_SIEGE=n makes it n times as long. Each
attack runs in a process of its own; the honest clients' p99 is taken alone just before and then during it, so
that two figures of one machine at one time are compared. Figures are printed and judge nothing; what fails the
campaign is an honest client that is refused, an answer that is not signed, a hub that ends, a bundle that was
acknowledged and is not there.
"""
import asyncio
import hashlib
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

import attacks
import wire
from hub import Hub, Watch

LENGTH = float(os.environ.get("PASSERELLE_SIEGE", "1"))
HERE = os.path.dirname(os.path.abspath(__file__))
FAULTS = []


def blame(text):
    FAULTS.append(text)
    print(f"not ok: {text}", flush=True)


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def furnished(**options):
    """A hub with its landlords and, for the attackers, one more."""
    hub = Hub(**options)
    victim = wire.Landlord(attacks.MEMBERS, attacks.VICTIM)
    hub.admit(victim)
    return hub


# Attacks.

async def under(hub, watch, name, seconds):
    """The honest clients alone, then under one attack."""
    alone = await watch.run(min(seconds, 2 * LENGTH))
    attacker = await asyncio.create_subprocess_exec(
        sys.executable, f"{HERE}/attacks.py", name, str(hub.port), str(seconds + 2),
        stdout=asyncio.subprocess.PIPE,
    )
    if name == "idle":
        await attacker.stdout.readline()
    else:
        await asyncio.sleep(1.5)
    held = hub.files()
    during = await watch.run(seconds)
    memory = hub.memory()
    counts = (await attacker.stdout.read()).decode().strip()
    await attacker.wait()
    row(name.replace("_", " "), held, f"{alone[1]:.2f}", f"{during[1]:.2f}",
        f"{during[1] / alone[1]:.2f}", f"{memory[0]:.0f}", counts.strip("{}").replace('"', ""))
    if "UNEXPECTED" in counts or not counts:
        blame(f"{name}: {counts or 'the attacker did not run'}")
    if watch.failures:
        blame(f"{name}: honest clients were refused: {watch.failures[:3]}")
        watch.failures.clear()


async def all_attacks():
    hub = furnished().start()
    try:
        watch = Watch(hub.clients(20), pause=0.05)
        await watch.run(2)
        print("20 honest clients, each listing 20 times a second:")
        row("attack", "files open at the hub", "p99 alone, ms", "p99 under it, ms", "ratio", "RSS, MiB",
            "the attacker")
        row(*["---"] * 7)
        for name in ("slowloris", "slow_bodies", "slow_bodies_of_a_member", "slow_readers", "broken",
                     "endless", "nonsense", "idle"):
            # Long enough to see the hub close the slow ones.
            await under(hub, watch, name, max(2 * LENGTH, 10) if name == "slowloris" else 2 * LENGTH)
        # What they left is closed, and the hub ends well.
        await asyncio.sleep(1)
        hub.stop()
    finally:
        hub.kill()


# Memory and pace.

async def memory():
    hub = Hub(landlords=20, devices=5).start()
    try:
        before = hub.memory()
        watch = Watch(hub.clients(1_000), pause=5)
        p50, p99 = await watch.run(3 + 3 * LENGTH)
        print(f"1,000 clients connected, each listing every 5 s: p50 {p50:.2f} ms, p99 {p99:.2f} ms; "
              f"RSS {hub.memory()[0]:.0f} MiB (before {before[0]:.0f}), peak {hub.memory()[1]:.0f} MiB")
        if watch.failures:
            blame(f"1,000 clients: {watch.failures[:3]}")
        for client in watch.clients:
            client.connection.close()
        watch = Watch(hub.clients(100), pause=0.2)
        await watch.run(1)
        p50, p99 = await watch.run(3 * LENGTH)
        print(f"100 clients at once, each listing 5 times a second with nothing new: p50 {p50:.2f} ms, "
              f"p99 {p99:.2f} ms")
    finally:
        hub.kill()


async def large():
    """Bundles of 40 MiB on their way all at once: in files, then a few at a time in memory."""
    hub = Hub(landlords=8, devices=1).start()
    try:
        before = hub.memory()[0]
        clients, asked = hub.clients(8), []
        for number, client in enumerate(clients):
            bundle = client.landlord.bundle(client.device, 40 << 20)
            target = f"{client.stem}/bundles/{hashlib.sha256(bundle).hexdigest()}"
            fields = wire.signed_fields(client.device, "PUT", target, bundle, await client.fresh())
            fields.update({"Content-Length": len(bundle), "Content-Type": "application/octet-stream"})
            head = "".join(f"{key}: {value}\r\n" for key, value in fields.items())
            writer = client.connection.writer
            writer.write(f"PUT {target} HTTP/1.1\r\nHost: localhost\r\n{head}\r\n".encode() + bundle[:-1])
            await writer.drain()
            # Every other one ends in another byte than it was signed with.
            asked.append((client, bytes([bundle[-1] ^ number % 2]), 401 if number % 2 else 201))
        await asyncio.sleep(0.5)
        coming = hub.memory()[1]
        for client, last, _ in asked:
            client.connection.writer.write(last)
        for client, _, expected in asked:
            answer = await client.connection.answer("PUT")
            if answer.status != expected:
                blame(f"a large bundle: {answer.status} {answer.code}, not {expected}")
        print(f"8 bundles of 40 MiB at once: RSS {before:.0f} MiB before, at most {coming:.0f} while they come, "
              f"{hub.memory()[1]:.0f} while four were checked and kept and four refused by their digest")
    finally:
        hub.kill()


# Kills.

class Offer:
    """A bundle on its way, and whether the hub said that it lasts."""

    def __init__(self, client, bundle, in_pieces):
        self.client, self.bundle, self.in_pieces = client, bundle, in_pieces
        self.hash = hashlib.sha256(bundle).hexdigest()
        self.is_acknowledged = self.was_cut = False

    async def send(self):
        try:
            answer = await (self.pieces() if self.in_pieces else self.whole())
        except (wire.Closed, OSError):
            self.client.nonce = None
            self.client.connection.close()
            return
        if answer.status in (200, 201):
            self.is_acknowledged = True
        elif answer.status != 401:
            blame(f"an upload was refused: {answer.status} {answer.code}")

    async def whole(self):
        return (await self.client.put(self.bundle))[1]

    async def pieces(self):
        client, length = self.client, {"Upload-Length": str(len(self.bundle))}
        begun = await client.ask("POST", f"{client.stem}/uploads", self.hash.encode(), length)
        offset = int(begun.fields.get("upload-offset", 0)) if begun.status == 201 else 0
        self.was_cut = self.was_cut or offset > 0
        if begun.status != 201 or offset >= len(self.bundle):
            return await self.whole()
        target = f"{client.stem}/uploads/{self.hash}"
        while True:
            end = min(len(self.bundle), offset + 6_000)
            fields = dict(length, **{"Upload-Offset": str(offset)})
            answer = await client.ask("PATCH", target, self.bundle[offset:end], fields)
            if answer.status not in (200, 201) or end == len(self.bundle):
                return answer
            offset = end

    async def is_there(self):
        answer = await self.client.fetch(self.hash)
        return answer.status == 200 and answer.body == self.bundle


async def kills():
    hub = Hub(landlords=25, devices=4).start()
    try:
        draw = random.Random(int(os.environ.get("PASSERELLE_SEED", "1")))
        clients = hub.clients(100)
        offers = [
            [Offer(client, client.landlord.bundle(client.device, 16_000), number % 2 == 1)
             for number in range(10)] for client in clients
        ]
        killed = 0

        async def each(own):
            for offer in own:
                if not offer.is_acknowledged:
                    await offer.send()
                if not offer.is_acknowledged:
                    return

        while not all(offer.is_acknowledged for own in offers for offer in own):
            work = asyncio.gather(*(each(own) for own in offers))
            if killed < 8 * LENGTH:
                await asyncio.sleep(draw.uniform(0.02, 0.5))
                hub.kill()
                await work
                killed += 1
                kept = [offer for own in offers for offer in own if offer.is_acknowledged]
                hub.start()
                await look(kept, f"after kill {killed}")
            else:
                await work
        flat = [offer for own in offers for offer in own]
        await look(flat, "at the end")
        cut = sum(offer.was_cut for offer in flat)
        print(f"{len(flat)} uploads of 16 KB by 100 devices, {killed} kills -9: every acknowledged bundle there "
              f"after each, {cut} uploads went on where they were cut, all there at the end")
    finally:
        hub.kill()


async def look(offers, moment):
    """Every acknowledged bundle is there, byte for byte."""
    for offer in offers:
        offer.client.nonce = None
    for start in range(0, len(offers), 50):
        there = await asyncio.gather(*(one.is_there() for one in lone(offers[start : start + 50])))
        if not all(there):
            blame(f"{there.count(False)} acknowledged bundles are gone {moment}")


def lone(offers):
    """The same offers, each over a connection of its own."""
    for offer in offers:
        client = offer.client
        fresh = wire.Client(client.landlord, client.device, client.connection.port,
                            client.connection.source, client.hub_key)
        copy = Offer(fresh, offer.bundle, False)
        yield copy


# A full disk.

async def disk():
    with tempfile.TemporaryDirectory(prefix="passerelle-full-") as root:
        if os.getuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", root], stderr=subprocess.DEVNULL
        ).returncode:
            print("disk: SKIPPED, this user cannot mount a small disk")
            return
        try:
            await on_small_disk(root)
        finally:
            subprocess.run(["umount", root], check=True)


async def on_small_disk(root):
    hub = Hub(landlords=1, devices=2, data=f"{root}/data").start()
    try:
        (client,) = hub.clients(1)
        kept, refused = [], []
        for size in [300_000] * 40 + [20_000] * 10 + [300_000] * 2:
            bundle = client.landlord.bundle(client.device, size)
            hash, answer = await client.put(bundle)
            (kept if answer.status == 201 else refused).append((hash, bundle))
            if answer.status not in (201, 507):
                blame(f"a full disk was called {answer.status} {answer.code}")
        begun = await client.ask("POST", f"{client.stem}/uploads", b"0" * 64, {"Upload-Length": "9"})
        listed = (await client.list()).json["events"]
        if {event["hash"] for event in listed} != {hash for hash, _ in kept}:
            blame("a full disk: the listing is not what was acknowledged")
        await there(client, kept, "on a full disk")
        if not refused:
            blame("the small disk was never full")
        subprocess.run(["mount", "-o", "remount,size=64m", root], check=True)
        for hash, bundle in refused:
            answer = (await client.put(bundle))[1]
            if answer.status != 201:
                blame(f"with room again: {answer.status} {answer.code}")
        hub.kill()
        hub.start()
        client.nonce = None
        client.connection.close()
        await there(client, kept + refused, "after the full disk and a kill")
        print(f"full disk: {len(kept)} bundles acknowledged, {len(refused)} answered 507, an upload begun there "
              f"answered {begun.status}; all listed and fetched meanwhile, the others taken once there was room")
    finally:
        hub.kill()


async def there(client, bundles, moment):
    for hash, bundle in bundles:
        answer = await client.fetch(hash)
        if answer.status != 200 or answer.body != bundle:
            blame(f"a bundle is not there {moment}: {answer.status}")


def main():
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    parts = {"attacks": all_attacks, "memory": memory, "large": large, "kills": kills, "disk": disk}
    started = time.monotonic()
    for name in sys.argv[1:] or parts:
        asyncio.run(parts[name]())
    print(f"siege: {'failed' if FAULTS else 'held'} in {time.monotonic() - started:.0f} s")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
