"""What the parameters of a film's infobox claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice

from filmmeta.claim import Claim, Problem, shown
from filmmeta.readers.wikitext.lines import Line, lines
from filmmeta.readers.wikitext.people import names, player, without_roles
from filmmeta.readers.wikitext.source import Part, Source

Read = Iterator[Claim | Problem]
MAX_LINES = 2_000  # of one parameter
CREW = {"directors": "director", "writers": "writer", "producers": "producer", "composers": "composer",
        "cinematographers": "cinematographer", "editors": "editor", "creators": "creator", "story": "story_writer",
        "production_designers": "production_designer", "costume_designers": "costume_designer",
        "casting_directors": "casting_director"}  # fmt: skip
SINGLE = {"companies": "company", "distributors": "distributor", "networks": "network"}
REMARK = re.compile(r"\s{0,9}[(（]([^()（）]{1,200})[)）]$")
IMDB = re.compile(r"tt\d{5,10}")
ADDRESS = re.compile(r"https?://[^\s|\]}<>]{4,1000}")
YEAR = re.compile(r"(?:18[7-9]\d|19\d\d|20\d\d)")
NOTHING = re.compile(r"\W{0,20}|[nN]/?[aA]|none|unknown|tba")


@cache
def table(name: str) -> dict[str, str]:
    """A table of names, each with what it stands for."""
    text = files("filmmeta.readers").joinpath("data", name).read_text("utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    return {name.replace("_", " ").casefold(): word for word, names in rows for name in names.split("|")}


def meaning(name: str) -> str:
    """What a parameter says, also when it is numbered; empty when nobody knows."""
    known = table("wiki_parameters.tsv")
    return known.get(name) or known.get(name.rstrip("0123456789").rstrip(), "")


def claimed(path: str, line: Line, start: int, end: int, source: Source) -> Claim:
    """The claim of a part of a line: where it stands literally, else what shows it."""
    text, origins = line.text[start:end], line.origins[start:end]
    if source.text[origins[0] : origins[-1] + 1] == text:
        return Claim(path, text, f"text:{origins[0]}-{origins[-1] + 1}")
    return Claim(path, text, f"wiki:{line.start}-{line.end}")


def whole(path: str, line: Line, source: Source) -> Claim:
    return claimed(path, line, 0, len(line.text), source)


class Infobox:
    """An infobox's parameters as claims; counts the items of each list."""

    def __init__(self, source: Source, parts: list[Part]) -> None:
        self.source = source
        self.parts = parts
        self.count: Counter[str] = Counter()
        self.dated = any(meaning(part.name) == "year" and source.bare(part.start, part.end) for part in parts)

    def claims(self) -> Read:
        for part in self.parts:
            word = meaning(part.name)
            start = max(0, part.start - len(part.name) - 400)
            head = self.source.text.rfind("|", start, part.start)
            told = (line for line in lines(self.source, part.start, part.end) if not NOTHING.fullmatch(line.text))
            known = [*islice(told, MAX_LINES)]
            if beyond := next(told, None):
                rest = f"text:{beyond.start}-{min(part.end, self.source.size)}"
                yield Problem("over-budget", word, f"lines of {part.name} beyond the first {MAX_LINES}", rest)
            if word:
                yield Claim("layout/parameter", part.name, f"text:{max(head, start)}-{part.end}")
                yield from self.read(word, known)
            elif known:
                text = f"{part.name}: " + " · ".join(line.text for line in known)
                yield Problem("unread", "", shown(text), f"text:{max(head, start)}-{min(part.end, self.source.size)}")

    def read(self, word: str, told: list[Line]) -> Read:
        if word in CREW:
            for line in told:
                yield from self.crew(word, line)
        elif word in SPECIAL:
            for line in told:
                yield from SPECIAL[word](self, line)
        elif word != "layout":
            for line in told[:1] if word in ("title", "year") else told:
                yield whole(word, line, self.source)

    def item(self, name: str) -> str:
        """The path of the next item of a list."""
        self.count[name] += 1
        return f"{name}/{self.count[name] - 1}"

    def crew(self, word: str, line: Line) -> Read:
        for start, end, single in names(line):
            yield claimed(CREW[word] if single else word, line, start, end, self.source)

    def cast(self, line: Line) -> Read:
        """A player with the role, or several players of one line without any."""
        if len(line.links) > 1 and without_roles(line):
            for start, end, single in names(line):
                path = f"{self.item('cast')}/name" if single else "cast"
                yield claimed(path, line, start, end, self.source)
        elif without_roles(line) and not line.links:
            yield whole("cast", line, self.source)
        else:
            yield from self.played(line)

    def played(self, line: Line) -> Read:
        found = player(line)
        if found:
            path = self.item("cast")
            yield claimed(f"{path}/name", line, *found[0], self.source)
            if found[1]:
                yield claimed(f"{path}/roles", line, *found[1], self.source)

    def company(self, word: str, line: Line) -> Read:
        """Companies by their links, else one of the whole line; a remark in brackets may be its country."""
        remark = REMARK.search(line.text)
        end = remark.start() if remark else len(line.text)
        rest = "".join(line.text[j:] for _, j in line.links[-1:])
        linked = line.links if rest == line.text[end:] or len(line.links) > 1 else [(0, end)]
        for first, last in linked or [(0, end)]:
            path = self.item(word)
            if remark and len(linked) < 2 and word == "companies":
                yield claimed(f"{path}/name", line, first, last, self.source)
                yield claimed(f"{path}/country", line, *remark.span(1), self.source)
            else:
                yield claimed(SINGLE[word], line, first, last, self.source)

    def date(self, line: Line) -> Read:
        yield whole("release_dates", line, self.source)
        if not self.dated and not self.count["dated"] and YEAR.search(line.text):
            self.count["dated"] += 1
            found = YEAR.search(line.text)
            if found:
                yield claimed("year", line, *found.span(), self.source)

    def certificate(self, country: str, line: Line) -> Read:
        path = self.item("certificates")
        yield whole(f"{path}/label", line, self.source)
        yield Claim(f"{path}/of", country, "inferred:parameter")

    def identifier(self, line: Line) -> Read:
        found = IMDB.search(line.text)
        if found:
            yield claimed("ids", line, *found.span(), self.source)
        elif line.text.isdecimal():
            yield Problem("unlabelled", "ids", shown(line.text), f"text:{line.start}-{line.end}")

    def site(self, line: Line) -> Read:
        found = ADDRESS.search(self.source.text, line.start, line.end)
        where = f"text:{found.start()}-{found.end()}" if found else ""
        if found:
            path = self.item("official_sites")
            yield Claim(f"{path}/label", found[0], where)
            yield Claim(f"{path}/url", found[0], where)


SPECIAL: dict[str, Callable[[Infobox, Line], Read]] = {
    "cast": Infobox.cast,
    "release_dates": Infobox.date,
    "companies": lambda box, line: box.company("companies", line),
    "networks": lambda box, line: box.company("networks", line),
    "distributors": lambda box, line: box.company("distributors", line),
    "certificates_de": lambda box, line: box.certificate("DE", line),
    "certificates_at": lambda box, line: box.certificate("AT", line),
    "imdb": Infobox.identifier,
    "official_sites": Infobox.site,
    "narrators": lambda box, line: iter(()),
}
"""What parameters say that is more than a line each under a path."""
