"""Runs the campaigns named, or all; ends with 1 where anything was lost, corrupt or not caught."""

import sys
import time

import disks
import kill
import power
import sweep

CAMPAIGNS = {"kill": kill.main, "sweep": sweep.main, "power": power.main, "disks": disks.main}


def main(names):
    unknown = [name for name in names if name not in CAMPAIGNS]
    if unknown:
        sys.exit(f"there is no campaign {unknown[0]}: {', '.join(CAMPAIGNS)}")
    failed = []
    for name in names or CAMPAIGNS:
        started = time.monotonic()
        if not CAMPAIGNS[name]():
            failed.append(name)
        print(f"{name}: {time.monotonic() - started:.0f} s")
    if failed:
        sys.exit("VIOLATIONS in " + ", ".join(failed))


if __name__ == "__main__":
    main(sys.argv[1:])
