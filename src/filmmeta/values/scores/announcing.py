"""What announces a mark without a scale, and what may stand behind one."""

from __future__ import annotations

from filmmeta.values.patterns import regex
from filmmeta.values.scores.amounts import half, is_word
from filmmeta.values.scores.said import said
from filmmeta.values.scores.standing import is_led
from filmmeta.values.scores.surroundings import Surroundings, leading, listed, phrases, surroundings
from filmmeta.values.scores.tokens import tokens
from filmmeta.values.scores.words import words

ASSURED = regex(r"\s?[,–—-]\s?([^.!?,;:\n()]{2,40})(?:[.!…\n]|$)")
FARTHEST = 7  # words between `I give` and the mark
NEARBY = 20  # characters that may be blank before or behind a mark
LEAD = 4  # words of a sentence that `overall` leads to its mark
NEAREST = 2  # words between `rating` and the mark
A = frozenset("a an ein eine un une una uno um uma een en ett et solid strong good".split())
SHORT = 3  # words of a sentence that is nothing but a mark: `A solid 7.`
HEADING = frozenset(("label", "whole", "mine"))
FOR = (["for"], ["pour"], ["für"], ["para"], ["per"], ["voor"], ["för"], ["за"], ["za"], ["dla"])


def announced(text: str, start: int, end: int) -> int:
    """Where a mark without a scale ends, its unit included; 0 when nothing says that it is one."""
    stop, united = unit_end(text, end)
    after = text[stop : stop + 24]
    if not united and not may_follow(after) and not restarts(text, start, stop):
        return 0
    found = surroundings(text, start)
    if not found.label_kinds.isdisjoint(HEADING) and "part" not in found.label_kinds:
        return stop
    given = found.kinds.get("mine", FARTHEST + 1)
    if given <= (FARTHEST if united else FARTHEST - 1) and (given == 0 or not counted(found)):
        return stop
    near = min(found.kinds.get("label", 99), found.kinds.get("whole", 99) if len(found.words) <= LEAD else 99)
    named = near <= NEAREST and not counted(found) and found.words[-1:] != ["the"]
    if named or "mine" in listed_kinds(after):
        return stop
    before = text[max(0, start - NEARBY) : start].strip()
    opens = not found.words and (not before or before[-1] in ".!?…:" or "\n" in text[max(0, start - 2) : start])
    closed = not after.strip(" .!*)…") or after.lstrip(" ")[:1] in (".", "!", "\n") or is_assured(text, stop)
    if united and opens and closed:
        return stop
    last = len(text) - stop < NEARBY and not text[stop:].strip(" .!*)…\n")
    own = last or (closed and found.clause.lstrip()[:1].isupper())
    if own and 1 <= len(found.words) <= SHORT and found.words[0] in A:
        return stop
    filled = found.words and is_led(found.words) and found.words[-1] in leading("filler")
    return stop if filled and is_own(text, start, stop, found, closed) else 0


def is_assured(text: str, end: int) -> bool:
    """Whether a mark's sentence goes on with but words that insist on it: ``Five stars, no question.``"""
    found = ASSURED.match(text, end)
    return found is not None and "sure" in phrases()[0].get(" ".join(listed(found[1])), ())


def is_own(text: str, start: int, end: int, found: Surroundings, closed: bool) -> bool:
    """Whether a mark ends a sentence that is nothing else, or one that says its scale: `A weak 5.`, `Un 6 para`."""
    if closed:
        return begins(text, start, found) or bool(said(text, start, end))
    return begins(text, start, found) and listed(text[end : end + 24])[:1] in (*FOR, ["movie"], ["film"])


def restarts(text: str, start: int, end: int) -> bool:
    """Whether a labelled figure has a new sentence behind it, without a full stop: `Nota: 8 La fotografía`."""
    after = text[end : end + 24]
    if after[:1] != " " or not after[1:2].isalpha() or after[1:2].islower():
        return False
    first = next(iter(listed(after)), "")
    if first in words("noun") or first in words("votes"):
        return False
    found = surroundings(text, start)
    return not found.label_kinds.isdisjoint(HEADING) or found.kinds.get("label", 99) == 0


def begins(text: str, start: int, found: Surroundings) -> bool:
    """Whether the words before a mark begin a sentence."""
    first = (found.clause or text[start : start + 1]).lstrip(' "«“(*')[:1] or text[start : start + 1]
    return not first.islower()


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


def half_end(text: str, end: int) -> tuple[float, int]:
    """The half that stands behind a unit, and where it ends: `trois étoiles et demie`."""
    t = tokens(text, end, end + 16)
    part, k = half(t, 0) if is_word(t, 0, "join") else (0.0, 0)
    return (part, t[k - 1].end) if part else (0.0, end)


def may_follow(after: str) -> bool:
    """Whether what stands behind a bare figure lets it be a mark, and not a count of something."""
    if after[:1] == "." and after[1:2].islower():  # 1.miesto
        return False
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
