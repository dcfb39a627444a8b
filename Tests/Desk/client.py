"""A desk that is spoken to without a browser: its process, a session, forms."""

import http.client
import re
import subprocess
import urllib.parse

from laptop_commands import BIN, PASSPHRASE


class Client:
    def __init__(self, store):
        self.process = subprocess.Popen([BIN, "desk", "--store", store, "--lock-after", "480"],
                                        stdout=subprocess.PIPE, text=True)
        link = re.search(r"127\.0\.0\.1:(\d+)/#(\S+)", self.process.stdout.readline())
        self.port, self.cookie = int(link.group(1)), None
        self.road = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.send("/ouvrir", {"code": link.group(2)})
        self.send("/deverrouiller", {"phrase": PASSPHRASE, "suite": "/", "jeton": self.token(self.get("/"))})

    @classmethod
    def beside(cls, other):
        """Another connection of the same session."""
        client = cls.__new__(cls)
        client.process, client.port, client.cookie = other.process, other.port, other.cookie
        client.road = http.client.HTTPConnection("127.0.0.1", client.port, timeout=900)
        return client

    @staticmethod
    def token(page):
        return re.search(r'name="jeton" value="([^"]*)"', page).group(1)

    def get(self, path):
        return self.ask("GET", path)[1]

    def send(self, path, fields):
        """Posts a form and goes where it leads; the page."""
        status, page, place = self.ask("POST", path, urllib.parse.urlencode(fields))
        return self.get(place.split("#")[0]) if status == 303 else page

    def ask(self, method, path, body=None):
        headers = {"Origin": f"http://127.0.0.1:{self.port}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if self.cookie:
            headers["Cookie"] = self.cookie
        self.road.request(method, path, body, headers)
        answer = self.road.getresponse()
        page = answer.read().decode()
        if answer.getheader("set-cookie"):
            self.cookie = answer.getheader("set-cookie").split(";")[0]
        return answer.status, page, answer.getheader("location")

    def memory(self):
        """The most memory that the process held, in MB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1)) // 1024

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        self.process.terminate()
        self.process.wait()
