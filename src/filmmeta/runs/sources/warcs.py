"""The pages of a WARC file: its successful responses that hold text."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import days, http, left
from filmmeta.runs.sources.origins import LeftOut, Refused
from filmmeta.runs.sources.records import BROKEN, SHORT, Broken, Record, records
from filmmeta.runs.sources.regular import too_large
from filmmeta.runs.sources.rewindable import Rewindable, Stream
from filmmeta.runs.sources.unpacked import Unpacked

MARK = b"WARC/1."
MOST_BLOCK = MAX_BYTES + http.MOST_HEADERS
SCHEMES = ("http", "https", "ftp", "file", "")
"""Crawlers keep their logs and notes below other ones."""
PAGES = ("response", "resource", "conversion")


def pages(stream: Stream, name: str, raw: Unpacked | None = None) -> Iterator[Input | LeftOut]:
    """The pages of a WARC file, called by its name and their number; broken records are refusals between them.

    ``raw`` is what decompresses the stream: where it breaks, it may go on behind the broken bytes.
    """
    window = Rewindable(stream)
    number = 0
    for found in given(window, raw):
        number += isinstance(found, Input)
        yield found._replace(name=f"{name}#{max(number, 1)}")


def given(window: Rewindable, raw: Unpacked | None) -> Iterator[Input | LeftOut]:
    """What each record of a file is to a run, and a refusal for each place where there is none."""
    there, unsaid = True, ""  # what is between two records, or the second of them, is broken: the next look tells
    while there:
        start, problem, first = window.at, "", True
        try:
            for record in records(window):
                if first and unsaid:
                    yield Input("", refusal=unsaid)
                start, first, unsaid = record.start, False, ""
                yield page(record)
        except Broken as broken:
            problem = str(broken)
            first = first or broken.within
        there = bool(problem) and not window.failed and window.find(MARK, start)
        if window.failed:
            raise window.failed
        if not there and raw and raw.resumed():
            there, problem = True, problem or BROKEN
            window.go_on()
        if problem and there and not first:
            unsaid = problem
        elif (problem or unsaid) and not (raw and raw.broken):  # else who opened it says so
            yield Input("", refusal=problem or unsaid)
            unsaid = ""


def page(record: Record) -> Input | LeftOut:
    """What one record is to a run; its block is read to the end."""
    length = record.length
    kind = (record.field("WARC-Type") or "").lower()
    if kind not in PAGES:
        record.skip(length)
        known = kind in ("warcinfo", "request", "metadata", "revisit", "continuation")
        return LeftOut("", f"a {kind} record" if known else "a record of no known type")
    address = located(record.field("WARC-Target-URI") or "")
    said = record.field("Content-Type") or ""
    scheme = address.partition(":")[0].lower() if ":" in address[:20] else ""
    block = record.block(min(length, http.MOST_HEADERS))
    sent = http.response(block) if kind == "response" and "dns" not in said else None
    why = reason(sent, said) if scheme in SCHEMES else "a record of no page"
    if why or length > MOST_BLOCK:
        record.skip(length - len(block))
        return LeftOut("", why) if why else Input("", address, refusal=str(too_large(length)))
    block += record.block(length - len(block))
    if len(block) < length:
        raise Broken(SHORT, within=True)
    found = content(address, block, said if not sent or not sent.status else "")
    return found._replace(saved=days.of_timestamp(record.field("WARC-Date") or ""))


def located(said: str) -> str:
    """An address without what crawlers write around it, and on one line."""
    line = (said.strip().removeprefix("<").removesuffix(">").splitlines() or [""])[0]
    return line.strip().replace(" ", "%20")


def reason(sent: http.Response | None, content_type: str) -> str:
    """Why a record's block is no page; empty when it is one."""
    if sent and sent.status:
        return left.unsuccessful(sent.status) or left.why(http.said(sent.header, "Content-Type"))
    return left.why("" if content_type.startswith("application/http") else content_type)


def content(address: str, block: bytes, content_type: str) -> Input:
    """The page in a block: a response, or the body alone with its type."""
    if content_type:
        return Input("", address, block, http.charset(content_type))
    sent = http.response(block)
    try:
        return Input("", address, http.body(sent), http.charset(http.said(sent.header, "Content-Type")))
    except Refused as refused:
        return Input("", address, refusal=str(refused))
