"""The real hub as a process on the loopback, with invented landlords admitted."""
import asyncio
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

import wire

BIN = os.environ["PASSERELLE_HUB_BIN"]


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Hub:
    def __init__(self, landlords=4, devices=5, data=None):
        self.folder = tempfile.TemporaryDirectory(prefix="passerelle-hub-")
        root = pathlib.Path(self.folder.name)
        self.data, self.log = data or str(root / "data"), root / "served"
        self.landlords = [wire.Landlord(devices, seed) for seed in range(landlords)]
        self.port, self.process = free_port(), None
        for landlord in self.landlords:
            self.key = self.admit(landlord)

    def admit(self, landlord):
        """Lets a landlord in; the hub's key."""
        members = pathlib.Path(self.folder.name) / "members"
        members.write_bytes(landlord.log)
        told = subprocess.run(
            [BIN, "admit", "--data", self.data, str(members), "--json"],
            check=True, capture_output=True,
        )
        return bytes.fromhex(json.loads(told.stdout)["hubKey"])

    def start(self, *options):
        listen = ["--listen", f"127.0.0.1:{self.port}"]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [BIN, "serve", "--data", self.data, *listen, *options], stdout=log, stderr=log
            )
        for _ in range(400):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                assert self.process.poll() is None, self.log.read_text()[-2_000:]
                time.sleep(0.02)
        raise AssertionError("the hub never listened")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        """Ends it as an operator does, and looks that it ends well."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        assert code == 0, f"the hub ended with {code}"

    def memory(self):
        """What it holds now and the most that it held, in mebibytes."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        lines = dict(line.split(":", 1) for line in text.splitlines())
        return tuple(int(lines[name].split()[0]) / 1_024 for name in ("VmRSS", "VmHWM"))

    def files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def clients(self, count, network=1):
        """So many honest clients, spread over the devices and over addresses of the loopback."""
        pairs = [(landlord, device) for device in range(len(self.landlords[0].devices))
                 for landlord in self.landlords]
        return [
            wire.Client(
                *((landlord, landlord.devices[device])), self.port,
                f"127.0.{network + index // 250}.{index % 250 + 1}", self.key,
            )
            for index, (landlord, device) in zip(range(count), pairs * (count // len(pairs) + 1))
        ]


class Watch:
    """Honest clients that list again and again, and how long each answer took."""

    def __init__(self, clients, pause):
        self.clients, self.pause = clients, pause
        self.times, self.failures, self.most = [], [], 0

    async def run(self, seconds):
        """The p50 and p99 of so many seconds, in milliseconds."""
        self.times, end = [], time.perf_counter() + seconds
        await asyncio.gather(*(
            self.listen(client, index, end) for index, client in enumerate(self.clients)
        ))
        return tuple(1_000 * wire.percentile(self.times, share) for share in (0.5, 0.99))

    async def listen(self, client, index, end):
        await asyncio.sleep(self.pause * index / len(self.clients))
        while time.perf_counter() < end:
            try:
                # The nonce is asked for outside of the measure, as the last answer brings it.
                client.nonce = client.nonce or await client.fresh()
                answer = await wire.timed(self.times, client.list(1_000_000))
                if answer.status != 200:
                    self.failures.append(f"{answer.status} {answer.code}")
            except (wire.Closed, OSError) as error:
                self.failures.append(repr(error))
            await asyncio.sleep(self.pause)
