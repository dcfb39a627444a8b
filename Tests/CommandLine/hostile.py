"""A hostile member, with nothing of Passerelle's code: sound keys, a sound seal, and a body made to harm.

hostile.py bundle KIND STORE PASSPHRASE LOG OUT writes a bundle signed with the keys beside STORE and sealed
to every device that LOG names; hostile.py keyring COSTS STORE gives the keyring other costs.
Needs the Python package `cryptography`.
"""

import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Format"))

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402
from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: E402
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305  # noqa: E402
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: E402

import read_sealed as sealed  # noqa: E402
from read_bundle import Reader  # noqa: E402

MEGABYTE = 1 << 20
CHUNK = 16_384
REPLICA = bytes(range(16))


def varint(number):
    done = b""
    while number > 127:
        done += bytes([number & 127 | 128])
        number >>= 7
    return done + bytes([number])


def text(value):
    return varint(len(value)) + value


# Frames of RFC 8878 whose blocks each repeat one byte: four bytes for 131,072.


def bomb(count, empty_blocks=0):
    frame = b"\x28\xb5\x2f\xfd\xe0" + count.to_bytes(8, "little") + bytes(3) * empty_blocks
    for start in range(0, count, 131_072):
        size = min(131_072, count - start)
        frame += (size << 3 | 1 << 1 | (start + size == count)).to_bytes(3, "little") + b"\0"
    return frame


def sections(*claims):
    return b"\1" + b"".join(b"\2" + varint(count) + text(frame) for count, frame in claims) + b"\0"


BODIES = {
    # A section of 2 GB; one of 32 MB in a kilobyte; a frame that says more than its section.
    "section": lambda: sections((2048 * MEGABYTE, bomb(2048 * MEGABYTE))),
    "expansion": lambda: sections((32 * MEGABYTE, bomb(32 * MEGABYTE))),
    "frame": lambda: sections((60_000, bomb(2048 * MEGABYTE))),
    # 2 GB in 64 sections, each as large and as small as is admitted.
    "sections": lambda: sections(*[(32 * MEGABYTE, bomb(32 * MEGABYTE, 11_000))] * 64),
    "garbage": lambda: os.urandom(4_000),
    "empty": lambda: b"",
}


def public(key):
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def secrets(store, passphrase):
    """The device and its signing key, from the keyring; no word of the passphrase is on the list."""
    data = (pathlib.Path(store) / "keyring").read_bytes()
    content = Reader(sealed.open_keyring(data, passphrase.encode()), 0)
    if content.byte():
        content.raw(16)
    device = content.raw(16)
    content.varint()
    return device, Ed25519PrivateKey.from_private_bytes(content.raw(32))


def recipients(log):
    """The key of this month of every device that asked to join."""
    month = (time.gmtime().tm_year - 1970) * 12 + time.gmtime().tm_mon - 1
    keys = []
    for request in log.split(b"PASSERELLE-REQUEST\1")[1:]:
        reader = Reader(request, 48)
        for _ in range(reader.varint()):
            if reader.varint() == month:
                keys.append(reader.raw(32))
            else:
                reader.raw(32)
    return sorted(keys, key=lambda key: sealed.digest("key-name", key))


def stanza(key, secret, info):
    """HPKE of RFC 9180 in base mode, as read_sealed opens it."""
    ephemeral = X25519PrivateKey.generate()
    encapsulated = public(ephemeral)
    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\x01\0\x03"

    def lextract(salt, label, data, suite):
        return sealed.extract(salt, b"HPKE-v1" + suite + label + data)

    def lexpand(key, label, info, length, suite):
        return sealed.expand(key, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)

    agreed = ephemeral.exchange(X25519PublicKey.from_public_bytes(key))
    prk = lextract(b"", b"eae_prk", agreed, kem)
    shared = lexpand(prk, b"shared_secret", encapsulated + key, 32, kem)
    context = b"\0" + lextract(b"", b"psk_id_hash", b"", suite) + lextract(b"", b"info_hash", info, suite)
    schedule = lextract(shared, b"secret", b"", suite)
    cipher = ChaCha20Poly1305(lexpand(schedule, b"key", context, 32, suite))
    box = cipher.encrypt(lexpand(schedule, b"base_nonce", context, 12, suite), secret, b"")
    return sealed.digest("key-name", key)[:16] + encapsulated + box


def bundle(kind, store, passphrase, log, out):
    device, signer = secrets(store, passphrase)
    log = pathlib.Path(log).read_bytes()
    landlord = log[log.index(b"PASSERELLE-MEMBERS") :]
    reader = Reader(landlord, 19)
    reader.varint(), reader.varint(), reader.byte()
    partition = reader.raw(16)
    body = BODIES[kind]() + b"\x80"
    plain = body + bytes(sealed.padded(len(body)) - len(body))
    length = len(plain) + 16 * (len(plain) // CHUNK + 1)
    fields = b"\1" + text(b"landlord") + partition + text(b"B1") + device + REPLICA
    # Sequence 1 without a predecessor; from nothing to one write; no heads, no log, no audit.
    fields += varint(1) + bytes(32) + varint(0) + varint(1) + REPLICA + varint(1) + varint(0)
    fields += varint(0) + bytes(32) + bytes(32) + varint(len(plain)) + varint(length)
    keys = recipients(log)
    rest = 32 + len(varint(len(keys))) + 96 * len(keys) + 32
    head = b"PASSERELLE\1" + (len(fields) + rest).to_bytes(4, "big") + fields
    prologue, secret = sealed.digest("bundle-prologue", head), os.urandom(32)
    info = sealed.name("bundle-key") + partition + device + REPLICA + (1).to_bytes(8, "big")
    signed = head + sealed.hkdf(secret, prologue, "bundle-commitment") + varint(len(keys))
    signed += b"".join(stanza(key, secret, info + key) for key in keys)
    cipher = AESGCM(sealed.hkdf(secret, prologue, "bundle-payload"))
    travels = b""
    for index in range(len(plain) // CHUNK + 1):
        chunk = plain[index * CHUNK : (index + 1) * CHUNK]
        nonce = index.to_bytes(11, "big") + bytes([len(chunk) < CHUNK])
        travels += cipher.encrypt(nonce, chunk, b"")
    signed += sealed.hashlib.sha256(travels).digest()
    signature = signer.sign(sealed.name("bundle-signature") + signed)
    pathlib.Path(out).write_bytes(signed + signature + travels)


def keyring(costs, store):
    path = pathlib.Path(store) / "keyring"
    data = path.read_bytes()
    reader = Reader(data, 19)
    for _ in range(3):
        reader.varint()
    changed = b"".join(varint(int(cost)) for cost in costs.split(","))
    path.write_bytes(data[:19] + changed + data[reader.at :])


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
