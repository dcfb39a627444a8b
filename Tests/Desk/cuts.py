"""Kills the desk while somebody ticks, again and again: nothing that was shown as ticked may be lost.

Where the disk itself is cut off, Tests/Crash/run judges the same store; this judges the desk's answers.
"""

import datetime
import http.client
import os
import random
import re
import sys
import tempfile
import threading
import time

import client
from laptop_commands import command

CUTS = int(os.environ.get("PASSERELLE_DESK_CUTS", "8"))


def main():
    draw = random.Random(3)
    shown, lost = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        store = folder + "/a"
        command(store, "landlord", "create", "--code", "B4", yesterday=True)
        eve = re.search(r"\d{4}-\d\d-\d\d", command(store, "indicators", "--json", yesterday=True)).group(0)
        today = str(datetime.date.fromisoformat(eve) + datetime.timedelta(1))
        told = command(store, "event", "add", "--kind", "rdv_emploi", "--name", "RDV fictif", "--day", today, "--json",
                       yesterday=True)
        event = re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", told).group(0)
        for number in range(30):
            told = command(store, "tenant", "add", "--first-name", "Zoé", "--last-name", f"Fictif{number:02}", "--json",
                           yesterday=True)
            person = re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", told).group(0)
            command(store, "register", event, person, yesterday=True)
        state = {}
        for _ in range(CUTS):
            desk = client.Client(store)
            page = desk.get(re.search(r'href="(/emargement/[^"]*)"', desk.get("/actions")).group(1))
            seen = rows(page)
            lost += sum(seen[name] != kind for name, kind in state.items())
            state = seen
            threading.Timer(draw.uniform(0.02, 0.4), desk.kill).start()
            shown += tick(desk, page, state, draw)
        print(f"desk: {CUTS} cuts, {shown} ticks shown, {lost} lost")
        sys.exit(1 if lost or not shown else 0)


def rows(page):
    return {name: kind for kind, name in re.findall(r'<li id="p-[^"]*" class="([^"]*)"[^>]*><div class="who"><strong>([^<]*)', page)}


def tick(desk, page, state, draw):
    """Ticks and takes back until the desk is gone; how many answers came, each noted as it was shown."""
    shown, token = 0, desk.token(page)
    place = re.search(r'action="(/emargement/[^"]*/pointer)"', page).group(1)
    while True:
        name = draw.choice(sorted(state))
        button = re.search(r'<strong>' + name + r'</strong>.*?name="pointer" value="([^"]*)"', page).group(1)
        before = state.pop(name)
        try:
            page = desk.send(place, {"jeton": token, "pointer": button})
        except (OSError, http.client.HTTPException):
            return shown
        state[name] = rows(page)[name]
        assert state[name] != before
        shown += 1
        time.sleep(0.001)


main()
