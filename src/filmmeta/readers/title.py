"""The film's title from the page's own evidence: what its heading, its head and its address agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.readers import opengraph
from filmmeta.readers.facts.entries import entries, outlined
from filmmeta.values.titles import title as titled

MAX_TITLE = 200
SEPARATOR = re.compile(r"\s[-–—|•·:/»«~]{1,2}\s|\s?[|»«•]\s?|\s?::\s?|[_＿]{1,2}|\s//\s|,\s(?=un film |film )")
YEAR = re.compile(r"[(\[（](?:[^()\[\]（）]{0,40}[\s,])?(?:18[89]|19\d|20\d)\d(?:[-–—\s/][^()\[\]（）]{0,40})?[)\]）]")
LETTERS = re.compile(r"[^\W_]{1,60}")
TRUST = ("label", "h1", "og", "head", "line")
NO_TITLE = re.compile(r"[@{}<>═║▄▀█]|://|^(?:re|from|to|date|subject|von|an|betreff|de|objet):", re.IGNORECASE)


class Candidate(NamedTuple):
    """What one place of the page may call the film; ``key`` is what it is compared by."""

    source: str
    text: str
    where: str
    key: str


@lru_cache(maxsize=1024)
def key_of(text: str) -> str:
    """The title's letters and digits, without a year or a medium in brackets behind it; blank when it is none."""
    try:
        name = titled(unescape(text)).title
    except ValueError:
        return ""
    return " ".join(LETTERS.findall(name.casefold()))


def heading(page: Page) -> Iterator[Claim | Problem]:
    """The claims of the page's title: the candidate that most places support, and the others that agree."""
    found = [each for each in candidates(page) if each.key and not is_site(page, each.key)]
    if not found:
        return
    support = {each.key: supported(each.key, found) for each in found}
    best = min(found, key=lambda each: (-support[each.key], TRUST.index(each.source)))
    agreeing = [each for each in found if each.key == best.key]
    for each in sorted(agreeing, key=lambda each: (not YEAR.search(each.text), TRUST.index(each.source))):
        yield Claim("heading", each.text, each.where)
    for source in ("h1", "og"):
        others = [each for each in found if each.source == source]
        if others and not any(related(each.key, best.key) for each in others):
            yield Problem("conflict", "title", shown(others[0].text), others[0].where)


def supported(key: str, found: list[Candidate]) -> int:
    """How many places of the page speak for a title: those that hold it, and once more those that are it."""
    exact = {each.source for each in found if each.key == key}
    holding = {each.source for each in found if f" {key} " in f" {each.key} "}
    return 2 * len(exact) + len(holding)


def related(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def is_site(page: Page, key: str) -> bool:
    """Whether a candidate is the site's own name: that of its host."""
    name = page.host.rpartition(".")[0].rpartition(".")[2]
    return bool(name) and key.replace(" ", "") in (name, page.host.replace(".", ""), name.replace("-", ""))


def candidates(page: Page) -> Iterator[Candidate]:
    yield from labelled(page)
    if page.is_markup:
        yield from headings(page)
        for text, where in opengraph.titles(page):
            yield from parts("og", text, where)
        yield from in_head(page)
    else:
        yield from in_lines(page)


def labelled(page: Page) -> Iterator[Candidate]:
    """What stands behind a label that says that it is the title."""
    for entry in page.once(entries):
        if entry.paths[0] == "title" and entry.values and (value := entry.values[0].trimmed()):
            yield Candidate("label", value.text, value.where, key_of(value.text))
            return


def headings(page: Page) -> Iterator[Candidate]:
    """The page's main headings outside its surroundings, each whole and by its first piece."""
    outline = page.once(outlined)
    for segment, out in zip(outline.segments, outline.outside, strict=True):
        if not out and len(segment.text) <= MAX_TITLE and any(b.tag == "h1" for b in segment.block.above()):
            yield Candidate("h1", segment.text, segment.where(), key_of(segment.text))
            first = segment.pieces[0]
            if len(segment.pieces) > 1:
                text = segment.text[first.start : first.end]
                yield Candidate("h1", text, segment.where(first.start, first.end), key_of(text))


def in_head(page: Page) -> Iterator[Candidate]:
    """The parts of the page's ``<title>``."""
    if page.tree is None:
        return
    element = page.tree.find(".//title")
    text = " ".join((element.text or "").split()) if element is not None else ""
    if element is not None and text:
        yield from parts("head", text, f"xpath:{element.getroottree().getpath(element)}")


def parts(source: str, text: str, where: str) -> Iterator[Candidate]:
    """A glued title whole, and what stands before each separator and between them."""
    if len(text) > 3 * MAX_TITLE:
        return
    yield Candidate(source, text, where, key_of(text))
    edges = [0]
    for match in SEPARATOR.finditer(text):
        yield Candidate(source, text[: match.start()], where, key_of(text[: match.start()]))
        if edges[-1]:
            part = text[edges[-1] : match.start()]
            yield Candidate(source, part, where, key_of(part))
        edges.append(match.end())
    if len(edges) > 1:
        yield Candidate(source, text[edges[-1] :], where, key_of(text[edges[-1] :]))
    year = YEAR.search(text)
    if year and year.end() < len(text):
        yield Candidate(source, text[: year.end()], where, key_of(text[: year.end()]))


def in_lines(page: Page) -> Iterator[Candidate]:
    """Lines of a text page that a title may stand on: above the first labels, or with a year in brackets."""
    outline = page.once(outlined)
    first = next((i for i, told in enumerate(outline.marks) if told), len(outline.segments))
    for number, segment in enumerate(outline.segments[: first + 1]):
        text = segment.text.lstrip("#*=_ ").rstrip("#*=_ ")
        if number < first and text and len(text) <= MAX_TITLE and not NO_TITLE.search(text) and (number > first - 4 or number < 4 or YEAR.search(text)):
            start = segment.text.index(text)
            where = segment.where(start, start + len(text))
            yield from parts("line", text, where)


def slug(page: Page) -> str:
    """The words of the address's last part."""
    path = unquote(urlsplit(page.url).path) if page.url else ""
    return " ".join(LETTERS.findall(path.rstrip("/").rpartition("/")[2].casefold()))
