"""Reviews in plain text: whether a text is one, and a listing's reviews with title and score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from filmmeta.claim import Claim, Problem
from filmmeta.page import Line, Page
from filmmeta.readers.facts import own
from filmmeta.readers.facts.entries import Entry, outlined
from filmmeta.readers.headed_text import may_hold_record
from filmmeta.readers.labelled import label_of, labels_of, lexicon
from filmmeta.readers.wikitext import is_wikitext

Read = Iterator[Claim | Problem]

LOOKED_AT = 40  # lines in which a label would stand
LONG = 60  # characters of a line that is running text
RUNNING = 0.5  # the share of a prose text that stands in long lines
TERSE = 3  # characters of other scripts that one of a script without spaces stands for
FEWEST_WORDS = 8  # of a long line that is not Chinese, Japanese or Thai
CODE = rb"{}[]=;|\_"  # the signs of source code, JSON and wikitext
CODED = 0.02  # the share of them from which a text is no prose
WRAPPED = 28  # characters that the lines of a wrapped text have on average
NO_SIGN = {"", "rating"}  # labels that a review has, too
SIGNS = {"user_review", "section", "stars", "critic_rating", "official_sites", "filming_locations", "opening_weekend"}
MAX_TITLE = 150
RECORD = frozenset(
    "directors writers runtimes countries genres release_dates original_title producers distributors certificates"
    " languages cinematographers editors companies".split()
)
CREDITS = RECORD | {"cast", "stars", "composers", "original_title"}
ENOUGH = 3  # fields of a film's record that no review has
NEAR = 3  # lines between a heading and its review's score
SCORE_LINE = re.compile(r"(Rating|Score|My rating)\s{0,3}:\s{0,9}(\S.{0,60})", re.IGNORECASE)
BYLINE = re.compile(r"(Author|By|Reviewed by|Date|Reviewed on)\s{0,3}:\s{0,9}(\S.{0,100})", re.IGNORECASE)
BYLINES = {"author": "author", "by": "author", "reviewed by": "author", "date": "date", "reviewed on": "date"}
SENTENCE_ENDS = (".", "!", "?", "…", "。", ")")
STOPS = frozenset("。！？")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def is_prose(page: Page) -> bool:
    """Whether the page is running text, and no listing: at most one label with a short value, scores aside.

    A label may head a paragraph (``Cast: such a presence, and such voices!``).
    """
    if page.is_markup or not page.lines or is_wikitext(page):
        return False
    lines = page.lines
    fields = set()
    for line in lines[:LOOKED_AT]:
        if not is_headed(line):
            fields.add(label_of(line.text, lexicon())[0])
            if len(fields - NO_SIGN) > 1 or not fields.isdisjoint(SIGNS):
                return False
    return is_running(lines) and not is_record(page)


def is_record(page: Page) -> bool:
    """Whether the page has the labels of a film's record, in any language: three, or two with short values."""
    if page.text.count(":") < 2 and sum(len(line.text) <= LONG for line in page.lines) < 2:
        return False  # nowhere for two labels to stand
    if not may_hold_record(page, RECORD, CREDITS, ENOUGH):
        return False
    told = {mark.word.paths[0] for marks in page.once(outlined).marks for mark in marks}
    if len(told & RECORD) >= ENOUGH:
        return True
    return len(told & CREDITS) > 1 and len({e.paths[0] for e in page.once(own) if is_value(e)} & CREDITS) > 1


def is_value(entry: Entry) -> bool:
    """Whether what stands below a label is a value, and no part of a review that the label heads."""
    first = entry.values[0].text if entry.values else ""
    return 0 < len(first) <= LONG and (first.count(" ") < FEWEST_WORDS or "," in first)


def is_headed(line: Line) -> bool:
    """Whether a label on the line would be the heading of a sentence, not the label of a value."""
    return len(line.text) > LONG and line.text.endswith(SENTENCE_ENDS)


def is_running(lines: Sequence[Line]) -> bool:
    """Whether most of the text stands in running text; lines that nothing parts are read as one."""
    blocks: list[list[str]] = []
    for line in lines:
        if line.blank or not blocks:
            blocks.append([])
        blocks[-1].append(line.text)
    texts = [text for block in blocks for text in joined(block)]
    running = sum([len(text) for text in texts if is_sentence(text)])
    total = sum(map(len, texts))
    signs = "".join(texts).encode("utf-8", "replace")
    code = len(signs) - len(signs.translate(None, CODE))
    return running >= RUNNING * total and code <= CODED * total


