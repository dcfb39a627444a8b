"""Runs the CrashWorker, and adds up what the judges find."""

import os
import random
import subprocess
import sys
import tempfile

BINARY = os.environ.get("PASSERELLE_CRASH_WORKER", "")
# A small interval, so that a few steps also write the log into the file.
PRAGMAS = "wal_autocheckpoint=6"


def environment(control="", hasty=False):
    variables = dict(os.environ, CRASH_PRAGMAS=PRAGMAS + ("," + control if control else ""))
    if hasty:
        variables["CRASH_HASTY"] = "1"
    return variables


def make_root(parent):
    root = tempfile.mkdtemp(prefix="store-", dir=parent)
    furnish(root)
    return root


def furnish(root):
    for name in ("a", "b", "mailbox"):
        os.mkdir(os.path.join(root, name))


def start(mode, root, first, count, lines, before=(), **options):
    """Starts a worker whose lines go to an open file, which no death of the worker empties."""
    return subprocess.Popen(
        [*before, BINARY, mode, root, str(first), str(count)],
        stdout=lines,
        stderr=subprocess.DEVNULL,
        env=environment(**options),
    )


def run(mode, root, first, count, before=(), timeout=120, **options):
    """Runs a worker to its end: its exit code and its lines."""
    with tempfile.TemporaryFile() as lines:
        process = start(mode, root, first, count, lines, before, **options)
        try:
            code = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return "timeout", read(lines)
        return code, read(lines)


def read(lines):
    lines.seek(0)
    text = lines.read().decode()
    # A line without its end was never said.
    return text[: text.rfind("\n") + 1].splitlines()


class Tally:
    """The counts of one campaign, and its violations with what replays them."""

    def __init__(self, name):
        self.name = name
        self.counts = {"acknowledged": 0, "lost": 0, "violations": 0}
        self.shown = []

    def add(self, **counts):
        for key, count in counts.items():
            self.counts[key] = self.counts.get(key, 0) + count

    def take(self, judge, where):
        self.add(
            acknowledged=judge.acknowledged, lost=judge.lost, violations=len(judge.violations)
        )
        self.shown += [f"{where}: {text}" for text in judge.violations[:3]]

    def report(self):
        print(self.name + ": " + ", ".join(f"{n} {key}" for key, n in self.counts.items()))
        sys.stdout.flush()

    def is_clean(self):
        """Whether nothing is wrong; says what is."""
        for text in self.shown[:20]:
            print(f"  {self.name}: {text}")
        return self.counts["violations"] == 0 and self.counts["lost"] == 0


def check(judge, root, first, **options):
    """Opens the stores after a fault, compares them with what was said, and uses them again."""
    before = judge.states
    failed = len(judge.failures)
    code, lines = run("check", root, first, 8, **options)
    done = judge.hear(lines)
    if code != 0 or not done or judge.states != before + 2 or len(judge.failures) != failed:
        judge.blame(
            f"the stores cannot be used after it: exit {code}, closed {judge.closed}, "
            f"stopped {judge.stopped}, failures {judge.failures[failed:]}"
        )
    return code == 0


def finish_creation(judge, root, **options):
    """Creates what a fault kept from being created, which must succeed; 1 where there was any."""
    if set(judge.replica) == {"a", "b"}:
        return 0
    code, lines = run("work", root, 1, 0, **options)
    judge.hear(lines)
    if code != 0:
        judge.blame(f"a store half made cannot be made: exit {code}, closed {judge.closed}")
    return 1


def seeded(campaign):
    seed = int(os.environ.get("PASSERELLE_SEED", "1"))
    return random.Random(f"{campaign}-{seed}")
