"""Which lines of a text page may be a film's title, by themselves and by the lines beside them."""

from __future__ import annotations

import re

from filmmeta.page.outline import Segment
from filmmeta.readers.facts.context import bullet_of, is_entry, is_genre
from filmmeta.readers.facts.entries import Outline
from filmmeta.readers.facts.marks import Mark, known
from filmmeta.readers.facts.scalars import reads
from filmmeta.readers.lexicon import is_phrase
from filmmeta.readers.title.candidates import MAX_TITLE, YEAR

NO_TITLE = re.compile(
    r"[@{}<>═║▄▀█;。]|://|[.!?:&,]\s?$|^(?:re|from|to|date|subject|von|an|betreff|de|objet)\s?:|\d\d:\d\d"
    r"|^\W{0,3}\d{1,3}\s?%|^\W{0,5}$|[^\W\dA-Z]{4}[.!]\s\w|^\d{1,3}[.,]\d{1,3}(?:k|\s|$)|(?:(?:19|20)\d\d[\s,]){3}"
    r"|(?:^|,\s)(?:[^\W\d_]{2,20}\s)?(?:játékfilm|spielfilm|speelfilm|spelfilm|spillefilm|игровой фильм|hraný film)$"
    r"|\bcookies\b|^[\w-]{2,30}\.[a-z]{2,4}$|^(?:an?|une?|ein|um|en|ett) film (?:by|di|von|de|d'|av|af)\b",
    re.IGNORECASE,
)
BEYOND = re.compile("[\u0250-\U0010ffff]")  # what no Latin letter is
MOST_WORDS = 14  # of a title without a year
MOST_SIGNS = 60  # of a title without a year in a script that may part no words
LABEL = 30  # characters that a label has before its colon
NOTE = re.compile(r"\([^()]{1,60}\)$")
BULLETS = ("+ ", "• ", "- ", "· ", "& ", "» ", "› ", "→ ")
INFO = re.compile(
    r"\b\d{1,3}\s?(?:min\b|minut|mins|мин|хв|dk\b|perc|分|분|λεπτά)|\d\s?h\b|^[(\[]?(?:18[89]|19\d|20\d)\d[)\]]?$"
    r"|,\s(?:18[89]|19\d|20\d)\d\b",
    re.IGNORECASE,
)
"""What stands below many a title: a running time, a year."""


def is_title(segment: Segment, text: str, outline: Outline, number: int) -> bool:
    if segment.text.startswith(BULLETS) or is_entry(outline.segments, number) or is_abroad(outline, number):
        return False
    if number and any(
        mark.end == len(outline.segments[number - 1].text) for mark in outline.marks[number - 1] if not mark.plain
    ):
        return False
    if not text or len(text) > MAX_TITLE or NOTE.match(text) or NO_TITLE.search(text) or outline.outside[number]:
        return False
    if any(mark.start < len(text) // 4 or not number for mark in outline.marks[number] if not YEAR.search(text)):
        return False
    if number and ": " in text[:LABEL] and any(not mark.plain and not mark.start for mark in beside(outline, number)):
        return False
    if "  " in text and not YEAR.search(text):
        return False
    if (text.count(" ") >= MOST_WORDS or (len(text) > MOST_SIGNS and not is_latin(text))) and not YEAR.search(text):
        return False
    if not YEAR.search(text) and (INFO.search(text) or is_listed(text)):
        return False
    if reads("countries", text.partition(",")[0]) and (number or "," in text):
        return False
    if is_genre(text) and any(is_genre(each.text) for each in outline.segments[max(0, number - 1) : number + 2 : 2]):
        return False
    return known(text) is None and not is_phrase(text, "more") and not is_phrase(text, "edit")


def beside(outline: Outline, number: int) -> list[Mark]:
    """The labels of the lines right above and right below, where no blank line parts them."""
    above = outline.marks[number - 1] if not outline.segments[number].blank else []
    below = outline.segments[number + 1 : number + 2]
    return [*above, *(mark for each in below if not each.blank for mark in outline.marks[number + 1])]


def is_abroad(outline: Outline, number: int) -> bool:
    """Whether the line above is an item of a list that is a country: below it stands the film's title there."""
    bullet = bullet_of(outline.segments, number - 1)
    if not bullet or bullet_of(outline.segments, number - 2):
        return False
    return reads("countries", outline.segments[number - 1].text[len(bullet) :])


def is_listed(text: str) -> bool:
    """Whether a line is a list of genres or of countries."""
    words = text.split()
    if len(words) > 2 and all(map(is_genre, words[:3])):
        return True
    parts = [part.strip() for part in re.split("[/,|•·]", text) if part.strip()]
    return len(parts) > 1 and (all(map(is_genre, parts[:3])) or reads("countries", text))


def is_latin(text: str) -> bool:
    """Whether what may be a title begins in Latin letters alone."""
    return not any(found[0].isalpha() for found in BEYOND.finditer(text, 0, MAX_TITLE))
