"""Running times as film pages print them, in minutes, with the cut and the country they are of.

>>> runtime("2 hr. 5 min.").minutes, runtime("PT2H22M").minutes, runtime("142'").minutes
(125, 142, 142)
>>> [(r.minutes, r.country) for r in runtimes("130 min (director's cut) | USA: 125 min")]
[(130, None), (125, 'US')]
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from filmmeta.values.durations import LONGEST, Duration, durations, words
from filmmeta.values.folding import fold
from filmmeta.values.numbers import plain
from filmmeta.values.patterns import regex
from filmmeta.values.places import country
from filmmeta.values.seams import seam, within

__all__ = ["Runtime", "runtime", "runtimes"]

LONGEST_TEXT = 1_000
LONGEST_LIST = 20_000
SIMPLE = regex(r"(?:(\d{1,2}) ?h(?:ours?)? )?(\d{1,4}) ?min(?:ute)?s?\.?", re.ASCII)
ISO = regex(r"P(?:0Y)?(?:0M)?(?:(\d{1,2})D)?T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:\.\d{1,9})?S)?")
TIMES = regex(r"\d{1,3} ?[x×]|\d{3,4} ?m")  # how many, or the metres of a print
PIECES = regex(r"[(\[]([^()\[\]]{0,200})[)\]]|([^()\[\]]{1,200})")
EDGES = " \t\r\n\xa0\u2009\u202f,、،。.:;|/=•·–—-\u200e\u200f"


class Runtime(NamedTuple):
    """A running time: full ``minutes``, and ``seconds`` (0–59) beyond them where they are printed.

    ``country`` is an ISO 3166 code; ``note`` what else is said, as printed (``director's cut``).
    """

    minutes: int
    note: str | None = None
    country: str | None = None
    seconds: int | None = None


NO_LENGTH = regex(r"\b[12][0-9]{2}0s\b|[a-z] ago\b")


def runtime(text: str) -> Runtime:
    """The one running time that the text states; ValueError when it states none, or several that differ.

    A number alone is one of minutes up to 999. A second one in brackets becomes a note, unless it
    says the same in another way.

    >>> runtime("1 час 38 минут (98 мин.)").minutes, runtime("1:42:05").seconds, runtime("90").minutes
    (98, 5, 90)
    """
    if match := SIMPLE.fullmatch(text):
        total = int(match[1] or 0) * 60 + int(match[2])
        if total and (not match[1] or int(match[2]) < 60):
            return Runtime(total)
    if len(text) > LONGEST_TEXT:
        raise ValueError("too long for a running time")
    if NO_LENGTH.search(text):
        raise ValueError("a decade, or a time of day or year")
    flat = plain(text)
    found = durations(flat)
    if not found:
        return _unitless(flat.strip())
    first, last = found[0], found[-1]
    if all(d.seconds // 60 == first.seconds // 60 for d in found):
        return _runtime(first, text[: first.start], text[last.end :])
    if not all(within(flat, first.end, other.start) for other in found[1:]):
        raise ValueError("several running times")
    return _runtime(first, text[: first.start], text[first.end :])


def runtimes(text: str) -> tuple[Runtime, ...]:
    """All the running times that a text lists, each with its note and country; ValueError for none.

    >>> runtimes("France: 98 min / 105 min (extended)")
    (Runtime(minutes=98, note=None, country='FR', seconds=None), \
Runtime(minutes=105, note='extended', country=None, seconds=None))
    """
    if len(text) > LONGEST_LIST:
        raise ValueError("too long for a list of running times")
    flat = plain(text)
    found = durations(flat)
    if len(found) < 2:
        return (runtime(text),)
    cuts = [0, *(seam(flat, one.end, two.start) for one, two in pairwise(found)), len(text)]
    spans = zip(found, pairwise(cuts), strict=True)
    read = (_runtime(d, text[begin : d.start], text[d.end : end], not begin) for d, (begin, end) in spans)
    return tuple(dict.fromkeys(read))


def _unitless(text: str) -> Runtime:
    """A number of minutes without its unit, or a duration of ISO 8601."""
    if match := ISO.fullmatch(text):
        days, hours, minutes, seconds = (int(group or 0) for group in match.groups())
        total = (days * 24 + hours) * 3600 + minutes * 60 + seconds
        if 0 < total <= LONGEST:
            return Runtime(total // 60, seconds=total % 60 if match[4] else None)
    elif re.fullmatch(r"[1-9]\d{0,2}", text):
        return Runtime(int(text))
    raise ValueError(f"no running time: {text[:40]!r}")


def _runtime(duration: Duration, before: str, after: str, strict: bool = True) -> Runtime:
    """The running time with what stands beside it; ``strict``: no unknown words before it."""
    minutes, seconds = divmod(duration.seconds, 60)
    place, notes = None, []
    for side, leads in ((before, strict), (after, False)):
        for match in PIECES.finditer(side):
            found, note = _said(match[1] or match[2] or "", leads and match[2] is not None)
            place = place or found
            notes += [note] if note else []
    return Runtime(minutes, "; ".join(notes) or None, place, seconds if duration.exact else None)


def _said(text: str, leads: bool) -> tuple[str | None, str | None]:
    """Country and note of what stands beside a running time; in front, only known words and labels may."""
    bare = text.strip(EDGES)
    if not bare:
        return None, None
    kind = words().get(fold(bare) or bare, "")
    if kind == "label":
        return None, None
    if kind in ("about", "medium"):
        return None, bare
    try:
        return country(bare), None
    except ValueError:
        pass
    for label in re.finditer(r"[: ]", bare):
        if leads and words().get(fold(bare[: label.start()])) == "label":
            try:
                return _said(bare[label.end() :] + text[len(text.rstrip()) - 1 :], leads)
            except ValueError:
                continue
    if len(bare) > 80 or (leads and not text.rstrip().endswith(":") and not TIMES.fullmatch(bare)):
        raise ValueError(f"unknown words beside a running time: {bare[:40]!r}")
    return None, bare
