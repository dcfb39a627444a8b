"""What the command-line tests ask of files: JSON fields, rows of a store, damaged copies."""

import csv
import fcntl
import hashlib
import json
import resource
import sqlite3
import subprocess
import sys
import urllib.parse


def get(path, expression):
    with open(path, encoding="utf-8") as file:
        answer = json.load(file)
    print(eval(expression, {"j": answer}))


def open_read_only(path):
    return sqlite3.connect("file:" + urllib.parse.quote(path) + "?mode=ro", uri=True)


def dump(path, *tables):
    """One digest a table, over all its stored columns; which opening this is does not count."""
    store = open_read_only(path)
    names = store.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    for (table,) in sorted(names.fetchall()):
        if tables and table not in tables or table == "passerelle_incarnation":
            continue
        columns = [row[1] for row in store.execute(f'PRAGMA table_info("{table}")')]
        listed = ", ".join(f'"{column}"' for column in columns)
        rows = sorted(map(repr, store.execute(f'SELECT {listed} FROM "{table}"')))
        print(table, len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())


def outside(path, statement):
    """Runs a statement as another program would."""
    store = sqlite3.connect(path)
    try:
        rows = store.execute(statement).fetchall()
        store.commit()
        print("done", *[value for row in rows for value in row])
    except sqlite3.Error as error:
        print("refused", error)


def locked(path, *command):
    with open(path, "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        sys.exit(subprocess.run(command).returncode)


def peak(path, *command):
    """Runs a command; the most memory that it took, in kilobytes."""
    code = subprocess.run(command).returncode
    with open(path, "w") as file:
        file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
    sys.exit(code)


def damaged(source, target, how):
    with open(source, "rb") as file:
        content = bytearray(file.read())
    if how == "cut":
        del content[-10:]
    else:
        content[len(content) // 2] ^= 1
    with open(target, "wb") as file:
        file.write(content)


def changed_phone(first, second):
    """A reference whose telephone number is another in a later extract."""
    phones = {}
    for row in rows(first):
        phones[row["Réf. locataire"]] = row["Téléphone"]
    for row in rows(second):
        before, after = phones.get(row["Réf. locataire"]), row["Téléphone"]
        if before and after and before != after and row["Nom"] and "+" not in after:
            return print(row["Réf. locataire"])


def rows(path):
    with open(path, encoding="cp1252", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def bad_files():
    heading = "Réf. locataire;Nom;Prénom;Date de naissance;Téléphone;Code INSEE;QPV"
    person = "X-{};Essai;Pia;{};06 39 98 00 01;{};{}"
    sound = person.format(1, "01/02/1980", "59350", "")

    def write(name, *lines, encoding="utf-8"):
        with open(name, "wb") as file:
            file.write(("\r\n".join(lines) + "\r\n").encode(encoding))

    write("utf16.csv", "\ufeff" + heading, sound, encoding="utf-16-le")
    write("columns.csv", "Réf. locataire;Nom", "X-1;Essai")
    write("megabyte.csv", heading, sound.replace("Pia", "P" * 1_048_577))
    write("nul.csv", heading, sound.replace("Pia", "P\0a"))
    write("quote.csv", heading, sound.replace("Pia", '"Pia'))
    write("february.csv", heading, person.format(1, "31/02/1980", "59350", ""))
    write("future.csv", heading, person.format(1, "31/12/2190", "59350", ""))
    write("nir.csv", heading + ";NIR", sound + ";280025935012369")
    place = person.format(2, "03/04/1985", "59999", "QN05999M")
    write("place.csv", heading, place.replace("Pia", "Rose"))
    open("empty.csv", "wb").close()


def named_file(path, *names):
    """Two rows a name: one sound, one with a date that never was."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, delimiter=";")
        lines.writerow(["Réf. locataire", "Nom", "Prénom", "Date de naissance"])
        for number, name in enumerate(names):
            lines.writerow([f"N-{number}", name, "Essai", "01/02/1980"])
            lines.writerow([f"F-{number}", name, "Essai", "31/02/1980"])


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
