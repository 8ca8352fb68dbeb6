"""What the elements of a film's XML claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from filmmeta.claim import Claim, Problem, shown
from filmmeta.readers.nfo.elements import FILMS, MAX_ITEMS, Element, parts, tags

Read = Iterator[Claim | Problem]
BEST = 10.0  # the scale of a rating that does not say its own
CRITICS = ("metacritic", "metascore", "critic", "tomatometerall", "tomatometeravg", "rottentomatoes")
AUDIENCE = ("audience", "user")
JOBS = ("director", "writer", "producer", "composer", "editor", "creator", "cinematographer")
PLAYERS = ("", "actor", "actress", "gueststar", "guest star", "voice")
CATALOGUES = ("imdb", "tmdb", "tvdb", "wikidata", "kinopoisk")
IMDB = re.compile(r"tt\d{5,10}")
NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,12})?")
OF_OTHERS = ("set.", "season", "actor")  # whose pictures are not the film's


class Fields:
    """One film's elements as claims; counts the items of each list."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.elements = list(islice(parts(root), MAX_ITEMS))
        self.count: Counter[str] = Counter()
        self.rated = ""

    def claims(self) -> Read:
        yield Claim("media_type", FILMS[self.root.tag], f"inferred:nfo-{self.root.tag}")
        for element in self.elements:
            word = tags().get(element.tag)
            if word in SPECIAL:
                yield from SPECIAL[word](self, element)
            elif word == "layout":
                yield Claim("layout/mark", element.tag, element.where)
            elif element.filled:
                told = f"{element.tag}: {' '.join(element.text.split())}"
                yield Claim(word, element.text, element.where) if word else unread(element, told)

    def item(self, name: str) -> str:
        """The path of the next item of a list; users' and critics' ratings are one list."""
        field = name.removeprefix("critic_")
        self.count[field] += 1
        return f"{name}/{self.count[field] - 1}"

    def date(self, element: Element) -> Read:
        if element.filled:
            yield Claim("release_dates", element.text, element.where)
            if not any(tags().get(each.tag) == "year" and each.filled for each in self.elements):
                yield Claim("year", element.text, element.where)

    def company(self, element: Element) -> Read:
        for name in element.text.split(" / "):
            if element.filled and name.strip():
                yield Claim("company", name.strip(), element.where)

    def person(self, element: Element) -> Read:
        said = {child.tag: child for child in element.children()}
        name = said.get("name", element if not said else None)
        kind = said["type"].text.lower() if "type" in said else ""
        if name is None or not name.filled:
            return
        if kind in PLAYERS:
            path = self.item("cast")
            yield Claim(f"{path}/name", name.text, name.where)
            if "role" in said and said["role"].text:
                yield Claim(f"{path}/roles", said["role"].text, said["role"].where)
        elif kind in JOBS:
            yield Claim(kind, name.text, name.where)
        else:
            yield unread(element, f"{kind}: {name.text}")

    def ratings(self, element: Element) -> Read:
        for each in element.children():
            yield from self.rating(each)

    def rating(self, element: Element) -> Read:
        """A rating with its parts in elements of their own, or as a bare number."""
        said = {child.tag: child for child in element.children()}
        value = said.get("value", element if not said else None)
        if value is None or not value.filled:
            return
        source, where = element.attribute("name")
        path = self.item("critic_ratings" if is_critics(source) else "ratings")
        yield from self.valued(path, value, *element.attribute("max"))
        if source:
            yield Claim(f"{path}/source", source, where)
        if "votes" in said and said["votes"].filled:
            yield Claim(f"{path}/votes", said["votes"].text, said["votes"].where)
        self.rated = path if not said else self.rated

    def valued(self, path: str, value: Element, best: str, where: str) -> Read:
        scale = float(best.replace(",", ".")) if NUMBER.fullmatch(best) else BEST
        if "/" in value.text:
            yield Claim("rating", value.text, value.where)
        elif NUMBER.fullmatch(value.text) and float(value.text.replace(",", ".")) > scale:
            yield Problem("out-of-range", "ratings", shown(value.text), value.where)
        else:
            yield Claim(f"{path}/value", value.text, value.where)
            yield Claim(f"{path}/best", best, where) if best else Claim(f"{path}/best", "10", "inferred:ten-points")

    def critics(self, element: Element) -> Read:
        """What critics gave, out of ten or of a hundred: nothing says which."""
        if element.filled:
            yield Claim(f"{self.item('critic_ratings')}/value", element.text, element.where)

    def votes(self, element: Element) -> Read:
        if element.filled and self.rated:
            yield Claim(f"{self.rated}/votes", element.text, element.where)

    def images(self, element: Element) -> Read:
        if element.attribute("aspect")[0].startswith(OF_OTHERS) or element.attribute("season")[0]:
            return
        for each in [*element.children()] or [element]:
            if len(each.node) == 0 and each.text.startswith(("http:", "https:")):
                yield Claim(f"{self.item('images')}/url", each.text, each.where)

    def site(self, element: Element) -> Read:
        if element.filled:
            path = self.item("official_sites")
            yield Claim(f"{path}/label", element.text, element.where)
            yield Claim(f"{path}/url", element.text, element.where)

    def identifier(self, element: Element) -> Read:
        """An identifier whose catalogue stands in an attribute or in the element's own name."""
        word = tags()[element.tag]
        text, kind = element.text, element.attribute("type")[0] or element.attribute("moviedb")[0]
        for name in map(str, element.node.attrib):
            if name.lower() in CATALOGUES and element.attribute(name)[0]:
                told, scheme = element.attribute(name)[0], name.lower()
                yield Claim("ids", f"{scheme}:{told}", f"{element.where}/{scheme}:{{@{name}}}")
        if not element.filled:
            return
        if IMDB.fullmatch(text) or "//" in text:
            yield Claim("ids", text, element.where)
        elif kind:
            name = "type" if element.attribute("type")[0] else "moviedb"
            yield Claim("ids", f"{kind}:{text}", f"{element.where}/{{@{name}}}:{{.}}")
        elif word in CATALOGUES:
            yield Claim("ids", f"{word}:{text}", f"{element.where}/{word}:{{.}}")
        elif self.root.tag == "tvshow":  # whose bare identifier is the TVDB's
            yield Claim("ids", f"tvdb:{text}", f"{element.where}/tvdb:{{.}}")
        else:
            yield Problem("unlabelled", "ids", shown(text), element.where)


def unread(element: Element, told: str) -> Problem:
    return Problem("unread", "", shown(told), element.where)


def is_critics(source: str) -> bool:
    name = source.lower()
    return name.startswith(CRITICS) and not any(word in name for word in AUDIENCE)


SPECIAL: dict[str | None, Callable[[Fields, Element], Read]] = {
    "dates": Fields.date,
    "company": Fields.company,
    "cast": Fields.person,
    "ratings": Fields.ratings,
    "rating": Fields.rating,
    "critic_rating": Fields.critics,
    "votes": Fields.votes,
    "images": Fields.images,
    "site": Fields.site,
    **dict.fromkeys(("uniqueid", "id", *CATALOGUES), Fields.identifier),
}
"""What elements say that is more than a text under a path."""
