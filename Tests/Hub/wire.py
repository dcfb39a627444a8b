"""The hub's wire profile once more, from Docs/hub.md, Docs/membership.md and Docs/bundle.md alone.

Makes an invented landlord's membership log, bundles that a hub can check and nobody can open, and signed
requests; checks the hub's signed answers. Needs the Python package `cryptography`.
"""
import asyncio
import base64
import hashlib
import json
import os
import random
import time
import uuid

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

MONTH = 24_300  # months since 1970 do not matter to a hub


def name(text):
    return b"passerelle/1/" + text.encode() + b"\0"


def digest(domain, data):
    return hashlib.sha256(name(domain) + data).digest()


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out + bytes([number]))


def prefixed(data):
    return varint(len(data)) + data


def public(key):
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def sign(key, domain, data):
    return key.sign(name(domain) + data)


class Device:
    """A device of an invented landlord, and one replica of it."""

    def __init__(self, draw=os.urandom):
        self.draw, self.key = draw, Ed25519PrivateKey.from_private_bytes(draw(32))
        self.id, self.replica = draw(16), draw(16)
        self.sequence, self.previous = 0, bytes(32)

    def request(self):
        receive = X25519PrivateKey.from_private_bytes(self.draw(32))
        keys = varint(1) + varint(MONTH) + public(receive)
        body = b"PASSERELLE-REQUEST\x01" + self.id + public(self.key) + keys + self.draw(16)
        return body + sign(self.key, "request", body)