def joined(block: list[str]) -> list[str]:
    """The lines of a block as one text when they are long enough to be wrapped, else as they are."""
    text = " ".join(block) if len(block) > 1 else block[0]
    return [text] if len(text) >= WRAPPED * len(block) else block


def is_sentence(text: str) -> bool:
    """Whether a line is running text: a long one of many words, or a short one with a sentence's end."""
    if len(text) >= LONG:
        return text.count(" ", 0, 1000) >= FEWEST_WORDS or UNSPACED.search(text) is not None
    if is_long_unspaced(text):
        return True
    return text.endswith(SENTENCE_ENDS) and (text.count(" ") > 1 or UNSPACED.search(text) is not None)


def is_long_unspaced(text: str) -> bool:
    """Whether a text that is short is long in a script without spaces, and has the end of a sentence in it."""
    if text.isascii() or STOPS.isdisjoint(text):
        return False
    return len(UNSPACED.findall(text)) * TERSE >= LONG


def whole(page: Page) -> Read:
    """The page's whole text as one review's body."""
    lines = page.lines
    start, end = lines[0].start, lines[-1].start + len(lines[-1].text)
    yield Claim("body", page.text[start:end], f"text:{start}-{end}")


def after_heading(page: Page, first: int, unit: int) -> Iterator[Read]:
    """The reviews from a line on, below headings such as ``User Review``: title, a line with the score, the body."""
    lines = page.lines[first:]
    heads = [i for i, (field, _) in enumerate(page.once(labels_of)[first:]) if field == "user_review"]
    scores = [i for i, line in enumerate(lines) if ":" in line.text and SCORE_LINE.fullmatch(line.text)]
    titled = [title_index(lines, i, heads, unit) for i in scores]
    starts = {i + 1 for i in heads if i + 1 < len(lines) and not any(i < at <= i + NEAR for at in titled)}
    starts |= {max([i + 1 for i in heads if at - NEAR <= i < at], default=at) for at in titled if at >= 0}
    for begin, end in pairwise([*sorted(starts - set(heads)), len(lines)]):
        above = [claim("layout/label", page, lines[i].start, lines[i]) for i in heads if i == begin - 1]
        block = [line for i, line in enumerate(lines[begin:end], begin) if i not in heads]
        if block:
            yield chain(above, one(page, block, unit))


def title_index(lines: Sequence[Line], score: int, heads: Sequence[int], unit: int) -> int:
    """The line above the score when it is its review's title; the score's own below a heading, or on top; else -1."""
    above = score - 1
    if above < 0 or above in heads:
        return score
    if len(lines[above].text) > MAX_TITLE:
        return -1
    alone = above == 0 or above - 1 in heads or lines[above].blank >= max(unit, 1)
    return above if (alone and not lines[above].text.endswith((".", ","))) or above - 1 in heads else -1


def one(page: Page, block: Sequence[Line], unit: int) -> Read:
    """The claims of one review: what stands above its score is its title, what follows its body."""
    while block and (match := BYLINE.fullmatch(block[0].text)):
        yield from labelled_part(block[0], match, BYLINES[match[1].casefold()])
        block = block[1:]
    score = next((i for i, line in enumerate(block[:3]) if SCORE_LINE.fullmatch(line.text)), -1)
    if not block:
        return
    gap = block[1].blank if len(block) > 1 else max(unit, 1)
    titled = score > 0 or (score < 0 and is_title(block[0].text, gap, unit))
    if titled:
        yield claim("title", page, block[0].start, block[max(score, 1) - 1])
    if score >= 0:
        line = block[score]
        if match := SCORE_LINE.fullmatch(line.text):
            yield from labelled_part(line, match, "rating")
    body = block[score + 1 if score >= 0 else int(titled) :]
    if body:
        yield claim("body", page, body[0].start, body[-1])


def labelled_part(line: Line, match: re.Match[str], path: str) -> Read:
    """The claims of a line's label and of its value."""
    start = line.start + match.start(2)
    yield Claim("layout/label", line.text[: match.start(2)].rstrip(), f"text:{line.start}-{start}")
    yield Claim(path, match[2], f"text:{start}-{line.start + len(line.text)}")


def is_title(text: str, gap: int, unit: int) -> bool:
    return len(text) <= MAX_TITLE and not text.endswith((*SENTENCE_ENDS, ",", ";")) and gap >= max(unit, 1)


def claim(path: str, page: Page, start: int, last: Line) -> Claim:
    end = last.start + len(last.text)
    return Claim(path, page.text[start:end], f"text:{start}-{end}")
