"""A disk that is full and one that may not be written: a small tmpfs and a read-only bind mount."""

import hashlib
import os
import shutil
import subprocess
import tempfile

import worker
from judge import Judge


def mount(*arguments):
    return subprocess.run(["mount", *arguments], stderr=subprocess.DEVNULL).returncode == 0


def fingerprint(root):
    """Every file of the folder with the digest of its bytes."""
    files = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            files[path] = hashlib.sha256(open(path, "rb").read()).hexdigest()
    return files


def full(tally, root, judge, spare):
    """Writes until nothing fits any more, then makes room."""
    disk = os.statvfs(root)
    used = (disk.f_blocks - disk.f_bfree) * disk.f_frsize
    mount("-o", f"remount,size={used + spare}", root)
    judge.hear(worker.run("work", root, 1_000, 400)[1])
    refused = "disk-full" in judge.failures or judge.closed == "disk-full"
    tally.add(full=1, refused=len(judge.failures))
    if not refused:
        judge.blame(f"{spare} bytes: no want of room, but {judge.failures} and {judge.closed}")
    if set(judge.failures) - {"disk-full", "other"}:
        judge.blame(f"a full disk was called {sorted(set(judge.failures))}")
    judge.failures = []
    mount("-o", f"remount,size=64m", root)
    worker.check(judge, root, 3_000)


def read_only(tally, root, judge):
    before = fingerprint(root)
    if not (mount("--bind", root, root) and mount("-o", "remount,ro,bind", root)):
        print("disks: SKIPPED read-only, no bind mount can be made here")
        return
    try:
        code, lines = worker.run("work", root, 4_000, 8)
        judge.hear(lines)
        tally.add(readonly=1)
        if code != 2 or judge.closed != "read-only":
            judge.blame(f"read-only: exit {code}, {judge.closed}, not 2, read-only")
        if fingerprint(root) != before:
            judge.blame("a disk that may not be written has changed")
    finally:
        subprocess.run(["umount", root])
    worker.check(judge, root, 5_000)


def main():
    tally = worker.Tally("disks")
    with tempfile.TemporaryDirectory(prefix="passerelle-disks-") as root:
        if os.getuid() != 0 or not mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", root):
            print("disks: SKIPPED, this user cannot mount a small disk")
            return True
        try:
            for spare in (40_000, 100_000, 200_000):
                judge = Judge()
                worker.furnish(root)
                judge.hear(worker.run("work", root, 1, 16)[1])
                full(tally, root, judge, spare)
                read_only(tally, root, judge)
                tally.take(judge, f"{spare} bytes of room")
                for name in ("a", "b", "mailbox"):
                    shutil.rmtree(os.path.join(root, name))
        finally:
            subprocess.run(["umount", root])
    tally.report()
    return tally.is_clean()
