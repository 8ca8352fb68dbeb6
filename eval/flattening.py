"""Four ways in which pages lose their markup."""

from __future__ import annotations

from collections.abc import Callable

import inscriptis
from bs4 import BeautifulSoup
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from resiliparse.extract.html2text import extract_plain_text

UNSEEN = ("script", "style", "noscript", "template")


def joined_by_lines(html: str) -> str:
    """Each piece of text on a line of its own: BeautifulSoup's ``get_text("\\n")``."""
    return BeautifulSoup(html, "lxml").get_text("\n")


def glued(html: str) -> str:
    """Everything with nothing between it, scripts and styles too: lxml's ``text_content()``."""
    root = parsed(html)
    return "" if root is None else str(root.text_content())


def glued_and_seen(html: str) -> str:
    """The same without what no reader of the page sees."""
    root = parsed(html)
    if root is None:
        return ""
    etree.strip_elements(root, *UNSEEN, with_tail=False)
    return str(root.text_content())


def parsed(html: str) -> HtmlElement | None:
    """The page's tree; None where there is nothing in it."""
    try:
        return document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.ParserError:
        return None


def laid_out(html: str) -> str:
    """As a browser would set it, tables in columns: inscriptis."""
    return str(inscriptis.get_text(html))


def plain(html: str) -> str:
    """Blocks as paragraphs: resiliparse."""
    return str(extract_plain_text(html))


WAYS: dict[str, Callable[[str], str]] = {
    "get_text": joined_by_lines,
    "text_content": glued,
    "inscriptis": laid_out,
    "resiliparse": plain,
}
SEEN = {**WAYS, "text_content": glued_and_seen}
"""What of each way's text was there to be read on the page."""