class Landlord:
    """An invented landlord: its log, and devices of it; the first is the administrator's.

    One seed, one landlord: another process can be a member of it.
    """

    def __init__(self, devices, seed):
        draw = random.Random(seed).randbytes
        self.id = uuid.UUID(bytes=draw(16))
        self.devices = [Device(draw) for _ in range(devices)]
        root = Ed25519PrivateKey.from_private_bytes(draw(32))
        kit = public(Ed25519PrivateKey.from_private_bytes(draw(32)))
        kit += public(X25519PrivateKey.from_private_bytes(draw(32)))
        self.entries, self.head = [], bytes(32)
        change = b"\x01" + varint(1) + prefixed(self.devices[0].request()) + kit
        self.enter(root, change)
        for number, device in enumerate(self.devices[1:], 2):
            self.enter(self.devices[0].key, b"\x02" + varint(number) + prefixed(device.request()))

    def enter(self, key, change):
        sequence = varint(len(self.entries) + 1)
        body = b"\x01" + self.id.bytes + sequence + self.head + public(key) + change
        entry = body + sign(key, "membership-entry", body)
        self.entries.append(entry)
        self.head = digest("membership-chain", entry)

    @property
    def log(self):
        entries = b"".join(prefixed(entry) for entry in self.entries)
        return b"PASSERELLE-MEMBERS\x01" + varint(len(self.entries)) + entries

    def bundle(self, device, size):
        """A sealed bundle of about that size: its body is noise, which no hub can tell."""
        device.sequence += 1
        plain = max(1, size)
        body = os.urandom(plain + 16 * (plain // 16_384 + 1))

        def vector(number):
            return varint(0) if number == 0 else varint(1) + device.replica + varint(number)

        fields = (b"\x03" if device.sequence == 1 else b"\x01") + prefixed(b"landlord")
        fields += self.id.bytes + prefixed(b"B9") + device.id + device.replica
        fields += varint(device.sequence) + device.previous
        fields += vector(device.sequence - 1) + vector(device.sequence) + varint(0)
        fields += varint(len(self.entries)) + self.head + bytes(32)
        fields += varint(plain) + varint(len(body))
        keys = os.urandom(32) + varint(1) + os.urandom(16) + public(X25519PrivateKey.generate())
        rest = fields + keys + os.urandom(48) + hashlib.sha256(body).digest()
        head = b"PASSERELLE\x01" + len(rest).to_bytes(4, "big") + rest
        signed = head + sign(device.key, "bundle-signature", head)
        device.previous = digest("bundle-chain", signed)
        return signed + body


def content_digest(body):
    return "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"


def signed_fields(device, method, target, body, nonce):
    """The three fields of a request."""
    path, _, query = target.partition("?")
    told = content_digest(body)
    parameters = '("@method" "@path" "@query" "content-digest")'
    parameters += f';nonce="{nonce}";keyid="{device.id.hex()}";alg="ed25519"'
    parameters += ';tag="passerelle-request-1"'
    base = f'"@method": {method}\n"@path": {path}\n"@query": ?{query}\n'
    base += f'"content-digest": {told}\n"@signature-params": {parameters}'
    signature = base64.b64encode(sign(device.key, "hub-request", base.encode())).decode()
    return {
        "Content-Digest": told,
        "Signature-Input": "passerelle=" + parameters,
        "Signature": f"passerelle=:{signature}:",
    }


def is_signed(answer, nonce, hub_key):
    """Whether the hub signed this answer to a request with that nonce."""
    parameters = '("@status" "content-digest" "passerelle-nonce")'
    parameters += f';nonce="{nonce}";keyid="hub";alg="ed25519";tag="passerelle-answer-1"'
    told, fresh = answer.fields.get("content-digest"), answer.fields.get("passerelle-nonce")
    if answer.fields.get("signature-input") != "passerelle=" + parameters:
        return False
    if answer.method != "HEAD" and told != content_digest(answer.body):
        return False
    base = f'"@status": {answer.status}\n"content-digest": {told}\n'
    base += f'"passerelle-nonce": {fresh}\n"@signature-params": {parameters}'
    signature = base64.b64decode(answer.fields.get("signature", "")[len("passerelle=:") : -1])
    try:
        Ed25519PublicKey.from_public_bytes(hub_key).verify(
            signature, name("hub-answer") + base.encode()
        )
    except InvalidSignature:
        return False
    return True


class Answer:
    def __init__(self, method, status, fields, body):
        self.method, self.status, self.fields, self.body = method, status, fields, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json.get("code") if self.body.startswith(b"{") else None


class Closed(Exception):
    """The hub closed the connection before an answer."""


class Connection:
    """One kept-alive connection to a hub of the loopback, from an address of the loopback."""

    def __init__(self, port, source="127.0.0.1"):
        self.port, self.source = port, source
        self.reader = self.writer = None

    async def open(self):
        self.reader, self.writer = await asyncio.open_connection(
            "127.0.0.1", self.port, local_addr=(self.source, 0)
        )
        return self

    def close(self):
        if self.writer:
            self.writer.close()
            self.writer = None

    async def ask(self, method, target, body=b"", fields=None):
        if not self.writer:
            await self.open()
        head = [f"{method} {target} HTTP/1.1", "Host: localhost"]
        if body or method in ("PUT", "POST", "PATCH"):
            head.append(f"Content-Length: {len(body)}")
        head += [f"{key}: {value}" for key, value in (fields or {}).items()]
        self.writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        try:
            return await self.answer(method)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            self.close()
            raise Closed() from error

    async def answer(self, method):
        raw = await self.reader.readuntil(b"\r\n\r\n")
        lines = raw[:-4].decode("latin-1").split("\r\n")
        fields = {}
        for line in lines[1:]:
            key, _, value = line.partition(":")
            fields[key.lower()] = value.strip()
        status = int(lines[0].split(" ")[1])
        length = 0 if method == "HEAD" else int(fields.get("content-length", 0))
        body = await self.reader.readexactly(length) if length else b""
        return Answer(method, status, fields, body)


class Client:
    """A device that speaks to the hub as an honest one does."""

    def __init__(self, landlord, device, port, source="127.0.0.1", hub_key=None):
        self.landlord, self.device, self.hub_key = landlord, device, hub_key
        self.connection = Connection(port, source)
        self.nonce = None
        self.stem = f"/v1/landlords/{landlord.id}"

    async def fresh(self):
        answer = await self.connection.ask("POST", "/v1/nonces")
        return answer.json["nonce"]

    async def ask(self, method, target, body=b"", fields=None):
        nonce, self.nonce = self.nonce or await self.fresh(), None
        told = dict(fields or {}, **signed_fields(self.device, method, target, body, nonce))
        if body:
            told["Content-Type"] = "application/octet-stream"
        answer = await self.connection.ask(method, target, body, told)
        if self.hub_key:
            assert is_signed(answer, nonce, self.hub_key), "an answer the hub did not sign"
        self.nonce = answer.fields.get("passerelle-nonce")
        return answer

    async def list(self, since=0):
        return await self.ask("GET", f"{self.stem}/bundles?since={since}")

    async def put(self, bundle):
        hash = hashlib.sha256(bundle).hexdigest()
        return hash, await self.ask("PUT", f"{self.stem}/bundles/{hash}", bundle)

    async def fetch(self, hash):
        return await self.ask("GET", f"{self.stem}/bundles/{hash}")


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


async def timed(times, work):
    begin = time.perf_counter()
    answer = await work
    times.append(time.perf_counter() - begin)
    return answer
