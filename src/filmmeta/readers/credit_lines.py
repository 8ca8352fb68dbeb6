"""A cast list on lines of its own, where only the blank lines tell a role from the next actor."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from filmmeta.claim import Claim, Problem
from filmmeta.readers.labelled import Entry

MAX_NAME = 80
JOINTS = (" ... ", " … ", " as ", "\t", " .... ")


def is_name(entry: Entry) -> bool:
    """Whether the entry can be a name or a role: one short line that is no sentence."""
    text = entry.text
    return 1 < len(text) <= MAX_NAME and not text.endswith((".", "!", "?", "…", ":")) and "\n" not in text


def cast(run: Sequence[Entry], stars: Container[str]) -> Iterator[Claim | Problem]:
    """The actors and roles of a run of entries; ``stars`` are the actors that the page names elsewhere.

    One blank line parts an actor from the role, two an actor without a role from the next one. Where the
    page's blank lines no longer say so, a name is sure only when it stands among the stars.
    """
    text = "\n".join([entry.text for entry in run])
    if sum(map(text.count, JOINTS)) * 2 >= len(run):
        yield from (Claim("actor", entry.text, entry.where) for entry in run)
        return
    gaps = {entry.gap for entry in run[1:]}
    if gaps <= {0} or (gaps == {1} and not alternates(run, stars)):
        for entry in run:
            known = entry.text in stars
            yield (
                Claim("actor", entry.text, entry.where)
                if known
                else Problem("ambiguous", "cast", entry.text, entry.where)
            )
        return
    number, is_role = -1, False
    for entry, following in zip(run, [*run[1:], None], strict=True):
        if is_role:
            yield Claim(f"cast/{number}/roles", entry.text, entry.where)
            is_role = False
        else:
            number += 1
            yield Claim(f"cast/{number}/name", entry.text, entry.where)
            is_role = following is not None and following.gap == 1


def alternates(run: Sequence[Entry], stars: Container[str]) -> bool:
    """Whether all of the run's stars stand where the actors of a list of actor, role, actor, role do."""
    places = [place for place, entry in enumerate(run) if entry.text in stars]
    return len(places) > 1 and all(place % 2 == 0 for place in places) and len(run) % 2 == 0
