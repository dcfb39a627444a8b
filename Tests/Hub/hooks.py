"""What makes of schemathesis a member of an invented landlord: its requests are signed as they go out.

PASSERELLE_FUZZ_MEMBER names the landlord's seed; without it requests stay unsigned.
"""
import itertools
import os
import random

import requests
import schemathesis

import wire

SEED = os.environ.get("PASSERELLE_FUZZ_MEMBER")
LANDLORD = wire.Landlord(20, int(SEED)) if SEED else None
DEVICES = itertools.cycle(LANDLORD.devices if LANDLORD else [])
DRAW = random.Random(1)


class Signed(requests.auth.AuthBase):
    """Signs the request as it stands, over a nonce of its own."""

    def __call__(self, request):
        base = request.url[: request.url.index("/", 8)]
        nonce = requests.post(f"{base}/v1/nonces", timeout=10).json()["nonce"]
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        target = request.path_url
        request.headers.update(wire.signed_fields(next(DEVICES), request.method, target, body, nonce))
        return request


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Another landlord would be told 404 each time; some hashes are those of bundles that are there."""
    if LANDLORD and path_parameters and "landlord" in path_parameters:
        path_parameters["landlord"] = str(LANDLORD.id)
        known = os.environ.get("PASSERELLE_FUZZ_HASHES", "").split()
        if "hash" in path_parameters and known and DRAW.random() < 0.5:
            path_parameters["hash"] = DRAW.choice(known)
        if "device" in path_parameters and DRAW.random() < 0.5:
            path_parameters["device"] = LANDLORD.devices[0].id.hex()
    return path_parameters


@schemathesis.hook
def before_call(context, case, kwargs):
    if LANDLORD and "/landlords/" in case.path:
        kwargs["auth"] = Signed()
        # Most bodies are of the one type that is taken; the others are refused before they are read.
        if case.body is not None and DRAW.random() < 0.9:
            case.headers = dict(case.headers or {}, **{"Content-Type": "application/octet-stream"})
