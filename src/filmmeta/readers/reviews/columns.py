"""What the lines of bylines are that no wording tells by itself: by what stands in the same place of the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from filmmeta.readers.lexicon import fold
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.cuts import Cut
from filmmeta.readers.reviews.lines import Told
from filmmeta.readers.reviews.signatures import after_label

MOST = 0.6  # the share of a column that must be names
SHORTEST = 3  # words of a name where nothing else speaks for it
LABEL = 4  # words of a name behind a label
PAIR = 2  # words of a name as most people have
FEW = 3  # words of a count
BY = re.compile(r"(?:^|[\s*★☆½·|–-])(?:(?:a\s)?(?:review|comment|shout)|written|posted|reviewed) by\s(?=\S)", re.I)
BULLET = re.compile(r"(?:[*•·+-]|\d{1,4}\.)\s{1,4}(?=\S)")
RATED = re.compile(r"([★☆]{3,10}½?)\s{1,4}(?=\S)")
PERSON = re.compile(r"[A-ZÀ-ÞА-Я][^\W\d_]{1,30}\s[A-ZÀ-ÞА-Я][\w.'-]{0,30}")
SCALE = re.compile(r"/\s?(?:5|6|10|20|100)")


def fixed(told: Sequence[Told]) -> list[Told]:
    """The lines with how often each stands there: those that come again are a site's, numbers and counts are told."""
    counts = Counter(each.line.text for each in told if len(each.line.text) < words.SHORT)
    kinds = Counter(words.DIGITS.sub("0", each.line.text) for each in told if each.kind != "prose")
    found: list[Told] = []
    for each in told:
        text = each.line.text
        if each.kind == "day" and found and found[-1].kind == "other" and found[-1].line.text[-1] in words.COLONS:
            each = each._replace(kind="tally", parts=())  # since when somebody is a member
        shape = words.DIGITS.sub("0", text)
        times = max(counts[text], kinds[shape])
        kind = each.kind
        if kind == "short":
            counted = is_count(text[behind_bullet(text) :]) or (
                shape != text and kinds[shape] > 1 and len(shape) > len("(0)")
            )
            kind = "number" if words.is_number(text) else "tally" if counted else kind
            kind = "more" if fold(text.strip("…+><«»›‹→.()[] ")) in words.words("more") else kind
            kind = "fixed" if kind in ("short", "more") and counts[text] > 1 else kind
        kind = ("fixed" if counts[text] > 1 else "tally") if kind == "heading" and times > 1 else kind
        kind = "fixed" if kind == "prose" and text[-1] in ")）]" and counts[text] > 1 else kind
        found.append(each._replace(kind=kind, times=times))
    return found


def is_count(text: str) -> bool:
    """Whether a short line counts something: figures, and no more than a word or two beside them."""
    return any(map(str.isdigit, text)) and (text[0].isdigit() or not words.is_name(text)) and len(text.split()) <= FEW


def scored(told: Sequence[Told]) -> list[Told]:
    """The lines, with the scores told that stand on two lines, before a name, or in few stars."""
    found = [*told]
    stars = sum(each.kind == "score" and is_starred(each.line.text) for each in told) > 1
    for at, each in enumerate(told):
        text, before = each.line.text, told[at - 1] if at else each
        if SCALE.fullmatch(text) and before.kind == "number":
            found[at - 1] = before._replace(kind="score", parts=(("rating/value", 0, len(before.line.text)),))
            found[at] = each._replace(
                kind="fixed", parts=(("rating/best", len(text) - len(text.lstrip("/ ")), len(text)),)
            )
        elif each.kind == "short" and (rated := RATED.match(text)) and words.is_name(text[rated.end() :]):
            name = rated.end(), rated.end() + len(text[rated.end() :].partition(",")[0])
            found[at] = each._replace(kind="byline", parts=(("rating", *rated.span(1)), ("author", *name)))
        elif stars and is_starred(text):
            found[at] = each._replace(kind="score", parts=(("rating", 0, len(text)),))
    return found


def is_starred(text: str) -> bool:
    return set(text) <= set("★☆½ ") and "★" in text


def signed(told: Sequence[Told]) -> list[Told]:
    """The lines, with the names told that a label stands above, or before on several lines."""
    found = [*told]
    for at, each in enumerate(told[:-1]):
        after = told[at + 1]
        is_label = each.kind == "fixed" and fold(each.line.text) in words.words("author")
        if is_label and after.kind == "short" and words.is_name(after.line.text):
            found[at + 1] = after._replace(kind="author", parts=(("author", 0, len(after.line.text)),))
    begun = {at: end for at, each in enumerate(found) if each.kind == "short" and (end := name_at(each.line.text))}
    heads = Counter(label_of(found[at].line.text, end) for at, end in begun.items())
    for at, end in begun.items():
        text = found[at].line.text
        if heads[label_of(text, end)] > 1:
            found[at] = found[at]._replace(kind="author", parts=(("author", end, len(text)),))
    return unnamed(found)


