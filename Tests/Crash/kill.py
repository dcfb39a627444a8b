"""kill -9 at random points: opening, recovering, writing, applying, syncing, checkpointing.

PASSERELLE_KILLS=N kills (60 unless said). The control acknowledges before it commits and must be
caught. A kill finds no missing fsync, since the page cache outlives the process: power.py does.
"""

import os
import shutil
import signal
import tempfile
import time

import worker
from judge import Judge

# A new store after so many kills, so that reading it all stays quick.
LIFE = 12
STEPS = 100_000


def life(tally, random, kills, parent, **options):
    root = worker.make_root(parent)
    judge = Judge()
    step = 1
    for kill in range(kills):
        with tempfile.TemporaryFile() as lines:
            process = worker.start("work", root, step, STEPS, lines, **options)
            time.sleep(random.uniform(0, 0.12))
            process.send_signal(signal.SIGKILL)
            process.wait()
            said = worker.read(lines)
        judge.hear(said)
        step += STEPS
        tally.add(kills=1)
        if judge.states == 0:
            tally.add(unborn=worker.finish_creation(judge, root))
        if not worker.check(judge, root, step):
            break
        step += 8
        if judge.violations:
            break
    tally.take(judge, f"kill {tally.counts['kills']}")
    shutil.rmtree(root)


def campaign(name, kills, **options):
    tally = worker.Tally(name)
    random = worker.seeded(name)
    with tempfile.TemporaryDirectory(prefix="passerelle-kill-") as parent:
        while tally.counts.get("kills", 0) < kills:
            life(tally, random, min(LIFE, kills - tally.counts.get("kills", 0)), parent, **options)
    tally.report()
    return tally


def main():
    kills = int(os.environ.get("PASSERELLE_KILLS", "60"))
    clean = campaign("kill", kills).is_clean()
    control = campaign("kill, control that acknowledges too early", max(60, kills // 10), hasty=True)
    if control.counts["lost"] == 0:
        print("  kill: the control lost nothing, so the campaign proves nothing")
    return clean and control.counts["lost"] > 0
