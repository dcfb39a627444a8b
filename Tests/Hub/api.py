#!/usr/bin/env python3
"""The OpenAPI file against its standard, then against the hub: schemathesis as a stranger, then as a member.

Runs in the environment that Tests/Hub/run makes. Fails on any server error, and on any answer that the file does
not describe: its status, its type, its form. PASSERELLE_SIEGE=n tries n times as many cases.
"""
import asyncio
import os
import pathlib
import re
import subprocess
import sys
import urllib.request

from hub import Hub

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "Docs" / "hub-api.json"
TOOLS = pathlib.Path(sys.executable).parent
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
CASES = int(15 * float(os.environ.get("PASSERELLE_SIEGE", "1")))


async def leave(client):
    """Some bundles, so that there is something to list and fetch."""
    return [(await client.put(client.landlord.bundle(client.device, 2_000)))[0] for _ in range(3)]


def fuzz(hub, name, **member):
    command = [
        str(TOOLS / "schemathesis"), "run", f"http://127.0.0.1:{hub.port}/openapi.json", "--checks", CHECKS,
        "--max-examples", str(CASES), "--seed", "1", "--no-color", "--generation-database", "none",
        "--workers", "1", "--request-timeout", "10",
    ]
    told = dict(os.environ, SCHEMATHESIS_HOOKS="hooks", PYTHONPATH=str(HERE), **member)
    done = subprocess.run(command, cwd=hub.folder.name, env=told, capture_output=True, text=True)
    cases = re.findall(r"(\d[\d,]*) (?:generated|test cases)", done.stdout)
    print(f"schemathesis as {name}: {cases[-1] if cases else '?'} cases, "
          f"{'all as described' if done.returncode == 0 else 'FAILED'}")
    if done.returncode:
        print(done.stdout[-6_000:], done.stderr[-2_000:])
    return done.returncode == 0


def main():
    checked = subprocess.run([str(TOOLS / "openapi-spec-validator"), str(PAGE)], capture_output=True, text=True)
    print(checked.stdout.strip().replace(str(PAGE), "openapi-spec-validator: Docs/hub-api.json"))
    hub = Hub(landlords=1, devices=20).start()
    try:
        is_sound = fuzz(hub, "a stranger")
        (client,) = hub.clients(1)
        hashes = asyncio.run(leave(client))
        is_sound = fuzz(
            hub, "a member", PASSERELLE_FUZZ_MEMBER="0", PASSERELLE_FUZZ_HASHES=" ".join(hashes)
        ) and is_sound
        answers = urllib.request.urlopen(f"http://127.0.0.1:{hub.port}/metrics", timeout=10).read().decode()
        counts = {int(status): int(count) for status, count in re.findall(r'status="(\d+)"} (\d+)', answers)}
        print("answers by status:", ", ".join(f"{count} of {status}" for status, count in sorted(counts.items())))
        # Bundles that were refused for what they hold show that members were heard.
        is_sound = is_sound and counts.get(422, 0) > 10 and not counts.get(500)
        hub.stop()
    finally:
        hub.kill()
    return 0 if is_sound and checked.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
