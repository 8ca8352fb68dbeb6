"""A text as a row of letters, one for each token, so that the shapes of dates are short patterns."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from filmmeta.values.dates.calendar import EARLIEST, LATEST
from filmmeta.values.dates.words import Month, kinds, month_of, second_words, words_of
from filmmeta.values.folding import fold
from filmmeta.values.patterns import regex

LIMIT = 500
"""The longest text, in characters, that is read as one date."""

_OTHER_DIGIT = regex(r"[^\D0-9]")
_INVISIBLE = regex("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]+")
_PLAIN: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN |= dict.fromkeys((0xA0, 0x2009, 0x202F, 0x3000), " ") | dict.fromkeys((0x2010, 0x2011), "-")
_ROMANS = "I II III IV V VI VII VIII IX X XI XII"
_ROMAN = {roman: number for number, roman in enumerate(_ROMANS.split(), 1)}

_NOT_IN_WORDS = "\\s\\d!-&(-/:-@\\[-`{-~\xa0-\xbf\u2000-\u200b\u200e-\u2018\u201a-\u206f\u3000-\u3004\u3007-\u303f・"
_LETTER = f"[^'’{_NOT_IN_WORDS}]"
_WORD = f"{_LETTER}[^{_NOT_IN_WORDS}]*+(?:\\.{_LETTER}[^{_NOT_IN_WORDS}]*+)*+"
_SMALL = r"(?:[0-9]{1,2}|zz|xx|\?\?)"
_LAST = r"(?:[0-9]{4}|[0-9]{1,2}|zz|xx|\?\?)(?![0-9])"
_TOKEN = regex(
    rf"""(?P<X>(?<![0-9])(?:(?<![0-9][.,/:-])|(?<=-[0-9]{{2}}/))[0-9]{{1,4}}(?:-{_SMALL}-{_LAST}
               |[ ]?/[ ]?{_SMALL}[ ]?/[ ]?{_LAST}|[ ]?\.[ ]?{_SMALL}[ ]?\.[ ]?{_LAST})
          |(?<![0-9.,])[0-9]{{4}}(?:[ ](?:[0-9][0-9]|zz|xx|\?\?)){{2}}(?![0-9.,:%]))
      |(?P<C>(?<![0-9])[0-9]{{4}}[ ]?[年년](?:[ ]?[0-9]{{1,2}}[ ]?[月월](?:[ ]?[0-9]{{1,2}}[ ]?[日일號号])?)?)
      |(?P<K>(?<![0-9])[0-9]{{1,2}}[ ]?[月월][ ]?[0-9]{{1,2}}[ ]?[日일號号])
      |(?P<Z>(?<![0-9])(?<![0-9][.,/:-])(?:[0-9]{{4}}[-/.][0-9]{{1,2}}|[0-9]{{1,2}}[-/.][0-9]{{4}})(?![0-9]))
      |(?P<ending>\(e\)ko|\(a\))
      |(?P<number>[0-9]+)
      |(?P<word>{_WORD})
      |(?P<mark>\S)""",
    re.X,
)
_NUMBERS = regex(r"[0-9]+|zz|xx|\?\?")
_MARKS = dict(zip(".․,()[]{}/–—−‒〜:;|•·?~≈±º°ª-", "..,()()()-~~~~~:;;;;?~aaooo-", strict=True))
_SILENT = "\"'’‘“”„«»*©`!…"

Value = int | str | Month | tuple[str, ...] | None


class Scan(NamedTuple):
    """The tokens of a text: ``text`` as it is read, ``kinds`` a letter a token, their values and spans.

    M month, m month that needs company, D number of 1 to 31, Y year, N other number, X three numbers, Z year
    and month, K month and day, I eight digits, J three numbers without a year, R Roman numeral, o ordinal
    ending, w unknown word, x other; the words' letters are those of ``words.KINDS``, a mark stands for
    itself, ``~`` for a spaced or long dash.
    """

    text: str
    kinds: str
    values: list[Value]
    spans: list[tuple[int, int]]


def plain(text: str) -> str:
    """The text with digits of every script as 0 to 9, and without marks that nobody sees."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).translate(_PLAIN)
    return _OTHER_DIGIT.sub(lambda m: str(unicodedata.decimal(m.group(), m.group())), text)


def scan(text: str, language: str = "") -> Scan:
    """The tokens of a plain text."""
    letters: list[str] = []
    values: list[Value] = []
    spans: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        kind = match.lastgroup
        letter, value = "", None  # type: tuple[str, Value]
        if kind == "word":
            letter, value = _word(token, language, letters, match.start() == (spans[-1][1] if spans else -1))
        elif kind == "number":
            letter, value = _number(token)
        elif kind == "mark":
            letter = _mark(match, letters)
        elif kind != "ending":
            letter, value = _compound(str(kind), token)
        if letters and _joined(letters, values, spans, letter, value):
            spans[-1] = (spans[-1][0], match.end())
        elif letter:
            letters.append(letter)
            values.append(value)
            spans.append(match.span())
    return Scan(text, "".join(letters), values, spans)


def _word(token: str, language: str, letters: list[str], attached: bool) -> tuple[str, Value]:
    if found := month_of(token, language):
        return "M" if found[1] else "m", found[0]
    if token in _ROMAN:
        return "R", _ROMAN[token]
    key = token.lower()
    if not (key.isascii() and key.isalpha()):
        key = fold(token)
    if attached and letters and letters[-1] in "D-" and key in words_of("ordinal"):
        return "o", None
    return kinds().get(key, "w"), key


def _number(token: str) -> tuple[str, Value]:
    if len(token) <= 2:
        return ("D" if 1 <= int(token) <= 31 else "N"), int(token)
    if len(token) == 4 and EARLIEST <= int(token) <= LATEST:
        return "Y", int(token)
    return ("I", token) if len(token) == 8 else ("N", None)


def _compound(kind: str, token: str) -> tuple[str, Value]:
    parts = tuple(_NUMBERS.findall(token))
    if kind == "C":
        if len(parts) == 1:
            return _number(parts[0])
        return "X", (*parts, "00")[:3]
    if kind == "X" and sum(len(p) == 4 for p in parts) != 1:
        return "J", None
    return kind, parts


def _mark(match: re.Match[str], letters: list[str]) -> str:
    """The letter of a mark; nothing for one that says nothing."""
    token, text, end = match.group(), match.string, match.end()
    if token in _SILENT:
        return "x" if token in "'’‘" and text[end : end + 1].isdigit() else ""
    letter = _MARKS.get(token, "x")
    if token == "~" and (not letters or letters[-1] not in "DYMXZNo)"):
        return "a"
    if token == "-" and (text[end : end + 1].isspace() or text[match.start() - 1 : match.start()].isspace()):
        return "~"
    return letter


def _joined(letters: list[str], values: list[Value], spans: list[tuple[int, int]], letter: str, value: Value) -> bool:
    """Whether the new token only completes the one before: ``tháng 2``, ``كانون الثاني``, ``شباط/فبراير``."""
    if letter == "D" and letters[-1] == "T":
        if isinstance(value, int) and value <= 12:
            letters[-1], values[-1] = "M", value
            return True
    elif value == "of" and letters[-1] == "m":
        letters[-1] = "w"
    elif letter == "w" and isinstance(values[-1], str) and str(value) in second_words().get(values[-1], ()):
        found = month_of(f"{values[-1]} {value}", "")
        letters[-1], values[-1] = "M", found[0] if found else None
        return True
    elif letter == "M" and letters[-2:] == ["M", "-"] and values[-2] == value:
        del letters[-1], values[-1], spans[-1]
        return True
    return False
