"""What hostile peers do to a hub of the loopback; each ends by itself after its seconds.

attacks.py NAME PORT SECONDS runs one in a process of its own, so that its work is not measured with the honest
clients', and prints what it counted as JSON. Some come from inside: a member of the last landlord.
"""
import asyncio
import collections
import hashlib
import json
import os
import socket
import struct
import sys
import time

import wire

# The landlord that siege.py admits for the attackers.
VICTIM, MEMBERS = 99, 2
HEAD = b"POST /v1/nonces HTTP/1.1\r\nHost: localhost\r\n"


class Attack:
    def __init__(self, port, seconds, landlord):
        self.port, self.landlord = port, landlord
        self.end = time.monotonic() + seconds
        self.counts = collections.Counter()

    @property
    def goes_on(self):
        return time.monotonic() < self.end

    async def rest(self, seconds):
        await asyncio.sleep(max(0.0, min(seconds, self.end - time.monotonic())))

    async def open(self, number, network=100):
        """A connection from one of many addresses: no cap of an address is met."""
        source = f"127.0.{network + number // 200 // 250}.{number // 200 % 250 + 1}"
        return await asyncio.open_connection("127.0.0.1", self.port, local_addr=(source, 0))

    async def drip(self, number, start, drop, pause):
        """Sends a start, then a drop now and then; begins anew where the hub closes."""
        while self.goes_on:
            try:
                reader, writer = await self.open(number)
            except OSError:
                self.counts["not let in"] += 1
                await self.rest(1)
                continue
            self.counts["opened"] += 1
            writer.write(start)
            closed = asyncio.create_task(reader.read(-1))
            while self.goes_on and not closed.done():
                writer.write(drop)
                await asyncio.wait([closed], timeout=max(0.05, min(pause, self.end - time.monotonic())))
            self.counts["closed by the hub" if closed.done() else "held to the end"] += 1
            closed.cancel()
            writer.close()

    async def spread(self, count, work):
        """Many at once, begun over a second."""
        async def late(number):
            await asyncio.sleep(number / count)
            await work(number)
        await asyncio.gather(*(late(number) for number in range(count)), return_exceptions=True)

    # Each attack by its name.

    async def slowloris(self):
        await self.spread(600, lambda n: self.drip(n, b"GET /health HTTP/1.1\r\nX-A: b\r\n", b"X-B: c\r\n", 1))

    async def slow_bodies(self):
        start = HEAD + b"Content-Length: 1000000\r\n\r\n"
        await self.spread(300, lambda n: self.drip(n, start, b"x", 1))

    async def slow_bodies_of_a_member(self):
        device = self.landlord.devices[0]
        async def one(number):
            client = wire.Client(self.landlord, device, self.port, "127.0.99.1")
            body = os.urandom(1_000_000)
            target = f"{client.stem}/bundles/{hashlib.sha256(body).hexdigest()}"
            fields = wire.signed_fields(device, "PUT", target, body, await client.fresh())
            client.connection.close()
            fields.update({"Content-Length": len(body), "Content-Type": "application/octet-stream"})
            head = "".join(f"{key}: {value}\r\n" for key, value in fields.items())
            start = f"PUT {target} HTTP/1.1\r\nHost: localhost\r\n{head}\r\n".encode() + body[:300_000]
            await self.drip(number, start, body[:1], 1)
        await self.spread(100, one)

    async def slow_readers(self):
        """Asks for the description again and again, and reads nothing."""
        async def one(number):
            _, writer = await self.open(number)
            sock = writer.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            writer.transport.pause_reading()
            writer.write(b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * 40)
            self.counts["opened"] += 1
            while self.goes_on:
                await self.rest(1)
        await self.spread(200, one)

    async def broken(self):
        """Half a request, then half-closed or reset."""
        async def one(number):
            while self.goes_on:
                reader, writer = await self.open(number)
                writer.write(HEAD[: 10 + number % 40] if number % 2 else HEAD + b"Content-Length: 9\r\n\r\nabc")
                await writer.drain()
                if number % 4 < 2:
                    writer.write_eof()
                    await asyncio.wait_for(reader.read(-1), 15)
                else:
                    linger = struct.pack("ii", 1, 0)
                    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                writer.close()
                self.counts["half-closed" if number % 4 < 2 else "reset"] += 1
                await self.rest(0.2)
        await self.spread(60, one)

    async def idle(self):
        """Ten thousand connections that say one thing, or nothing."""
        held = []
        async def one(number):
            reader, writer = await self.open(number)
            held.append(writer)
            if number % 2:
                writer.write(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        for start in range(0, 10_000, 250):
            done = await asyncio.gather(*(one(start + n) for n in range(250)), return_exceptions=True)
            self.counts["not let in"] += sum(isinstance(each, Exception) for each in done)
            await asyncio.sleep(0.02)
        self.counts["held"] = len(held)
        print("ready", flush=True)
        self.end = time.monotonic() + float(sys.argv[3])
        while self.goes_on:
            await self.rest(1)

    async def endless(self):
        """Bodies that announce too much, and bodies that never end."""
        piece = b"10000\r\n" + bytes(65_536) + b"\r\n"
        async def one(number):
            while self.goes_on:
                reader, writer = await self.open(number)
                if number % 2:
                    writer.write(HEAD + b"Content-Length: 99999999999\r\n\r\n")
                else:
                    writer.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
                sent = 0
                try:
                    while self.goes_on:
                        writer.write(piece)
                        await asyncio.wait_for(writer.drain(), 10)
                        sent += len(piece)
                        await asyncio.sleep(0.01)
                except (OSError, asyncio.TimeoutError):
                    self.counts["cut by the hub"] += 1
                self.counts["MiB sent"] += sent >> 20
                writer.close()
                await self.rest(0.5)
        await self.spread(20, one)

    async def nonsense(self):
        """Path tricks, wrong types, replays, requests signed anew by nobody, nonces of another day."""
        client = wire.Client(self.landlord, self.landlord.devices[0], self.port, "127.0.98.1")
        stranger = wire.Client(self.landlord, wire.Device(), self.port, "127.0.98.2")
        paths = ["/..", "//health", "/v1/landlords/../../etc/passwd", "/%2e%2e/hub.key", "/health%00",
                 f"{client.stem}/bundles/..", f"{client.stem.upper()}/members", "/v1/landlords/x/members"]
        while self.goes_on:
            for path in paths:
                self.note(await client.connection.ask("GET", path), {400, 404})
            self.note(await stranger.list(), {404})
            nonce = await client.fresh()
            target = f"{client.stem}/bundles?since=0"
            fields = wire.signed_fields(client.device, "GET", target, b"", nonce)
            self.note(await client.connection.ask("GET", target, b"", fields), {200})
            self.note(await client.connection.ask("GET", target, b"", fields), {401})
            forged = wire.signed_fields(stranger.device, "GET", target, b"", await client.fresh())
            forged["Signature-Input"] = forged["Signature-Input"].replace(
                stranger.device.id.hex(), client.device.id.hex())
            self.note(await client.connection.ask("GET", target, b"", forged), {401})
            aged = ("A" if nonce[0] != "A" else "B") + nonce[1:]
            late = wire.signed_fields(client.device, "GET", target, b"", aged)
            self.note(await client.connection.ask("GET", target, b"", late), {401})
            body = b"no bundle"
            target = f"{client.stem}/bundles/{hashlib.sha256(body).hexdigest()}"
            typed = wire.signed_fields(client.device, "PUT", target, body, await client.fresh())
            typed["Content-Type"] = "text/html"
            self.note(await client.connection.ask("PUT", target, body, typed), {415})
            client.connection.close()
            self.note((await client.put(body))[1], {422})
            client.nonce = stranger.nonce = None
            await self.rest(0.1)

    def note(self, answer, expected):
        if answer.status in expected:
            self.counts["answered as it should be"] += 1
        elif answer.status == 429:
            self.counts["told to wait"] += 1
        else:
            self.counts[f"UNEXPECTED {answer.status} {answer.code}"] += 1


def main():
    name, port, seconds = sys.argv[1:4]
    # An attacker has a machine of its own: on this one it yields to those who are measured.
    os.nice(10)
    attack = Attack(int(port), float(seconds), wire.Landlord(MEMBERS, VICTIM))
    try:
        asyncio.run(asyncio.wait_for(getattr(attack, name)(), float(seconds) + 60))
    except (OSError, wire.Closed, asyncio.TimeoutError) as error:
        attack.counts[f"ended early: {error!r}"] += 1
    print(json.dumps(attack.counts))


if __name__ == "__main__":
    main()
