"""What a film page's lists are read as: credits, companies, places, sites, certificates, titles; an item each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from filmmeta.records.rules import commas, line
from filmmeta.values.certificates import certificates
from filmmeta.values.people import credit, credits, people, person, roles
from filmmeta.values.places import country, location

Items = Iterable[dict[str, Any]]

ALIAS = re.compile(r"(?:[\"“„«](.{1,300}?)[\"”“»]|(.{1,300}?))(?: \(([^()]{2,80})\))?")
LEGAL_FORM = re.compile(
    r"(\w)\.?,( (?:Inc|Ltd|LLC|L\.L\.C|Co|Corp|S\.A|SA|S\.p\.A|GmbH|Limited|plc|LP|AG|AB|A/S)\b)", re.IGNORECASE
)
LONGEST_CERTIFICATE = 60  # characters of one that is printed as a sentence


def cast(text: str) -> Items:
    return [{"name": it.name, "roles": [*it.roles], "notes": [*it.notes]} for it in credits(text)]


def one_credit(text: str) -> Items:
    it = credit(text)
    return [{"name": it.name, "roles": [*it.roles], "notes": [*it.notes]}]


def played(text: str) -> dict[str, Any]:
    it = roles(text)
    return {"roles": [*it.roles], "notes": [*it.notes]}


def named(text: str) -> dict[str, Any]:
    it = person(text)
    return {"name": it.name, "notes": [*it.notes]} if it.notes else {"name": it.name}


def several(text: str) -> Items:
    return [{"name": it.name, "notes": [*it.notes]} if it.notes else {"name": it.name} for it in people(text)]


def single(text: str) -> Items:
    return [named(text)]


def companies(text: str) -> Items:
    """The companies of a list; ``Inc.`` and the like stay with the name before the comma."""
    return [{"name": name} for name in commas(LEGAL_FORM.sub(r"\1\2", text))]


def company(text: str) -> Items:
    return [{"name": line(text)}]


def places(text: str) -> Items:
    return [place(part) for part in re.split(r"[\n|]", text) if part.strip()]


def place(text: str) -> dict[str, Any]:
    it = location(text)
    return {"place": it.place, "country": it.country}


def site(text: str) -> Items:
    """``Mars Distribution [France]``: a label, and a country where the brackets hold one."""
    text = line(text)
    opening = max(text.rfind("["), text.rfind("("))
    if opening > 0 and text.endswith(("]", ")")):
        try:
            return [{"label": text[:opening].rstrip(), "country": country(text[opening + 1 : -1])}]
        except ValueError:
            pass
    return [{"label": text}]


def certified(text: str) -> Items:
    """The certificates of a text; one that no board is known to print so is a label as it stands."""
    printed = line(text)
    try:
        found = [it._asdict() for it in certificates(text)]
    except ValueError:
        if len(printed) > LONGEST_CERTIFICATE or not (any(map(str.isdigit, printed)) or len(printed) < 20):
            raise
        return [{"label": printed}]
    if len(found) == 1 and found[0]["label"].isdigit() and len(printed) <= LONGEST_CERTIFICATE:
        found[0]["label"] = printed
    return found


def also_known(text: str) -> Items:
    """The titles of a list, each with the remark in brackets behind it, without quotation marks around it."""
    return [alias(part) for part in re.split(r"[\n|]|\s/\s", text) if part.strip()]


def alias(text: str) -> dict[str, Any]:
    found = ALIAS.fullmatch(line(text))
    if found is None:
        return {"title": line(text)}
    return {"title": found[1] or found[2], "note": found[3]} if found[3] else {"title": found[1] or found[2]}
