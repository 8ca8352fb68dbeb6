"""The words of credits that are no part of a name, by what they do, and the brackets around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from filmmeta.values.folding import LIMIT, fold, rows
from filmmeta.values.patterns import regex

OPEN = {"(": ")", "[": "]", "（": "）", "【": "】"}
CLOSE = {closer: opener for opener, closer in OPEN.items()}

_EPISODES = regex(
    r"\b\d{1,5}\s?(?:episodes?|eps?\b|épisodes?|Folgen?|episodios?|episodi|odcin|epizod|díl|серий|серии|серия"
    r"|話|集|회)",
    re.I,
)
_NUMBERS = regex(r"\b(?:18|19|20)\d\d\b|\b\d{1,4}x\d{1,4}\b|#\d|^[IVXL]{1,6}$")
_COUNT = regex(
    r"(?:(?:and|et|und|y|e|a|и|\+|…|\.\.\.) ?)?\d{1,5}(?: (?:more|others?|(?:more |full )?credits?|weitere"
    r"|autres?|más|altri|mais|další|ďalší|ещё|еще|inn[iey]|people|cast members?)\b[^,;]{0,40})?"
    r"|(?:see|show|view)\s(?:more|all|full|the)\b.{0,60}",
    re.I,
)


_PLAIN = regex(r"[^\W\d_]{2,30}(?:[ '’-][^\W\d_]{2,30}){0,5}")
_LATIN = regex(r"[A-Za-zÀ-ÖØ-öø-ɏ]{2,30}+(?:[ '’-][A-Za-zÀ-ÖØ-öø-ɏ]{2,30}+){0,5}+")  # the same, faster
_INITIALS = regex(
    r"(?:[^\W\d_]{1,2}\. )?[^\W\d_]{2,30}+(?:[ '’-][^\W\d_]{2,30}+| [^\W\d_]{1,2}\. [^\W\d_]{2,30}+){0,5}"
)


@cache
def _telling(listed: bool) -> dict[str, set[str]]:
    """The first words of whatever is no name or role (remarks, links, absences) → the second ones, or blank."""
    kinds = ("more", "suffix", "band") if listed else ("more",)
    told = [word for row in rows("credit_words.tsv") if row[0] in kinds for word in row[2].split("|")]
    told += [word for row in rows("absences.tsv") for word in row[1].split("|")]
    alone = ("see", "show", "view", "voice", "uncredited", "archive", "credit")
    found: dict[str, set[str]] = {first: {""} for first in alone}
    for word in told:
        first, _, rest = word.strip(" .,").casefold().partition(" ")
        found.setdefault(first.rstrip(".,"), set()).add(rest.split(" ")[0])
    return found


def is_plain(text: str, listed: bool = False) -> bool:
    """True for one to six words of letters with one space between them that say nothing but a name or a role.

    An initial or ``Mr.`` may stand before a word.

    This is most of what cast lists hold, and needs no closer look. ``listed``: what only belongs to a name
    or a band in a list of them (``Jr.``, ``The Wailers``) is none, either.
    """
    if not (_LATIN.fullmatch(text) or _PLAIN.fullmatch(text) or _INITIALS.fullmatch(text)):
        return False
    first, _, rest = text.partition(" ")
    seconds = _telling(listed).get(first.rstrip(".").casefold())
    return seconds is None or ("" not in seconds and rest.partition(" ")[0].casefold() not in seconds)


@cache
def words(kind: str) -> frozenset[str]:
    """The folded words of one kind, in all languages."""
    lists = (row[2] for row in rows("credit_words.tsv") if row[0] == kind)
    return frozenset(fold(word) for some in lists for word in some.split("|"))


def is_note(text: str) -> bool:
    """True for a remark of a credit (``uncredited``, ``as Bob Smith``, ``2 episodes``), not for a role."""
    folded = fold(text)
    if folded in words("note"):
        return True
    parts = folded.split(" ", 4)[:4]
    return any(" ".join(parts[:size]) in words("note") for size in (1, 2, 3)) or is_numbered(text)


def is_numbered(text: str) -> bool:
    """True for episodes, years and the numerals that tell namesakes apart."""
    return bool(_EPISODES.search(text) or _NUMBERS.search(text))


def is_run(text: str) -> bool:
    """True for how many episodes, and when: ``9 episodes, 2002-2004``."""
    return bool(_EPISODES.match(text))


def is_more(text: str) -> bool:
    """True for what leads to the rest of a list: ``See more »``, ``(more)``, ``and 12 others``."""
    return len(text) <= LIMIT and _leads_on(text)


@lru_cache(maxsize=2048)
def _leads_on(text: str) -> bool:
    bare = text.strip(" \t\r\n()[]»>›+…:|*•·-–\xa0").removesuffix("...").strip()
    return fold(bare) in words("more") or "»" in text or bool(_COUNT.fullmatch(bare))


def _opening(text: str, end: int) -> int:
    """Where the bracket opens that closes at ``end``; -1 if nowhere."""
    depth = 0
    for at in range(end, -1, -1):
        if text[at] in CLOSE:
            depth += 1
        elif text[at] in OPEN:
            depth -= 1
            if not depth:
                return at
    return -1


def split_notes(text: str, known: Callable[[str], bool] = bool) -> tuple[str, tuple[str, ...]]:
    """The text before its last brackets, and what those say, in order; one that never closes counts, too.

    Brackets that are not ``known`` stay in the text, and so does all before them.

    >>> split_notes('Bob Smith (as Robert Smith) (segment "New York (I)")')
    ('Bob Smith', ('as Robert Smith', 'segment "New York (I)"'))
    """
    notes: list[str] = []
    text = text.strip()
    if text.count("(") > text.count(")") and known(note := text.rpartition("(")[2].strip() or "("):
        notes.append(note)
        text = text.rpartition("(")[0].rstrip()
    while text and text[-1] in CLOSE and len(notes) < 20:
        at = _opening(text, len(text) - 1)
        note = text[at + 1 : -1].strip()
        if at < 0 or (note and not known(note)):
            break
        notes.append(note)
        text = text[:at].rstrip()
    return text, tuple(note for note in reversed(notes) if note and note != "(" and not _is_link(note))


def _is_link(note: str) -> bool:
    return is_more(note) and not note.isdecimal()
