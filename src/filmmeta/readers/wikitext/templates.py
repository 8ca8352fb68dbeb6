"""What the templates of film articles show their reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from filmmeta.readers.wikitext.source import Part

Arguments = list[tuple[str, str]]  # name, empty for a positional one, and what the value shows
TEXTS = ("trad", "texte", "text", "fr", "lt", "display")  # arguments that hold the text of a link
SIGNS = {"!": "|", "=": "=", "'": "'", "nbsp": " ", "spaces": " ", ",": " · ", "·": " · ", "dot": " · ", "•": " · ",
         "bold dot": " · ", "snd": " – ", "spnd": " – ", "spaced ndash": " – ", "ndash": "–", "mdash": "—", "-": "\n",
         "br": "\n", "clr": "\n", "sp": " ", "pb": "\n", "plus": "+", "half": "½", "--": "–"}  # fmt: skip
SUMS = {"us$": "US$", "usd": "US$", "us dollar": "US$", "inr": "₹", "inrconvert": "₹", "indian rupee": "₹",
        "indian rupees": "₹", "rupee": "₹", "₹": "₹", "euro": "€", "eur": "€", "€": "€", "gbp": "£",
        "pound sterling": "£", "£": "£",
        "jpy": "JP¥", "¥": "¥", "jpyconvert": "JP¥", "yen": "JP¥", "cny": "CN¥", "rmb": "CN¥", "cn¥": "CN¥",
        "krw": "₩", "won": "₩", "krwconvert": "₩", "south korean won": "₩", "a$": "A$", "aud": "A$", "au$": "A$",
        "c$": "C$", "cad": "C$", "ca$": "C$", "nz$": "NZ$", "hk$": "HK$", "nt$": "NT$", "dem": "DM ", "sek": "SEK ",
        "dkk": "DKK ", "nok": "NOK ", "chf": "CHF ", "rub": "RUB ", "pln": "PLN ", "czk": "CZK ", "huf": "HUF ",
        "try": "TRY ", "brl": "R$", "r$": "R$", "php": "PHP ", "mxn": "MXN ", "frf": "FRF ", "itl": "ITL ",
        "bdtconvert": "BDT ", "pkrconvert": "PKR ", "nprconvert": "NPR ", "phpconvert": "PHP "}  # fmt: skip
SIZES = {"c": " crore", "l": " lakh", "k": " thousand", "m": " million", "b": " billion", "t": " trillion",
         "lc": " lakh crore"}  # fmt: skip
DATES = re.compile(
    r"film ?date|start ?date.{0,12}|release ?date|dts|date-?|dates?|fecha|data|datum|datum vydání|film ?tarihi"
    r"|dtlink|дата|début|date de sortie|data de lançamento|filmdatum|premierendatum|end ?date|première|premiere date"
    r"|opening ?date.{0,10}|tv ?date|başlangıç tarihi|dátum|data inici|дата начала|上映日|datalink|kuupäev"
)
DURATIONS = ("duration", "durée", "duración", "duração", "durata", "dauer", "runtime", "hms", "süre")
JOINED = ("unité", "convert", "unit", "unità", "val", "val.", "nb", "nombre", "cvt", "число", "formatnum unit")
YEAR = re.compile(r"(?:18[7-9]\d|19\d\d|20\d\d)")
SMALL = re.compile(r"[0-3]?\d|1er")
MONTH = re.compile(r"[^\W\d_]{3,14}\.?")


@cache
def ways() -> dict[str, str]:
    """How a template is shown, by its name."""
    table = files("filmmeta.readers").joinpath("data", "wiki_templates.tsv").read_text("utf-8")
    rows = [row.split("\t") for row in table.splitlines() if row and not row.startswith("#")]
    return {name: way for way, names in rows for name in names.split("|")}


def named(name: str) -> str:
    """A template's name as the tables have it."""
    return " ".join(name.casefold().split()).removeprefix("template:").rstrip(":")


