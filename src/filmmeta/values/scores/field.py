"""The score that a text is: a field of a page that holds a mark and little else."""

from __future__ import annotations

import re
from functools import lru_cache

from filmmeta.values.patterns import regex
from filmmeta.values.scores.amounts import amount, is_word, units
from filmmeta.values.scores.context import CLUTTER, announced, cut_off
from filmmeta.values.scores.grades import bounds, grade
from filmmeta.values.scores.notation import Reading, expression
from filmmeta.values.scores.scales import Score, plausible
from filmmeta.values.scores.thumbs import thumbs
from filmmeta.values.scores.tokens import FRACTIONS, Token, tokens
from filmmeta.values.scores.words import words

LONGEST = 300  # characters of a text that is still one field
BESIDE = ("unit", "site", "cue")  # kinds of words that may stand behind a bare mark
HIGHEST = 100  # the highest mark that may stand without its scale
PLAIN = regex(r"(\d{1,3}(?:[.,]\d{1,4})?)([½¼¾])?\s?(?:%|(?:/|([^\W\d_]{1,9}+(?: of)?)) ?(\d{1,3}))")
STARS = regex(r"(★{1,10})([½⯨]?)(☆{1,9})")
SCALE = regex(
    r"\(?(?P<on>[^\W\d]{2,3} )?(?:a |the |einer |une |una |un |på |en )?"
    r"(?:(?P<word>scale|skala|échelle|escala|scala|шкале|skali|schaal|skále)(?: [^\W\d]{1,4}){0,2}:? )?"
    r"(?P<lo>[+-]?\d{1,3})\s?(?:to|-|–|\.{2,3}|…|a|à|bis|до|do|til|till|tot)\s?"
    r"(?P<hi>[+-]?\d{1,3})(?: (?P<after>scale|skala))?\)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_024)
def score(text: str, *, best: float | None = None, scheme: str = "") -> Score:
    """The score that a text says: its value, its best and worst where they are known, and its raw text.

    ``best`` is the scale of a bare number, for a caller who knows it; a scale in the text goes before it.
    ``scheme`` names what letters and words are worth (us-letter, cinemascore, de-school, ru-school, s-rank,
    maltin, csfd, tomatometer, thumbs) or gives the range of bare numbers, worst first (``-2..+2``, ``1-5``);
    a letter without a scheme is no score. A bare number has no best. ValueError when the text says no
    score, several, or that there is none yet.

    >>> score("3½/4"), score("★★★½☆").normalised, score("7").best
    (Score(value=3.5, best=4.0, worst=None, raw='3½/4'), 0.7, None)
    >>> score("B+", scheme="us-letter").value, score("+1", scheme="-2..+2").normalised
    (3.3, 0.75)
    """
    if len(text) > LONGEST:
        raise ValueError("too long for a score")
    if found := _plain(text, best):
        return found
    if scheme and (found := grade(text, scheme)):
        return found
    t = tokens(text)
    if not t or silent(t):
        raise ValueError("no score")
    found = _scaled(text, t) or thumbs(text, t) or _ranged(text) or _best_first(text, t)
    return found or bare(text, t, best, scheme)


def _plain(text: str, best: float | None) -> Score | None:
    """The score of the commonest forms: `7.5/10`, `8 из 10`, `3½/4`, `83%`, `★★★½☆`."""
    if row := STARS.fullmatch(text):
        places = len(text)
        return Score(len(row[1]) + len(row[2]) / 2, float(places), None, text) if places <= 10 else None
    match = PLAIN.fullmatch(text)
    if not match or (match[3] and match[3] not in words("of") and match[3] != "out of"):
        return None
    whole = match[1].replace(",", ".")
    if match[2] and "." in whole:
        return None
    value, top = float(whole) + FRACTIONS.get(match[2], 0.0), float(match[4] or 100)
    if not plausible(value, top, top == best):
        raise ValueError(f"no scale of marks: {text!r}")
    return Score(value, top, None, text)


def silent(t: list[Token]) -> bool:
    """Whether the text says that nobody has rated yet: no ratings, 0 votes, not rated, N/A, -/10."""
    for i, token in enumerate(t):
        if token.kind == "w" and token.text in words("none"):
            return True
        denied = token.kind == "w" and token.text in words("no") and not is_word(t, i + 1, "unit")
        if denied and any(is_word(t, j, "votes", "voted", "cue") for j in range(i, min(i + 4, len(t)))):
            return True
        if token.kind == "n" and token.number == 0 and is_word(t, i + 1, "votes", "voted"):
            return True
    return False


def readings(t: list[Token]) -> list[Reading]:
    """The expressions of a text that may be scores, bare numbers left out."""
    found: list[Reading] = []
    i = 0
    while i < len(t):
        r = expression(t, i)
        if r and r.best is not None and plausible(r.value, r.best, r.unit or announced(t, r)):
            if not cut_off(t, r):
                found.append(r)
            i = r.end
        else:
            i = max(i + 1, r.end if r and r.how in ("/", "%") else 0)
    return found


def raw(text: str, t: list[Token], first: int, end: int) -> str:
    """The piece of the text from token ``first`` up to ``end``."""
    return text[t[first].start : t[end - 1].end]


def _scaled(text: str, t: list[Token]) -> Score | None:
    """The one score with a scale of its own."""
    found = readings(t)
    if len({(r.value, r.best) for r in found}) > 1:
        raise ValueError("several scores")
    for r in found[:1]:
        if r.first == 1 and text.lstrip().startswith("-") and t[0].end == t[1].start:
            raise ValueError("a negative mark, or one behind a dash")
        return Score(r.value, r.best, None, raw(text, t, r.first, r.end))
    return None


def _ranged(text: str) -> Score | None:
    """A mark with its range beside it: `+2 on the -4 to +4 scale`, `4 (1-5)`."""
    for match in SCALE.finditer(text):
        word = match["word"] or match["after"] or (match[0][0] == "(" and match[0][-1] == ")")
        low, high = float(match["lo"]), float(match["hi"])
        if word and low < high and (low <= 1):
            rest = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
            t = tokens(rest)
            found = bare(rest, t, high, "") if t else None
            if found and low <= found.value <= high:
                return found._replace(worst=low)
    return None


def _best_first(text: str, t: list[Token]) -> Score | None:
    """A mark behind its best: `Rating (out of 10): 8`, `Note sur 20 : 15`, `满分10分，8分`, `%83`."""
    start = next((i for i, token in enumerate(t) if token.text == "%" or is_word(t, i, "of", "full")), len(t))
    if any(t[i].text not in CLUTTER and not is_word(t, i, "cue", "site", "fill") for i in range(start)):
        return None
    k, top = start + 1, 100.0
    if start < len(t) and t[start].text != "%":
        while is_word(t, k, "of", "fill"):
            k += 1
        if not (right := amount(t, k)) or not right.whole:
            return None
        k, top = units(t, right.end), right.value
        while k < len(t) and t[k].text in CLUTTER:
            k += 1
    left = amount(t, k)
    if not left or t[k].kind == "w" or units(t, left.end) < len(t) or not plausible(left.value, top, True):
        return None
    start -= start > 0 and t[start - 1].text == "("
    return Score(left.value, top, None, raw(text, t, start, len(t)))


def bare(text: str, t: list[Token], best: float | None = None, scheme: str = "") -> Score:
    """A number or row of stars without its scale, and nothing beside it but cues, units and clutter."""
    worst = None
    if scheme:
        best, worst = bounds(scheme)
    start = 0
    while start < len(t) and (_clutter(t[start]) or is_word(t, start, "cue", "site", "fill")):
        start += 1
    cued = any(is_word(t, i, "cue", "site") for i in range(start))
    first, sign = _signed(t, start)
    start += start < len(t) and t[start].text == "+"
    r = expression(t, start)
    if not r or r.how != "bare" or (t[start].kind == "w" and not (r.unit or cued)) or _grouped(t[start]):
        raise ValueError("no score")
    if any(t[i].text not in CLUTTER and not is_word(t, i, *BESIDE) for i in range(r.end, len(t))):
        raise ValueError(f"no score: {text[:40]!r}")
    value = sign * r.value
    low, high = sorted((worst or 0.0, HIGHEST if best is None else best))
    if value > high or (value < low and (best is not None or value < -HIGHEST)):
        raise ValueError("off its scale")
    return Score(value, best if best is None else float(best), worst, raw(text, t, first, r.end))


def _clutter(token: Token) -> bool:
    return token.kind == "p" and token.text in CLUTTER


def _grouped(token: Token) -> bool:
    """Whether a number has a comma of thousands, as counts have and marks have not."""
    return token.kind == "n" and len(token.text.partition(",")[2]) > 2


def _signed(t: list[Token], start: int) -> tuple[int, int]:
    """Where the number that is to follow begins, its sign included, and 1 or -1."""
    if not 0 < start < len(t) or t[start].kind not in "nf":
        return start, 1
    before = t[start - 1]
    if (
        before.text not in ("-", "–", "−")
        or before.end != t[start].start
        or (start > 1 and t[start - 2].end == before.start)
    ):
        return start, 1
    return start - 1, -1
