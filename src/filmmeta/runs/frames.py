"""What a run and its workers say to each other: frames of a head, which is JSON, and bytes as they are."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import IO, Any

from filmmeta.runs.inputs import Input
from filmmeta.runs.limits import Verdict
from filmmeta.runs.outcome import Outcome

SIZES = struct.Struct("<IQ")  # of the head, of the bytes
READ, REJECT = "read", "reject"  # what a worker is to do with a page
READY = ["ready"]  # what a worker says first
Frame = tuple[list[Any], bytes]


def framed(head: list[Any], body: bytes = b"") -> bytes:
    """One frame; a lone surrogate in its head becomes a question mark."""
    said = json.dumps(head, ensure_ascii=False).encode("utf-8", "replace")
    return b"".join((SIZES.pack(len(said), len(body)), said, body))


def read(stream: IO[bytes]) -> Iterator[Frame]:
    """The frames of a stream, each as soon as it is there, until the stream ends."""
    while len(sizes := stream.read(SIZES.size)) == SIZES.size:
        head, body = SIZES.unpack(sizes)
        yield json.loads(stream.read(head)), stream.read(body)


def taken(buffer: bytearray) -> Iterator[Frame]:
    """The frames that are whole in the buffer, each taken out of it."""
    while len(buffer) >= SIZES.size:
        head, body = SIZES.unpack_from(buffer)
        start = SIZES.size + head
        if len(buffer) < start + body:
            return
        frame = json.loads(buffer[SIZES.size : start]), bytes(buffer[start : start + body])
        del buffer[: start + body]
        yield frame


def of_page(page: Input) -> bytes:
    """The frame that has a worker read a page."""
    return framed([READ, page.name, page.url, page.encoding, page.refusal, page.saved], page.body)


def of_verdict(page: Input, sha256: str, verdict: Verdict) -> bytes:
    """The frame that has a worker write a page's reject without touching its bytes."""
    return framed([REJECT, page.name, page.url, page.saved, sha256, len(page.body), *verdict])


def of_outcome(outcome: Outcome) -> bytes:
    """The frame of what came of a page."""
    _, _, _, _, lines, *rest = outcome
    kinds = [(kind, len(line)) for kind, line in lines]
    return framed([*outcome[:4], kinds, *rest], b"".join(line for _, line in lines))


def outcome(frame: Frame) -> Outcome:
    """What came of a page, from its frame."""
    (name, url, sha256, size, kinds, problems, *rest), body = frame
    ends = accumulate((length for _, length in kinds), initial=0)
    lines = tuple((kind, body[start:end]) for (kind, _), (start, end) in zip(kinds, pairwise(ends), strict=True))
    return Outcome(name, url, sha256, size, lines, tuple(problems), *rest)
