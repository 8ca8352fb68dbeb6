"""What the parts of repeated blocks are: bylines, texts, and the words that a site prints in every one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from filmmeta.page.outline import BOLD, HEADING, LINK
from filmmeta.readers.lexicon import fold
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.names import spoken_of
from filmmeta.readers.reviews.signatures import byline
from filmmeta.readers.reviews.survey import HALF, Survey
from filmmeta.readers.reviews.units import Part, Unit

MOST = 0.6  # the share of the units that must have a part
MANY = 0.3  # the same of what not every reader gives
STEADY = 0.8  # the same of a score that stands in the block of the text
TELLING = 3  # the weight of an author who is told by more than a place
NICK = re.compile(r"^[a-zà-ÿа-я]|_|[A-Za-z]\d")  # names that people give themselves
TITLE = 150  # characters of a review's title
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Roles(NamedTuple):
    """The slots of a group's units by what stands there; blank where nothing does."""

    day: str
    score: str
    author: str
    title: str
    body: str
    kinds: dict[int, str]
    signed: bool  # whether the author stands in the line of the day
    plain: bool  # whether nothing but its place tells the author
    lead: int = 0  # characters of the label that stands before every author's name


def roles(units: Sequence[Unit]) -> Roles | None:
    """What stands where in the units; None when they have no text of their own, or no byline."""
    survey = Survey(units)
    body = body_slot(survey)
    if not body:
        return None
    day = survey.best("day", HALF)
    score = survey.best("score", MANY)
    if score and within(survey, score, body) and survey.count(score, "score") < STEADY * len(units):
        score = ""  # what some authors say themselves
    author, plain = author_slot(survey, {body})
    signed = not author and len(units) > 1 and names_in(survey, day) >= MOST * len(units)
    author = day if signed else author
    title = title_slot(survey, {body, author}, author)
    lead = 0 if signed else label_before(survey, author)
    return Roles(day, score, author, title, body, survey.kinds, signed, plain and not signed, lead)


def within(survey: Survey, slot: str, body: str) -> bool:
    """Whether a slot is a part of the blocks of the text."""
    return any(part.home == body or part.home.startswith(body + "/") for _, part in survey.parts[slot])


def is_authors(part: Part, roles: Roles) -> bool:
    """Whether a warning of spoilers is the author's own, in the block of the text and without a site's marks."""
    return part.home == roles.body and part.text[0] not in "*([!⚠"


def names_in(survey: Survey, day: str) -> int:
    """In how many units the line of the day names somebody too."""
    return sum(bool(named_in(part)) for _, part in survey.of(day, "day")) if day else 0


def named_in(part: Part) -> tuple[int, int] | None:
    """Where a part that tells a day names the author too."""
    found = byline(part.text)
    return found.author if found else None


def body_slot(survey: Survey) -> str:
    """The way to the blocks in which most of the units' own text stands."""
    sizes: Counter[str] = Counter()
    for slot in survey.parts:
        for _, part in survey.of(slot, "text"):
            sizes[part.home] += len(part.text)
    return sizes.most_common(1)[0][0] if sizes else ""


def candidates(survey: Survey, taken: set[str], longest: int) -> Iterable[tuple[str, list[Part]]]:
    """The slots whose short texts differ from unit to unit, in page order."""
    for slot in survey.parts:
        found = [part for _, part in survey.of(slot, "text")]
        several = survey.count(slot, "text")
        if (
            slot in taken
            or several < max(HALF * len(survey.units), min(2, len(survey.units)))
            or len(found) > 2 * several
        ):
            continue
        texts = {part.text for part in found}
        if sum(len(part.text) for part in found) <= longest * len(found) and len(texts) * 3 > len(found):
            yield slot, found


