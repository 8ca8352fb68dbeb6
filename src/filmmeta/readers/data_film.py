"""Which object in the data of a page's scripts is its film."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from filmmeta.claim import Problem
from filmmeta.page import Page
from filmmeta.readers.json_films import Data
from filmmeta.readers.json_paths import Spot

MAX_RIVALS = 2  # films that say as much as the best: more make the page a list
SHORT = 8  # characters of a title that may be a word like others
PARTS = re.compile(r"[-–—|·•:;,«»()\[\]\"“”„/]")
TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,1000})", re.IGNORECASE)


def blocks(page: Page) -> Iterator[Data | Problem]:
    """The page's data, that of its framework first."""
    for root, values in page.payload.items():
        for number, value in enumerate(values):
            if isinstance(value, Problem):
                yield value
            else:
                yield Data(value, f"json:{root}/{number}" if root == "state" else f"json:{root}")


class Told(NamedTuple):
    """What a page's data says of its film; ``named`` when the page's title says which."""

    named: bool
    data: Data
    facts: dict[str, Spot]


def data_film(page: Page) -> Told | None:
    """What the page's data says of its film; None when it has none, or several with nothing to choose by."""
    heading = TITLE.search(page.text)
    named = heading[1].casefold() if heading else ""
    found: list[tuple[bool, int, str, Data, dict[str, Spot]]] = []
    for data, facts in page.once(films):
        if not isinstance(facts, Problem):
            title = next(data.texts(facts["title"])).text.casefold()
            found.append((is_named(title, named), len(facts), title, data, facts))
    if not found:
        return None
    best = max(found, key=lambda each: each[:2])
    rivals = {each[2] for each in found if each[:2] == best[:2]}
    return Told(best[0], best[3], best[4]) if best[0] or len(rivals) < MAX_RIVALS else None


def is_named(title: str, heading: str) -> bool:
    """Whether a page's title names the film: as a part of its own, or among its words when it is no common word.

    >>> is_named("it", "it (1987) - reel"), is_named("it", "watch it - reel"), is_named("salt clerk", "the salt clerk")
    (True, False, True)
    """
    if len(title) < SHORT:
        return any(part.strip() == title for part in PARTS.split(heading)) if title else False
    return title in heading


def films(page: Page) -> list[tuple[Data, dict[str, Spot] | Problem]]:
    """The films of each block of data."""
    return [(data, facts) for data in blocks(page) if isinstance(data, Data) for facts in data.films()]


def problems(page: Page) -> list[Problem]:
    """What of the page's data could not be read."""
    unread = [each for each in blocks(page) if isinstance(each, Problem)]
    return [*unread, *(facts for _, facts in page.once(films) if isinstance(facts, Problem))]
