"""The page as an lxml tree that has lost nothing, or says what."""

from __future__ import annotations

import re

from lxml import etree

from filmmeta.claim import Problem
from filmmeta.page.budget import affordable
from filmmeta.page.shallow import shallow

END = re.compile(r"</[Hh][Tt][Mm][Ll]\b[^>]*>")  # libxml2 reads nothing behind it, and some pages go on
# A tag whose name no XPath can hold. To libxml2, a vertical tab is a letter.
ODD = re.compile(r"(</?[A-Za-z][\w.-]*+)([^ \t\n\f\r/>\w.-][^ \t\n\f\r/>]*+)", re.ASCII)
MARK = re.compile(r"[^\w.-]", re.ASCII)


class Tree:
    """An HTML page's root element, None when there is none, and what its parsing lost; ``text`` is what was parsed."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self.text = self._tame(text)
        self.root = self._parse(self.text)

    def _tame(self, text: str) -> str:
        """The text with what libxml2 could choke on taken out."""
        kept, self.problems = affordable(text)
        return ODD.sub(lambda tag: tag[1] + MARK.sub("-", tag[2]), END.sub("", kept))

    def _parse(self, text: str) -> etree._Element | None:
        if not text or text.isspace():
            return None
        root, whole = parsed(text)
        if not whole:
            self.problems.append(Problem("cut-short", "", "nested too deeply: what lies deepest stands side by side"))
            text = shallow(text)
            root, whole = parsed(text)
            if not whole:
                from filmmeta.page.soup import rebuilt, soup

                self.problems.append(Problem("cut-short", "", "broken for lxml; read with BeautifulSoup"))
                root = rebuilt(soup(text))
        return root


def parsed(text: str) -> tuple[etree._Element | None, bool]:
    """The root of a text's tree, and whether all of the text is in it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return root, not len(parser.error_log) or not len(parser.error_log.filter_from_fatals())
