"""The page's text: the one place where bytes become characters."""

from __future__ import annotations

import re
from typing import NamedTuple

import webencodings

from filmmeta.claim import Problem

HEAD = 4096  # where a declaration may stand; WHATWG asks for 1,024, old pages are wordier
DETECTED = 65_536  # bytes that the detector sees: more changes no answer and costs time
SOUND = 5  # UTF-8 with this many good characters beyond ASCII for a bad byte is UTF-8 with damage

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
DECLARATION = re.compile(
    rb"""<(?:meta\s[^<>]{0,400}?charset|\?xml\s[^<>]{0,200}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# The first two characters of UTF-8 that was read as windows-1252 or windows-1251 and saved as UTF-8.
TWICE = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xe2[\x80\x82\x84].|[\xc5\xc6\xcb].)"
    rb"|\xd0[\x92-\x95\xa0\xa1\xb2](?:\xc2[\xa0-\xbf]|\xe2[\x80\x82\x84].|\xd0[\x80-\x8f]|\xd1[\x90-\x9f]|\xd2[\x90\x91])"
)

# Of these characters, one stands in every longer text that was decoded wrongly: leads of two or three bytes
# in windows-1252, and what windows-1251 makes of the commonest Russian letter.
LEADS = "ÃÂâÐÑÎ×ØãÄÅѕ"
# A character beyond ASCII that was decoded wrongly stands as two or more beside each other, not all of them small
# letters of European languages, or as one of these.
SMALL = "ßà-öø-üčďěľňřšťůžąęłńśćżźőűğışăîţțșа-яё"
PAIR = re.compile(f"[^\x00-\x7f{SMALL}][^\x00-\x7f]|[^\x00-\x7f][^\x00-\x7f{SMALL}]|[\x80-\x9fŒœÃÂ]")
MAX_REPAIRED = 4_000_000  # characters of lines that may have been decoded wrongly
A_LINE = 100  # characters that each of them counts besides its own
PRINTED = re.compile(rb"[\x00\t\n\r -~]*+")
MARKED = (b"\xef", b"\xff", b"\x00", b"\xfe")
# Bytes that are control characters in an ISO 8859 part and letters in Windows' variant of it: nobody
# wrote the controls.
C1 = re.compile(rb"[\x80-\x9f]")
WINDOWS = {
    "iso-8859-2": "windows-1250",
    "iso-8859-5": "windows-1251",
    "iso-8859-6": "windows-1256",
    "iso-8859-7": "windows-1253",
    "iso-8859-8": "windows-1255",
    "iso-8859-13": "windows-1257",
}


class Decoded(NamedTuple):
    """A page's characters, the WHATWG name of the encoding they were read in, and what was lost."""

    text: str
    encoding: str
    problems: tuple[Problem, ...]


def decode(body: bytes, said: str = "") -> Decoded:
    """The text of ``body``, by its BOM, ``said`` (a transport's word), its declaration, UTF-8, a detector.

    Line ends come out as ``\\n``; NUL as U+FFFD; text that was decoded wrongly before it was saved as it
    was meant. Never fails: bytes that are no text in the encoding come out as U+FFFD, with a problem.
    """
    encoding, text, lossy = choose(body, said)
    problems = []
    if lossy:
        problems.append(Problem("undecodable", "", f"{text.count(chr(0xFFFD))} bytes are no {encoding}"))
    if b"\0" in body and "\0" in text:
        problems.append(Problem("scrubbed", "", f"{text.count(chr(0))} NUL"))
        text = text.replace("\0", "\ufffd")
    if encoding == "utf-8" and any(map(text.__contains__, LEADS)) and TWICE.search(body):
        text, found = repair(text)
        problems += found
    if b"\r" in body:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, encoding, tuple(problems))


def choose(body: bytes, said: str) -> tuple[str, str, bool]:
    """The encoding's name, the text in it, and whether that had to have U+FFFD for bytes that are no text."""
    for mark, name in BOMS if body[:1] in MARKED else ():
        if body.startswith(mark):
            text = body[len(mark) :].decode(name, "replace")
            return name, text, "\ufffd" in text
    named = (said and lookup(said)) or declared(body) or (b"\0" in body[:HEAD] and wide(body))
    for name in dict.fromkeys((named, "utf-8") if named else ("utf-8",)):
        try:
            return name, codec(name, body, "strict"), False
        except UnicodeDecodeError:
            continue
    if named in (None, False, "utf-8") and mostly_utf_8(body):
        return "utf-8", body.decode("utf-8", "replace"), True
    name = named if named and named != "utf-8" else detected(body)
    text = codec(name, body, "replace")
    return name, text, "\ufffd" in text


def mostly_utf_8(body: bytes) -> bool:
    """Whether bytes that are no UTF-8 were UTF-8 once, and were cut or damaged since."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return good > 0 and good >= SOUND * (bad - text.endswith("\ufffd"))


def codec(name: str, body: bytes, errors: str) -> str:
    """``body`` decoded by the codec that WHATWG means by ``name``."""
    known = None if name == "utf-8" else webencodings.lookup(name)
    if known is None:
        return body.decode(name, errors)
    text: str = known.codec_info.decode(body, errors)[0]
    return text


def lookup(label: str) -> str | None:
    """The WHATWG name that a label stands for (``latin-1`` → ``windows-1252``), None for an unknown one."""
    known = webencodings.lookup(label)
    if known is None or known.name in ("x-user-defined", "replacement"):
        return None
    return str(known.name)


def declared(body: bytes) -> str | None:
    """The encoding that the page's own head declares; a UTF-16 that can be read as ASCII is UTF-8."""
    match = DECLARATION.search(body, 0, HEAD) if b"<" in body[:HEAD] else None
    name = lookup(match[1].decode("ascii", "replace")) if match else None
    return "utf-8" if name and name.startswith("utf-16") else name


def wide(body: bytes) -> str | None:
    """UTF-16 without a mark, told by where the NULs of its ASCII characters stand."""
    head = body[: HEAD // 2 * 2]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if PRINTED.fullmatch(head) and max(even, odd) * 4 < len(head):
        return None  # ASCII with NUL in it here and there
    if max(even, odd) * 16 > len(head) and min(even, odd) * 20 < max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def detected(body: bytes) -> str:
    """What the detector makes of undeclared bytes, windows-1252 when it makes nothing of them."""
    import chardet

    found = chardet.detect(body[:DETECTED])["encoding"]
    name = (found and lookup(found)) or "windows-1252"
    return WINDOWS.get(name, name) if C1.search(body) else name


def repair(text: str) -> tuple[str, list[Problem]]:
    """The text with its wrongly decoded lines put right, and how many they were or how many were too many to try."""
    from ftfy import TextFixerConfig, fix_encoding

    config = TextFixerConfig(unescape_html=False)
    lines = text.split("\n")
    right: dict[str, str] = {}
    budget = MAX_REPAIRED
    left = 0
    for line in lines:
        if line in right or line.isascii() or not PAIR.search(line):
            continue
        budget -= len(line) + A_LINE
        if budget < 0:
            left += 1
        else:
            right[line] = fix_encoding(line, config)
    fixed = [right.get(line, line) for line in lines]
    repaired = sum(a != b for a, b in zip(lines, fixed, strict=True))
    problems = [Problem("mojibake-repaired", "", f"{repaired} lines were decoded wrongly before")] if repaired else []
    if left:
        problems.append(Problem("over-budget", "", f"{left} lines that may have been decoded wrongly before"))
    return "\n".join(fixed), problems
