"""Objects about films in JSON, told by the names of their keys, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from filmmeta.claim import Problem
from filmmeta.readers.json_paths import Spot, escaped

MAX_DEPTH = 40
MAX_NODES = 60_000  # objects and lists of one block; what lies beyond is left unread
LEAST = 3  # a title and two more facts make an object a film
TELLING = {"director", "cast", "runtimes", "release_dates", "genre", "plot", "imdb", "year", "writer", "countries"}
NAMES = ("name", "fullName", "full_name", "displayName", "title", "text", "label", "value", "nameText", "person",
         "actor", "node", "plainText", "country", "genre", "english_name", "url", "src", "date")  # fmt: skip
INNER = ("edges", "nodes", "items", "results", "data", "list")


@cache
def meanings() -> dict[str, str]:
    """What a key says, by its small letters and digits alone."""
    table = files("filmmeta.readers").joinpath("data", "payload_keys.tsv").read_text("utf-8")
    rows = [row.split("\t") for row in table.splitlines() if row and not row.startswith("#")]
    return {name: word for word, names in rows for name in names.split()}


@cache
def meaning(key: str) -> str:
    """What a key says, however it is spelt and whatever arguments it has; empty when nobody knows."""
    return meanings().get(key[:400].partition("(")[0].replace("_", "").replace("-", "").casefold(), "")


class Data:
    """One block of data with the objects that others in it refer to."""

    def __init__(self, value: object, where: str) -> None:
        self.top = Spot(value, where)

    def films(self) -> Iterator[dict[str, Spot] | Problem]:
        """What each object says that is about a film, outer before inner; a problem where there is too much to see."""
        stack = [iter((self.top,))]
        budget, deeper = MAX_NODES, False
        while stack:
            spot = next(stack[-1], None)
            if spot is None:
                stack.pop()
                continue
            budget -= 1
            if budget < 0:
                yield Problem("over-budget", "", f"data beyond its first {MAX_NODES} objects and lists", spot.where)
                break
            facts = self.facts(spot)
            if facts:
                yield facts
            if len(stack) <= MAX_DEPTH:
                stack.append(children(spot))
            else:
                deeper = deeper or next(children(spot), None) is not None
        if deeper:
            yield Problem("over-budget", "", f"data deeper than {MAX_DEPTH} objects and lists in one another")

    def facts(self, spot: Spot) -> dict[str, Spot]:
        """What an object's keys say, by their meanings; nothing when it is no film's."""
        found: dict[str, Spot] = {}
        for key, value in spot.value.items() if isinstance(spot.value, dict) else ():
            word = meaning(key)
            inner = Spot(value, f"{spot.where}/{escaped(key)}")
            if word == "credits":
                found = {**self.facts_within(inner), **found}
            elif word and value not in (None, "", [], {}, 0):
                found.setdefault(word, inner)
        told = "title" in found and any(self.texts(found["title"])) and len(found.keys() & TELLING) >= LEAST - 1
        return found if told else {}

    def facts_within(self, spot: Spot) -> dict[str, Spot]:
        """What an object of credits says: the cast and the crew."""
        pairs = spot.value.items() if isinstance(spot.value, dict) else ()
        return {
            word: Spot(value, f"{spot.where}/{escaped(key)}")
            for key, value in pairs
            if (word := meaning(key)) and value
        }

    def followed(self, spot: Spot) -> Spot:
        """The object that a reference refers to, anything else itself."""
        value = spot.value
        name = (
            value.get("__ref", value.get("id") if value.get("type") == "id" else None)
            if isinstance(value, dict)
            else None
        )
        if not isinstance(name, str) or not isinstance(self.top.value, dict):
            return spot
        for pattern in ("", "props/pageProps/__APOLLO_STATE__", "props/pageProps/apolloState", "props/apolloState",
                        "props/pageProps/initialApolloState", "ROOT", "apollo"):  # fmt: skip
            for home in self.top.find(pattern) if pattern else (self.top,):
                found = home.inner(name)
                if found:
                    return found
        return spot

    def items(self, spot: Spot, depth: int = 0) -> list[Spot]:
        """The items that a value has: of a list, of a connection's edges, else itself."""
        spot = self.followed(spot)
        if isinstance(spot.value, list):
            return [self.followed(item) for item in spot.items()]
        for key in INNER if depth < 3 else ():
            inner = spot.inner(key) if isinstance(spot.value, dict) else None
            if inner and isinstance(inner.value, (list, dict)):
                return self.items(inner, depth + 1)
        return [spot]

    def texts(self, spot: Spot) -> Iterator[Spot]:
        """What a value says: itself, or the name of each thing in it."""
        for item in self.items(spot):
            named = self.named(item, NAMES)
            if named:
                yield named

    def named(self, spot: Spot, names: tuple[str, ...], depth: int = 0) -> Spot | None:
        spot = self.followed(spot)
        if spot.text:
            return spot
        for key in names if depth < 4 else ():
            inner = spot.inner(key) if isinstance(spot.value, dict) else None
            told = self.named(inner, NAMES, depth + 1) if inner else None
            if told:
                return told
        return None


def children(spot: Spot) -> Iterator[Spot]:
    """The objects and lists that stand in a value."""
    if isinstance(spot.value, dict):
        for key, value in spot.value.items():
            if isinstance(value, (dict, list)):
                yield Spot(value, f"{spot.where}/{escaped(key)}")
    elif isinstance(spot.value, list):
        for number, value in enumerate(spot.value):
            if isinstance(value, (dict, list)):
                yield Spot(value, f"{spot.where}/{number}")
