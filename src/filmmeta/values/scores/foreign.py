"""Where scores may stand in texts of other languages than English: number words, and words for `out of` and stars."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from filmmeta.values.detection import detected_language
from filmmeta.values.patterns import regex
from filmmeta.values.scores.words import kinds, spoken, words

HEAD = 500  # characters in which a text in English has its commonest words
COMMONEST = (" and ", " is ", " it ", " this ", " that ", " to ")
BESTS = frozenset((3, 4, 5, 6, 10, 20, 100))
STEPS = 3  # words between value and best: `vier sterren van de vijf`
BACK = 28  # characters that they are looked for in
WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
GATED = {  # pieces that stand where scores do, under a letter that their language hardly does without
    "é": ("étoile",),
    "ü": (" üzerinden",),
    "ő": ("ből",),
    "ó": ("ból",),
    "ě": ("hvězd",),
    "č": ("hviezd",),
    "з": ("звезд", "звёзд", "балл"),
    "点": ("点中", "点満点 ", "点満点中", "点満点で"),
    "만": ("만점에 ",),
    "म": (" में से ",),
}
BETWEEN = frozenset(("of", "weak", "fill", "unit", "join", "half"))
KIN = (frozenset(("da", "nb", "nn", "no", "sv")), frozenset(("cs", "sk")), frozenset(("bg", "ru", "uk")))
FEWEST = 60  # characters in which a language can be told


def is_english(text: str) -> bool:
    """Whether the text's head has the commonest words of English, which names of films alone do not give it."""
    head = text[:HEAD]
    return " the " in head and (" of " not in head or any(word in head for word in COMMONEST))


@lru_cache(maxsize=1)
def language(text: str) -> str:
    """The language that a text is in, told once for all its scores."""
    return detected_language(text)


@lru_cache(maxsize=1)
def is_hungarian(text: str) -> bool:
    """Whether a text is in Hungarian, which writes the best mark first; of a short one its words tell."""
    told = language(text)
    return told == "hu" or (told == "und" and not words("hungarian").keys().isdisjoint(WORD.findall(text.lower())))


def pieces(text: str) -> Iterator[str]:
    """The pieces to look for in a text that is not all ASCII."""
    for letter, found in GATED.items():
        if letter in text:
            yield from found


@cache
def bests() -> dict[str, bool]:
    """The words for the best of a scale, each with whether it has its own `out of` in it."""
    found = {word: False for word, value in words("number").items() if value in BESTS}
    return found | dict.fromkeys(words("carried"), True)


def spelled(text: str) -> Iterator[int]:
    """The offsets of number words that a best mark may be: there is an amount and `out of` before it."""
    line, places = numbered(text)
    for start, end in places:
        carried = bests().get(line[start:end])
        if carried or (carried is not None and follows(line, start)):
            yield start


@lru_cache(maxsize=1)
def numbered(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text in lower case, and where its number words of any language stand, in their order."""
    line = lowered(text)
    places = []
    for word in spoken().keys() & set(WORD.findall(line)):
        at = line.find(word)
        while at >= 0:
            end = at + len(word)
            if not line[at - 1 : at].isalpha() and not line[end : end + 1].isalpha():
                places.append((at, end))
            at = line.find(word, end)
    return line, tuple(sorted(places))


def lowered(text: str) -> str:
    """The text in lower case, as long as before."""
    line = text.lower()
    return (line if len(line) == len(text) else text).replace("’", "'")


def follows(line: str, start: int) -> bool:
    """Whether the words before a best mark are an amount and `out of`, with what may stand between them."""
    before = WORD.findall(line, max(0, start - BACK), start)[-STEPS - 1 :]
    told = False
    for word in reversed(before):
        of = kinds().get(word, frozenset())
        if told and not of.isdisjoint(("unit", "number", "half")):
            return True
        if of.isdisjoint(BETWEEN):
            return False
        told = told or not of.isdisjoint(("of", "weak"))
    return told and any(map(str.isdigit, line[max(0, start - BACK) : start]))


def speaks(text: str, word: str) -> bool:
    """Whether a number word is of the language that the text is in, as far as that can be told."""
    if len(text) < FEWEST or (tag := language(text)) == "und":
        return True
    told = spoken().get(word.lower().replace("’", "'"), frozenset())
    return tag in told or any(tag in each and not told.isdisjoint(each) for each in KIN)