def author_slot(survey: Survey, taken: set[str]) -> tuple[str, bool]:
    """The slot that most likely names who wrote, and whether nothing but its place speaks for it; blank for none."""
    best, top = "", 0 if len(survey.units) > 1 else TELLING  # one unit alone must say itself who wrote it
    before = labelled(survey)
    for slot, found in candidates(survey, taken, words.NAME // 2):
        names = sum(words.is_name(part.text) for part in found)
        if names < MOST * len(found):
            continue
        told = spoken_of("names-person", slot.rpartition("/")[2], found)
        outlet = spoken_of("names-outlet", slot.rpartition("/")[2], ())
        styled = any(piece.style & (LINK | BOLD | HEADING) for part in found[:3] for piece in part.slice.pieces())
        blanks = sum(part.text.count(" ") for part in found) / len(found)
        nicks = sum(NICK.search(part.text) is not None for part in found) >= MANY * len(found)
        weight = (
            4 * (slot in before)
            + max(3 * told - outlet, 2 * (nicks and len(found) > 1))
            + styled
            + (blanks <= 2)
            - 2 * (blanks > 3)
            - 2 * spoken_of("names-title", slot.rpartition("/")[2], ())
        )
        if weight > top:
            best, top = slot, weight
    return best, top < TELLING


def label_before(survey: Survey, author: str) -> int:
    """How long the label is that all authors' names begin with: ``By anna_k``, ``By tobesque``."""
    texts = [part.text.strip().casefold() for _, part in survey.of(author, "text")] if author else []
    first = texts[0] if len(texts) > 1 else ""
    labels = (each + " " for each in words.words("author") if first.startswith(each + " "))
    return max((len(label) for label in labels if all(text.startswith(label) for text in texts)), default=0)


def labelled(survey: Survey) -> set[str]:
    """The slots before whose texts a label for the author stands."""
    seen: Counter[str] = Counter()
    units = survey.units[:20]
    for unit in units:
        for one, two in pairwise(unit.parts):
            if len(one.text) < words.BRIEF and fold(one.text) in words.words("author"):
                seen[two.slot] += 1
    return {slot for slot, count in seen.items() if count >= MOST * len(units)}


def title_slot(survey: Survey, taken: set[str], author: str) -> str:
    """The slot of a title: named so, set as a heading, in bold or as a link, before the text; the first of equals."""
    best, top = "", 0
    for slot, found in candidates(survey, taken, TITLE):
        weight = title_weight(survey, slot, found)
        if weight > top and precedes(survey, slot) and not is_of_author(survey, slot, author):
            best, top = slot, weight
    return best


def title_weight(survey: Survey, slot: str, found: list[Part]) -> int:
    """How much speaks for a slot as that of titles: its own name, one above it, or that it stands out."""
    last = slot.rpartition("/")[2]
    if spoken_of("names-person", last, found) or sum(words.is_tally(part.text) for part in found) * 2 > len(found):
        return 0
    if spoken_of("names-title", last, ()) or any(step[:2] in HEADINGS for step in slot.split("/")[-2:]):
        return 3
    if spoken_of("names-title", slot, ()):
        return 2
    styled = all(piece.style & (HEADING | BOLD | LINK) for part in found[:3] for piece in part.slice.pieces())
    blanks = sum(part.text.count(" ") for part in found) / len(found)
    return int(styled and blanks >= 1 and len(survey.units) > 1)


def is_of_author(survey: Survey, slot: str, author: str) -> bool:
    """Whether what stands in a slot is the author's name with words around it: ``A review by anna_k``."""
    if not author:
        return False
    names = {number: part.text.strip(words.BETWEEN) for number, part in survey.of(author, "text", "silent")}
    told = survey.of(slot, "text")
    return sum(number in names and names[number] in part.text for number, part in told) >= MOST * len(told)


def precedes(survey: Survey, slot: str) -> bool:
    """Whether what stands in a slot stands before the longest text of its unit."""
    ahead = 0
    for unit in survey.units[:20]:
        order = [part.slot for part in unit.parts]
        longest = max(range(len(order)), key=lambda at: len(unit.parts[at].text), default=0)
        ahead += slot in order and order.index(slot) < longest
    return ahead >= HALF * min(len(survey.units), 20)
