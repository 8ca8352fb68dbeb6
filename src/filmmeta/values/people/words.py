"""The words of credits that are no part of a name, by what they do, and the brackets around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from filmmeta.values.folding import LIMIT, fold, rows

OPEN = {"(": ")", "[": "]", "（": "）", "【": "】"}
CLOSE = {closer: opener for opener, closer in OPEN.items()}

_EPISODES = re.compile(
    r"\b\d{1,5}\s?(?:episodes?|eps?\b|épisodes?|Folgen?|episodios?|episodi|odcin|epizod|díl|серий|серии|серия"
    r"|話|集|회)",
    re.I,
)
_NUMBERS = re.compile(r"\b(?:18|19|20)\d\d\b|\b\d{1,4}x\d{1,4}\b|#\d|^[IVXL]{1,6}$")
_COUNT = re.compile(
    r"(?:(?:and|et|und|y|e|a|и|\+|…|\.\.\.) ?)?\d{1,5}(?: (?:more|others?|(?:more |full )?credits?|weitere"
    r"|autres?|más|altri|mais|další|ďalší|ещё|еще|inn[iey]|people|cast members?)\b[^,;]{0,40})?"
    r"|(?:see|show|view)\s(?:more|all|full|the)\b.{0,60}",
    re.I,
)


_PLAIN = re.compile(r"[^\W\d_]{2,30}(?:[ '’-][^\W\d_]{2,30}){0,5}")


@cache
def _telling() -> frozenset[str]:
    """The first words of whatever is no name or role, in small letters: remarks, links, statements of absence."""
    told = [word for kind in ("note", "more", "suffix", "band") for row in rows("credit_words.tsv") if row[0] == kind
            for word in row[2].split("|")]  # fmt: skip
    told += [word for row in rows("absences.tsv") for word in row[1].split("|")]
    return frozenset(word.split()[0].strip(".,").casefold() for word in told if word.strip(" .,"))


def is_plain(text: str) -> bool:
    """True for letters alone, one to six words with one space between them, that say nothing but a name or a role.

    This is most of what cast lists hold, and needs no closer look.
    """
    return _PLAIN.fullmatch(text) is not None and text.partition(" ")[0].casefold() not in _telling()


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
