"""The lines that wikitext shows, each character with the place that it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from filmmeta.readers.wikitext.source import MASK, Source, completed
from filmmeta.readers.wikitext.templates import expansion, is_list, named, shown_part

MAX_LEVEL = 12  # of templates and links in one another that are shown
TOKENS = re.compile(r"\{\{|\[\[|\[(?=https?://)|\n")
BULLET = re.compile(r"[\s*#:;|]{1,40}")
FILES = ("file:", "image:", "datei:", "bild:", "fichier:", "archivo:", "imagen:", "plik:", "файл:", "изображение:",
         "category:", "kategorie:", "catégorie:", "categoría:", "категория:", "ficheiro:", "bestand:", "fil:",
         "soubor:", "kép:", "ファイル:", "画像:", "파일:", "文件:", "immagine:", "tiedosto:", "dosya:",
         "fișier:")  # fmt: skip


class Line(NamedTuple):
    """A line as shown: its text, where each character comes from, its extent, and its links in the text."""

    text: str
    origins: list[int]
    start: int
    end: int
    links: list[tuple[int, int]]
    bulleted: bool


class Canvas:
    """Characters shown so far: where each comes from, and the whole template or link that it stands in."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text: list[str] = []
        self.origins: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.links: list[tuple[int, int]] = []
        self.frame: tuple[int, int] | None = None

    def show(self, start: int, end: int, level: int = 0) -> None:
        """Add what the wikitext from start to end shows."""
        masked, at = self.source.masked, start
        while at < end:
            found = TOKENS.search(masked, at, end)
            stop = found.start() if found else end
            self.literal(at, stop)
            if not found:
                return
            close = self.source.ends.get(stop, 0)
            at = found.end()
            if found[0] == "\n":
                self.add("\n", stop)
            elif found[0] == "[":
                at = self.outward(stop, end, level)
            elif 0 < close <= end:
                if level < MAX_LEVEL:
                    self.framed(self.template if found[0] == "{{" else self.link, stop, close, level + 1)
                at = close

    def framed(self, show: Callable[[int, int, int], None], start: int, end: int, level: int) -> None:
        frame = self.frame
        self.frame = frame or (start, end)
        show(start, end, level)
        self.frame = frame

    def literal(self, start: int, end: int) -> None:
        end = min(end, self.source.size)
        told = self.source.masked[start:end]
        origins: Sequence[int] = range(start, end)
        if MASK in told:
            origins = [at for at, char in enumerate(told, start) if char != MASK]
            told = told.replace(MASK, "")
        self.text += told
        self.origins += origins
        if self.frame:
            first, last = self.frame
            self.starts += [first] * len(told)
            self.ends += [last] * len(told)
        else:
            self.starts += origins
            self.ends += [at + 1 for at in origins]

    def add(self, char: str, origin: int) -> None:
        self.text.append(char)
        self.origins.append(origin)
        start, end = self.frame or (origin, origin + 1)
        self.starts.append(start)
        self.ends.append(end)

    def link(self, start: int, end: int, level: int) -> None:
        """The text of a link: behind its last bar, or its target."""
        parts = self.source.parts(start, end)
        if self.source.bare(start + 2, end - 2).casefold().startswith(FILES):
            return
        first, last = parts[0].start, end - 2
        if len(parts) > 1:
            first = parts[1].start if not parts[1].name else self.source.masked.rfind("|", start, end) + 1
        else:
            first += 1 if self.source.masked[first : first + 1] == ":" else 0
        shown = len(self.text)
        self.show(first, last, level)
        self.links.append((shown, len(self.text)))

    def outward(self, start: int, end: int, level: int) -> int:
        """The text of a link out of the wiki; where it ends."""
        close = self.source.masked.find("]", start, min(end, start + 2_000))
        space = self.source.masked.find(" ", start, close)
        if close < 0 or space < 0:
            return start + 1 if close < 0 else close + 1
        self.show(space + 1, close, level)
        return close + 1

    def template(self, start: int, end: int, level: int) -> None:
        """What a template shows: its items a line each, one of its arguments, or what its words are made into."""
        source = self.source
        name, *parts = source.parts(start, end)
        word = named(source.bare(name.start, name.end))
        if is_list(word):
            self.frame = None if self.frame == (start, end) else self.frame
            for part in parts:
                if not part.name or part.name.isdecimal():
                    self.add("\n", part.start)
                    self.show(part.start, part.end, level)
            self.add("\n", end - 1)
            return
        only = shown_part(word, parts)
        if only:
            self.show(only.start, only.end, level)
            return
        made = expansion(word, [(part.name, plain(source.text[part.start : part.end])) for part in parts])
        for char in made:
            self.add(char, start)

    def line(self, first: int, last: int, links: list[tuple[int, int]], marked: bool) -> Line:
        text = "".join(self.text[first:last])
        start, end = min(self.starts[first:last]), min(max(self.ends[first:last]), self.source.size)
        return Line(text, self.origins[first:last], start, end, links, marked)


def lines(source: Source, start: int, end: int) -> Iterator[Line]:
    """The lines that a part of wikitext shows, blank ones and the marks of lists left out."""
    canvas = Canvas(source)
    canvas.show(start, end)
    at = 0
    links = sorted(canvas.links, reverse=True)
    for raw in "".join(canvas.text).split("\n"):
        bullet = BULLET.match(raw)
        first = at + (bullet.end() if bullet else 0)
        last = at + len(raw.rstrip())
        own: list[tuple[int, int]] = []
        while links and links[-1][0] < last:
            i, j = links.pop()
            if first <= i < j <= last and (not own or i >= own[-1][1] + first):
                own.append((i - first, j - first))
        if first < last:
            marked = bullet is not None and "*" in bullet[0]
            yield canvas.line(first, last, own, marked)
        at += len(raw) + 1


def plain(text: str) -> str:
    """What wikitext shows, as text: a line each for its paragraphs and the items of its lists."""
    if not any(mark in text for mark in ("{{", "[", "<", "''", "\n")):
        return text.strip()
    source = completed(text)
    return "\n".join(line.text for line in lines(source, 0, len(source.text)))
