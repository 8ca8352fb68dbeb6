"""Hostile bytes: encodings that are none, marks that steer a terminal, lines that pretend to be records."""

from __future__ import annotations

import json

from hostile import LISTING, REVIEW, TITLE, Making, html, linked, movie

CHARSETS = (
    "base64 rot13 rot_13 hex zlib bz2 uu quopri idna punycode unicode_escape raw_unicode_escape string_escape"
    " utf-7 utf-16 utf-32 utf_8_sig undefined mbcs oem charmap latin-1 iso-2022-jp iso-2022-kr hz-gb-2312"
    " gb18030 big5 shift_jis euc-kr replacement x-user-defined cesu-8 klingon-8 ../../etc/passwd UTF-8\\0"
).split()
FORGED = '","kind":"film"}\n{"kind":"film","title":"Forged"}\n'
STEERING = "\x1b[2J\x1b]0;owned\x07\x9b31m \u202e\u2066\u200f\u061c \ufeff"


def declared(charset: str) -> bytes:
    return f"<html><head><meta charset={charset}>{html('')[15:]}".encode() + "Été +ADw-script+AD4- PGI+".encode()


BYTES: Making = {
    **{f"charset {name}": lambda name=name: declared(name) for name in CHARSETS},  # type: ignore[misc]
    "NUL": lambda: html("<p>The ferry leaves\0 at noon</p>" * 20_000).encode(),
    "NUL in tags": lambda: html("<\0p><d\0iv cl\0ass=x>").encode() * 1_000,
    "surrogates": lambda: html("<p>\ud800 a \udfff</p>" * 50_000),
    "coded surrogates": lambda: html("").encode() + b"\xed\xa0\x80\xed\xbf\xbf" * 100_000,
    "overlong": lambda: LISTING.encode() + b"\xc0\x80\xe0\x80\x80\xf0\x80\x80\x80\xff" * 100_000,
    "noncharacters": lambda: html("<p>\ufffe\uffff\U0010ffff\ufdd0</p>" * 50_000),
    "UTF-16": lambda: html("<p>x</p>" * 100_000).encode("utf-16"),
    "UTF-16 halves": lambda: b"\xff\xfe" + b"\x00\xd8" * 500_000,
    "UTF-32": lambda: html("<p>x</p>" * 100_000).encode("utf-32"),
    "UTF-32 beyond": lambda: b"\xff\xfe\x00\x00" + b"\xff\xff\xff\x7f" * 500_000,
    "every byte": lambda: LISTING.encode() + bytes(range(32, 256)) * 20_000,
    "high bytes": lambda: LISTING.encode() + b"\xe9\xf1\xfc " * 500_000,
    "Latin-1 reviews": lambda: (REVIEW + "Été à l'œuvre, déjà vu. ").encode("cp1252", "replace") * 2_000,
    "doubly decoded": lambda: LISTING + "Ð¤Ð¸Ð»ÑŒÐ¼ Ð¾ Ð¿Ð°Ñ€Ð¾Ð¼Ðµ\n" * 30_000,
    "doubly decoded on a line": lambda: LISTING + "Ð¤Ð¸Ð»ÑŒÐ¼ Ð¾ Ð¿Ð°Ñ€Ð¾Ð¼Ðµ " * 30_000,
    "a forged line in a title": lambda: linked(movie(name=TITLE + FORGED)),
    "a forged line in HTML": lambda: (
        f"<html><title>{TITLE} (1987){FORGED}</title><h1>{TITLE}{FORGED}</h1><p>Director: Ann Bly{FORGED}"
    ),
    "a forged line in text": lambda: f"{TITLE} {FORGED}{LISTING}Plot: {FORGED}",
    "separators in a title": lambda: linked(movie(name=f"{TITLE}\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e")),
    "steering in a title": lambda: linked(movie(name=TITLE + STEERING)),
    "steering in HTML": lambda: (
        f"<html><title>{TITLE} (1987)</title><h1>{TITLE}{STEERING} (1987)</h1>"
        f"<p>Director: Ann{STEERING}Bly<p>Country: Norway"
    ),
    "steering in text": lambda: f"{TITLE} (1987)\nDirector: Ann{STEERING}Bly\nCountry: Norway\n",
    "long numbers": lambda: (
        LISTING
        + "".join(
            f"{label}: {'9' * 5_000}\n"
            for label in ("Runtime", "Budget", "Rating", "Votes", "Gross", "Admissions", "Year", "Season")
        )
    ),
    "long numbers with commas": lambda: (
        LISTING
        + "".join(
            f"{label}: $9{',999' * 2_000}\n"
            for label in ("Runtime", "Budget", "Rating", "Votes", "Gross", "Admissions")
        )
    ),
    "long digits of Arabic": lambda: (
        LISTING + f"Budget: ${'٩' * 5_000}\nRuntime: {'９' * 5_000} min\nVotes: {'²' * 900}\n"
    ),
    "a line of JSON": lambda: json.dumps({"kind": "film", "title": TITLE}) + "\n",
}
