"""The film's identifiers on other sites: addresses that the page links to, or prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.page.flow import words_of
from filmmeta.readers.facts import zones
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.selected import found
from filmmeta.readers.unlabelled.places import holders
from filmmeta.values.folding import rows
from filmmeta.values.ids import film_id

MOST_LINKS = 20_000
MOST_KNOWN = 300  # links to sites that are known
LONGEST = 400  # characters of an address
LINKS = "/descendant::a/@href[starts-with(normalize-space(), 'http') or starts-with(normalize-space(), '//')]"
PRINTED = re.compile(r"https?://[^\s<>\"'()\[\]{}]{8,300}")


@lru_cache(maxsize=1)
def hosts() -> tuple[str, ...]:
    """The hosts whose addresses may hold a film's identifier."""
    return tuple(dict.fromkeys(row[0] for row in rows("id_sites.tsv")))


def claims(page: Page) -> Iterator[Claim]:
    """A claim for each site of which the page names exactly one film; the page's own address counts."""
    inside: dict[str, dict[str, Claim]] = {}
    anywhere: dict[str, dict[str, Claim]] = {}
    for claim, is_inside in linked(page) if page.is_markup else printed(page):
        try:
            known = film_id(claim.text)
        except ValueError:
            continue
        anywhere.setdefault(known.scheme, {}).setdefault(known.value, claim)
        if is_inside:
            inside.setdefault(known.scheme, {}).setdefault(known.value, claim)
    own = dict(own_address(page))
    yield from own.values()
    for scheme, films in anywhere.items():
        films = inside.get(scheme, films)
        if len(films) == 1 and scheme not in own:
            yield from films.values()


def own_address(page: Page) -> Iterator[tuple[str, Claim]]:
    """The identifier in the address that the page calls its own."""
    if page.tree is None:
        return
    for element in page.tree.iter("link", "meta"):
        name, key = ("rel", "href") if element.tag == "link" else ("property", "content")
        address = element.get(key) or ""
        if (element.get(name) or "").lower() in ("canonical", "og:url") and address.startswith("http"):
            try:
                yield film_id(address).scheme, claim_of(element, key)
            except ValueError:
                continue
            return


def claim_of(element: Any, key: str) -> Claim:
    return Claim("ids", element.get(key), f"xpath:{element.getroottree().getpath(element)}/@{key}")


def linked(page: Page) -> Iterator[tuple[Claim, bool]]:
    """The links to films of other sites, each with whether it stands in the film's own part of the page."""
    if page.tree is None:
        return
    links = page.within(found(LINKS, page.tree), MOST_LINKS, "links")
    addresses = ((link.getparent(), link.strip()) for link in links)
    known = [
        element
        for element, address in addresses
        if len(address) < LONGEST and (host := named(address)) and not is_own(page, host)
    ][:MOST_KNOWN]
    elsewhere = outside(page) if known else set()
    safe = {block.element for block in page.once(holders)} if known else set()
    for element in known:
        yield claim_of(element, "href"), not (element in elsewhere or is_outside(element, safe))


def outside(page: Page) -> set[Any]:
    """The links in lines that are not the film's own."""
    outline = page.once(outlined)
    lines = (segment for segment, out in zip(outline.segments, outline.outside, strict=True) if out)
    return {piece.link for segment in lines for piece in segment.pieces if piece.link is not None}


def is_own(page: Page, host: str) -> bool:
    return page.host.endswith(host)


def named(address: str) -> str:
    """The known host in an address, empty without one."""
    if not address.startswith(("http", "//")):
        return ""
    return known_host(address.partition("//")[2].partition("/")[0].lower())


@lru_cache(maxsize=4_096)
def known_host(head: str) -> str:
    return next((host for host in hosts() if head == host or head.endswith("." + host)), "")


def is_outside(element: Any, safe: set[Any]) -> bool:
    """Whether an element stands in what surrounds the page's own content."""
    for above in element.iterancestors():
        if above in safe:
            return False
        names = f"{above.get('class', '')} {above.get('id', '')} {above.get('role', '')}"
        if above.tag in zones.CHROME_TAGS or (len(names) > 2 and not zones.CHROME.isdisjoint(words_of(names))):
            return True
    return False


def printed(page: Page) -> Iterator[tuple[Claim, bool]]:
    """The addresses of films that a text prints."""
    for match in islice(PRINTED.finditer(page.text), MOST_LINKS):
        if named(match[0]):
            address = match[0].rstrip(".,;:!?")
            yield Claim("ids", address, f"text:{match.start()}-{match.start() + len(address)}"), True
