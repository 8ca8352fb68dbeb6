"""Numbers as pages print them: separators of every kind, scale words, the digits of every script.

>>> number("1.234.567,89"), number("१,२३,४५,६७८"), number("5 million")
(1234567.89, 12345678, 5000000)
>>> count("5,339"), count("1.2k"), count("3億5000万")
(5339, 1200, 350000000)
"""

from __future__ import annotations

import unicodedata

from filmmeta.values.patterns import regex
from filmmeta.values.scales import scaled, scales

LONGEST = 200  # characters of a text that may still be one number

GROUPED = r"\d{1,3}(?:[ '](?:\d{3}(?!\d)|\d\d(?=[ ']\d))){1,8}+(?:[.,·]\d{1,3}(?!\d))?"
FIGURE = regex(rf"{GROUPED}|\d{{1,24}}+(?!\d)(?:[,.'·]\d{{1,24}}+){{0,9}}+(?!\d)")
COUNT = regex(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){0,3}")
GROUPS = regex(r"\d{1,3}(?:,\d{3}){1,9}|\d{1,2}(?:,\d\d){1,9},\d{3}|\d{1,4}(?:,\d{4}){1,6}")
MARKS = {
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"), " "),
    **dict.fromkeys(map(ord, "\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u00b4\uff07\u066c"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2212\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\uff0c\u060c\u3001"), ","),
    **dict(zip(map(ord, "．٫（）：＋＄￥￡￦"), ".·():+$¥£₩", strict=True)),
}
FRACTION = regex(r" ?([¼½¾])| ([13]/[24])(?![\d/])")
PARTS = {"¼": 25, "1/4": 25, "½": 50, "1/2": 50, "2/4": 50, "¾": 75, "3/4": 75}


class _Plain(dict[int, int | str]):
    """Code points to their plain forms; what was asked once is remembered."""

    def __missing__(self, point: int) -> int | str:
        digit = unicodedata.decimal(chr(point), -1)
        self[point] = point if digit < 0 else 48 + digit
        return self[point]


_PLAIN = _Plain(MARKS)


def plain(text: str) -> str:
    """The text, as long as before, with ASCII digits, spaces, dashes, stops and apostrophes.

    >>> plain("١٢٣ ४५")
    '123 45'
    """
    return text if text.isascii() else text.translate(_PLAIN)


def _grouped(digits: str, separator: str) -> str:
    """The digits without their thousands marks, which must stand where such marks stand."""
    if not GROUPS.fullmatch(digits.replace(separator, ",")) or digits[0] == "0":
        raise ValueError(f"marks of thousands out of place in {digits[:40]!r}")
    return digits.replace(separator, "")


def figure(digits: str, *, whole: bool = False, comma: bool = False, stop: bool = False) -> tuple[int, int]:
    """A run of digits and separators as an integer and the number of its decimals.

    ``whole``: a single mark before three digits is one of thousands; else it is one of
    decimals when it is a stop, or a comma and ``comma`` says that decimals follow a comma
    (then a stop is a mark of thousands, unless ``stop``).

    >>> figure("1.234.567,89"), figure("7.125"), figure("7.125", whole=True), figure("1,23,45,678")
    ((123456789, 2), (7125, 3), (7125, 0), (12345678, 0))
    """
    if digits.isdigit():
        return _integer(digits), 0
    marks = [c for c in digits if not c.isdigit()]
    last, kinds = marks[-1], set(marks)
    head, _, tail = digits.rpartition(last)
    if len(kinds) == 2 and last in ",.·" and head.isascii() and last not in head:
        return _integer(_grouped(head, marks[0]) + tail), len(tail)
    if len(kinds) > 1:
        raise ValueError(f"mixed separators in {digits[:40]!r}")
    if len(marks) == 1 and last in ",.·":
        groups = len(tail) == 3 and len(head) < 4 and head[0] != "0" and last != "·"
        decimal = comma if last == "," else stop or not comma
        if not groups or (decimal and not whole):
            if len(tail) > 3 and last == "," and not comma:
                raise ValueError(f"neither decimals nor thousands: {digits[:40]!r}")
            return _integer(head + tail), len(tail)
    return _integer(_grouped(digits, last)), 0


def _integer(digits: str) -> int:
    if len(digits) > 24:
        raise ValueError("more digits than any count or sum has")
    return int(digits)


def value(integer: int, decimals: int, zeros: int = 0) -> int | float:
    """The number with its decimals and scale applied, exactly; an int when nothing follows the point."""
    integer *= 10**zeros
    if decimals == 0:
        return integer
    quotient, rest = divmod(integer, 10**decimals)
    return float(integer / 10**decimals) if rest or not zeros else quotient


def quantity(text: str, start: int = 0, language: str = "", *, whole: bool = False) -> tuple[int | float, int]:
    """The number, with its scale words, that stands at ``start`` of a plain text, and where it ends.

    Further figures with ever smaller scales are added: ``1 crore 20 lakh``, ``3億5000万``.
    """
    if not (match := FIGURE.match(text, start)):
        raise ValueError("no number")
    digits, end = match[0], match.end()
    if end == len(text):
        return value(*figure(digits, whole=whole, comma=_decimal_comma("", language))), end
    part, after = _fraction(text, end)
    zeros, end = scaled(text, after, language)
    comma = _decimal_comma(text[after:end], language)
    integer, decimals = figure(digits, whole=whole and not zeros, comma=comma, stop=bool(zeros))
    if part and decimals:
        raise ValueError("decimals before a fraction")
    total = value(integer * 100 + part, 2, zeros) if part else value(integer, decimals, zeros)
    while zeros > 1 and (match := FIGURE.match(text, end + text.startswith(" ", end))):
        below, after = scaled(text, match.end(), language)
        if not 0 < below < zeros and not (below == 0 and text[end - 1] in "万萬만億亿억"):
            break
        total += value(*figure(match[0], whole=True), below)
        zeros, end = below, after if below else match.end()
    return total, end


def _fraction(text: str, start: int) -> tuple[int, int]:
    """The hundredths that a fraction at ``start`` stands for, and where it ends."""
    match = FRACTION.match(text, start)
    return (PARTS.get(match[1] or match[2], 0), match.end()) if match else (0, start)


def _decimal_comma(words: str, language: str) -> bool:
    """Whether the language, or else that of the scale words, writes its decimals after a comma."""
    known, commas = scales()
    if language:
        return language[:2].lower() in commas or language[:2].lower() in ("no", "nn")
    languages = known.get(words.strip(" -.").casefold(), {}).keys() - {""} if words else ()
    return bool(languages) and commas.issuperset(languages)


def number(text: str, *, language: str = "") -> int | float:
    """The number that the text is: an int, or a float where it has decimals.

    ``language`` (BCP 47) decides ``1.234`` and words such as ``mil``; without it a single stop
    is one of decimals and a comma before three digits one of thousands. ValueError for all else.

    >>> number("7,125", language="de"), number("7,125"), number("-12"), number("٣٫٥")
    (7.125, 7125, -12, 3.5)
    """
    if len(text) > LONGEST:
        raise ValueError("too long for a number")
    text = plain(text).strip()
    negative = text.startswith("-")
    start = 1 if negative or text.startswith("+") else 0
    total, end = quantity(text, start, language)
    if end != len(text):
        raise ValueError(f"no number: {text[:40]!r}")
    return -total if negative else total


def count(text: str, *, language: str = "") -> int:
    """How many the text says: a whole number, marks of thousands and scale words understood.

    A single mark before three digits is one of thousands; brackets around are ignored.
    ValueError for decimals, signs and anything else.

    >>> count("(12.345)"), count("1 234 567"), count("1,2 млн"), count("25K")
    (12345, 1234567, 1200000, 25000)
    """
    if COUNT.fullmatch(text):
        return int(text.replace(",", ""))
    if len(text) > LONGEST:
        raise ValueError("too long for a count")
    text = plain(text).strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    total, end = quantity(text, 0, language, whole=True)
    if end != len(text) or isinstance(total, float):
        raise ValueError(f"no count: {text[:40]!r}")
    return total
