"""Reviews in plain text: whether a text is one, and a listing's reviews with title and score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from filmmeta.claim import Claim, Problem
from filmmeta.page import Line, Page
from filmmeta.readers.labelled import label_of, labels_of, lexicon

Read = Iterator[Claim | Problem]

LOOKED_AT = 40  # lines in which a label would stand
LONG = 60  # characters of a line that is running text
RUNNING = 0.6  # the share of a prose text that stands in long lines
FEWEST_WORDS = 8  # of a long line that is not Chinese, Japanese or Thai
MAX_TITLE = 150
SCORE_LINE = re.compile(r"(?:Rating|Score|My rating)\s{0,3}:\s{0,9}(\S.{0,60})", re.IGNORECASE)
SENTENCE_ENDS = (".", "!", "?", "…", "。", ")")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


def is_prose(page: Page) -> bool:
    """Whether the page is running text: most of it in long lines of many words, and no label with a value.

    A label may head a paragraph (``Cast: such a presence, and such voices!``).
    """
    lines = page.outline
    if not lines or page.is_markup:
        return False
    labels = lexicon()
    for line in lines[:LOOKED_AT]:
        if label_of(line.text, labels)[0] and not (len(line.text) > LONG and line.text.endswith(SENTENCE_ENDS)):
            return False
    return is_running(lines)


def is_running(lines: Sequence[Line]) -> bool:
    """Whether most of the text stands in lines that are running text."""
    total = sum(len(line.text) for line in lines)
    running = sum(len(line.text) for line in lines if is_sentence(line.text))
    return running >= RUNNING * total


def is_sentence(text: str) -> bool:
    """Whether a line is running text: a long one of many words, or a short one with a sentence's end."""
    if len(text) >= LONG:
        return text.count(" ", 0, 1000) >= FEWEST_WORDS or UNSPACED.search(text) is not None
    return text.endswith(SENTENCE_ENDS) and (text.count(" ") > 1 or UNSPACED.search(text) is not None)


def whole(page: Page) -> Read:
    """The page's whole text as one review's body."""
    lines = page.outline
    start, end = lines[0].start, lines[-1].start + len(lines[-1].text)
    yield Claim("body", page.text[start:end], f"text:{start}-{end}")


def after_heading(page: Page, first: int, unit: int) -> Iterator[Read]:
    """The reviews from a line on, below headings such as ``User Review``: title, a line with the score, the body."""
    lines = page.outline[first:]
    heads = [i for i, (field, _) in enumerate(page.once(labels_of)[first:]) if field == "user_review"]
    scores = [i for i, line in enumerate(lines[:-1]) if ":" in line.text and SCORE_LINE.fullmatch(line.text)]
    starts = sorted({title_index(lines, i, heads, unit) for i in scores} | {i + 1 for i in heads if i + 1 < len(lines)})
    starts = [i for i in starts if i not in heads]
    for begin, end in pairwise([*starts, len(lines)]):
        above = [claim("layout/label", page, lines[i].start, lines[i]) for i in heads if i == begin - 1]
        block = [line for i, line in enumerate(lines[begin:end], begin) if i not in heads]
        if block:
            yield chain(above, one(page, block, unit))


def title_index(lines: Sequence[Line], score: int, heads: Sequence[int], unit: int) -> int:
    """The line above the score when it can be its review's title, else the score's own line."""
    above = score - 1
    if above < 0 or above in heads or len(lines[above].text) > MAX_TITLE:
        return score
    alone = above == 0 or above - 1 in heads or lines[above].blank >= max(unit, 1)
    return above if alone else score


def one(page: Page, block: Sequence[Line], unit: int) -> Read:
    """The claims of one review: what stands above its score is its title, what follows its body."""
    score = next((i for i, line in enumerate(block[:3]) if SCORE_LINE.fullmatch(line.text)), -1)
    gap = block[1].blank if len(block) > 1 else max(unit, 1)
    titled = score > 0 or (score < 0 and is_title(block[0].text, gap, unit))
    if titled:
        yield claim("title", page, block[0].start, block[max(score, 1) - 1])
    if score >= 0:
        line = block[score]
        match = SCORE_LINE.fullmatch(line.text)
        assert match is not None
        yield Claim(
            "layout/label", line.text[: match.start(1)].rstrip(), f"text:{line.start}-{line.start + match.start(1)}"
        )
        yield Claim("rating", match[1], f"text:{line.start + match.start(1)}-{line.start + len(line.text)}")
    body = block[score + 1 if score >= 0 else int(titled) :]
    if body:
        yield claim("body", page, body[0].start, body[-1])


def is_title(text: str, gap: int, unit: int) -> bool:
    return len(text) <= MAX_TITLE and not text.endswith((*SENTENCE_ENDS, ",", ";")) and gap >= max(unit, 1)


def claim(path: str, page: Page, start: int, last: Line) -> Claim:
    end = last.start + len(last.text)
    return Claim(path, page.text[start:end], f"text:{start}-{end}")
