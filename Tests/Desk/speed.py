"""How fast the desk answers where a landlord has many tenants; told, never judged.

PASSERELLE_BIN=.build/release/passerelle python3 Tests/Desk/speed.py [100000]
"""

import random
import re
import sys
import tempfile
import time

import client
from laptop_commands import command

LAST = ["Lefèvre", "Durand", "Petit", "Moreau", "Garnier", "Benali", "Kowalski", "Dubois", "Marchand", "Vasseur"]
FIRST = ["Hélène", "Karim", "Inès", "Zoé", "Awa", "Benoît", "Chloé", "Djamila", "Éric", "Fatou"]
SOUNDS = ["ba", "ro", "mi", "let", "cour", "dan", "vau", "gre", "sin", "tor"]


def people(count):
    draw = random.Random(1)
    yield "reference_locataire;nom;prenom;date_naissance;telephone"
    for number in range(count):
        last = draw.choice(LAST) if draw.random() < 0.2 else "".join(draw.choices(SOUNDS, k=3)).title()
        yield (f"L{number:06};{last};{draw.choice(FIRST)};{draw.randint(1, 28):02}/{draw.randint(1, 12):02}/"
               f"{draw.randint(1950, 2005)};06{draw.randint(10_000_000, 99_999_999)}")


def timed(what, queries, act):
    times = []
    for query in queries:
        begun = time.perf_counter()
        act(query)
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    print(f"  {what}: median {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms "
          f"({len(times)} times)")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        store = folder + "/a"
        command(store, "landlord", "create", "--code", "B4")
        with open(folder + "/people.csv", "w", encoding="utf-8") as file:
            file.write("\n".join(people(count)) + "\n")
        command(store, "import", folder + "/people.csv")
        today = re.search(r"\d{4}-\d\d-\d\d", command(store, "indicators", "--json")).group(0)
        command(store, "event", "add", "--kind", "rdv_emploi", "--name", "RDV fictif", "--day", today)
        desk = client.Client(store)
        try:
            measure(desk, count)
        finally:
            desk.close()


def measure(desk, count):
    print(f"desk with {count} tenants:")
    begun = time.perf_counter()
    first = desk.get("/")
    print(f"  first page after the start: {(time.perf_counter() - begun) * 1000:.0f} ms, {len(first.encode())} bytes")
    timed("first page", range(50), lambda _: desk.get("/"))
    token, draw = desk.token(first), random.Random(2)
    search = lambda query: desk.send("/locataires/chercher", {"jeton": token, "q": query})
    begun = time.perf_counter()
    search("lefevrre helene")
    print(f"  first search with a mistake, which makes the index: {(time.perf_counter() - begun) * 1000:.0f} ms")
    timed("search by the start of a name", [draw.choice(LAST)[:draw.randint(3, 6)] for _ in range(200)], search)
    timed("search by two names", [f"{draw.choice(LAST)} {draw.choice(FIRST)[:3]}" for _ in range(200)], search)
    timed("search with a mistake", ["lefevrre helene", "duraand karim", "marchnad", "kowalsky", "vaseur ines"] * 40, search)
    timed("search by telephone", [f"06{draw.randint(10, 99)}{draw.randint(10, 99)}" for _ in range(100)], search)
    path = re.search(r'href="(/emargement/[^"]*)"', desk.get("/actions")).group(1)
    rows = []
    for number in range(60):
        found = desk.send(path + "/ajout/chercher", {"jeton": token, "q": f"L{number * 7:06}"})
        person = re.search(r'name="personne" value="([^"]*)"', found).group(1)
        rows.append(person)
    timed("a walk-in on a list, written and shown", rows,
          lambda person: desk.send(path + "/ajout/venir", {"jeton": token, "personne": person}))
    buttons = re.findall(r'name="pointer" value="([^"]*)"', desk.get(path))
    timed("a tick on a list of 60, written and shown", buttons,
          lambda button: desk.send(path + "/pointer", {"jeton": token, "pointer": button}))
    print(f"  the most memory: {desk.memory()} MB")


if __name__ == "__main__":
    main()
