"""How a score stands in running text: by itself, at a sentence's end, as a date, as a row of stars."""

from __future__ import annotations

from filmmeta.values.scores.amounts import is_word
from filmmeta.values.scores.context import announced, cut_off
from filmmeta.values.scores.notation import Reading
from filmmeta.values.scores.surroundings import ARTICLES, leading, listed, phrases, surroundings
from filmmeta.values.scores.tokens import Token
from filmmeta.values.scores.words import words

SURE = 100.0  # per cent: as many are said of everything
HIGHEST = 10  # the most stars that are given without a scale
ENDS = frozenset('.,;:!?)]}<"”»…|*-–—।،؟。，！')
STARTS = frozenset('.;:!?([{>"“«…|*-–—=,')
NOUNS = frozenset(("von", "aus", "auf"))  # of a language that writes what is counted with a capital
HEADING = frozenset(("label", "whole", "mine"))
FAR = 6  # words between `I give` and a score of words
LED = 2  # the same behind `rating`
GIVEN = 3  # words between `I give` and a per cent
REACH = 60  # characters around a score that decide


def ends(text: str, i: int) -> bool:
    """Whether a sentence or line ends at ``i``."""
    after = text[i : i + 1]
    return not after or after in ENDS or after == "\n" or not text[i : i + 3].strip()


def percent(text: str, t: list[Token], r: Reading) -> bool:
    """Whether a per cent is a mark: announced, its author's, in a sentence of its own or at the very end."""
    start, end = t[r.first].start, t[r.end - 1].end
    if ends(text, end) and (announced(t, r) or alone(t, r, text)):
        return True
    before, after = text[max(0, start - REACH) : start].rstrip(" (/"), text[end : end + REACH].lstrip(" )/")
    if not before or before[-1] in ".!?…\n" or (before[-1] == ":" and announced(t, r)):
        return not after or after[0].isupper() or (after[0] in "-–—:(" and len(after) > 1)
    if surroundings(text, start).kinds.get("mine", GIVEN + 1) <= GIVEN:
        return True
    last = before[-1].isalpha() and not any(map(str.isalnum, after))
    return last and r.value < SURE and r.first > 0 and not is_word(t, r.first - 1, "of", "weak", "part")


def row_alone(text: str, t: list[Token], r: Reading) -> bool:
    """A row of stars that names no scale: ★★★, ***1/2; a row of asterisks alone may be anything."""
    if cut_off(t, r) or (t[r.first].kind != "g" and not r.unit):
        return False
    if t[r.first].kind != "g":  # 5*, 4 stars
        return r.value <= HIGHEST and announced(t, r) and not text[: t[r.first].start].endswith(":")
    if t[r.first].text == "*":
        last = not text[t[r.end - 1].end :].strip()
        return r.value % 1 > 0 or (alone(t, r, text) and (announced(t, r) or (last and r.first > 0)))
    return r.end - r.first > 1


def alone(t: list[Token], r: Reading, text: str) -> bool:
    """Whether the expression stands by itself, between the ends of sentences or lines."""
    before, after = t[r.first - 1] if r.first else None, t[r.end] if r.end < len(t) else None
    left = before is None or before.text in STARTS or "\n" in text[before.end : t[r.first].start]
    right = after is None or after.text in ENDS or "\n" in text[t[r.end - 1].end : after.start]
    return left and right


def dated(t: list[Token], r: Reading) -> bool:
    """Whether a figure such as 9/10 is a day and a month: `on 9/10`, `since 4/5`."""
    before = t[r.first - 1].text if r.first else ""
    return before in ("on", "since", "until", "dated", "le", "am", "vom", "el", "dal", "от", "с", "до")


def is_given(text: str, start: int) -> bool:
    """Whether its sentence says that the author gives the score that starts at ``start``, or a label heads it."""
    found = surroundings(text, start)
    if not found.label_kinds.isdisjoint(HEADING):
        return True
    return min((found.kinds.get("mine", FAR), found.kinds.get("label", FAR) + FAR - LED)) < FAR


def is_caseless(t: list[Token], i: int) -> bool:
    """Whether the word at ``i`` is of a script without capitals, in which a new sentence is not seen."""
    return i < len(t) and t[i].kind == "w" and t[i].text.upper() == t[i].text.lower()


def is_outright(t: list[Token], r: Reading) -> bool:
    """Whether a score has the English `out of` in it, which says little else."""
    return any(token.text in ("out", "outta") for token in t[r.first : r.end])


def is_foreign(t: list[Token], r: Reading) -> bool:
    """Whether a score is in number words, or stands behind its best, with no English `out of`."""
    return not is_outright(t, r) and (r.how == "inverted" or t[r.first].text in words("number"))


def stands(text: str, t: list[Token], r: Reading) -> bool:
    """Whether a score is a sentence by itself, but for what may stand before a mark and behind one."""
    return is_led(surroundings(text, t[r.first].start).words) and closes(text, t, r)


def is_led(said: list[str]) -> bool:
    """Whether the words before a mark are but articles, adjectives of marks and what opens such a sentence."""
    return all(word in leading("filler") or word in leading("opener") for word in said)


def closes(text: str, t: list[Token], r: Reading) -> bool:
    """Whether the sentence of a score ends with it, or goes on as it does behind a mark, and counts nothing."""
    end = t[r.end - 1].end
    if ends(text, end):
        return True
    after = text[end : end + REACH].lstrip(" ")
    said = listed(after)
    behind = phrases()[0].get(said[0], frozenset()) if said else frozenset()
    if "then" in behind or "mine" in phrases()[0].get(" ".join(said[:2]), behind):
        return True
    german = not NOUNS.isdisjoint(token.text for token in t[r.first : r.end])
    return after[:1].isupper() and (not german or said[0] in ARTICLES or said[0] in leading("filler"))
