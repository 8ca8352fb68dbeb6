"""Language names in some sixty languages → BCP 47 tags."""

from __future__ import annotations

import re
from functools import cache

from filmmeta.values.folding import LIMIT, codes_of, fold, look_up, names, rows
from filmmeta.values.patterns import regex
from filmmeta.values.places import country

LIST_LIMIT = 1500
"""The longest list of languages, in characters."""

_CODE = regex(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")
_NOTE = regex(r"^([^(\[（]{1,120}+)[(\[（]([^()\[\]（）]{0,80}+)[)\]）]?\s*+$")
_HARD = regex(r"[\n\r|;,،、，/／•·∙・+»>\t]|\s[-–—]\s")
_SOFT = regex(
    r"\s(?:and|et|und|y|e|i|a|en|och|og|ja|és|și|si|и|і|та|й|και|ve|va|و|w|with|plus)\s|[&-]",
    re.I,
)
_SUBTITLES = regex(
    r"sub-?titl|\bsubs?\b|sous-?titr|\bvost|untertit|\bOmU\b|\bOmeU\b|subt[ií]tul|sottotit|legend|ondertit"
    r"|undertext|undertekst|teksti|titulk|\bnapisy|субтитр|字幕|자막|altyaz|felirat|υπότιτλ|כתוביות|ترجمة|intertitle|inter-title",
    re.I,
)
_WITH = regex(
    r"\b(?:with|w/|avec|mit|con|com|met|med|z|ze|s|se|с|cu|με|orig\.?)\s[^|/\n]{0,80}?"
    rf"(?:{_SUBTITLES.pattern})[^|/\n,;]*+",
    re.I,
)
_DUBBED = regex(
    r"\b(?:dubbed(?: in| into)?|dubbing|dub|dabing|doublée?(?: en)?|synchronisiert|doppiato in|doblad[oa] al"
    r"|dublado|nachsynchronisiert|in|auf|en|original|version originale|version|dialogues?|spoken|mostly"
    r"|mainly|some)\b[:\s]*+",
    re.I,
)
_WORDS = frozenset(
    fold(
        "language languages langue langues idioma idiomas lingua lingue língua sprache język jazyk язык мова "
        "език dili nyelv nyelvű kieli taal språk språket sprog limba γλώσσα bahasa اللغة לשון שפה "
        "jezik keel kalba"
    ).split()
)


@cache
def _table() -> dict[str, str]:
    return names("language_spellings.tsv", "languages.tsv")


@cache
def _codes() -> dict[str, str]:
    codes = {row[0]: row[0] for row in rows("language_spellings.tsv") if "-" not in row[0]}
    codes |= names("language_codes.tsv")
    for word in ("in", "vo"):  # Indonesian's old code and Volapük's; a word of most lists, and "version originale"
        del codes[word]
    return codes


def _tag(text: str) -> str | None:
    """A code as BCP 47 writes it: ``eng`` is en, ``pt_br`` pt-BR, ``zh-hans`` zh-Hans."""
    match = _CODE.fullmatch(text)
    if not match or not (text.islower() or text.isupper() or "-" in text or "_" in text):
        return None
    primary = _codes().get(match[1].lower())
    return primary and "-".join(filter(None, (primary, (match[2] or "").title(), (match[3] or "").upper())))


def _regional(text: str, tag: str) -> str:
    """``pt`` with ``Brazil`` behind it is pt-BR; any other note changes nothing."""
    try:
        return f"{tag}-{country(text)}" if "-" not in tag and tag != "zxx" else tag
    except ValueError:
        return tag


def _known(text: str) -> str | None:
    """The tag of one name or code, with or without the word for language and a note, or None."""
    if tag := look_up(text, _table()) or _tag(text.strip()):
        return tag
    if note := _NOTE.match(text):
        tag = _known(note[1].strip())
        return _regional(note[2], tag) if tag else None
    words = fold(text).split()
    if len(words) > 1 and (words[0] in _WORDS or words[-1] in _WORDS):
        return _table().get(" ".join(word for word in words if word not in _WORDS))
    bare = _DUBBED.sub("", text)
    return _known(bare) if bare.strip() and bare != text else None


def language(text: str) -> str:
    """The BCP 47 tag of one language; ``zxx`` where the text says that the film has no words.

    Names in some sixty languages and codes (``eng``, ``pt_BR``) are read; a country in brackets becomes
    the region, other notes are left out. Raises ValueError when the text is no language.

    >>> language("Mandarin"), language("français"), language("None"), language("Portuguese (Brazil)")
    ('cmn', 'fr', 'zxx', 'pt-BR')
    """
    if tag := look_up(text, _table()):
        return tag
    if len(text) <= LIMIT and not _SUBTITLES.search(text) and (tag := _known(text)):
        return tag
    raise ValueError(f"no language: {text[:40]!r}")


def _pieces(text: str) -> list[str]:
    """The parts of a list, where a name of the table that holds a separator stays whole."""
    parts = [part for part in _HARD.split(text) if part.strip()]
    for at in range(len(parts) - 2, -1, -1):
        if look_up(f"{parts[at]}, {parts[at + 1]}", _table()):
            parts[at : at + 2] = [f"{parts[at]}, {parts[at + 1]}"]
    return parts


def languages(text: str) -> tuple[str, ...]:
    """The tags of a list of spoken languages, each once, in the order of the text; subtitles do not count.

    Raises ValueError when any part of the list is no language, so that none is dropped in silence.

    >>> languages("English / Hebrew"), languages("French with English subtitles")
    (('en', 'he'), ('fr',))
    """
    if len(text) > LIST_LIMIT:
        raise ValueError("no languages: too long")
    parts = _pieces(text)
    found = [look_up(part, _table()) for part in parts]
    if not found or not all(found):
        found = [tag for part in _spoken(text) for tag in codes_of(part, _SOFT, _known)]
    return tuple(dict.fromkeys(tag for tag in found if tag))


def _spoken(text: str) -> list[str]:
    """The parts of a list without those that are about subtitles."""
    spoken = _WITH.sub(" ", text)
    if not _SUBTITLES.search(spoken):
        parts = [spoken] if len(spoken) <= LIMIT and _known(spoken) else _pieces(spoken)
    else:
        parts = [p.partition("(")[0] if _SUBTITLES.search(p) and "(" in p else p for p in _pieces(spoken)]
        parts = [part for part in parts if part.strip() and not _SUBTITLES.search(part)]
    if not parts:
        raise ValueError(f"no languages: {text[:40]!r}")
    return parts
