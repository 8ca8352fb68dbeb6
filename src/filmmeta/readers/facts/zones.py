"""Which segments of a page are the film's own: what navigates, recommends, advertises and comments is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filmmeta.page.outline import BOLD, HEADING, Block, Segment
from filmmeta.readers.facts.marks import Mark, known

# Words of class, id and role names, and tags, of what surrounds a page's own content.
CHROME_TAGS = frozenset({"nav", "footer", "menu", "dialog"})
CHROME = frozenset(
    "nav navigation navbar subnav topnav navmenu menu submenu breadcrumb breadcrumbs footer foot cookie cookies consent"
    " gdpr login signin signup register share sharing sharebar social newsletter pagination pager paging toolbar skip"
    " ads advert adverts advertisement advertising sponsor sponsored promo related similar recommended recommendations"
    " recommendation recommend recs rec alsolike comments comment disqus discussion forum popup modal tooltip navbox"
    " catlinks toc mw-jump sitemap copyright review reviews userreview userreviews response responses opinion opinions"
    " trending popular upcoming reflist references".split()
)
CODE = re.compile(
    r"[{};]$|^[{}]|\bfunction\s?\w{0,40}\(|=>\s?[{(]|^(?:var|let|const|return|if|try|window|document)\b.{0,200}[=({]"
    r"|\w\.\w{1,40}\(|\w{1,40}\(['\"]|^\s?[.#@][\w-]{1,40}.{0,80}\{|^//|^/\*|\*/$|\|\||&&|!=|==="
)
"""What a line of a script or a style has."""
SKIPPED_TAGS = frozenset({"html", "body", "main", "article", "h1"})
TITLED = frozenset("title heading header head headline caption subtitle label bar hd tit".split())
RANK = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "legend": 4, "caption": 4}
ELSEWHERE = "elsewhere/"
NAVIGATION = "elsewhere/navigation"
LONG = frozenset({"elsewhere/related", "elsewhere/comments", "elsewhere/news", "user_review"})
"""Parts that go on for many lines of a text page; a menu's or an advertisement's words are single lines there."""
RECORD = frozenset(
    "directors writers cast stars runtimes countries genres release_dates original_title producers composers"
    " cinematographers editors languages budget gross companies distributors".split()
)
"""What a film's own record has above such a part."""
LONGEST_HEADING = 80
ENOUGH = 3  # fields of the film that stand above such a part


def chrome(segments: Sequence[Segment], names: frozenset[str] = CHROME) -> list[bool]:
    """For each segment, whether it stands in the page's surroundings; what holds the main heading is no surroundings.

    ``names`` are the words of ids and classes that tell them. On a text page the surroundings are what a flattener left
    of scripts and styles.
    """
    if segments and segments[0].start >= 0:
        return [CODE.search(segment.text) is not None for segment in segments]
    safe: set[Block] = set()
    headings = [segment for segment in segments if segment.block.tag == "h1"][:1]
    for segment in headings:
        safe.update(segment.block.above())
    judged: dict[Block, bool] = {}
    return [
        found if (found := judged.get(segment.block)) is not None else judge(segment.block, names, judged, safe)
        for segment in segments
    ]


def judge(block: Block, names: frozenset[str], judged: dict[Block, bool], safe: set[Block]) -> bool:
    path: list[Block] = []
    node: Block | None = block
    while node is not None and node not in judged:
        path.append(node)
        node = node.parent
    found = judged[node] if node is not None else False
    for each in reversed(path):
        found = judged[each] = found or (each not in safe and is_chrome(each, names))
    return found


def is_chrome(block: Block, names: frozenset[str]) -> bool:
    if block.tag in CHROME_TAGS:
        return True
    return bool(block.words) and block.tag not in SKIPPED_TAGS and not names.isdisjoint(block.words)


def is_titled(segment: Segment) -> bool:
    """Whether a segment is set as the heading of something."""
    block = segment.block
    if block.tag in RANK or not TITLED.isdisjoint(block.words):
        return True
    return bool(segment.pieces) and all(piece.style & (BOLD | HEADING) for piece in segment.pieces)


def common(one: Block, other: Block) -> Block:
    """The innermost block that holds both."""
    a, b = one, other
    while a.depth > b.depth and a.parent:
        a = a.parent
    while b.depth > a.depth and b.parent:
        b = b.parent
    while a is not b and a.parent and b.parent:
        a, b = a.parent, b.parent
    return a


def within(block: Block, container: Block) -> bool:
    node: Block | None = block
    while node is not None and node.depth >= container.depth:
        if node is container:
            return True
        node = node.parent
    return False


def elsewhere(segments: Sequence[Segment], outside: Sequence[bool]) -> list[bool]:
    """``outside`` with what stands below the headings of related films, comments and the like."""
    found = list(outside)
    at = 0
    while at < len(segments) - 1:
        short = not found[at] and len(segments[at].text) < LONGEST_HEADING
        end = end_of_part(segments, at) if short and is_heading_of_other(segments[at]) else at
        found[at:end] = [True] * (end - at)
        at = max(end, at + 1)
    return found


def below_headings(segments: Sequence[Segment], outside: Sequence[bool], told: Sequence[Sequence[Mark]]) -> list[bool]:
    """The same for a text page, below the labels of the film's own record."""
    found = list(outside)
    fields: set[str] = set()
    at = 0
    while at < len(segments) - 1:
        end = at + 1
        if told[at] and told[at][0].word.paths[0] in LONG and len(fields) >= ENOUGH and not found[at]:
            end = end_in_text(segments, at)
            found[at:end] = [True] * (end - at)
        else:
            valued = [mark for mark in told[at] if mark.end < len(segments[at].text)] or (
                told[at] if not told[at + 1] else []
            )
            fields |= {mark.word.paths[0] for mark in valued} & RECORD
        at = end
    return found


def is_heading_of_other(segment: Segment) -> bool:
    word = known(segment.text)
    if word is None or (segment.block.in_h1 and word.paths[0] == NAVIGATION):  # a film may be called Home
        return False
    return word.paths[0].startswith((ELSEWHERE, "user_review")) and is_titled(segment)


def end_of_part(segments: Sequence[Segment], at: int) -> int:
    """The end of the part that a heading opens: its container's, or the next heading of its rank."""
    segment = segments[at]
    container = common(segment.block, segments[at + 1].block)
    if at and common(segments[at - 1].block, segment.block).depth > container.depth:
        return at + 1
    rank = RANK.get(segment.block.tag, 9)
    for end in range(at + 1, len(segments)):
        block = segments[end].block
        if not within(block, container) or RANK.get(block.tag, 10) <= rank:
            return end
    return len(segments)


def end_in_text(segments: Sequence[Segment], at: int) -> int:
    """In text, a part goes on until a label that heads a part of the film's own record."""
    for end in range(at + 1, len(segments)):
        word = known(segments[end].text) if len(segments[end].text) < 60 else None
        if word and word.bare and word.paths[0] in ("section", "cast", "plot") and segments[end].text[-1] not in ":：":
            return end
    return len(segments)
