"""The page in an HTTP response: dechunked, decompressed, with what its header says of it."""

from __future__ import annotations

import re
import zlib
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.sources.origins import Refused
from filmmeta.runs.sources.regular import too_large
from filmmeta.runs.sources.unpacked import STEP, Errors, made

STATUS = re.compile(rb"HTTP/\d(?:\.\d)? {1,9}(\d{3})(?!\d)[^\n]{0,999}\n")
SIZE = re.compile(rb"[ \t]{0,9}([0-9A-Fa-f]{1,12})[ \t]{0,9}(?:;[^\n]{0,999})?\r?\n")
MOST_HEADERS = 65_536  # bytes
Layers = {"gzip": "gz", "x-gzip": "gz", "zstd": "zst"}


class Response(NamedTuple):
    """A response's status (0 when it has none), its header and its body as it was sent."""

    status: int
    header: Message
    body: bytes


def response(block: bytes) -> Response:
    """What a block holds; one without a status line is all body."""
    status = STATUS.match(block)
    if not status:
        return Response(0, Message(), block)
    ends = [(at, len(mark)) for mark in (b"\r\n\r\n", b"\n\n") if (at := block.find(mark, 0, MOST_HEADERS)) >= 0]
    end, length = min(ends, default=(min(len(block), MOST_HEADERS), 0))
    header = BytesHeaderParser().parsebytes(block[status.end() : end] + b"\n\n")
    return Response(int(status[1]), header, block[end + length :])


def said(header: Message, name: str) -> str:
    """A field of a header as text; empty when it is missing."""
    return str(header.get(name, "")).strip()


def charset(content_type: str) -> str:
    """The encoding that a content type names; empty when it names none."""
    found = re.search(r"(?i)\bcharset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,60})", content_type)
    return found[1] if found else ""


def body(sent: Response) -> bytes:
    """A response's page; Refused when it cannot be had."""
    found = sent.body
    if "chunked" in said(sent.header, "Transfer-Encoding").lower():
        found = dechunked(found)
    codings = said(sent.header, "Content-Encoding").lower().split(",")
    for coding in reversed([each.strip() for each in codings[:9]]):
        if found and coding not in ("", "identity", "none"):
            found = decoded(found, coding)
    if len(found) > MAX_BYTES:
        raise too_large(len(found))
    return found


def dechunked(sent: bytes) -> bytes:
    """A body put together of its chunks; as it is when it has none, since crawlers keep the header without them."""
    chunks, at = [], 0
    while size := SIZE.match(sent, at):
        length = int(size[1], 16)
        chunks.append(sent[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if sent.startswith(b"\r\n", at) else sent.startswith(b"\n", at)
        if not length:
            break
    return b"".join(chunks) if chunks else sent


def decoded(sent: bytes, coding: str) -> bytes:
    """A body decompressed; as it is when it never was compressed, since crawlers keep the header all the same."""
    if coding == "deflate":
        return deflated(sent)
    if coding == "br":
        return brotli(sent)
    if coding not in Layers:
        raise Refused("a content encoding that nobody knows")
    magic = {"gz": b"\x1f\x8b", "zst": b"\x28\xb5\x2f\xfd"}[Layers[coding]]
    return inflated(sent, Layers[coding]) if sent.startswith(magic) else sent


def inflated(sent: bytes, layer: str) -> bytes:
    """What a decompressor makes of a body; one that ends too soon gives what it has, and the page shows it."""
    decompressor, parts, size = made(layer), [], 0
    try:
        for at in range(0, len(sent), STEP):
            parts.append(decompressor.decompress(sent[at : at + STEP]))
            size += len(parts[-1])
            if size > MAX_BYTES:
                raise too_large(size)
            if decompressor.eof:
                break
    except Refused:
        raise
    except Errors as error:
        raise Refused("its content encoding is broken") from error
    return b"".join(parts)


def deflated(sent: bytes) -> bytes:
    """A body in deflate, with the header of zlib or without."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        decompressor = zlib.decompressobj(bits)
        try:
            found = decompressor.decompress(sent, MAX_BYTES + 1)
        except zlib.error:
            continue
        if len(found) > MAX_BYTES:
            raise too_large(len(found))
        return found
    if sent.lstrip().startswith((b"<", b"{", b"[")):
        return sent
    raise Refused("its content encoding is broken")


def brotli(sent: bytes) -> bytes:
    """A body in Brotli, where a library for it is installed."""
    try:
        import brotli as library
    except ImportError as error:
        raise Refused("it is compressed with Brotli: install brotli") from error
    try:
        found: bytes = library.Decompressor().process(sent, output_buffer_limit=MAX_BYTES + 1)
    except TypeError as error:
        raise Refused("it is compressed with Brotli: install brotli 1.2 or later") from error
    except library.error as error:
        if sent.lstrip().startswith((b"<", b"{", b"[")):
            return sent
        raise Refused("its content encoding is broken") from error
    if len(found) > MAX_BYTES:
        raise too_large(len(found))
    return found
