"""A page: bytes with a name and a URL, and the views that readers ask for, each built when first asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from filmmeta.claim import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

    from filmmeta.page.outline import Segment

T = TypeVar("T")
VIEWS = ("text", "lines", "outline", "jsonld", "payload", "tree", "xml")
HEAD = 200_000  # characters in which a page says its own address
MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|div|script|table|p|span|h[12]|article|section|[duo]l|t[rd]|nav|header|main|form)"
    r"[\s>]",
    re.I,
)
FRAGMENT = re.compile(r"^[^\"'{}();=\n]{0,400}?<(?:div|script|meta|table|html|head|body|ul|form)[\s>]", re.I | re.M)
"""A tag that is neither a writer's own nor in a string of a script."""
OPENED = re.compile(r"<(?:html|body)[\s>]", re.I)
CLOSED = re.compile(r"</(?:html|body)\s{0,9}>", re.I)
NFO = re.compile(r"<(?:movie|tvshow|episodedetails)(?:\s[^<>]{0,400})?>\s{0,400}<", re.I)
DATA = re.compile(r"(?:\{\s{0,400}\"|\[\s{0,400}[{\"])")  # JSON begins so, and no sentence does
UNFINISHED = ",;:-–—&(<[«“„/"  # characters that no text ends with; letters and digits seldom end one either
LONG_LINE = 40  # characters of a line that was ended for want of room


class Line(NamedTuple):
    """A line that is not blank: its text without the space around it, where it starts, blank lines before it."""

    text: str
    start: int
    blank: int


class Page:
    """Bytes (or text), with views of them; the only thing in filmmeta that decodes.

    ``name`` is what messages call the page, ``url`` where it was saved from when that is known, ``encoding``
    what its transport said of its bytes. Text is taken as it is; lone surrogates in it become U+FFFD.
    """

    def __init__(self, body: bytes | str, *, name: str = "", url: str = "", encoding: str = "") -> None:
        self._lost: list[Problem] = []
        self._kept: dict[Callable[[Page], Any], Any] = {}
        if isinstance(body, str):
            body, encoding = self._encoded(body), "utf-8"
        self.body: bytes = body
        self.name = name
        self.given_url = url
        self._said = encoding

    def _encoded(self, text: str) -> bytes:
        try:
            return text.encode("utf-8")
        except UnicodeEncodeError:
            whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            self._lost.append(Problem("scrubbed", "", "lone surrogates"))
            return whole.encode("utf-8")

    def __repr__(self) -> str:
        return f"Page({self.name!r}, {len(self.body)} bytes)"

    @cached_property
    def _decoded(self) -> tuple[str, str, tuple[Problem, ...]]:
        from filmmeta.page.encoding import decode

        return decode(self.body, self._said)

    @cached_property
    def text(self) -> str:
        """The page's characters; lines end in ``\\n``. Offsets in ``where`` count these."""
        return self._decoded[0]

    def once(self, build: Callable[[Page], T]) -> T:
        """What ``build`` makes of this page, made when first asked for and kept: a reader's own view."""
        if build not in self._kept:
            self._kept[build] = build(self)
        kept: T = self._kept[build]
        return kept

    @property
    def encoding(self) -> str:
        """The WHATWG name of the encoding that the page was read in."""
        return self._decoded[1]

    @property
    def problems(self) -> list[Problem]:
        """What was lost or mended in the views that have been built so far."""
        return [*self._decoded[2], *self._lost, *self._cut]

    @cached_property
    def _cut(self) -> list[Problem]:
        """The problem that the page may end before it should, where its last characters look so."""
        text = self.text
        if self.is_markup:
            cut = OPENED.search(text[:HEAD]) is not None and not CLOSED.search(text[-HEAD // 10 :])
        else:
            end = text.rstrip()[-1:]
            cut = end.isalnum() or end in UNFINISHED
            cut = cut and (text[-1] != "\n" or len(text.rstrip().rpartition("\n")[2]) >= LONG_LINE)
        return [Problem("cut-short", "", text[-40:], f"text:{max(0, len(text) - 40)}-{len(text)}")] if cut else []

    @property
    def views(self) -> list[str]:
        """The names of the views that have been built so far."""
        return [view for view in VIEWS if view in self.__dict__]

    @cached_property
    def is_markup(self) -> bool:
        """Whether the page is HTML, XML or JSON, rather than text with a tag in it here and there."""
        start = self.text[:HEAD].lstrip("\ufeff \n\t")
        if start.startswith("<"):
            return start.startswith("<?xml") or bool(MARKUP.search(start) or NFO.search(start))
        if start.startswith(("{", "[")):
            return DATA.match(start) is not None
        return "<" in start and bool(FRAGMENT.search(start) or NFO.search(start))

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

        return outline.of_tree(self.tree) if self.is_markup else outline.of_lines(self.lines, self.text)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of a text page that are not blank."""
        lines: list[Line] = []
        start = blank = 0
        for raw in self.text.split("\n"):
            text = raw.strip() if raw else raw
            if text:
                lines.append(Line(text, start if len(text) == len(raw) else start + raw.index(text[0]), blank))
                blank = 0
            else:
                blank += 1
            start += len(raw) + 1
        return lines

    @cached_property
    def jsonld(self) -> list[object]:
        """The page's JSON-LD blocks, in order; a Problem stands for one that is no JSON."""
        from filmmeta.page.jsonld import blocks

        return blocks(self.text)

    @cached_property
    def tree(self) -> _Element | None:
        """The root of the page's lxml tree; None when the page has no element."""
        from filmmeta.page.tree import Tree

        tree = Tree(self.text)
        self._lost += tree.problems
        return tree.root

    @cached_property
    def payload(self) -> dict[str, list[object]]:
        """The data in the page's scripts by its kind: ``next``, ``state``, or ``page`` when the page is JSON itself."""
        from filmmeta.page.payload import payloads

        return payloads(self.text)

    @cached_property
    def xml(self) -> _Element | None:
        """An element around all that the page's XML holds; None when the page has no element."""
        from filmmeta.page.xml import XmlTree

        tree = XmlTree(self.text)
        self._lost += tree.problems
        return tree.root
