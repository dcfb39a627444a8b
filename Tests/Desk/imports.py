"""An extract of many rows over the desk's own port: what it costs, and what a cut leaves; told, never judged.

PASSERELLE_BIN=.build/release/passerelle python3 Tests/Desk/imports.py [100000]
"""

import os
import re
import socket
import sys
import tempfile
import threading
import time

import client
from laptop_commands import command
from speed import people

BOUNDARY = "----inventedboundary"


def form(token, file):
    return (f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"jeton\"\r\n\r\n{token}\r\n"
            f"--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"x.csv\"\r\n"
            "Content-Type: text/csv\r\n\r\n").encode() + file + f"\r\n--{BOUNDARY}--\r\n".encode()


def head(desk, length):
    return (f"POST /fichiers/import HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nContent-Length: {length}\r\n"
            f"Origin: http://127.0.0.1:{desk.port}\r\nCookie: {desk.cookie}\r\n"
            f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n\r\n").encode()


def upload(desk, body):
    with socket.create_connection(("127.0.0.1", desk.port)) as road:
        road.sendall(head(desk, len(body)) + body)
        return road.recv(65_536).decode(errors="replace").split("\r\n\r\n")[0]


def step(desk, path, page, more=()):
    fields = {"jeton": desk.token(page), "cle": re.search(r'name="cle" value="([^"]*)"', page).group(1), **dict(more)}
    for name, options in re.findall(r'<select name="(c\d+)"[^>]*>(.*?)</select>', page):
        chosen = re.search(r'<option value="([^"]*)" selected>', options)
        fields[name] = chosen.group(1) if chosen else ""
    return desk.send(path, fields)


def timed(what, act):
    begun = time.perf_counter()
    result = act()
    print(f"  {what}: {time.perf_counter() - begun:.1f} s")
    return result


def spools(desk):
    """The nameless files that the process holds."""
    folder = f"/proc/{desk.process.pid}/fd"
    return sum("passerelle-spool" in os.readlink(f"{folder}/{name}") for name in os.listdir(folder))


def measure(desk, count):
    body = form(desk.token(desk.get("/fichiers")), "\n".join(people(count)).encode())
    print(f"an extract of {count} rows, {len(body) // 1_000_000} MB:")
    with socket.create_connection(("127.0.0.1", desk.port)) as road:
        road.sendall(head(desk, len(body)) + body[:len(body) // 2])
    time.sleep(1)
    print(f"  files held after a cut: {spools(desk)}")
    wrong = upload(desk, body.replace(b'name="jeton"\r\n\r\n', b'name="jeton"\r\n\r\nx'))
    print(f"  another token: {wrong.splitlines()[0]}, files held: {spools(desk)}")
    answer = timed("upload", lambda: upload(desk, body))
    print(f"  {answer.splitlines()[0]}, memory {desk.memory()} MB, files held: {spools(desk)}")
    preview = timed("preview", lambda: step(desk, "/fichiers/colonnes", desk.get("/fichiers/colonnes")))
    print(f"  memory {desk.memory()} MB")
    waits, done = [], threading.Event()
    other = client.Client.beside(desk)

    def read():
        while not done.is_set():
            begun = time.perf_counter()
            other.get("/")
            waits.append(time.perf_counter() - begun)

    reader = threading.Thread(target=read)
    reader.start()
    report = timed("import", lambda: step(desk, "/fichiers/importer", preview))
    done.set()
    reader.join()
    print(f"  longest wait of another page meanwhile: {max(waits):.1f} s, none failed, memory {desk.memory()} MB")
    print("  " + " ".join(f"{label} {number}" for label, number in re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", report)))
    print(f"  files held afterwards: {spools(desk)}")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        command(folder + "/a", "landlord", "create", "--code", "B4")
        desk = client.Client(folder + "/a")
        desk.road.sock.settimeout(900)
        try:
            measure(desk, count)
        finally:
            desk.close()


if __name__ == "__main__":
    main()