def is_list(name: str) -> bool:
    return ways().get(name) == "items"


def shown_part(name: str, parts: list[Part]) -> Part | None:
    """The argument that is all that the template shows; of an unknown one, the only one that it has."""
    way = ways().get(name, "first" if name.startswith("lang-") else "")
    placed = {part.name: part for part in parts if part.name}
    positional = [part for part in parts if not part.name]
    for number, part in enumerate(positional, 1):
        placed.setdefault(str(number), part)
    if way == "text":
        return next((placed[key] for key in TEXTS if key in placed), placed.get("1"))
    if way in ("first", "second"):
        return placed.get("1" if way == "first" else "2", placed.get("1"))
    known = way or name in SIGNS or name in SUMS or name in DURATIONS or DATES.fullmatch(name)
    return positional[0] if len(positional) == len(parts) == 1 and not known and "cit" not in name else None


def expansion(name: str, arguments: Arguments) -> str:
    """What a template makes of its arguments: a sum, a time, dates a line each; nothing of one that is not known."""
    told = [value.strip() for key, value in arguments if not key]
    for sign in (name, name.split(":")[0]):
        if sign in SIGNS:
            return SIGNS[sign]
    if name in SUMS and told:
        return SUMS[name] + told[0] + (SIZES.get(told[1].lower(), "") if len(told) > 1 else "")
    if name in DURATIONS:
        return lasting(arguments)
    if name in JOINED:
        return " ".join(told[:2])
    if DATES.fullmatch(name):
        return "\n".join(dates(told))
    return name.upper() if not arguments and len(name) == 3 and name.isascii() and name.isalpha() else ""


def lasting(arguments: Arguments) -> str:
    """``1 h 57 min`` of ``h=1``, ``m=57`` or of the same by place."""
    named_ones = {key: value for key, value in arguments if key and value.isdecimal()}
    placed = [value for key, value in arguments if not key]
    units = ("h", "m", "s") if len(placed) != 1 else ("m",)
    given = {**dict(zip(units, placed, strict=False)), **named_ones}
    words = {"h": "h", "m": "min", "s": "s"}
    return " ".join(f"{given[key]} {word}" for key, word in words.items() if given.get(key, "0").strip("0"))


def dates(told: list[str]) -> Iterator[str]:
    """The dates that arguments make, year first or day first, each with the remark that follows it in brackets."""
    at, date = 0, ""
    while at < len(told):
        remark = date and not date.endswith(")") and MONTH.fullmatch(told[at])
        found, taken = ("", 0) if remark else first_date(told[at : at + 3])
        if found:
            if date:
                yield date
            date, at = found, at + taken
        elif date and told[at] and not date.endswith(")"):
            date, at = f"{date} ({told[at]})", at + 1
        else:
            at += 1
    if date:
        yield date


def first_date(three: list[str]) -> tuple[str, int]:
    """The date that the first of three arguments begin, and how many of them it takes."""
    first, second, third = (*three, "", "", "")[:3]
    if YEAR.fullmatch(first):
        if not SMALL.fullmatch(second):
            return (first, 1) if second or third or len(three) < 3 else (first, 3)
        if not SMALL.fullmatch(third):
            return f"{first}-{second:0>2}", 2 + (len(three) > 2 and not third)
        return f"{first}-{second:0>2}-{third:0>2}", 3
    if SMALL.fullmatch(first) and YEAR.fullmatch(third):
        if SMALL.fullmatch(second):
            return f"{third}-{second:0>2}-{first:0>2}", 3
        if MONTH.fullmatch(second):
            return f"{first} {second} {third}", 3
    if len(three) > 1 and MONTH.fullmatch(first) and YEAR.fullmatch(second):
        return f"{first} {second}", 2
    return (first, 1) if YEAR.search(first) and any(map(str.isdecimal, first.split())) else ("", 0)
