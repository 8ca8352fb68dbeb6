"""The marks of running text that name no scale: `I give it a 7`, `ставлю 8`, `Grade: B+`, `打8分`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from filmmeta.values.numbers import plain
from filmmeta.values.patterns import regex
from filmmeta.values.scores.letters import grades
from filmmeta.values.scores.notation import amount
from filmmeta.values.scores.scales import Score
from filmmeta.values.scores.surroundings import Surroundings, is_idle, listed, phrases, surroundings
from filmmeta.values.scores.tokens import tokens
from filmmeta.values.scores.words import words
from filmmeta.values.signs import beyond_ascii

HEAD = 500  # characters in which a text in English has its article
MOST = 400  # figures that are looked at in one text
FARTHEST = 7  # words between `I give` and the mark
NEARBY = 20  # characters that may be blank before or behind a mark
LEAD = 4  # words of a sentence that `overall` leads to its mark
NEAREST = 2  # words between `rating` and the mark
BARE = regex(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?(?:½|[ -]1/2(?![\w/]))?(?![0-9/]|[.,:-][0-9])\+?")
TO_TEN = "one|two|three|four|five|six|seven|eight|nine|ten|zero"
SPELT = (
    regex(rf" an? (?:(?:perfect|solid|full|big|strong|rare|generous|low|high|mere) )?({TO_TEN})\b"),
    regex(rf" is (?:an? )?({TO_TEN})\b"),
)
BEFORE_STARS = regex(rf"\b({TO_TEN})(?: and a half)?$", re.IGNORECASE)
ROOTS = ("Stern", "estrell", "stell", "gwiazd", "csillag", "stjern")
ACCENTED = ("étoile", "hvězd", "hviezd", "stjärn", "tähte", "звезд", "звёзд")
A = frozenset("a an ein eine un une una uno um uma een en ett et solid strong good".split())
SHORT = 3  # words of a sentence that is nothing but a mark: `A solid 7.`
BEFORE = frozenset("/.,$€£#:+-–—№@'’%<>=")
DIGITS = "1234567890"
FOREIGN = regex(r"[٠-٩۰-۹०-९０-９]")  # digits of other scripts
HIGH, HIGHEST = 20, 100  # between these, figures behind a label are per cent or the like
BEST = 10  # the best mark that figures without a scale go up to


def cued(text: str) -> Iterator[tuple[int, int, Score]]:
    """Each mark without a scale that its sentence announces, with its start and end, in the order of the text.

    >>> [(start, end, s.value, s.best) for start, end, s in cued("I saw 2 of them. I give it a 7 for the music.")]
    [(29, 30, 7.0, None)]
    """
    found = {each[:2]: each for each in (*figures(text), *spelt(text), *grades(text))}
    yield from (found[span] for span in sorted(found))


def figures(text: str) -> Iterator[tuple[int, int, Score]]:
    """The figures up to ten that are announced."""
    line = plain(text) if FOREIGN.search(beyond_ascii(text)) else text
    places = sorted(at for digit in DIGITS if digit in line for at in each(line, digit))
    for start in [at for at in places if line[at - 1 : at] not in DIGITS or not at][:MOST]:
        before = line[start - 1 : start]
        match = BARE.match(line, start)
        if not match or (before.isalnum() and before < "\u2e80"):
            continue
        if not before or before not in BEFORE or led(line, start):
            yield from counted_marks(text, start, match.end())


def each(text: str, piece: str) -> Iterator[int]:
    """The places of a piece."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + len(piece))


def led(line: str, start: int) -> bool:
    """Whether the sign before a figure stands between a label and it: `Rating:7`, `Note -8`."""
    return line[start - 1] in ":=-–—" and line[start - 2 : start - 1].isalpha()


def counted_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, Score]]:
    """The mark that starts at ``start``, if it is one, with its half and its unit."""
    if (
        is_beyond(text, start)
        or is_idle(text, start, end)
        or not (may_follow(text[end : end + 24]) or unit_end(text, end)[1])
    ):
        return
    t = tokens(text, start, end + 16)
    found = amount(t, 0)
    if found and not found.places and (found.value <= BEST or is_labelled(text, start, found.value)):
        end = max(end, t[found.end - 1].end)
        if stop := announced(text, start, end):
            yield start, stop, Score(found.value, None, None, text[start:stop])


def is_beyond(text: str, start: int) -> bool:
    """Whether a figure is above all marks, and stands behind no label."""
    first = text[start : start + 2]
    return len(first) == 2 and first.isdecimal() and "10" < first <= "99" and ":" not in text[max(0, start - 3) : start]


