"""The ``<meta>`` elements of a page's head, and its language, read without a tree.

Names are in lower case. Texts are as the page has them, entities and all: they stand at ``text:start-end``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from filmmeta.claim import Claim
from filmmeta.page import Page

HEAD = 300_000  # characters in which metas are looked for
MAX_METAS = 1_000
META = re.compile(r"""<!--|<meta\s((?:[^<>"']|"[^"]{0,9000}"|'[^']{0,9000}'){1,2000}+)>""", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([a-zA-Z:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]{1,2000}))""")
NAMES = ("property", "name", "http-equiv")
HTML = re.compile(r"<html\s[^<>]{0,1000}>", re.IGNORECASE)
LANGUAGE = re.compile(
    r"""\s(?:xml:)?lang\s{0,3}=\s{0,3}["']?\s{0,3}([a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{1,8}){0,3})(?![\w-])"""
)
TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{0,1000})", re.IGNORECASE)
TITLES = ("dc.title", "dcterms.title", "citation_title", "title")
LANGUAGES = ("content-language", "dc.language", "dcterms.language", "language", "citation_language", "og:locale")


class Meta(NamedTuple):
    """A meta element: its name in lower case, its content, and where that stands."""

    name: str
    text: str
    where: str


def metas(page: Page) -> list[Meta]:
    """The page's metas that have a name and a content, in page order, those in comments left out."""
    return page.once(read)


def read(page: Page) -> list[Meta]:
    text, at = page.text, 0
    body = text.find("<body", 0, HEAD)
    end = body if body > 0 and text.find("<meta", 0, body) >= 0 else HEAD
    found: list[Meta] = []
    closed = 0
    while match := META.search(text, at, end):
        at = match.end()
        if match[1] is None:
            closed = text.find("-->", at - 2, end) if closed >= 0 else closed  # one that nothing ends is none
            at = max(at, closed)
        elif meta := told(match):
            found.append(meta)
    return [*page.within(found, MAX_METAS, "metas")]


def told(match: re.Match[str]) -> Meta | None:
    parts = {part[1].lower(): part for part in ATTRIBUTE.finditer(match[1])}
    name = next((parts[key] for key in NAMES if key in parts), None)
    content = parts.get("content") or parts.get("value")
    if name is None or content is None:
        return None
    group = content.lastindex or 2
    text = content[group]
    start = match.start(1) + content.start(group) + len(text) - len(text.lstrip())
    text = text.strip()
    label = name[name.lastindex or 2].strip().lower()
    return Meta(label, text, f"text:{start}-{start + len(text)}") if text else None


def named(page: Page, *names: str) -> Iterator[tuple[str, str]]:
    """The texts of the metas of these names, with where, in the order of the names."""
    for name in names:
        for meta in metas(page):
            if meta.name == name:
                yield meta.text, meta.where


def head_title(page: Page) -> str:
    """What stands in the page's ``<title>``, entities and all."""
    found = TITLE.search(page.text, max(0, page.text.find("<title", 0, HEAD)), HEAD)
    return found[1] if found else ""


def titles(page: Page) -> Iterator[tuple[str, str]]:
    """What Dublin Core, citation and plain metas call the page, with where."""
    return named(page, *TITLES)


def language(page: Page) -> Iterator[Claim]:
    """The page's language, as it says itself."""
    for text, where in [*of_root(page), *named(page, *LANGUAGES)][:1]:
        yield Claim("page/language", text, where)


def page_language(page: Page) -> str:
    """The language of the page's text as it says itself; empty when it does not."""
    return next((claim.text for claim in language(page)), "")


def of_root(page: Page) -> Iterator[tuple[str, str]]:
    """The ``lang`` of ``<html>``, with where."""
    root = HTML.search(page.text, 0, 20_000)
    found = LANGUAGE.search(page.text, root.start(), root.end()) if root else None
    if found:
        yield found[1], f"text:{found.start(1)}-{found.end(1)}"
