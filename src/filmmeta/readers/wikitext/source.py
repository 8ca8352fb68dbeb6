"""Wikitext in which templates and links are paired, and what its readers never see is masked, offsets unmoved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MASK = "\x00"  # stands for a character that is not shown; no decoded page has it
MAX_DEPTH = 40  # of templates in templates; what lies deeper is plain text
CUTS = re.compile(r"\{\{|\[\[|\||=")
PAIRS = re.compile(r"\{\{|\}\}|\[\[|\]\]")
MARKS = re.compile(
    r"<!--|<(?P<tag>ref|nowiki|gallery|math|timeline|references|score)\b(?P<rest>[^<>]{0,600})>|<br\s?[^<>]{0,60}>"
    r"|</?(?:small|big|span|div|center|i|b|u|s|sub|sup|nowiki|ref|p|font|abbr|cite|includeonly|noinclude|onlyinclude"
    r"|code|em|strong|li|ul|ol)\b[^<>]{0,400}>|'{2,5}|__[A-Z]{3,20}__",
    re.IGNORECASE,
)
SHOWN = ("nowiki",)  # whose content is shown


class Part(NamedTuple):
    """An argument of a template: its name, empty for a positional one, and where its value stands."""

    name: str
    start: int
    end: int


class Source:
    """Wikitext with its masked twin, and the end of each template and link by its start.

    ``ending`` closes what the wikitext leaves open; ``size`` is where the wikitext's own characters end.
    """

    def __init__(self, text: str, ending: str = "") -> None:
        self.size = len(text)
        self.text = text + ending
        self.masked = masked(text) + ending
        self.ends, self.unclosed = paired(self.masked)

    def parts(self, start: int, end: int) -> list[Part]:
        """The template's name (first) and arguments, those in templates and links within it left out."""
        cuts = [start + 2]
        equals: dict[int, int] = {}
        for found in CUTS.finditer(self.masked, start + 2, end - 2):
            at = found.start()
            if at < cuts[0]:
                continue
            if found[0] in ("{{", "[["):
                cuts[0] = self.ends.get(at, at)
            elif found[0] == "|":
                cuts.append(at + 1)
            elif len(cuts) > 1:
                equals.setdefault(cuts[-1], at)
        starts, stops = [start + 2, *cuts[1:]], [*(cut - 1 for cut in cuts[1:]), end - 2]
        return [self._part(first, last, equals.get(first)) for first, last in zip(starts, stops, strict=True)]

    def _part(self, start: int, end: int, equal: int | None) -> Part:
        if equal is None:
            return Part("", start, end)
        return Part(self.bare(start, equal).casefold(), equal + 1, end)

    def bare(self, start: int, end: int) -> str:
        """What stands there, without what is masked and the white space around it."""
        return " ".join(self.masked[start:end].replace(MASK, "").replace("_", " ").split())

    def templates(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The templates that stand there, those within others left out."""
        at = self.masked.find("{{", start, end)
        while at >= 0:
            close = self.ends.get(at, 0)
            if close:
                yield at, close
            at = self.masked.find("{{", max(close, at + 2), end)


def masked(text: str) -> str:
    """The text of the same length with comments, references, tags and marks of style masked, ``<br>`` a line end."""
    out: list[str] = []
    done = 0
    gone: set[str] = set()  # closing marks that the rest of the text does not have
    for mark in iter_marks(text):
        start, end = mark.start(), mark.end()
        if start < done:
            continue
        close = "-->" if mark[0] == "<!--" else f"</{mark['tag'].lower()}" if mark["tag"] else ""
        if close and mark["tag"] not in SHOWN and not (mark["rest"] or "").endswith("/") and close not in gone:
            found = text.find(close, end)
            if found < 0:
                gone.add(close)
                end = len(text) if close == "-->" else end
            else:
                end = text.find(">", found) + 1 or len(text)
        out += (text[done:start], "\n" if mark[0][:3].lower() == "<br" else MASK, MASK * (end - start - 1))
        done = end
    return "".join(out) + text[done:]


def iter_marks(text: str) -> Iterator[re.Match[str]]:
    return MARKS.finditer(text) if "<" in text or "''" in text or "__" in text else iter(())


def completed(text: str) -> Source:
    """Wikitext that may be cut in the midst of a template, with what closes it."""
    source = Source(text)
    return Source(text, "}}" * min(source.unclosed, MAX_DEPTH)) if source.unclosed else source


def paired(text: str) -> tuple[dict[int, int], int]:
    """Where each template and link ends, by where it starts, and how many templates have no end."""
    ends: dict[int, int] = {}
    open_: list[tuple[str, int]] = []
    for found in PAIRS.finditer(text):
        mark, at = found[0], found.start()
        if mark in ("{{", "[["):
            open_.append((mark, at))
            continue
        wanted = "{{" if mark == "}}" else "[["
        depth = len(open_)
        while depth and open_[depth - 1][0] != wanted and len(open_) - depth < MAX_DEPTH:
            depth -= 1
        if depth and open_[depth - 1][0] == wanted:
            if depth <= MAX_DEPTH:
                ends[open_[depth - 1][1]] = found.end()
            del open_[depth - 1 :]
    return ends, sum(mark == "{{" for mark, _ in open_)
