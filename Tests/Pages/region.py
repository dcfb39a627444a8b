"""An invented region in a hub's data folder: two programmes, a fortnight of statements, one night."""

import datetime
import json
import os
import pathlib
import sqlite3
import subprocess

NUMBERS = {
    "B1": (56, 48, 44, 9), "B2": (61, 52, 47, 10), "B3": (43, 36, 31, 5), "B4": (71, 60, 55, 12),
    "B5": (33, 28, 25, 4), "B6": (52, 44, 40, 8), "B7": (47, 40, 35, 7), "B8": (37, 32, 29, 6),
}
INDICATORS = """identified contacted registered registered_present participants walk_ins to_clarify
appointments_seen excused revoked no_show unknown_to_institutions institutions_not_stated reconnected
referrals referrals_accepted outcomes_durable outcomes_transition outcomes_positive outcomes_other
in_support without_news rally_stop_passages rally_offers_brought_back rally_matches
rally_interviews""".split()
EPOCH = datetime.date(1970, 1, 1)
TODAY = datetime.datetime.now(datetime.timezone.utc).date()
# A name with markup, and a quotation mark under an accent: neither may reach a page as it is.
NAMES = {"B7": "Logis <b>fictif</b> & \"Cie\"\u0301 'B7'"}
PASSWORD = "une phrase inventée pour essayer"


def hub(binary, *arguments, **options):
    return subprocess.run(
        [binary, *arguments], check=True, capture_output=True, text=True, **options
    ).stdout


def name(code):
    return NAMES.get(code, "Bailleur fictif " + code)


def counts(numbers, share):
    identified, registered, present, unknown = (int(number * share) for number in numbers)
    present = min(present, registered)
    told = dict.fromkeys(INDICATORS, 0)
    told.update(
        identified=identified, contacted=max(registered, int(identified * 0.95)),
        registered=registered, registered_present=present, participants=present,
        appointments_seen=present, no_show=registered - present,
        unknown_to_institutions=min(unknown, present), reconnected=min(unknown, present) // 2,
        referrals=present // 2, referrals_accepted=present // 3, outcomes_durable=present // 12,
        outcomes_transition=present // 9, outcomes_positive=present // 10,
    )
    return told


def make(binary, folder):
    start, end = TODAY - datetime.timedelta(170), TODAY + datetime.timedelta(190)
    landlords = [f"--landlord={code}={name(code)}" for code in NUMBERS]
    before = TODAY - datetime.timedelta(200)
    hub(binary, "declare", "--data", folder, "--programme", "400L", "--name",
        "400 locataires vers l'emploi", "--objective", "400", "--start", str(start), "--end",
        str(end), *landlords)
    hub(binary, "declare", "--data", folder, "--programme", "PHASE1", "--name", "Première phase",
        "--objective", "300", "--start", str(start - datetime.timedelta(365)), "--end",
        str(before), *landlords[:3])
    rows = sqlite3.connect(folder + "/hub.sqlite")
    today = (TODAY - EPOCH).days
    for number, code in enumerate(NUMBERS):
        for version, day in enumerate(range(today - 13, today + 1), 1):
            # B5 is silent for three nights, B8 never sent anything.
            if code == "B8" or code == "B5" and day > today - 3:
                continue
            send(rows, "400L", code, version, day, (version + 6) / 20)
        if number < 3:
            send(rows, "PHASE1", code, 1, (before - EPOCH).days, 0.7)
    rows.commit()
    tables(binary, folder, rows)
    rows.commit()
    rows.close()
    subprocess.run([binary, "reconcile", "--data", folder], capture_output=True)
    for account, role in (("a.martin", "publisher"), ("c.petit", "viewer")):
        secret = folder + "/secret"
        with open(secret, "w", encoding="utf-8") as file:
            file.write(PASSWORD + "\n")
        hub(binary, "account", "add", "--data", folder, account, "--role", role,
            "--password-file", secret)


def tables(binary, folder, rows):
    """A programme whose landlords send tables, as StatementExportTests made them."""
    hub(binary, "declare", "--data", folder, "--programme", "phase-1", "--name", "Phase à tableaux",
        "--objective", "400", "--start", "2022-09-16", "--end", "2023-03-15",
        *[f"--landlord={code}={name(code)}" for code in NUMBERS])
    for file in sorted(pathlib.Path(os.environ["PASSERELLE_STATEMENTS"]).iterdir()):
        body = file.read_bytes()
        headline = json.loads(body)["headline"]
        day = headline["cutoff_day"]
        rows.execute(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)",
            ("phase-1", file.name, headline["version"], day, day, "invented", body),
        )


def send(rows, programme, code, version, day, share):
    body = json.dumps(
        {
            "schema": 1, "landlord": {"code": code, "name": name(code)}, "programme": programme,
            "cutoff_day": day, "cutoff_date": str(EPOCH + datetime.timedelta(day)),
            "version": version, "objective_share": 50, "counts": counts(NUMBERS[code], share),
        },
        sort_keys=True, separators=(",", ":"), ensure_ascii=False,
    ).encode()
    rows.execute(
        "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)",
        (programme, code, version, day, day, "invented", body),
    )
