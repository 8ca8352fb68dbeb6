"""A cast list on lines of its own, where only the blank lines tell a role from the next actor."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

from filmmeta.claim import Claim, Problem
from filmmeta.readers.labelled import Entry

MAX_NAME = 120
JOINTS = (" ... ", " … ", " as ", "\t", " .... ")
INITIAL = 3  # letters of what ends in a full stop and ends no sentence: ``Jr.``, ``K.``


def is_name(entry: Entry) -> bool:
    """Whether the entry can be a name or a role: one short line that is no sentence."""
    text = entry.text
    if len(text) > MAX_NAME or text.endswith(("!", "?", "…", ":", "...")) or "\n" in text:
        return False
    return text[-1:] != "." or len(text.rpartition(" ")[2]) <= INITIAL + 1


def cast(run: Sequence[Entry], stars: Container[str], first: int) -> Iterator[Claim | Problem]:
    """The actors and roles of a run of entries, numbered from ``first``; ``stars`` are actors named elsewhere.

    One blank line parts an actor from the role, two an actor without a role from the next one; a star is
    never a role. Where the page's blank lines no longer say so, a name is sure only when it is a star's.
    """
    text = "\n".join([entry.text for entry in run])
    gaps = {entry.gap for entry in run[1:]}
    if sum(map(text.count, JOINTS)) * 2 >= len(run):
        yield from (Claim("actor", entry.text, entry.where) for entry in run)
    elif gaps <= {0} or (gaps == {1} and not alternates(run, stars)):
        yield from map(sure(stars), run)
    else:
        yield from paired(run, stars, first)


def paired(run: Sequence[Entry], stars: Container[str], first: int) -> Iterator[Claim]:
    """Actors and roles by the blank lines between them."""
    number, is_role = first - 1, False
    for entry, following in zip(run, [*run[1:], None], strict=True):
        if is_role and entry.text not in stars:
            yield Claim(f"cast/{number}/roles", entry.text, entry.where)
            is_role = False
        else:
            number += 1
            yield Claim(f"cast/{number}/name", entry.text, entry.where)
            is_role = following is not None and following.gap == 1


def sure(stars: Container[str]) -> Callable[[Entry], Claim | Problem]:
    """What a line of a cast list is when its neighbours do not tell: an actor if a star, else nobody knows."""

    def told(entry: Entry) -> Claim | Problem:
        if entry.text in stars:
            return Claim("actor", entry.text, entry.where)
        return Problem("ambiguous", "cast", entry.text, entry.where)

    return told


def alternates(run: Sequence[Entry], stars: Container[str]) -> bool:
    """Whether all of the run's stars stand where the actors of a list of actor, role, actor, role do."""
    places = [place for place, entry in enumerate(run) if entry.text in stars]
    return len(places) > 1 and all(place % 2 == 0 for place in places) and len(run) % 2 == 0
