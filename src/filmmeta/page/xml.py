"""A page of XML as an lxml tree: several roots, junk and stray ampersands allowed, entities never expanded."""

from __future__ import annotations

import re

from lxml import etree

from filmmeta.claim import Problem
from filmmeta.page.shallow import clean
from filmmeta.page.tree import Tree

ROOT = "page"  # the element put around all that the page holds, so that it may have several roots or none
DECLARATION = re.compile(r"<\?[^<>]{0,400}\?>")
AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)")
DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]{0,2000}", re.IGNORECASE)
STRAY = re.compile(r"<(?![A-Za-z/!])")  # a less-than sign of somebody's prose


class XmlTree(Tree):
    """The element that holds the page's roots, None when there is none, and what its parsing lost."""

    def _parse(self, text: str) -> etree._Element | None:
        if "<" not in text:
            return None
        bare = DECLARATION.sub("", without_doctype(text))
        source = f"<{ROOT}>{AMPERSAND.sub('&amp;', STRAY.sub('&lt;', clean(bare)))}</{ROOT}>".encode("utf-8", "replace")
        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True
        )
        root = etree.fromstring(source, parser)
        if len(parser.error_log) and len(parser.error_log.filter_from_fatals()):
            self.problems.append(Problem("cut-short", "", "XML that is not well-formed: parts of it may be lost"))
        return root


def without_doctype(text: str) -> str:
    """The text without its document type, whose entities nobody needs and somebody could nest."""
    opened = DOCTYPE.search(text)
    if not opened:
        return text
    inner = text[opened.end() : opened.end() + 1] == "["
    end = text.find("]", opened.end()) if inner else opened.end()
    close = text.find(">", end)
    return text[: opened.start()] + (text[close + 1 :] if min(end, close) >= 0 else "")
