"""The layouts that filmmeta knows, one module each, and which of them a page belongs to."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page

Claims = Iterator[Claim | Problem]
LAST = "any_page"


def always(page: Page) -> bool:
    """A layout that is told by its host alone."""
    return True


@dataclass(frozen=True, slots=True)
class Format:
    """A layout of pages, and how to read it.

    ``film(page)`` yields the claims about the page's film, ``reviews(page)`` the claims of each review.
    ``hosts`` are the sites that print it, without ``www.``; ``looks`` tells it from other layouts of the
    same host, or, when no host is given, from everything else. Its name is its module's.
    """

    film: Callable[[Page], Claims] | None = None
    reviews: Callable[[Page], Iterable[Claims]] | None = None
    hosts: tuple[str, ...] = ()
    looks: Callable[[Page], bool] = always
    name: str = field(default="", compare=False)
    about: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The formats that take a page for theirs (one, but for a mistake of ours) and why they do."""

    formats: tuple[Format, ...]
    why: str


@cache
def registry() -> dict[str, Format]:
    """Every format by its name: each module of this package has one under the name FORMAT."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        home = import_module(f"{__name__}.{module.name}")
        about = (home.__doc__ or "").strip().partition("\n")[0].rstrip(".")
        found[module.name] = replace(home.FORMAT, name=module.name, about=about)
    return found


def lowered(text: str) -> str:
    """The text as it stands within a sentence."""
    return text[:1].lower() + text[1:]


@cache
def by_host() -> dict[str, tuple[Format, ...]]:
    """The formats of each host; no host: under the empty string."""
    found: dict[str, tuple[Format, ...]] = {"": ()}
    for name, format_ in registry().items():
        if name != LAST:
            for host in format_.hosts or ("",):
                found[host] = (*found.get(host, ()), format_)
    return found


def sniff(page: Page) -> Sniffed:
    """The format that reads this page: its host's, else one that knows its look, else ``any_page``."""
    known = by_host()
    host = page.host
    while host:  # film.example.org, example.org, org
        answers = tuple([each for each in known.get(host, ()) if each.looks(page)])
        if answers:
            return Sniffed(answers, f"its host is {host}" + (" and it looks so" if len(known[host]) > 1 else ""))
        host = host.partition(".")[2]
    answers = tuple([each for each in known[""] if each.looks(page)])
    if answers:
        return Sniffed(answers, "it looks like " + " and like ".join(lowered(each.about) for each in answers))
    return Sniffed((registry()[LAST],), "no other format knows its host or its look")
