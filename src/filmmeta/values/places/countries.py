"""Country names in some sixty languages → ISO 3166 codes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from filmmeta.values.absence import is_absent
from filmmeta.values.folding import LIMIT, codes_of, look_up, names
from filmmeta.values.patterns import regex

LIST_LIMIT = 4000
"""The longest list of countries, in characters."""

SHORT = 60
"""The longest name, in characters, whose code is remembered: the same few countries come again and again."""

_TABLES = ("country_spellings.tsv", "country_codes.tsv", "countries.tsv", "regions.tsv", "nationalities.tsv")
_NOTE = regex(r"[(\[（][^()\[\]（）]{0,80}+[)\]）]$")
_ARTICLE = regex(r"^(?:the|les|la|le|l['’]|los|las|i|gli|de|die|der|os|as|ο|οι|η|το|τα) ?+", re.I)
_HARD = regex(r"[\n\r|;,，、،/／•·∙・+»>]|\s[-–—]\s")
_SOFT = regex(
    r"\s(?:and|et|und|y|e|i|a|en|och|og|ja|és|și|si|и|і|та|й|και|ve|ו|و)\s|[&–—-]",
    re.I,
)


QUALIFIER = regex(
    r"(?:the |republic|democratic|people|islamic|province|federat|united rep|state of|plurinational|bolivarian"
    r"|kingdom|former|occupied|south$|north$|east$|west$|r\.o\.c)",
    re.I,
)


@cache
def _table() -> dict[str, str]:
    table = names(*_TABLES)
    return {name: code for name, code in table.items() if not (name.isupper() and is_absent(name))}


def _flag(text: str) -> str | None:
    """🇫🇷 is FR."""
    if len(text) == 2 and all("\U0001f1e6" <= c <= "\U0001f1ff" for c in text):
        return look_up("".join(chr(ord(c) - 0x1F1E6 + 65) for c in text), _table())
    return None


def country_code(text: str) -> str | None:
    """The code of one name, with or without an article, brackets around it or a note behind it, or None."""
    return _remembered(text) if len(text) <= SHORT else _code(text)


def _code(text: str) -> str | None:
    table = _table()
    if code := look_up(text, table):
        return code
    text = text.strip()
    if text[:1] in "([（" and text[-1:] in ")]）" and (code := look_up(text[1:-1], table)):
        return code
    bare = _NOTE.sub("", text)
    if bare and bare != text and (code := look_up(bare, table)):
        return code
    return look_up(_ARTICLE.sub("", bare, count=1), table) or _flag(text)


_remembered = lru_cache(4096)(_code)


def country(text: str) -> str:
    """The ISO 3166-1 alpha-2 code of one country, or ISO 3166-3 alpha-4 of a state that is no more.

    Names are read in some sixty languages, with the spellings of film pages; a region gives the country
    that it is part of (``Scotland`` is GB, ``Québec`` CA; Hong Kong, Macau, Taiwan and Puerto Rico have
    codes of their own), and West Germany is DE, the state that went on under its code. Raises
    ValueError when the text is no country.

    >>> country("U.K."), country("Tschechoslowakei"), country("RFA"), country("Québec")
    ('GB', 'CSHH', 'DE', 'CA')
    """
    if len(text) <= LIMIT and (code := country_code(text)):
        return code
    raise ValueError(f"no country: {text[:40]!r}")


def _pieces(parts: list[str]) -> list[str]:
    """One code for each part, two parts together first (``Korea, Republic of``)."""
    found: list[str] = []
    at = 0
    while at < len(parts):
        code = None
        if at + 1 < len(parts) and QUALIFIER.match(parts[at + 1].strip()):
            code = look_up(f"{parts[at]}, {parts[at + 1]}", _table())
        if code:
            at += 2
        else:
            code = country_code(parts[at])
            at += 1
        if code:
            found.append(code)
            continue
        found += codes_of(parts[at - 1], _SOFT, country_code)
    return found


def countries(text: str) -> tuple[str, ...]:
    """The codes of a list of countries, each once, in the order of the text.

    Raises ValueError when any part of the list is no country, so that none is dropped in silence.

    >>> countries("France, West Germany / U.K."), countries("Bosnia and Herzegovina and Italy")
    (('FR', 'DE', 'GB'), ('BA', 'IT'))
    """
    if len(text) > LIST_LIMIT:
        raise ValueError("no countries: too long")
    parts = [part for part in _HARD.split(text) if part.strip()]
    found = _pieces(parts)
    if not found:
        raise ValueError(f"no countries: {text[:40]!r}")
    return tuple(dict.fromkeys(found))