def label_of(text: str, end: int) -> str:
    """The word right before a name."""
    return text[:end].split()[-1].casefold()


def unnamed(told: Sequence[Told]) -> list[Told]:
    """The lines, with bylines whose names are all the same taken for days: a site prints the rest."""
    names = Counter(found for each in told if each.kind == "byline" for found in authors(each))
    common = {name for name, count in names.items() if count > 1 and count * 2 > names.total()}
    return [
        each._replace(kind="day", parts=tuple(part for part in each.parts if part[0] != "author"))
        if each.kind == "byline" and common.intersection(authors(each))
        else each
        for each in told
    ]


def authors(each: Told) -> list[str]:
    return [each.line.text[start:end] for path, start, end in each.parts if path == "author"]


def name_at(text: str) -> int:
    """Where the name begins in a line of a label and a name: ``By anna_k``; 0 where there is no label."""
    found = BY.search(text)
    end = found.end() if found else after_label(text, behind_bullet(text), len(text))
    end = 0 if end == behind_bullet(text) else end
    name = text[end:]
    return end if end and words.is_name(name) and len(name.split()) <= LABEL else 0


def columns(told: Sequence[Told], cuts: Sequence[Cut]) -> dict[int, str]:
    """The claim path of each line of the bylines that is the author's name, the title or the film's."""
    rows = [[at for at in places_of(told, cut) if told[at].kind == "short"] for cut in cuts]
    paths = {at: "film/heading" for row in rows for at in row if words.is_film(told[at].line.text)}
    rows = [[at for at in row if at not in paths] for row in rows]
    usual = Counter(map(len, rows)).most_common(1)[0][0]
    full = [row for row in rows if len(row) == usual]
    heads = [sum(at < cut.body for at in row) for row, cut in zip(rows, cuts, strict=True) if len(row) == usual]
    known = sum(any(path == "author" for at in places_of(told, cut) for path, _, _ in told[at].parts) for cut in cuts)
    author = -1 if known >= MOST * len(cuts) else author_column(told, full, usual)
    above = min(heads, default=0)
    title = next((at for at in range(above) if at != author and not is_counting(told, full, at)), -1)
    for row in full:
        paths |= {row[at]: path for at, path in ((author, "author"), (title, "title")) if at >= 0}
    return paths


def places_of(told: Sequence[Told], cut: Cut) -> list[int]:
    """The numbers of the lines of a byline: above the text, and below it where something tells that it stands there."""
    tail = range(cut.close, cut.end)
    told_below = any(told[at].kind in ("day", "byline", "author") for at in tail)
    return [*range(cut.start, cut.body), *(tail if told_below else ())]


def author_column(told: Sequence[Told], rows: Sequence[Sequence[int]], several: int) -> int:
    """The column that is names in most rows, of the fewest words, or of two, or beside the day; -1 for none."""
    best, least = -1, SHORTEST + 0.5
    for column in range(several):
        texts = [told[row[column]].line.text for row in rows]
        size = sum(len(text.split()) for text in texts) / len(texts)
        size -= all(map(PERSON.fullmatch, texts)) * PAIR
        size -= sum(is_beside_day(told, row[column]) for row in rows) > MOST * len(rows)
        if sum(map(is_likely, texts)) >= MOST * len(texts) and len(set(texts)) > 1 and size < least:
            best, least = column, size
    return best


def is_likely(text: str) -> bool:
    """Whether a line reads as what somebody is called: one word, or two as names are written."""
    bare = text[behind_bullet(text) :]
    return words.is_name(bare) and ("," not in bare) and (" " not in bare or PERSON.fullmatch(bare) is not None)


def is_counting(told: Sequence[Told], rows: Sequence[Sequence[int]], column: int) -> bool:
    return sum(words.is_tally(told[row[column]].line.text) for row in rows) >= MOST * len(rows)


def is_beside_day(told: Sequence[Told], at: int) -> bool:
    return any(0 <= near < len(told) and told[near].kind == "day" for near in (at - 1, at + 1))


def behind_bullet(text: str) -> int:
    """Where a line's words begin behind the mark or the number of a list."""
    found = BULLET.match(text)
    return found.end() if found else 0
