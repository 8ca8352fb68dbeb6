"""What stands around a score in running text: whose it is, what it is of, and how it is set apart."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from filmmeta.values.folding import rows
from filmmeta.values.patterns import regex
from filmmeta.values.scores.words import words

REACH = 110  # characters before a score that tell whose it is
LONGEST = 4  # words of a phrase
GAP = 4  # words that an … stands for, the last one of the phrase included
WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE = regex(r"[.!?…;\n。！？；•|।؟۔][\"'”»)*]{0,4}|\s-{2,3}\s")
ASIDE = regex(r"\([^()]{1,40}\)")
CLAUSE = regex(r"[,，、(\[–—]|\s-\s")
FIGURE = regex(r"\d(\D{1,110})$")
LABEL = regex(
    r"(?:^|[\n.!?;,/*()\d%]|--)[^\w\n]{0,9}([^\W\d_][\w' ’&-]{0,40}?)[\"'”*]?\s?"
    r"(?:[:：=]\s?-?|\s[-–—]{1,3}\s?|\.{2,9})\s?[\"'“*(\[]{0,4}\s?$"
)
LABELLED = 72  # characters of a label with all that may stand around it
ARTICLES = frozenset("the der die das den le la les el los las il lo gli i o os de het za за für pour por per".split())
LEADING = frozenset(("filler", "opener", "link"))
ANNOUNCING = frozenset({"mine", "label", "whole"})
AHEAD = 48  # characters behind a figure in which its half, its unit and what they announce stand
CLOSE = 20  # the same in which its sentence may end with it
CLOSING = frozenset(".!…*)\n")
LEADS = frozenset(":：=-–—.")  # one of these stands between a label and its score
STRAY = "\"'( *["  # signs that may open a score
UNSPACED = "\u2e80"  # from here on, scripts that put no spaces between words, and Korean particles

Phrases = dict[str, frozenset[str]]


@cache
def phrases() -> tuple[Phrases, dict[str, list[tuple[str, str]]], list[tuple[str, str]]]:
    """Kinds by phrase; kinds and last words by the first word of phrases with a gap; phrases without spaces."""
    whole: dict[str, set[str]] = {}
    gapped: dict[str, list[tuple[str, str]]] = {}
    unspaced: list[tuple[str, str]] = []
    for kind, _language, entries in rows("verdict_words.tsv"):
        for entry in entries.split("|") if kind not in LEADING else ():
            first, gap, last = entry.partition(" … ")
            if gap:
                gapped.setdefault(first, []).append((last, kind))
            elif entry[0] >= UNSPACED:
                unspaced.append((entry, kind))
            else:
                whole.setdefault(entry, set()).add(kind)
    return {entry: frozenset(kinds) for entry, kinds in whole.items()}, gapped, unspaced


@cache
def leading(kind: str) -> frozenset[str]:
    """The words of one of the kinds that say nothing of whose a score is: filler, opener, link."""
    lists = [entries.split("|") for each, _, entries in rows("verdict_words.tsv") if each == kind]
    return frozenset(word for entries in lists for word in entries)


@cache
def heads() -> dict[str, int]:
    """The words that phrases begin with, each with how many words the longest of them has."""
    found: dict[str, int] = {}
    for phrase in phrases()[0]:
        first = phrase.partition(" ")[0]
        found[first] = max(found.get(first, 0), min(LONGEST, phrase.count(" ") + 1))
    return found


@cache
def telling() -> dict[str, list[str]]:
    """The phrases that announce a score, each under its longest word; the last words of those with a gap, and units."""
    whole, gapped, _ = phrases()
    found: dict[str, list[str]] = {word: [word] for word in words("unit")}
    for phrase in (phrase for phrase, kinds in whole.items() if not kinds.isdisjoint(ANNOUNCING)):
        found.setdefault(max(phrase.split(), key=len), []).append(phrase)
    for last in (last for ends in gapped.values() for last, kind in ends if kind in ANNOUNCING):
        found.setdefault(last, []).append(last)
    return found


def is_idle(text: str, start: int, end: int) -> bool:
    """Whether nothing near a figure can make it a score: no label, no phrase, no unit, no end of its sentence."""
    before, after = text[max(0, start - REACH) : start], text[end : end + AHEAD]
    if len(after) < AHEAD or not CLOSING.isdisjoint(after[:CLOSE]) or not LEADS.isdisjoint(before[-6:]):
        return False
    near = before + after
    if not near.isascii() and max(near) >= UNSPACED:
        return False
    known, found = telling(), listed(near)
    line = " ".join(found)
    return not any(phrase in line for word in found if word in known for phrase in known[word])


class Surroundings(NamedTuple):
    """Of a score: the kinds of phrases in its clause with the number of words since the last of each, its label,
    its clause up to it, and the words between its sentence's start and it.
    """

    kinds: dict[str, int]
    label: str
    label_kinds: frozenset[str]
    clause: str
    words: list[str]


@lru_cache(maxsize=32)
def surroundings(text: str, start: int) -> Surroundings:
    """What the sentence says before the score that starts at ``start``.

    >>> found = surroundings("I wanted to give it 3, but I give it 5", 37)
    >>> found.kinds["mine"], "wish" in found.kinds, found.clause
    (1, False, ' but I give it ')
    """
    begin = max(0, start - REACH)
    before = text[begin:start]
    label = None if LEADS.isdisjoint(before[-6:]) else LABEL.search(before, max(0, len(before) - LABELLED))
    ends = [match.end() for match in SENTENCE.finditer(before) if match.start() < len(before.rstrip(STRAY))]
    sentence = before[ends[-1] :] if ends else before
    if ")" in sentence:
        sentence = ASIDE.sub(lambda match: " " * len(match[0]), sentence)
    breaks = [match.end() for match in CLAUSE.finditer(sentence) if match.end() < len(sentence.rstrip(" \"'(*[-"))]
    clause = sentence[breaks[-1] :] if breaks else sentence
    words = listed(clause)
    for i in range(len(words) - 1, 0, -1):
        if "but" in phrases()[0].get(words[i], ()):
            words = words[i:]
            break
    named = label[1].lower().strip() if label else ""
    kinds = kinds_in(words, clause)
    if "mine" in kinds and "wish" in kinds and (figure := FIGURE.search(clause)):  # instead of 8/10 I give 6/10
        rest = kinds_in(listed(figure[1]), figure[1])
        kinds = rest if "mine" in rest else kinds
    return Surroundings(kinds, named, kinds_of(named), clause, words)


def listed(text: str) -> list[str]:
    """The words of a text in lower case."""
    return WORD.findall(text.lower().replace("’", "'").replace("´", "'"))


def kinds_of(label: str) -> frozenset[str]:
    """The kinds of a label by its whole text, else by its last words or its first."""
    if not label:
        return frozenset()
    whole, _, unspaced = phrases()
    if label in whole:
        return whole[label]
    if label[0] >= UNSPACED:
        return frozenset(kind for phrase, kind in unspaced if label.endswith(phrase))
    words = label.split()
    found: set[str] = set()
    for i in range(1, len(words)):
        found |= whole.get(" ".join(words[i:]), frozenset()) | whole.get(" ".join(words[:i]), frozenset())
    return frozenset(found)


def kinds_in(words: list[str], clause: str) -> dict[str, int]:
    """The kinds of phrases among the words, each with how many words stand behind the last of its phrases."""
    whole, gapped, unspaced = phrases()
    found: dict[str, int] = {}
    longest = heads()
    for i, word in enumerate(words):
        for size in range(1, min(longest.get(word, 0), len(words) - i) + 1):
            phrase = " ".join(words[i : i + size])
            for kind in whole.get(phrase, ()):
                if kind != "other" or not demonstrated(words, i):
                    found[kind] = len(words) - i - size
        for last, kind in gapped.get(word, ()):
            if last in words[i + 1 : i + 1 + GAP]:
                j = words.index(last, i + 1)
                if word != "i" or not any("theirs" in whole.get(between, ()) for between in words[i + 1 : j]):
                    found[kind] = len(words) - j - 1
    if clause and max(clause) >= UNSPACED:
        found |= {kind: 0 for phrase, kind in unspaced if phrase in clause}
    return found


def demonstrated(words: list[str], i: int) -> bool:
    """Whether a word such as `this` stands shortly before a word."""
    return any("this" in phrases()[0].get(word, ()) for word in words[max(0, i - 3) : i])


def is_of(kind: str, words: list[str]) -> bool:
    """Whether the words before a score name a part of the film, or another one, and what joins it to its mark.

    >>> is_of("part", "the music is a".split()), is_of("part", "the music was so bad that".split())
    (True, False)
    """
    whole = phrases()[0]
    for begin in range(min(3, len(words))):
        if begin and not (words[begin - 1] in leading("filler") or words[begin - 1] in ARTICLES):
            return False
        for end in range(min(begin + LONGEST, len(words)), begin, -1):
            if kind in whole.get(" ".join(words[begin:end]), ()):
                return leading("link").issuperset(words[end:])
    return False
