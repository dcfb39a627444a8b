"""The command line of a laptop, some of it as if it were yesterday."""

import os
import subprocess
import sys

BIN = os.environ["PASSERELLE_BIN"]
PASSPHRASE = "une phrase inventée pour les tests"


def command(store, *arguments, yesterday=False):
    environment = dict(os.environ, PASSERELLE_PASSPHRASE=PASSPHRASE)
    if yesterday:
        environment["LD_PRELOAD"] = os.environ["PASSERELLE_YESTERDAY"]
    done = subprocess.run([BIN, *arguments, "--store", store], env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"desk: {arguments}: {done.stderr}")
    return done.stdout
