"""Which kind of file holds pages how: by the end of its name, confirmed by its first bytes."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["page", "zip", "wacz", "tar", "warc", "mhtml", "har", "lines", "table", "parquet", "array"]
HEAD = 1024  # bytes that tell a kind
SUFFIXES: dict[str, Kind] = {
    "zip": "zip", "wacz": "wacz", "tar": "tar", "tgz": "tar", "tbz2": "tar", "tbz": "tar", "txz": "tar",
    "tzst": "tar", "warc": "warc", "mht": "mhtml", "mhtml": "mhtml", "har": "har", "jsonl": "lines",
    "json": "array", "ndjson": "lines", "jl": "lines", "csv": "table", "tsv": "table", "parquet": "parquet",
}  # fmt: skip
PACKED = (".gz", ".bz2", ".xz", ".zst")
MAGIC: dict[Kind, re.Pattern[bytes]] = {
    "zip": re.compile(rb"PK(?:\x03\x04|\x05\x06)"),
    "wacz": re.compile(rb"PK(?:\x03\x04|\x05\x06)"),
    "tar": re.compile(rb"(?s).{257}(?:ustar|\0{5})"),
    "warc": re.compile(rb"WARC/\d"),
    "mhtml": re.compile(rb"(?i)(?:[\w-]{1,40}:[^\n]{0,400}\n|[ \t][^\n]{0,400}\n){0,20}(?:mime-version|content-type):"),
    "har": re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}\{\s{0,99}\"log\"\s{0,99}:\s{0,99}\{"),
    "lines": re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}\{"),
    "array": re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}\[\s{0,99}\{"),
    "parquet": re.compile(rb"PAR1"),
}
PLAIN: tuple[Kind, ...] = ("warc", "har")
"""Kinds that their first bytes alone tell."""
LAYERS: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b\x08", "gz"), (b"BZh", "bz2"), (b"\xfd7zXZ\0", "xz"), (b"\x28\xb5\x2f\xfd", "zst"),
    (b"\x5d\x2a\x4d\x18", "zst"),
)  # fmt: skip
"""The first bytes of what is compressed; the last is the dictionary of a WARC file in Zstandard."""


def kind(name: str, head: bytes) -> Kind:
    """What a file is, its compression taken away; one that is not what its name says is a page."""
    said = SUFFIXES.get(suffix(unpacked_name(name)), "page")
    if said in MAGIC and not MAGIC[said].match(head):
        said = "page"
    if said == "page":
        return next((each for each in PLAIN if MAGIC[each].match(head)), said)
    return said


def layer(head: bytes) -> str:
    """How the bytes are compressed; empty when they are not."""
    return next((name for magic, name in LAYERS if head.startswith(magic)), "")


def unpacked_name(name: str) -> str:
    """A file's name without what its compression added to it."""
    return name.rpartition(".")[0] if name.lower().endswith(PACKED) else name


def suffix(name: str) -> str:
    """What stands behind the last full stop of a name, in lower case."""
    return name.rpartition("/")[2].rpartition(".")[2].lower()
