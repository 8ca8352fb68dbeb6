"""A page: bytes with a name and a URL, and the views that readers ask for, each built when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from filmmeta.claim import Problem
from filmmeta.page import looks
from filmmeta.page.lines import Line as Line
from filmmeta.page.lines import lines
from filmmeta.page.scrub import encoded, parted, scrubbed, told

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from lxml.etree import _Element

    from filmmeta.page.outline import Segment
    from filmmeta.page.tree import Tree

T = TypeVar("T")
VIEWS = ("text", "lines", "outline", "jsonld", "payload", "tree", "soup", "xml")
HEAD = 200_000  # characters in which a page says its own address
MAX_PLAIN = 1_000_000  # characters of a text page that are read
MAX_SEGMENTS = 30_000  # lines of a page that are read


class Page:
    """Bytes (or text), with views of them; the only thing in filmmeta that decodes.

    ``name`` is what messages call the page, ``url`` where and ``saved`` on which day (``2021-02-03``) it was saved
    when that is known, ``encoding`` what its transport said of its bytes. Lone surrogates in text become U+FFFD.
    """

    def __init__(
        self, body: bytes | str, *, name: str = "", url: str = "", encoding: str = "", saved: str = ""
    ) -> None:
        self._lost: list[Problem] = []
        self._kept: dict[Callable[[Page], Any], Any] = {}
        if isinstance(body, str):
            (body, self._lost), encoding = encoded(body), "utf-8"
        self.body: bytes = body
        self.name, self.given_url = scrubbed(name), scrubbed(url)
        self._lost += [*told("page/name", name, self.name), *told("page/url", url, self.given_url)]
        self.saved = saved
        self._said = encoding

    def __repr__(self) -> str:
        return f"Page({self.name!r}, {len(self.body)} bytes)"

    @cached_property
    def _decoded(self) -> tuple[str, str, tuple[Problem, ...]]:
        from filmmeta.page.encoding import decode

        return decode(self.body, self._said)

    @cached_property
    def text(self) -> str:
        """The page's characters; lines end in ``\\n``. Offsets in ``where`` count these.

        Of a text that is longer than any that somebody wrote or flattened, the beginning; a problem tells of the rest.
        """
        text = self._decoded[0]
        if (len(text) <= MAX_PLAIN and text.count("\n") <= MAX_SEGMENTS) or self.is_markup:
            return text
        end = looks.end_of(text, MAX_PLAIN, MAX_SEGMENTS)
        self.lose(f"text beyond its first {end} characters", f"text:{end}-{len(text)}")
        return text[:end]

    def once(self, build: Callable[[Page], T]) -> T:
        """What ``build`` makes of this page, made when first asked for and kept: a reader's own view."""
        if build not in self._kept:
            self._kept[build] = build(self)
        kept: T = self._kept[build]
        return kept

    def within(self, items: Sequence[T], most: int, what: str) -> Sequence[T]:
        """The first ``most`` of the items; where there are more, a problem says so."""
        if len(items) <= most:
            return items
        self.lose(f"{what} beyond the first {most}")
        return items[:most]

    def lose(self, what: str, where: str = "") -> None:
        """Note that a part of the page is left unread because reading it would cost too much."""
        problem = Problem("over-budget", "", what, where)
        if problem not in self._lost:
            self._lost.append(problem)

    @property
    def encoding(self) -> str:
        """The WHATWG name of the encoding that the page was read in."""
        return self._decoded[1]

    @property
    def lost(self) -> tuple[Problem, ...]:
        """What was lost so far of all but the decoded bytes: of the name, the address, the views."""
        return (*self._lost,)

    @property
    def problems(self) -> list[Problem]:
        """What was lost or mended in the views that have been built so far."""
        return [*self._decoded[2], *self._lost, *self._cut]

    @cached_property
    def _cut(self) -> list[Problem]:
        """The problem that the page may end before it should, where its last characters look so."""
        text = self.text
        cut = looks.cut_markup(text) if self.is_markup else looks.cut_text(text)
        return [Problem("cut-short", "", text[-40:], f"text:{max(0, len(text) - 40)}-{len(text)}")] if cut else []

    @property
    def views(self) -> list[str]:
        """The names of the views that have been built so far."""
        return [view for view in VIEWS if view in self.__dict__]

    @cached_property
    def is_markup(self) -> bool:
        """Whether the page is HTML, XML or JSON, rather than text with a tag in it here and there."""
        return looks.is_markup(self._decoded[0][:HEAD])

    @cached_property
    def url(self) -> str:
        """The address it was saved from: as given, else as the page says itself, else empty."""
        if self.given_url or not self.is_markup:
            return self.given_url
        from filmmeta.page.address import address

        return address(self.text[:HEAD])

    @cached_property
    def host(self) -> str:
        """The host of ``url`` in lower case, without ``www.`` or ``m.``; empty when there is none."""
        try:
            name = (urlsplit(self.url).hostname or "") if self.url else ""
        except ValueError:
            return ""
        return name.removeprefix("www.").removeprefix("m.")

    @cached_property
    def outline(self) -> list[Segment]:
        """The page as a reader sees it: the segments of its HTML, or of its text's lines."""
        from filmmeta.page import outline

        found = outline.of_tree(self.tree) if self.is_markup else outline.of_lines(self.lines, self.text)
        return [*self.within(found, MAX_SEGMENTS, "lines")] if len(found) > MAX_SEGMENTS else found

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of a text page that are not blank."""
        return lines(self.text)

    @cached_property
    def jsonld(self) -> list[object]:
        """The page's JSON-LD blocks, in order; a Problem stands for one that is no JSON."""
        from filmmeta.page.jsonld import blocks

        values, self._lost[len(self._lost) :] = parted(blocks(self.text))
        return values

    @cached_property
    def _parsed(self) -> Tree:
        from filmmeta.page.tree import Tree

        tree = Tree(self.text)
        self._lost += tree.problems
        return tree

    @cached_property
    def tree(self) -> _Element | None:
        """The root of the page's lxml tree; None when the page has no element."""
        return self._parsed.root

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The same with BeautifulSoup, for formats that are easier to write with it; it costs ten times as much."""
        from filmmeta.page.shallow import shallow
        from filmmeta.page.soup import soup

        return soup(shallow(self._parsed.text))

    @cached_property
    def payload(self) -> dict[str, list[object]]:
        """The data in the page's scripts by its kind: ``next``, ``state``, or ``page`` when the page is JSON itself."""
        from filmmeta.page.payload import payloads

        found = {name: parted(values) for name, values in payloads(self.text).items()}
        self._lost += [problem for _, problems in found.values() for problem in problems]
        return {name: values for name, (values, _) in found.items()}

    @cached_property
    def xml(self) -> _Element | None:
        """An element around all that the page's XML holds; None when the page has no element."""
        from filmmeta.page.xml import XmlTree

        tree = XmlTree(self.text)
        self._lost += tree.problems
        return tree.root
