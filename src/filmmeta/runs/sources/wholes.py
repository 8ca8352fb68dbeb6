"""The pages of a file that is read whole: a page, MHTML, HAR or a JSON array."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from typing import Any

from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import days, feeds, http, left
from filmmeta.runs.sources.kinds import Kind
from filmmeta.runs.sources.origins import Feed, LeftOut, encoded

HTML = ("text/html", "application/xhtml+xml")


def pages(body: bytes, name: str, url: str, what: Kind, feed: Feed) -> Iterator[Input | LeftOut]:
    """The pages in a file's bytes."""
    if what == "mhtml":
        yield from mhtml(body, name, url)
    elif what == "har":
        yield from har(body, name)
    elif what == "array":
        yield from feeds.array(body, name, url, feed)
    else:
        yield Input(name, url, body)


def mhtml(body: bytes, name: str, url: str) -> Iterator[Input | LeftOut]:
    """The first HTML of a page that a browser saved in one file; its other parts are left out."""
    try:
        message = BytesParser().parsebytes(body)
        parts = [part for part in message.walk() if not part.is_multipart()]
        main = next((part for part in parts if part.get_content_type() in HTML), None)
        found = payload(main) if main else b""
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
        yield Input(name, url, refusal="MHTML that cannot be read")
        return
    if main is None:
        yield Input(name, url, refusal="MHTML without a page")
        return
    address = http.said(main, "Content-Location") or http.said(message, "Snapshot-Content-Location") or url
    saved = days.of_mail(http.said(message, "Date"))
    yield Input(name, address, found, http.charset(http.said(main, "Content-Type")), saved=saved)
    for number, each in enumerate(parts):
        if each is not main:
            yield LeftOut(f"{name}#{number + 1}", "a part of a saved page")


def payload(part: Message) -> bytes:
    """The bytes of a part of a message, its transfer encoding undone."""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def har(body: bytes, name: str) -> Iterator[Input | LeftOut]:
    """The pages among the responses that a browser logged."""
    try:
        entries = json.loads(body.decode("utf-8-sig", "replace"))["log"]["entries"]
        entries = entries if isinstance(entries, list) else []
    except (ValueError, RecursionError, KeyError, TypeError):
        yield Input(name, refusal="a HAR file that is cut short or broken")
        return
    if not entries:
        yield Input(name, refusal="a HAR file without entries")
    number = 0
    for entry in entries:
        found = logged(entry, f"{name}#{number + 1}")
        number += isinstance(found, Input)
        yield found


def logged(entry: object, name: str) -> Input | LeftOut:
    """What one entry of a log is to a run."""
    response, content = within(entry, "response"), within(within(entry, "response"), "content")
    status, type_ = response.get("status"), str(content.get("mimeType") or "")
    why = left.unsuccessful(status if isinstance(status, int) else 0) or left.why(type_)
    text = content.get("text")
    if why or not isinstance(text, str) or not text:
        return LeftOut(name, why or "its body was not kept")
    url = within(entry, "request").get("url")
    address = url if isinstance(url, str) else ""
    saved = days.of_timestamp(entry.get("startedDateTime") if isinstance(entry, dict) else "")
    if content.get("encoding") != "base64":
        return Input(name, address, encoded(text), "utf-8", saved=saved)
    try:
        found = base64.b64decode("".join(text.split()), validate=True)
        return Input(name, address, found, http.charset(type_), saved=saved)
    except (binascii.Error, ValueError):
        return Input(name, address, refusal="its Base64 is broken")


def within(value: object, key: str) -> dict[str, Any]:
    """The object below a key; empty when there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}
