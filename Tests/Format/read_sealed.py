#!/usr/bin/env python3
"""Reads sealed bundles and keyrings as Docs/bundle.md describes them, with nothing of Passerelle's code.

Without arguments, checks every such vector of sync-fixtures/sealed: the sound ones open with the published
secrets, the faulty ones are refused by the name that their file begins with. Needs the Python package
`cryptography`.
"""
import hashlib
import hmac
import json
import pathlib
import sys

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from read_bundle import Failure, Reader, demand

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "sync-fixtures" / "sealed"
P = 2**255 - 19
ORDER_8 = (
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
)
WEAK = {0, 1, P - 1} | {int.from_bytes(bytes.fromhex(u), "little") for u in ORDER_8}
LIMIT = 67_108_864


def name(text):
    return b"passerelle/1/" + text.encode() + b"\0"


def digest(domain, data):
    return hashlib.sha256(name(domain) + data).digest()


def extract(salt, key):
    return hmac.new(salt or bytes(32), key, hashlib.sha256).digest()


def expand(key, info, length):
    done = block = b""
    while len(done) < length:
        block = hmac.new(key, block + info + bytes([len(done) // 32 + 1]), hashlib.sha256).digest()
        done += block
    return done[:length]


def hkdf(secret, salt, domain):
    return expand(extract(salt, secret), name(domain), 32)


def open_hpke(secret, encapsulated, sealed, info):
    """RFC 9180, base mode, written from the RFC."""
    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\x01\0\x03"

    def lextract(salt, label, data, suite):
        return extract(salt, b"HPKE-v1" + suite + label + data)

    def lexpand(key, label, info, length, suite):
        return expand(key, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)

    mine = X25519PrivateKey.from_private_bytes(secret)
    public = mine.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    agreed = mine.exchange(X25519PublicKey.from_public_bytes(encapsulated))
    prk = lextract(b"", b"eae_prk", agreed, kem)
    shared = lexpand(prk, b"shared_secret", encapsulated + public, 32, kem)
    context = b"\0" + lextract(b"", b"psk_id_hash", b"", suite)
    context += lextract(b"", b"info_hash", info, suite)
    secret = lextract(shared, b"secret", b"", suite)
    key = lexpand(secret, b"key", context, 32, suite)
    nonce = lexpand(secret, b"base_nonce", context, 12, suite)
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, b"")
    except InvalidTag:
        raise Failure("bad-tag") from None


def padded(length):
    if length <= 2:
        return length
    exponent = length.bit_length() - 1
    mask = (1 << max(0, exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask


class Header:
    """What stands before the body."""

    def __init__(self, data):
        demand(len(data) >= 15, "too-short")
        demand(data[:10] == b"PASSERELLE", "bad-magic")
        demand(data[10] == 1, "unsupported-version")
        length = int.from_bytes(data[11:15], "big")
        demand(length <= 131_072, "limit")
        self.signed = 15 + length
        self.start = self.signed + 64
        demand(len(data) >= self.start, "truncated")
        reader = Reader(data[: self.signed], 15)
        self.fields(reader)
        plain, self.length = reader.varint(), reader.varint()
        self.lengths(plain)
        self.prologue = digest("bundle-prologue", data[: reader.at])
        self.stanzas = []
        if self.sealed:
            self.commitment = reader.raw(32)
            self.keys(reader)
        self.digest = reader.raw(32)
        demand(reader.left() == 0, "length")
        demand(len(data) >= self.start + self.length, "truncated")
        demand(len(data) == self.start + self.length, "trailing-data")

    def fields(self, reader):
        demand(reader.byte() in (1, 2, 3), "unknown-kind")
        self.sealed = reader.raw(reader.varint()) == b"landlord"
        self.partition = reader.raw(16)
        reader.raw(reader.varint())
        self.device, self.sender, self.sequence = reader.raw(16), reader.raw(16), reader.varint()
        reader.raw(32)
        for _ in range(2):
            for _ in range(reader.varint()):
                reader.raw(16), reader.varint()
        heads = reader.varint()
        demand(heads <= 512, "limit")
        for _ in range(heads):
            reader.raw(16), reader.varint(), reader.raw(32)
        reader.varint(), reader.raw(64)

    def lengths(self, plain):
        top = padded(LIMIT + 1)
        demand(plain <= top and self.length <= top + 16 * (top // 16_384 + 1), "limit")
        if not self.sealed:
            return demand(plain == self.length, "length")
        demand(self.length % 16_400 >= 16, "truncated")
        demand(self.length == plain + 16 * (plain // 16_384 + 1), "length")

    def keys(self, reader):
        count = reader.varint()
        demand(count <= 256, "limit")
        for _ in range(count):
            stanza = reader.raw(16), reader.raw(32), reader.raw(48)
            point = int.from_bytes(stanza[1], "little")
            demand(point < P and point not in WEAK, "weak-key")
            demand(not self.stanzas or self.stanzas[-1][0] < stanza[0])
            self.stanzas.append(stanza)


def open_bundle(data, verifier, secret):
    header = Header(data)
    try:
        message = name("bundle-signature") + data[: header.signed]
        key = Ed25519PublicKey.from_public_bytes(verifier)
        key.verify(data[header.signed : header.start], message)
    except InvalidSignature:
        raise Failure("signature") from None
    body = data[header.start :]
    if not header.sealed:
        demand(hashlib.sha256(body).digest() == header.digest, "digest")
        return body
    key = bundle_key(header, secret)
    demand(hkdf(key, header.prologue, "bundle-commitment") == header.commitment, "commitment")
    plain = open_chunks(AESGCM(hkdf(key, header.prologue, "bundle-payload")), body)
    demand(hashlib.sha256(body).digest() == header.digest, "digest")
    content = plain.rstrip(b"\0")
    demand(content.endswith(b"\x80") and padded(len(content)) == len(plain), "length")
    return content[:-1]


def bundle_key(header, secret):
    public = X25519PrivateKey.from_private_bytes(secret).public_key()
    public = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    mine = digest("key-name", public)[:16]
    for recipient, encapsulated, sealed in header.stanzas:
        if recipient == mine:
            info = name("bundle-key") + header.partition + header.device + header.sender
            info += header.sequence.to_bytes(8, "big") + public
            return open_hpke(secret, encapsulated, sealed, info)
    raise Failure("no-stanza-for-me")


def open_chunks(cipher, body):
    plain = b""
    for index in range(len(body) // 16_400 + 1):
        chunk = body[index * 16_400 : (index + 1) * 16_400]
        nonce = index.to_bytes(11, "big") + bytes([len(chunk) < 16_400])
        try:
            plain += cipher.decrypt(nonce, chunk, b"")
        except InvalidTag:
            raise Failure("bad-tag") from None
    return plain


def open_keyring(data, passphrase):
    demand(len(data) > 19, "too-short")
    demand(len(data) <= 65_536, "limit")
    demand(data[:18] == b"PASSERELLE-KEYRING", "bad-magic")
    demand(data[18] == 1, "unsupported-version")
    reader = Reader(data, 19)
    log2, block, parallel = reader.varint(), reader.varint(), reader.varint()
    demand(15 <= log2 <= 18 and block == 8 and 1 <= parallel <= 4, "kdf-parameters")
    salt, check = reader.raw(32), reader.raw(32)
    demand(reader.left() > 16, "truncated")
    derived = Scrypt(salt, 64, 1 << log2, block, parallel).derive(passphrase)
    demand(derived[:32] == check, "passphrase")
    try:
        return AESGCM(derived[32:]).decrypt(bytes(12), data[reader.at :], data[: reader.at])
    except InvalidTag:
        raise Failure("bad-tag") from None


def recovery_secret(lines, words, landlord):
    """The secret that opens bundles, from the printed lines."""
    bits = ""
    for number, line in enumerate(lines):
        values = [format(words[word], "011b") for word in line.split()]
        packed = int("".join(values[:5]) + "0", 2).to_bytes(7, "big")
        check = digest("recovery-line", landlord + bytes([number]) + packed)
        demand(format(int.from_bytes(check[:2], "big") >> 5, "011b") == values[5], "checksum")
        bits += "".join(values[:5])
    seed = int(bits[:256], 2).to_bytes(32, "big")
    check = format(int.from_bytes(digest("recovery-kit", landlord + seed)[:3], "big"), "024b")
    demand(check[:19] == bits[256:], "checksum")
    return hkdf(seed, landlord, "recovery-receive")


def word_list():
    text = (FOLDER.parents[1] / "Sources/Sealing/Data/FrenchWordsText.swift").read_text()
    words = text.split('#"""')[1].split('"""#')[0].split()
    return {word: number for number, word in enumerate(words)}


def folded(text):
    return " ".join(text.lower().replace("é", "e").replace("è", "e").split())


def failure(work, *arguments):
    try:
        work(*arguments)
    except Failure as refusal:
        return str(refusal)
    return None


def main():
    secrets = json.loads((FOLDER / "valid" / "secrets.json").read_text())
    verifier = bytes.fromhex(secrets["senderVerifyingKey"])
    lines = secrets["recoveryKit"].split("\n")
    keys = [
        bytes.fromhex(secrets["receiver"]),
        recovery_secret(lines, word_list(), bytes.fromhex(secrets["landlord"])),
    ]
    passphrase = folded(secrets["keyringPassphrase"]).encode()
    faults, read = [], 0
    for path in sorted(FOLDER.glob("*/*.passerelle")) + sorted(FOLDER.glob("*/*.keyring")):
        data = path.read_bytes()
        expected = None if path.parent.name == "valid" else path.name.split(".")[0]
        if path.suffix == ".keyring":
            found = [failure(open_keyring, data, passphrase)]
        else:
            tried = keys[:1] if expected else keys
            found = [failure(open_bundle, data, verifier, key) for key in tried]
        read += 1
        faults += [f"{path.name}: {name}" for name in found if name != expected]
    delta = (FOLDER / "valid" / "delta.passerelle").read_bytes()
    if not faults and len(open_bundle(delta, verifier, keys[0])) != 1_200:
        faults.append("delta.passerelle does not hold 1,200 bytes")
    if read < 30:
        faults.append(f"only {read} vectors")
    print("\n".join(faults) or f"{read} sealed vectors read")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
