"""What stands where a source says, so that anybody can look whether its text is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from filmmeta.page import Page
from filmmeta.readers.json_paths import MOULD
from filmmeta.readers.places import spoken
from filmmeta.readers.wikitext import shown_between

if TYPE_CHECKING:
    from lxml.etree import _Element

XML_MOULD = re.compile(r"\{(?:@([\w.-]{1,200})|\.)\}")
OFFSETS = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")
ALONE = ("page", "next")  # data of which a page has but one


def stands(text: str, where: str, page: Page, body: str = "") -> bool:
    """Whether a source's text stands at its place, white space aside; true of what is inferred.

    ``body`` is the record's own, which ``body:`` counts in. ValueError when the page has no such place.

    >>> page = Page("Director: Ida Falk")
    >>> stands("Ida Falk", "text:10-18", page), stands("Ida Falk", "text:0-9", page)
    (True, False)
    """
    wanted, told = bare(text), replayed(where, page, body)
    return bool(wanted) and (not told or any(wanted in bare(each) for each in told))


def bare(text: str) -> str:
    return "".join(text.split())


def replayed(where: str, page: Page, body: str = "") -> tuple[str, ...]:
    """What a place holds; nothing when it is ``inferred:``, which is no place of the page.

    An element has two readings: what it shows, and all that it says but for scripts, hidden parts too. ValueError
    when the scheme is none, or the page has no such place.
    """
    scheme, _, locator = where.partition(":")
    if not locator or scheme not in (*FINDERS, "body", "inferred"):
        raise ValueError(f"no place: {where!r}")
    if scheme not in FINDERS:
        return (part(body, locator),) if scheme == "body" else ()
    try:
        return FINDERS[scheme](page, locator)
    except (LookupError, TypeError) as error:
        raise ValueError(f"nothing stands at {where}") from error


def part(text: str, locator: str) -> str:
    start, end = offsets(text, locator)
    return text[start:end]


def offsets(text: str, locator: str) -> tuple[int, int]:
    found = OFFSETS.fullmatch(locator)
    if found is None or not int(found[1]) <= int(found[2]) <= len(text):
        raise ValueError(f"no offsets of a text with {len(text)} characters: {locator}")
    return int(found[1]), int(found[2])


def in_text(page: Page, locator: str) -> tuple[str, ...]:
    return (part(page.text, locator),)


def in_wikitext(page: Page, locator: str) -> tuple[str, ...]:
    """What the wikitext between two offsets shows in its article."""
    start, end = offsets(page.text, locator)
    return (shown_between(page, start, end),)


def in_tree(page: Page, locator: str) -> tuple[str, ...]:
    found = one(page.tree, locator)
    return (str(found),) if isinstance(found, str) else (shown(page, found), spoken(found))


def one(root: _Element | None, path: str) -> Any:
    """The only node at an XPath."""
    from lxml.etree import XPathError

    try:
        found: Any = root.xpath(path) if root is not None else []
    except XPathError as error:
        raise ValueError(f"no XPath: {path}") from error
    if not isinstance(found, list) or len(found) != 1:
        raise ValueError(f"not one node at {path}")
    return found[0]


def shown(page: Page, element: _Element) -> str:
    """What of the page's lines stands in an element."""
    inside = set(element.iter())
    return "\n".join(
        segment.text[piece.start : piece.end]
        for segment in page.outline
        for piece in segment.pieces
        if (piece.node.getparent() if piece.tail else piece.node) in inside
    )


def in_json(page: Page, locator: str) -> tuple[str, ...]:
    locator, mould = moulded(locator, MOULD)
    root, *keys = locator.split("/")
    value: Any = page.jsonld if root == "ld" else page.payload[root]
    value = stepped(value[0] if root in ALONE else value, keys)
    if not mould:
        return (str(value),)
    return (MOULD.sub(lambda match: str(stepped(value, match[1].split("."))).strip(), mould),)


def stepped(value: Any, keys: list[str]) -> Any:
    """The value at the end of a JSON pointer's keys."""
    for key in keys:
        key = key.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def in_xml(page: Page, locator: str) -> tuple[str, ...]:
    locator, mould = moulded(locator, XML_MOULD)
    found = one(page.xml, locator)
    whole = str(found) if isinstance(found, str) else "".join(map(str, found.itertext()))
    if not mould:
        return (whole,)
    return (XML_MOULD.sub(lambda match: (found.get(match[1], "") if match[1] else whole).strip(), mould),)


def moulded(locator: str, mould: re.Pattern[str]) -> tuple[str, str]:
    """A locator, and the mould of several values behind it, when its last step is one: ``…/{year}-{month}``."""
    above, _, last = locator.rpartition("/")
    return (above, last) if mould.search(last) else (locator, "")


FINDERS: dict[str, Callable[[Page, str], tuple[str, ...]]] = {
    "text": in_text, "wiki": in_wikitext, "xpath": in_tree, "json": in_json, "xml": in_xml,
}  # fmt: skip
