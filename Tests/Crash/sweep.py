"""The fault-point sweep: strace fails the k-th call of each kind, for every k of a run.

Faults: EIO once, EIO from then on, ENOSPC from then on, SIGKILL. The stores that it begins with
were killed in the middle of a write, so the faults also meet recovery. Afterwards everything that
was acknowledged must be there and the stores must work. PASSERELLE_SWEEP=all runs every point;
else a sample, drawn afresh by PASSERELLE_SEED.
"""

import os
import re
import shutil
import subprocess
import tempfile

import worker
from judge import Judge

CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "openat", "unlink")
FAULTS = {
    "EIO once": "error=EIO:when={k}",
    "EIO from then on": "error=EIO:when={k}+",
    "ENOSPC from then on": "error=ENOSPC:when={k}+",
    "SIGKILL": "signal=SIGKILL:when={k}",
}
STEPS = 16
SAMPLE = 48


def strace(*arguments):
    return ["strace", "-f", "-qq", *arguments]


def prepare(parent, judge, random):
    """Two stores that were used, then killed at some write."""
    root = worker.make_root(parent)
    judge.hear(worker.run("work", root, 1, STEPS)[1])
    kill = strace(
        "-o", "/dev/null", "-e", "trace=pwrite64",
        "-e", f"inject=pwrite64:signal=SIGKILL:when={random.randint(8, 60)}",
    )
    judge.hear(worker.run("work", root, 1_000, STEPS, kill)[1])
    return root


def points(parent, random):
    """How often each call is made, from the first that names the stores."""
    root = prepare(parent, Judge(), random)
    log = os.path.join(parent, "log")
    worker.run("work", root, 2_000, STEPS, strace("-o", log, "-e", "trace=" + ",".join(CALLS)))
    counts, first = {}, {}
    main = None
    for line in open(log, errors="replace"):
        match = re.match(r"(\d+)\s+(\w+)\(", line)
        if not match or match[2] not in CALLS:
            continue
        main = main or match[1]
        # strace counts each thread's calls apart; SQLite works on the first.
        if match[1] != main:
            continue
        counts[match[2]] = counts.get(match[2], 0) + 1
        if root in line or match[2] != "openat":
            first.setdefault(match[2], counts[match[2]])
    shutil.rmtree(root)
    return [(call, k) for call in CALLS for k in range(first.get(call, 1), counts.get(call, 0) + 1)]


def once(tally, parent, random, call, k, fault, **options):
    judge = Judge()
    root = prepare(parent, judge, random)
    where = f"{call} {k}, {fault}"
    inject = f"inject={call}:{FAULTS[fault].format(k=k)}"
    code, lines = worker.run(
        "work", root, 2_000, STEPS,
        strace("-o", "/dev/null", "-e", f"trace={call}", "-e", inject), **options,
    )
    judge.hear(lines)
    if code == "timeout":
        judge.blame("it never ended")
    tally.add(faults=1, refused=len(judge.failures) + (judge.closed is not None))
    judge.failures = []
    worker.check(judge, root, 3_000)
    tally.take(judge, where)
    shutil.rmtree(root)


def campaign(name, cases, random, parent, **options):
    tally = worker.Tally(name)
    for call, k, fault in cases:
        once(tally, parent, random, call, k, fault, **options)
    tally.report()
    return tally


def works():
    probe = subprocess.run(
        strace("-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=9", "true"),
        stderr=subprocess.PIPE,
    )
    return probe.returncode == 0


def main():
    if not shutil.which("strace") or not works():
        print("sweep: SKIPPED, strace is not there or may not trace")
        return True
    random = worker.seeded("sweep")
    with tempfile.TemporaryDirectory(prefix="passerelle-sweep-") as parent:
        every = points(parent, random)
        cases = [(call, k, fault) for call, k in every for fault in FAULTS]
        whole = len(cases)
        if os.environ.get("PASSERELLE_SWEEP") != "all":
            cases = spread(cases, SAMPLE, random)
        tally = campaign(f"sweep, {len(cases)} of {whole} points", cases, random, parent)
        kills = [("pwrite64", k, "SIGKILL") for call, k in every if call == "pwrite64"]
        control = campaign(
            "sweep, control that acknowledges too early",
            random.sample(kills, min(len(kills), 24)), random, parent, hasty=True,
        )
    if control.counts["lost"] == 0:
        print("  sweep: the control lost nothing, so the campaign proves nothing")
    return tally.is_clean() and control.counts["lost"] > 0


def spread(cases, count, random):
    """A sample with as much of each call and fault as there is."""
    groups = {}
    for case in random.sample(cases, len(cases)):
        groups.setdefault((case[0], case[2]), []).append(case)
    chosen = []
    while len(chosen) < min(count, len(cases)):
        for group in groups.values():
            if group:
                chosen.append(group.pop())
    return chosen[:count]
