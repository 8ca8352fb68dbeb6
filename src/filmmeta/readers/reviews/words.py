"""The wordings of bylines: dates, scores, how many found a review helpful, warnings of spoilers, labels."""

from __future__ import annotations

import re
from functools import cache

from filmmeta.readers.lexicon import cells, fold

SHORT = 120  # characters of a line that is no running text of a review
BRIEF = 60  # characters of a date or a score with what belongs to it
NAME = 60  # characters of an author's name
MONTH = r"[^\W\d_]{3,12}\.?"
SUFFIX = r"(?:st|nd|rd|th|er|º|ª|°|\.)?"
DATE = re.compile(
    r"(?<!\d)(?:"
    r"(?:19|20)\d\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}(?!\d)"
    r"|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)\d\d(?![\d.,/]\d|\d)"
    r"|\d{1,2}\s?(?P<mark>[./-])\s?\d{1,2}\s?(?P=mark)\s?\d\d(?![\d.,/]\d|\d)"
    rf"|\d{{1,2}}{SUFFIX}[\s-](?:(?:de|of)\s)?{MONTH}[\s,-]{{1,2}}(?:(?:de|del)\s)?(?:19|20)\d\d(?!\d)"
    r"|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?"
    rf"|(?:19|20)\d\d\.\s[^\W\d_]{{3,12}}\.?\s\d{{1,2}}\."
    r"|[۰-۹]{1,2}\s[^\W\d_]{2,12}(?:\sماه)?\s[۰-۹]{4}"
    r")"
    rf"|(?<![^\W_]){MONTH}\s\d{{1,2}}{SUFFIX}?,?\s(?:19|20)\d\d(?!\d)"
)
"""A day of the calendar in its usual spellings."""
NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?(?:\s?[½¼¾])?"
OF = r"(?:/|out of|of|von|sur|de|di|su|из|з|із|z|ze|av|af|van|din|από|dari|trên|از|／|中)"
STARS = r"[★☆⭐✭✮✩⯨*]{1,10}\s?[½¼¾]?|[★☆⭐✭✮✩✦](?:\s[★☆⭐✭✮✩✦½]){1,9}"
SCORE = re.compile(
    rf"(?:{NUMBER}\s?{OF}\s?\d{{1,3}}(?![\d/])(?:\s?[^\W\d_]{{3,12}})?|{NUMBER}\s?%|{STARS}"
    r"|\d(?:[.,]\d|\s?[½])?\s?(?:[★⭐*]|stars?|étoiles?|sterne?|estrellas?|stelle|estrelas?|sterren|stjärnor|stjerner|tähteä|gwiazd\w{0,3}"
    r"|hvězd\w{0,3}|hviezd\w{0,3}|csillag|stele|звезд\w{0,3}|зірк\w{0,2}|αστέρια|yıldız|星|点|점)|[A-F][+-])",
    re.IGNORECASE,
)
"""A score that its writer meant as one: with its scale, in stars, in per cent or as a grade."""
GRADES = frozenset("ABCDEF")
SCALED = re.compile(rf"(\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?{OF}\s?(\d{{1,3}})", re.IGNORECASE)
COUNTED = re.compile(r"\d{1,7}")
DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"\d{1,3}(?:[.,\s]\d{3}){0,4}(?!\d)|\d+")
BETWEEN = ' \t\xa0,;:.|/·•-–—()[]<>"“”„«»‘’'
COLONS = (":", "：")
TALLY = re.compile(r"\(\d{1,7}\)|^\d{1,3}(?:[.,]\d{3})*\s|^\W*\d{1,7}\W*$")
TALLIED = re.compile(r"(?:^|[-–|·•:]\s)\d{1,3}(?:[.,\s]?\d{3}){0,3}\s[^\W\d_]{2,20}$")
YEAR = re.compile(r"[(（](?:18[89]|19\d|20\d)\d[)）]$")
HEADED = re.compile(r"([^:：]{1,30})[:：]\s{0,9}")
ASKED = re.compile(r"[?？]\s{0,3}(?:[^\s?？]{1,9}[\s/|]{0,3}){0,4}$")


