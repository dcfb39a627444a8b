"""Power cuts: the disk of powerdisk.py loses what was not synced, at the k-th change of a run.

PASSERELLE_CUTS=N cuts (90 unless said), over new and used stores, dropped and torn. Two controls
must lose acknowledged writes, else this campaign proves nothing: the stores with synchronous =
NORMAL, and a disk on which syncing a folder does nothing.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

import worker
from judge import Judge

HERE = os.path.dirname(os.path.abspath(__file__))
STEPS = 24


class Disk:
    """The simulated disk, mounted."""

    def __init__(self, mount, *options):
        self.mount = mount
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "powerdisk.py"), mount, *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        deadline = time.monotonic() + 10
        while not os.path.ismount(mount):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                raise OSError(self.process.stderr.read().strip()[-300:] or "it never mounted")
            time.sleep(0.02)

    def tell(self, do, **order):
        self.process.stdin.write(json.dumps({"do": do, **order}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer

    def close(self):
        subprocess.run(["fusermount3", "-u", "-z", self.mount], stderr=subprocess.DEVNULL)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()


def used(disk, **options):
    """Stores that were used and closed, on a disk that remembers them; what is known of them."""
    disk.tell("reset")
    judge = Judge()
    judge.hear(worker.run("work", disk.mount, 1, STEPS, **options)[1])
    disk.tell("reboot", how="drop", seed=0)
    disk.tell("keep")
    return judge


def changes(disk, first, **options):
    """How many changes an undisturbed run makes."""
    disk.tell("calm")
    worker.run("work", disk.mount, first, STEPS, **options)
    return disk.tell("calm")["changes"]


def cut(disk, tally, judge, first, k, how, seed, **options):
    disk.tell("arm", at=k)
    judge.hear(worker.run("work", disk.mount, first, STEPS, **options)[1])
    answer = disk.tell("reboot", how=how, seed=seed)
    tally.add(cuts=1, unreached=0 if answer["cut"] else 1)
    judge.failures = []
    tally.add(unborn=worker.finish_creation(judge, disk.mount, **options))
    worker.check(judge, disk.mount, first + 1_000, **options)
    tally.take(judge, f"cut {k}, {how}, seed {seed}, from step {first}")


def campaign(name, cuts, only_used=False, folders="", **options):
    tally = worker.Tally(name)
    random = worker.seeded(name)
    with tempfile.TemporaryDirectory(prefix="passerelle-power-") as mount:
        disk = Disk(mount, *([folders] if folders else []))
        try:
            template = used(disk, **options)
            reach = {True: changes(disk, 1_000, **options)}
            disk.tell("reset")
            reach[False] = changes(disk, 1, **options)
            for number in range(cuts):
                is_used = only_used or number % 3 != 0
                judge = Judge()
                if is_used:
                    disk.tell("back")
                    judge.__dict__.update(remember(template))
                else:
                    disk.tell("reset")
                k = random.randint(1, reach[is_used])
                how = "torn" if random.random() < 0.5 else "drop"
                cut(disk, tally, judge, 1_000 if is_used else 1, k, how, number, **options)
        finally:
            disk.close()
    tally.report()
    return tally


def remember(template):
    import copy

    state = copy.deepcopy(template.__dict__)
    state["acknowledged"] = 0
    return state


def main():
    try:
        import mfusepy  # noqa: F401
    except ImportError:
        print("power: SKIPPED, the Python package mfusepy or libfuse3 is not there")
        return True
    try:
        with tempfile.TemporaryDirectory(prefix="passerelle-power-") as mount:
            Disk(mount).close()
    except OSError as error:
        print(f"power: SKIPPED, no FUSE mount can be made here ({error})")
        return True
    cuts = int(os.environ.get("PASSERELLE_CUTS", "90"))
    clean = campaign("power", cuts).is_clean()
    caught = True
    for name, options in {
        "synchronous NORMAL": {"control": "synchronous=NORMAL"},
        "folders that never sync": {"folders": "--folders-never-sync"},
    }.items():
        control = campaign(
            f"power, control with {name}", max(30, cuts // 10), only_used=True, **options
        )
        if control.counts["lost"] == 0:
            print(f"  power: the control with {name} lost nothing: the campaign proves nothing")
            caught = False
    return clean and caught
