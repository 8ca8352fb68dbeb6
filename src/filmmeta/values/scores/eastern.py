"""Marks without a scale in Chinese, Japanese and Korean: `四颗星`, `星三つ半`, `80点`, `별 네 개`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from filmmeta.values.numbers import plain
from filmmeta.values.patterns import regex
from filmmeta.values.scores.scales import Score
from filmmeta.values.scores.surroundings import phrases
from filmmeta.values.scores.words import words

FIGURE = r"[0-9]{1,3}(?:\.[0-9])?(?![0-9])"
CHINESE = r"[一二两兩三四五六七八九十]"
SHORT = "하나|둘|셋|넷|다섯"
KOREAN = "하나|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열"
NATIVE = rf"{KOREAN}|[0-9](?:\.[0-9])?"
ENDED = (
    r"$|[\s。！!,，.；;、…~～）)」】]|です|でした|だ|かな|くらい|ぐらい|って|を?[付つ]け|をあげ|[吧了啦]|推[荐薦]|好评"
)
CLOSED = rf"(?={ENDED}|(?:입니다|이다|이에요|줍니다|준다|주고|드립니다|드려요|만|정도|[을를이가]\s))"
GIVEN = r"(?=$|[\n.!,。)~]|[을를]?\s?(?:준|줍|드|주)|입니다|이다|이에요|만|정도)"
PATTERNS = (
    ("星", regex(rf"(?P<n>{FIGURE}|{CHINESE})(?:颗|顆|个|個|枚|粒|つ)?(?P<half>半)?星(?P<more>半)?{CLOSED}")),
    ("星", regex(rf"星(?P<n>{FIGURE}|{CHINESE})(?:つ|個|コ|ツ)?(?P<half>半)?{CLOSED}")),
    ("分", regex(rf"(?P<n>{FIGURE}|{CHINESE})(?P<half>半)?分(?P<more>半)?{CLOSED}")),
    ("点", regex(rf"(?P<n>{FIGURE}|{CHINESE})点(?P<half>半)?{CLOSED}")),
    ("點", regex(rf"(?P<n>{FIGURE}|{CHINESE})點(?P<half>半)?{CLOSED}")),
    ("점", regex(rf"(?P<n>{FIGURE})\s?점{CLOSED}")),
    ("별", regex(rf"별\s?(?P<best>{NATIVE})\s?개\s?중에?서?\s?(?P<n>{NATIVE})\s?개(?P<half>\s?반)?{CLOSED}")),
    ("별", regex(rf"별\s?(?P<n>{SHORT})(?!\s?개)(?P<half>\s?반)?{CLOSED}")),
    ("별", regex(rf"별점[은이을도]?\s?(?P<n>{NATIVE})\s?개(?P<half>\s?반)?(?!\s?중){CLOSED}")),
    ("별", regex(rf"별\s?(?P<n>{NATIVE})\s?개(?P<half>\s?반)?(?!\s?중){GIVEN}")),
)
BEFORE = frozenset(' .\n\t。！!?？；;，,：:（(「【“"~～…—-★☆')
SOFT = ("，", ",", "、", "：")  # signs of which one may stand beside a mark, not two
SPACED = "점별"  # of Korean, which has blanks between its words
MOST = 400  # marks of one kind that are looked at
TOLD = ("mine", "label", "whole")
NEAR = 8  # characters before a mark in which its phrase or label stands
KANA = regex(r"[\u3040-\u30ff]")
TOP = {"星": 5.0, "별": 5.0}  # the most stars that are given without a scale; of points it is a hundred
MINUTES = 10  # of 分, which are minutes in Japanese, and beyond this anywhere without a label
VERY = "十分"  # ten points, or `very`
ORDINAL = frozenset("第前后後差每")


def eastern(text: str) -> Iterator[tuple[int, int, Score]]:
    """The marks that stand by themselves between signs, or behind what announces them.

    >>> [(start, end, s.value) for start, end, s in eastern("很好看。四颗星，推荐。五星级酒店。")]
    [(4, 7, 4.0)]
    """
    line = plain(text)
    japanese = KANA.search(text) is not None
    for sign, pattern in PATTERNS:
        if sign not in line or (sign == "分" and japanese):
            continue
        for match in islice(pattern.finditer(line), MOST):
            start, end = match.span()
            told = is_told(text[max(0, start - NEAR) : start])
            if text[max(0, start - 1) : start] in ORDINAL and start:
                continue
            value = number(match["n"]) + 0.5 * any(match.groupdict().get(each) for each in ("half", "more"))
            best = number(match["best"]) if "best" in match.groupdict() else None
            before = text[max(0, start - NEAR) : start]
            before = before.rstrip(" ") if sign in SPACED else before
            if not (told or not before or before[-1] in BEFORE) or value > (best or TOP.get(sign, 100.0)):
                continue
            if not told and text[max(0, start - 1) : start] in SOFT and text[end : end + 1] in SOFT and start:
                continue
            if told or not (sign == "分" and (value > MINUTES or match[0] == VERY)):
                yield start, end, Score(value, best, None, text[start:end])


def is_told(before: str) -> bool:
    """Whether a phrase that announces a mark, or its label, ends what stands before it, but for a little word."""
    before = before.rstrip(" :：是为為はを就只个個了到于於出")
    return any(before.endswith(phrase) for phrase, kind in phrases()[2] if kind in TOLD)


def number(text: str) -> float:
    """The number that figures or a number word say."""
    return words("number")[text] if text in words("number") else float(text)
