"""What on a page is the reviews' own, and so no film's: by where it stands, and of the one review, by its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set

from filmmeta.claim import Claim, Problem
from filmmeta.readers.reviews.single import NOTHING, Single
from filmmeta.readers.reviews.single.headings import review_word

Read = list[Claim | Problem]

SAME = 60  # letters and digits at the start of two texts that make them one and the same
FEWEST = 12  # of a text that is known by them


class Places(Set[str]):
    """Where the reviews' own words, scores and days stand: nothing that stands there, or partly, is the film's."""

    def __init__(self, told: Iterable[Read], further: Iterable[str], one: Single = NOTHING) -> None:
        read = [claim for each in [*told, one.claims] for claim in each]
        own = [claim.where for claim in read if not claim.path.startswith(("film/", "layout/"))]
        self.exact = frozenset([*own, *further, *one.places])
        spans = (where.removeprefix("text:").split("-") for where in self.exact if where.startswith("text:"))
        self.spans = sorted((int(start), int(end)) for start, end in spans)
        self.has_blocks = any(where.endswith("/") for where in one.places)
        self.text = squeezed(next((claim.text for claim in one.claims if claim.path == "body"), ""))
        self.film = next((claim.text for claim in one.claims if claim.path == "film/heading"), "")
        self.starts = [start for start, _ in self.spans]

    def __iter__(self) -> Iterator[str]:
        return iter(self.exact)

    def __len__(self) -> int:
        return len(self.exact)

    def __contains__(self, where: object) -> bool:
        if self.has_blocks and self.is_within(str(where)):
            return True
        if where in self.exact or not self.spans or not str(where).startswith("text:"):
            return where in self.exact
        start, _, end = str(where).removeprefix("text:").partition("-")
        at = bisect_left(self.starts, int(end)) - 1
        return at >= 0 and int(start) < self.spans[at][1]

    def is_within(self, where: str) -> bool:
        """Whether a node of the tree stands in a block that is a review's own."""
        steps = f"{where}/".split("/")
        return any("/".join(steps[:size]) + "/" in self.exact for size in range(2, len(steps)))

    def of_film(self, claims: Iterable[Claim | Problem]) -> Iterator[Claim | Problem]:
        """The film's claims without the reviews' own; its title without the word that a review stands below it."""
        for claim in claims:
            if claim.where in self or (claim.path in ("plot", "outline") and self.repeats(claim.text)):
                continue
            named = self.film and claim.path == "heading" and self.film in claim.text and review_word(claim.text)
            yield claim._replace(text=self.film) if named else claim

    def repeats(self, text: str) -> bool:
        """Whether a text that stands elsewhere, as in the page's head, begins with the words of the one review."""
        start = squeezed(text[: SAME * 2])[:SAME]
        return bool(self.text) and len(start) >= FEWEST and start in self.text


def squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