def is_labelled(text: str, start: int, value: float) -> bool:
    """Whether a figure that is high for a mark stands behind a label and its colon: `Score: 85`."""
    if not HIGH < value <= HIGHEST or ":" not in text[max(0, start - 3) : start]:
        return False
    return not surroundings(text, start).label_kinds.isdisjoint(("label", "whole"))


def spelt(text: str) -> Iterator[tuple[int, int, Score]]:
    """Number words: in English behind an article (`a solid seven`) or before stars, elsewhere before stars."""
    in_english = " the " in text[:HEAD]
    if in_english or len(text) < HEAD:
        yield from in_words(text)
    if in_english:
        return
    for root in ROOTS if text.isascii() else (*ROOTS, *ACCENTED):
        for at in islice(each(text, root), MOST) if root in text else ():
            begin = max(0, at - 16)
            before = text[begin:at].rstrip()
            word = before.rpartition(" ")[2].rpartition("\n")[2]
            if word.lower() in words("number"):
                yield from counted_marks(text, begin + len(before) - len(word), at)


def in_words(text: str) -> Iterator[tuple[int, int, Score]]:
    """English number words behind an article, and before stars."""
    for pattern in SPELT:
        for match in islice(pattern.finditer(text), MOST):
            yield from counted_marks(text, match.start(1), match.end(1))
    for at in islice(each(text, " star"), MOST):
        if found := BEFORE_STARS.search(text, max(0, at - 20), at):
            yield from counted_marks(text, found.start(1), found.end(1))


def announced(text: str, start: int, end: int) -> int:
    """Where a mark without a scale ends, its unit included; 0 when nothing says that it is one."""
    stop, united = unit_end(text, end)
    after = text[stop : stop + 24]
    if not united and not may_follow(after):
        return 0
    found = surroundings(text, start)
    if not found.label_kinds.isdisjoint(("label", "whole", "mine")) and "part" not in found.label_kinds:
        return stop
    if found.kinds.get("mine", FARTHEST + 1) <= (FARTHEST if united else FARTHEST - 1) and not counted(found):
        return stop
    near = min(found.kinds.get("label", 99), found.kinds.get("whole", 99) if len(found.words) <= LEAD else 99)
    if near <= NEAREST and not counted(found) and found.words[-1:] != ["the"]:
        return stop
    if "mine" in listed_kinds(after):
        return stop
    before = text[max(0, start - NEARBY) : start].strip()
    opens = not found.words and (not before or before[-1] in ".!?…:" or "\n" in text[max(0, start - 2) : start])
    closed = not after.strip(" .!*)…") or after.lstrip(" ")[:1] in (".", "!", "\n")
    if united and opens and closed:
        return stop
    last = len(text) - stop < NEARBY and not text[stop:].strip(" .!*)…\n")
    own = last or (closed and found.clause.lstrip()[:1].isupper())
    return stop if own and 1 <= len(found.words) <= SHORT and found.words[0] in A else 0


def counted(found: Surroundings) -> bool:
    """Whether a word right before a figure makes it a place or a part: `part 2`, `top 5`, `chapter 3`."""
    last = found.words[-1] if found.words else ""
    return last in words("serial") or "count" in phrases()[0].get(last, ())


def unit_end(text: str, end: int) -> tuple[int, bool]:
    """Where the word for stars or points ends that stands behind a mark, and whether there is one."""
    rest = text[end : end + 16]
    word = next(iter(listed(rest)), "")
    gap = rest.lower().find(word) if word else -1
    if word and 0 <= gap <= 1 and word in words("unit") and not rest[:gap].strip(" -"):
        return end + gap + len(word), True
    if rest[:1] in ("分", "点", "點", "점", "星", "颗", "顆", "つ"):
        return end + 1 + (rest[1:2] in ("星",)), True
    return end, False


def may_follow(after: str) -> bool:
    """Whether what stands behind a bare figure lets it be a mark, and not a count of something."""
    if not after or not (after[0].isalpha() or after[0] in " %-–"):
        return after[:1] not in ("'", "’", "€", "$", "/", "%", "°")
    if after[0] in "%-–":
        return False
    word = next(iter(listed(after)), "")
    between = after.lower().partition(word)[0].strip() if word else after.strip()
    return (bool(between) and between[0] not in "$€£%'’") or not word or "then" in phrases()[0].get(word, ())


def listed_kinds(after: str) -> set[str]:
    """The kinds of phrases that open what stands behind a mark: `8 puan veriyorum`, `7 Punkte von mir`."""
    found = listed(after)
    whole = phrases()[0]
    return {kind for size in (1, 2, 3) for kind in whole.get(" ".join(found[:size]), ())}
