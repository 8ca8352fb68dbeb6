"""The film's title from the page's own evidence: what its heading, its head and its address agree on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.readers import catalogue, opengraph
from filmmeta.readers.facts.entries import entries, outlined
from filmmeta.readers.facts.slices import titles
from filmmeta.readers.title.anchors import AHEAD, anchored
from filmmeta.readers.title.candidates import LETTERS, MAX_TITLE, YEAR, Candidate, key_of, parts
from filmmeta.readers.title.furniture import without_menus
from filmmeta.readers.title.headings import headings, in_head, lower
from filmmeta.readers.title.in_text import in_lines
from filmmeta.readers.title.repeats import repeated

MANY = 80  # candidates of one source
SAID = 24  # for what a label among the film's others says that the title is
BRACKETED = re.compile(r"([^()（）]{2,120}?)\s?[(（]([^()（）\d]{2,120})[)）]")
MOST = 3  # lines of a page that are its title and speak for it
TRUST = ("label", "h1", "og", "head", "line", "guess")


def heading(page: Page) -> Iterator[Claim | Problem]:
    """The claims of the page's title: the candidate that most places support, and the others that agree."""
    yield from page.once(told)


def told(page: Page) -> list[Claim | Problem]:
    return [*chosen(page)]


def chosen(page: Page) -> Iterator[Claim | Problem]:
    found = without_menus(first([each for each in candidates(page) if each.key and not is_site(page, each.key)]))
    if not found:
        return
    counted = page.once(repeated)
    if page.is_markup:
        found = [each._replace(weight=each.weight + min(counted[each.key], MOST)) for each in found]
    support = {key: supported(key, found) for key in {each.key for each in found}}
    alone = {key: page.is_markup and counted[key] > 0 for key in support}
    best = min(found, key=lambda each: (-support[each.key], -alone[each.key], TRUST.index(each.source)))
    agreeing = [each for each in found if each.key == best.key]
    if all(each.source == "guess" for each in agreeing):
        yield Problem("ambiguous", "title", shown(best.text), best.where)
        return
    for each in sorted(agreeing, key=lambda each: (not YEAR.search(each.text), TRUST.index(each.source))):
        yield from in_one_script(each)
    for source in ("h1", "og"):
        others = [each for each in found if each.source == source]
        if others and not any(related(each.key, best.key) for each in others):
            yield Problem("conflict", "title", shown(others[0].text), others[0].where)


def in_one_script(found: Candidate) -> Iterator[Claim]:
    """The title, and what stands behind it in brackets and in another script as the other title that it is."""
    both = BRACKETED.fullmatch(found.text)
    if both is None or is_latin(both[1]) == is_latin(both[2]):
        yield Claim("heading", found.text, found.where)
        return
    yield Claim("heading", both[1], found.where)
    yield Claim("alternative_titles", both[2], found.where)


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin."""
    letters = [sign < "\u0250" for sign in text if sign.isalpha()]
    return 2 * sum(letters) > len(letters)


def first(found: list[Candidate]) -> list[Candidate]:
    """The first candidates of each source, which are as many as an honest page has."""
    counted: Counter[str] = Counter()
    kept = []
    for each in found:
        counted[each.source] += 1
        if counted[each.source] <= MANY:
            kept.append(each)
    return kept


def supported(key: str, found: list[Candidate]) -> int:
    """How many places of the page speak for a title: those that hold it, and once more those that are it."""
    sure = [each for each in found if each.source != "guess"]
    exact = {each.source for each in sure if each.key == key}
    holding = {each.source for each in sure if f" {key} " in f" {each.key} "}
    return 2 * len(exact) + len(holding) + max(each.weight for each in found if each.key == key)


def related(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def is_site(page: Page, key: str) -> bool:
    """Whether a candidate is the site's own name: that of its host."""
    name = page.host.rpartition(".")[0].rpartition(".")[2]
    return bool(name) and key.replace(" ", "") in (name, page.host.replace(".", ""), name.replace("-", ""))


def candidates(page: Page) -> Iterator[Candidate]:
    """What the page's label, headings, head and shared names say; its lines where no heading does."""
    shared: list[Candidate] = []
    if page.is_markup:
        shared += headings(page)
        shared += (each for text, where in opengraph.titles(page) for each in parts("og", text, where))
    yield from labelled(page, 0 if shared else SAID)
    yield from catalogued(page)
    yield from shared
    if page.is_markup:
        yield from in_head(page)
    if not shared:
        below = page.once(lower) if page.is_markup else []
        yield from below or in_lines(page)


def labelled(page: Page, weight: int) -> Iterator[Candidate]:
    """What stands behind a label that says that it is the title; ``weight`` is for one among the film's labels."""
    for entry in page.once(entries):
        if entry.paths[0] == "title" and entry.values and (value := entry.values[0].trimmed()) and is_said(value.text):
            value = titles(value)[0]
            near = abs(entry.number - anchored(page.once(outlined))) <= AHEAD
            yield Candidate("label", value.text, value.where, key_of(value.text), weight * near)
            return


def catalogued(page: Page) -> Iterator[Candidate]:
    """The title that a library's record on the page has."""
    for value in [each.value for each in page.once(catalogue.told) if each.path == "title"][:1]:
        yield Candidate("label", value.text, value.where, key_of(value.text), SAID)


def is_said(text: str) -> bool:
    """Whether the text behind a label is no string of a script."""
    return text[-1] not in ",;'" or text[0] not in "'\""


__all__ = ["LETTERS", "MAX_TITLE", "YEAR", "Candidate", "candidates", "heading", "in_head", "key_of", "parts"]
