"""Films in the wikitext of encyclopaedias: infobox, lead, plot and cast."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.readers.wikitext.fields import Infobox, claimed, meaning, table
from filmmeta.readers.wikitext.lines import lines
from filmmeta.readers.wikitext.source import Part, Source, completed
from filmmeta.readers.wikitext.templates import named

__all__ = ["film", "is_wikitext", "shown_between"]

Read = Iterator[Claim | Problem]
MAX_TEXT = 3_000_000  # characters of an article
MAX_TEMPLATES = 50  # of the page that may be its infobox
LIKE = 4  # known parameters that make an unknown template a film's infobox
MAKERS = ("directors", "cast", "writers", "producers")
HEADING = re.compile(r"^(={2,4})([^=\n]{1,200})\1[ \t]{0,40}$", re.MULTILINE)
NAMED = re.compile(r"\{\{[^|{}]{1,400}\|")  # the name of a template, and what parts it from its arguments
BOLD = re.compile(r"'''{1,3}([^'\n\[\]{}|]{1,200})'''{1,3}|'''{1,3}((?:[^'\n\[\]{}|]|'(?!')){1,200})'''")


class Found(NamedTuple):
    """A film's infobox: the wikitext, where the template stands, its arguments and what it is about."""

    source: Source
    start: int
    end: int
    parts: list[Part]
    medium: str


def infobox(page: Page) -> Found | None:
    """The page's infobox about a film or series, also one that the page's end cuts; None when there is none."""
    text = page.text[:MAX_TEXT]
    if "{{" not in text or "|" not in text or "=" not in text:
        return None
    if NAMED.search(text) is None:
        return None
    source = Source(text)
    found = about_a_film(source)
    return found if found or not source.unclosed else about_a_film(completed(text))


def about_a_film(source: Source) -> Found | None:
    for (start, end), _ in zip(source.templates(0, len(source.text)), range(MAX_TEMPLATES), strict=False):
        name, *parts = source.parts(start, end)
        facts = {meaning(part.name) for part in parts if part.name} - {"layout", ""}
        medium = table("wiki_infoboxes.tsv").get(named(source.bare(name.start, name.end)), "")
        if (medium and facts) or (len(facts) >= LIKE and sum(word in facts for word in MAKERS) > 1):
            return Found(source, start, end, parts, medium)
    return None


def is_wikitext(page: Page) -> bool:
    """Whether the page is an article in wikitext about a film or series."""
    return page.once(infobox) is not None


def shown_between(page: Page, start: int, end: int) -> str:
    """What the page's wikitext shows between two offsets; templates and links are paired over the whole page."""
    found = page.once(infobox)
    source = found.source if found else completed(page.text[:MAX_TEXT])
    end = len(source.text) if end == source.size else end  # with what closes an article that is cut
    return "\n".join(line.text for line in lines(source, start, end))


def film(page: Page) -> Read:
    """The claims of the infobox, then of the lead and of the sections about plot and cast."""
    found = page.once(infobox)
    if found is None:
        return
    source, name = found.source, found.source.bare(found.start, found.end).partition("|")[0]
    if found.medium:
        yield Claim("media_type", found.medium, "inferred:infobox")
    yield Claim("layout/infobox", name, f"text:{found.start}-{found.parts[0].start if found.parts else found.end}")
    box = Infobox(source, found.parts)
    yield from box.claims()
    if found.end > len(page.text):
        yield Problem("cut-short", "", "an infobox without its end", f"text:{found.start}-{len(page.text)}")
    yield Claim("layout/end", "}}", f"text:{found.end - 2}-{found.end}")
    if found.start:
        yield Claim("layout/above", shown(source.text[: found.start]), f"text:0-{found.start}")
    headings = [*HEADING.finditer(source.masked, found.end)]
    titled = any(meaning(part.name) == "title" and source.bare(part.start, part.end) for part in found.parts)
    yield from lead(source, found.end, headings[0].start() if headings else source.size, titled)
    ends = [*(heading.start() for heading in headings[1:]), source.size]
    for heading, end in zip(headings, ends, strict=False):
        yield from section(box, heading, end)


def lead(source: Source, start: int, end: int, titled: bool) -> Read:
    """The article's first paragraph; and the title from its bold words, where the infobox has none."""
    bold = None if titled else BOLD.search(source.text, start, end)
    if bold:
        group = 1 if bold[1] else 2
        yield Claim("title", bold[group], f"text:{bold.start(group)}-{bold.end(group)}")
    first = next((line for line in lines(source, start, end) if len(line.text) > 30), None)
    if first:
        yield claimed("outline", first, 0, len(first.text), source)
    yield Claim("layout/lead", "", f"text:{start}-{end}")


def section(box: Infobox, heading: re.Match[str], end: int) -> Read:
    source, start = box.source, heading.end()
    word = table("wiki_headings.tsv").get(" ".join(heading[2].replace("\0", "").casefold().split()), "")
    shows = lines(source, start, end) if word else iter(())
    first = next(shows, None)
    told = chain([first] if first else [], shows)
    if word == "plot" and first:
        yield Claim("plot", "\n".join(line.text for line in told), f"wiki:{start}-{end}")
    elif word == "cast":
        yield Claim("layout/voice", "cast section", "inferred:reader")
        for line in told:
            if line.bulleted:
                yield from box.played(line)
    if first:
        yield Claim("layout/section", word, f"text:{heading.start()}-{end}")
    else:
        yield Problem("unread", "", shown(" ".join(heading[2].split())), f"text:{heading.start()}-{end}")
