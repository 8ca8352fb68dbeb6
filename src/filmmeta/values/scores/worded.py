"""Number words that may be marks: ``a solid seven``, ``Il mio voto: otto``, ``quatro estrelas``, ``en stark fyra``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from filmmeta.values.patterns import regex
from filmmeta.values.scores.announcing import HEADING, NEAREST, begins, counted, listed_kinds
from filmmeta.values.scores.foreign import is_english, numbered
from filmmeta.values.scores.standing import is_led
from filmmeta.values.scores.surroundings import leading, listed, surroundings
from filmmeta.values.scores.tokens import each
from filmmeta.values.scores.words import spoken, words

TO_TEN = "one|two|three|four|five|six|seven|eight|nine|ten|zero"
SPELT = (
    regex(rf" an? (?:[a-z-]{{3,14}} ){{0,2}}({TO_TEN})\b"),
    regex(rf"A(?<!\wA)n? (?:[a-z-]{{3,14}} ){{0,2}}({TO_TEN})\b"),
    regex(rf" is (?:an? )?({TO_TEN})\b"),
    regex(rf" say ({TO_TEN})\b"),
)
WISHES = frozenset(("wish", "not", "former", "voice"))
ENDING = tuple(".!?…;,)\n")
NONE = 99  # words to a phrase that is not there
FAR = 5  # words between `I give` and number words with stars
STARS = (" star", "-star")
BEFORE_STARS = regex(rf"\b({TO_TEN})(?: and a half)?$", re.IGNORECASE)
NEAR = 20  # characters before stars in which their number stands
INTO = frozenset(("a", "an", "is", "say"))  # words that an English mark may stand behind
BACK = 40  # characters before a number word that are looked at
FEWEST, MOST = 1, 10  # marks that number words are taken for
MOST_WORDS = 400  # English number words behind an article that are looked at
LONGEST = 100  # number words of one text that are looked at
SPACED = 0x0E00  # from here on, scripts that put no spaces between words


def english(text: str) -> Iterator[tuple[int, int]]:
    """English number words behind an article, its adjectives, or a verb, and those before stars.

    >>> [text[slice(*span)] for text in ["A weak five. Not two of three."] for span in english(text)]
    ['five']
    """
    for pattern in SPELT:
        for match in islice(pattern.finditer(text), MOST_WORDS):
            if is_introduced(text, match.start(1)):
                yield match.span(1)
    yield from starred(text)


def is_introduced(text: str, start: int) -> bool:
    """Whether but adjectives of marks stand between a number word and its article."""
    words = text[max(0, start - BACK) : start].lower().split()
    return words[-1] in INTO or words[-1] in leading("filler")


def starred(text: str) -> Iterator[tuple[int, int]]:
    """English number words before stars."""
    for word in STARS:
        for at in islice(each(text, word), MOST_WORDS):
            if found := BEFORE_STARS.search(text, max(0, at - NEAR), at):
                yield found.span(1)


@cache
def marks() -> dict[str, float]:
    """The marks that number words and nouns for marks stand for, in scripts with spaces between words."""
    found = {word: value for word, value in words("number").items() if FEWEST <= value <= MOST}
    return {word: value for word, value in (found | words("figure")).items() if ord(word[0]) < SPACED}


def foreign(text: str) -> Iterator[tuple[int, int, float]]:
    """Number words of other languages, and the marks that they are."""
    if is_english(text):
        return
    line, places = numbered(text)
    for start, end in places[:LONGEST]:
        word = line[start:end]
        if word in marks() and spoken()[word] != {"en"}:
            yield start, end, marks()[word]


def rests(text: str, end: int) -> bool:
    """Whether a sentence ends behind a number word, or says whose mark it is."""
    after = text[end : end + 24]
    said = listed(after)
    if said and after[:1] == " " and said[0] in leading("filler"):  # un siete raspado
        after = after.lower().partition(said[0])[2]
    return not after.strip() or after.lstrip(' )"»”')[:1] in ENDING or "mine" in listed_kinds(after)


def named(text: str, start: int, end: int, united: bool) -> bool:
    """Whether a number word is a mark: said to be given, headed by a label, or a sentence by itself."""
    found = surroundings(text, start)
    if "part" in found.label_kinds or not WISHES.isdisjoint(found.kinds):
        return False
    if not found.label_kinds.isdisjoint(HEADING) or "mine" in listed_kinds(text[end : end + 24]):
        return True
    reach = FAR if united else NEAREST + 1
    label = found.kinds.get("label", NONE)
    gap = min(found.kinds.get("mine", NONE), label if united or label < NEAREST else NONE)
    articled = bool(found.words) and found.words[-1] in leading("filler")
    word = text[start:end].lower()
    sure = united or articled or (word in words("figure") and word not in words("number"))
    if gap <= reach and (sure or is_led(found.words[len(found.words) - gap :])):
        return gap == 0 or not counted(found)
    return is_led(found.words) and begins(text, start, found) and (articled or (united and rests(text, end)))
