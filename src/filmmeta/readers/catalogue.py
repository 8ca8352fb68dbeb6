"""What library records say in the punctuation that libraries share (ISBD), without labels.

`Clay road [videorecording] / directed by A. Breck ; music, W. Tane. — Wellington : Cross, 1999. — 1 DVD (58 min)`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from filmmeta.page import Page
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.facts.fields import CAST, FIELDS, PEOPLE
from filmmeta.readers.facts.lists import is_name
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.slices import Slice

LONGEST = 1_500  # characters of a record
MOST_LINES = 600
MOST = 12  # statements of one record
FEWEST = 2  # statements of a line that has nothing else
AREA = re.compile(r"\.?\s[—–-]{1,2}\s")
HEAD = re.compile(r"([^/\[\]]{1,200})(?<=\s)(\[[^\[\]]{2,40}\]\s)?/\s")
"""A title, and the kind of material in square brackets."""
EXTENT = re.compile(
    r"\b\d{1,2}\s(?:dvds?|blu-?rays?|videocassettes?|videodis[ck]s?|vid[ée]o\w{0,9}|film reels?|reels?|discs?|disques?"
    r"|bobines?|discos?|cassettes?|kasettia?|kazet\w?|płyt\w?|dysk\w?)\b[^()\n]{0,40}\(([^()]{2,40})\)",
    re.IGNORECASE,
)
LENGTH = re.compile(r"(?:\d{1,2}\s?h(?:rs?|eures?)?\.?\s?)?\d{1,3}\s?(?:min\w{0,4}|mn)\b\.?", re.IGNORECASE)
NAMES = re.compile(r",\s|\s(?:and|et|und|y|e|og|och|en|i|&)\s")
BY = frozenset("by de di von par av af van por od".split())
SHORT = {
    **dict.fromkeys(("réal", "réalis", "real", "dir", "reż", "rež", "regie", "regi"), "directors"),
    **dict.fromkeys(("scén", "scenar", "guion", "scen"), "writers"),
    **dict.fromkeys(("act", "acteur", "acteurs", "interpr", "interp", "int"), "cast"),
    **dict.fromkeys(("mus", "comp"), "composers"),
    **dict.fromkeys(("prod", "producer"), "producers"),
    **dict.fromkeys(("photogr", "photo", "phot"), "cinematographers"),
}
"""What cataloguers print of a job behind the name."""


class Told(NamedTuple):
    """A field, and the part of a record that is its value."""

    path: str
    value: Slice


def told(page: Page) -> list[Told]:
    """What the page's library record says of the film: its title, people and length; ask for it with ``page.once``."""
    outline = page.once(outlined)
    found: list[Told] = []
    for at, segment in islice(enumerate(outline.segments), MOST_LINES):
        text = segment.text
        if outline.outside[at] or len(text) > LONGEST:
            continue
        if not (" / " in text or " ; " in text or ("(" in text and "m" in text and EXTENT.search(text))):
            continue
        found += record(Slice(segment, 0, len(text)).stripped())
    return found


def is_catalogued(page: Page) -> bool:
    """Whether a short text is the record that a library has of a film."""
    if len(page.text) > LONGEST or " / " not in page.text:
        return False
    return any(each.path == "title" for each in page.once(told))


def record(line: Slice) -> list[Told]:
    """What one line says: a record with its title, a list of credits, or the material and its length."""
    found: list[Told] = []
    head = HEAD.match(line.text)
    body = line._replace(start=line.start + head.end()) if head else line
    area = AREA.search(body.text)
    parts = body._replace(end=body.start + area.start()) if area else body
    people = list(islice(statements(parts), MOST))
    whole = head is not None and bool(people) and (area is not None or head[2] is not None)
    if whole and head:
        found.append(Told("title", line._replace(end=line.start + head.end(1)).stripped()))
    if whole or len(people) >= FEWEST:
        found += people
    extent = EXTENT.search(line.text)
    length = LENGTH.search(extent[1]) if extent else None
    if extent and length:
        start = line.start + extent.start(1)
        found.append(Told("runtimes", line._replace(start=start + length.start(), end=start + length.end())))
    return found


def statements(value: Slice) -> Iterator[Told]:
    """The credits between semicolons, those of which the job is known."""
    start = value.start
    for end in [*(match.start() for match in re.finditer(r"\s?;\s", value.text)), len(value.text)]:
        part = value._replace(start=start, end=value.start + end).stripped(" \t\xa0;").stripped()
        start = value.start + end + 1
        if part and (found := job_first(part) or job_last(part)):
            yield found


def job_first(part: Slice) -> Told | None:
    """A credit that begins with its job: ``directed by A. Breck``, ``music, W. Tane``."""
    for blank in islice(re.finditer(r"[,:]?\s", part.text), 5):
        job = part.text[: blank.start()]
        if blank[0][0] in ",:" or job.rpartition(" ")[2].casefold() in BY:
            path = field(job)
            names = part._replace(start=part.start + blank.end()).stripped(" .,[]")
            if path and is_people(names.text):
                return Told(path, names)
    return None


def job_last(part: Slice) -> Told | None:
    """A credit that ends with its job: ``Claire Vauquelin, réal.``"""
    names, comma, job = part.text.rpartition(", ")
    path = field(job) if comma else ""
    value = part._replace(end=part.start + len(names)).stripped(" .,[]")
    return Told(path, value) if path and is_people(value.text) else None


def field(job: str) -> str:
    """The field of a job; blank for no job."""
    word = known(job.strip(" .,[]"))
    path = word.paths[0] if word else SHORT.get(job.strip(" .,[]").casefold(), "")
    return path if FIELDS.get(path, ("",))[0] in (PEOPLE, CAST) else ""


def is_people(text: str) -> bool:
    """Whether all that a credit names can be people with a surname."""
    names = [name for name in NAMES.split(text) if name.strip()]
    return bool(names) and all(is_name(name) and " " in name.strip() and name.strip()[0].isupper() for name in names)
