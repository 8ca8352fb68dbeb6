"""The heading of a page's one text, and the review's own title below it."""

from __future__ import annotations

import re
from typing import NamedTuple

from filmmeta.page import Page
from filmmeta.page.outline import BOLD, HEADING, Segment
from filmmeta.readers import title
from filmmeta.readers.facts import zones
from filmmeta.readers.facts.marks import is_link, known
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.lexicon import fold
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.single.around import ABOVE, surroundings
from filmmeta.readers.reviews.single.headings import Head, head, review_word
from filmmeta.readers.reviews.single.signed import REVIEWER, label_end
from filmmeta.readers.reviews.single.texts import Post
from filmmeta.readers.title.candidates import YEAR

LONGEST = 200  # characters of a heading
LOOKED_AT = 10_000  # characters of a text in which its film is named
TOP = 20  # lines of a text page among which its heading stands
KICKER = 3  # lines above a heading that say what stands below it
HOME = re.compile(r"(?:https?:)?//[^/?#]{1,100}/?|/|(?:\./)?index\.\w{2,5}", re.IGNORECASE)


class Heading(NamedTuple):
    """The line that heads a text, what it says, and how much speaks for it."""

    number: int
    head: Head
    weight: int


def heading(page: Page, found: Post) -> Heading | None:
    """The line above a text that most likely names its film: by its word, its year, the page's own title, its rank."""
    segments, outside = page.outline, page.once(surroundings)
    own = {each.key for each in title.in_head(page)} - {""} if page.is_markup else set()
    said = f" {letters(' '.join(each.text for each in segments[found.first : found.last]))} "
    best: Heading | None = None
    for at in range(found.first - 1, max(-1, found.first - ABOVE), -1):
        segment = segments[at]
        if not page.is_markup and at > TOP:
            continue
        if outside[at] or not 1 < len(segment.text) <= LONGEST or is_byline(segment) or is_link_home(segment):
            continue
        it = behind_colon(segment.text, head(segment.text), own)
        weight = 3 * bool(YEAR.search(segment.text)) + 2 * (is_set(segment) or at == 0)
        name = title.key_of(segment.text[slice(*it.film)])
        if not name or name in words.words("heads-own"):
            continue
        weight += 4 * it.is_review + segment.block.in_h1
        apart = page.is_markup or at == 0 or segment.blank > 0
        weight += 2 * (name in own) + 2 * (len(name) > 3 and apart and f" {name} " in said)
        if weight > (1 if page.is_markup else 2) and (best is None or weight > best.weight):
            best = Heading(at, it, weight)
    return best


def letters(text: str) -> str:
    """The words of a text as titles are compared."""
    return " ".join(title.LETTERS.findall(text[:LOOKED_AT].casefold()))


def behind_colon(text: str, it: Head, own: set[str]) -> Head:
    """What a heading says, its film behind a colon where the page's own title has only that: ``Watched: Salt Lamp``."""
    start, end = it.film
    at = text.find(": ", start, end)
    whole, rest = title.key_of(text[start:end]), title.key_of(text[at + 2 : end]) if at > 0 else ""
    return it._replace(film=(at + 2, end)) if rest in own and whole not in own else it


def is_byline(segment: Segment) -> bool:
    """Whether a line is labelled, tells a day, or is a sentence: no heading."""
    text = segment.text
    end = label_end(text)
    if REVIEWER.match(text) or (end and (end == len(text) or ":" in text[:end] or review_word(text[:end]))):
        return True
    labels = [known(text), known(text.partition(":")[0]) if ":" in text and review_word(text) is None else None]
    if any(labels) and not segment.block.in_h1:
        return True
    return words.date_in(text) is not None or (text[-1] in ".,?？" and segment.block.tag not in zones.RANK)


def is_set(segment: Segment) -> bool:
    """Whether a line is set as a heading."""
    if segment.block.tag in zones.RANK or not zones.TITLED.isdisjoint(segment.block.words):
        return True
    return bool(segment.pieces) and all(piece.style & (BOLD | HEADING) for piece in segment.pieces)


def is_link_home(segment: Segment) -> bool:
    """Whether a line is one link to the site's own start: its name."""
    links = {id(piece.link): piece.link for piece in segment.pieces}
    link = next(iter(links.values()), None)
    if len(links) != 1 or link is None:
        return False
    address = link.get("href") or "#"
    return HOME.fullmatch(address) is not None


def is_review_line(segment: Segment) -> bool:
    """Whether a short line says that a review stands below, and nothing else but its author."""
    text = segment.text
    word = review_word(text)
    if word is None or (is_link(segment) and len(segment.pieces) > 1) or segment.block.tag == "li":
        return False
    rest = fold(text[: word.start()] + text[word.end() :])
    return not rest or rest in words.words("heads-own") or REVIEWER.match(text) is not None or label_end(text) > 0


def subtitle(page: Page, found: Post, top: Heading | None) -> Slice | None:
    """The review's own title: a heading between the film's and the text, or the page's first that is not the film's."""
    if top is None:
        return None
    segments, outside = page.outline, page.once(surroundings)
    for at in range(max(0, top.number - KICKER), found.first):
        segment = segments[at]
        near = segment.block.in_h1 or at > top.number
        ranked = segment.block.tag in zones.RANK and near and not outside[at]
        if at == top.number or not ranked or zones.within(segment.block, found.holder) or known(segment.text):
            continue
        text = segment.text
        if text[0].islower() or words.date_in(text) or words.score_in(text) is not None or is_review_line(segment):
            continue
        return Slice(segment, 0, len(text)) if title.key_of(text) not in {e.key for e in title.in_head(page)} else None
    return None