@cache
def words(kind: str) -> frozenset[str]:
    """The wordings of a kind, in every language."""
    kinds, _, texts = cells("review_words.tsv", 3)
    return frozenset(text for each, text in zip(kinds, texts, strict=True) if each == kind)


@cache
def roots(kind: str) -> re.Pattern[str]:
    """One alternation of the wordings of a kind, longest first, for a text in small letters."""
    return re.compile("|".join(map(re.escape, sorted(words(kind), key=lambda word: (-len(word), word)))))


def has_root(text: str, kind: str) -> bool:
    """Whether a word of a text begins with one of a kind; within a line of a script without spaces, any part of it."""
    low = text.lower()
    found = roots(kind).search(low)
    while found is not None:
        if found.start() == 0 or not low[found.start() - 1].isalpha() or found[0] > "\u2e80":
            return True
        found = roots(kind).search(low, found.end())
    return False


def date_in(text: str) -> re.Match[str] | None:
    """Where a text names a day.

    >>> [bool(date_in(text)) for text in ("12/05/09", "3/4-2012", "8.1/10 and no more")]
    [True, True, False]
    """
    return DATE.search(text) if DIGIT.search(text) else None


def is_ago(text: str) -> bool:
    """Whether a short text tells a time from today: ``3 days ago``."""
    return len(text) < 30 and COUNTED.search(text) is not None and ago().search(text) is not None


@cache
def ago() -> re.Pattern[str]:
    inner = "|".join(re.escape(word) + (r"(?![^\W\d_])" if word[0] < "\u2e80" else "") for word in sorted(words("ago")))
    return re.compile(rf"(?<![^\W\d_])(?:{inner})|\d\s?(?:前|전|日前|年前)", re.I)


def score_in(text: str) -> tuple[int, int] | None:
    """Where a short text that is a score, with or without a label, says it."""
    lead = len(text) - len(text.lstrip(BETWEEN))
    start = label_end(text[lead:], "score")
    start += lead if start else 0
    bare = text[start:].strip(BETWEEN)
    if not bare or len(bare) > BRIEF or (start == 0 and bare.isalpha()):
        return None
    begin = text.index(bare, start)
    found = SCORE.fullmatch(bare) is not None or (start > 0 and (is_number(bare) or bare in GRADES))
    return (begin, begin + len(bare)) if found else None


def of_scale(text: str) -> tuple[float, float] | None:
    """The value and the scale of a score such as ``7,5 / 10``; None for one that is written otherwise."""
    found = SCALED.search(text)
    return (float(found[1].replace(",", ".")), float(found[2])) if found else None


def is_number(text: str) -> bool:
    """Whether a text is a number of up to three digits, as a score without its scale is."""
    return len(text) < 8 and re.fullmatch(NUMBER, text.strip()) is not None


def label_end(text: str, kind: str) -> int:
    """Where the value behind a label of that kind begins; 0 when there is no such label with a colon."""
    found = HEADED.match(text)
    return found.end() if found and fold(found[1]) in words(kind) else 0


def is_helpful(text: str) -> bool:
    """Whether a line counts those who found the review helpful."""
    return len(text) < SHORT and COUNTED.search(text) is not None and has_root(text, "helpful")


def is_asked(text: str) -> bool:
    """Whether a line asks its reader whether the review was helpful."""
    return len(text) < SHORT and ASKED.search(text) is not None and has_root(text, "helpful")


def is_warning(text: str) -> bool:
    """Whether a line by itself warns of spoilers."""
    return len(text) < SHORT and has_root(text, "spoiler")


def is_tally(text: str) -> bool:
    """Whether a short text counts something: a number and a word or two, such as ``1.204 votes``."""
    return len(text) <= BRIEF and TALLIED.search(text) is not None


def is_film(text: str) -> bool:
    """Whether a short line names a film with its year, as no review's own title does."""
    year = YEAR.search(text)
    return year is not None and bool(text[: year.start()].strip())


def is_name(text: str) -> bool:
    """Whether a text can be what somebody is called."""
    return (
        0 < len(text) <= NAME
        and not TALLY.search(text)
        and len(text.split()) <= 6
        and any(map(str.isalnum, text))
        and text[-1] not in "?!…:："
        and ": " not in text
    )
