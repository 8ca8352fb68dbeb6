"""What a score is: a value, the best and worst it could be, and the text that said so."""

from __future__ import annotations

from typing import NamedTuple

USUAL = frozenset((4, 5, 6, 8, 10, 20, 100))
"""The best marks that are a scale without further evidence; 9/11, 24/7, 16/9, 50/50 and 1/2 are none."""
TOLD = frozenset((3, 6, 7, 8, 9, 12, 15, 25, 30, 40, 50, 60, 200, 1000))
"""The best marks that are a scale when a word such as `stars` or `rating` stands beside them."""
EXCESS = 1.5
"""How far over its own scale a mark may be, for 5/4 and 11/10 are jokes but 16/5 is none."""


class Score(NamedTuple):
    """A mark: ``value`` out of ``best``, ``worst`` where the page names it, ``raw`` as it is printed.

    ``best`` is None when the page does not say it. A value over its own scale (``5/4``) stays as printed.

    >>> Score(7.0, 10.0).normalised, Score(5.0, 4.0).normalised, Score(2.0, 1.0, 6.0).normalised
    (0.7, None, 0.8)
    """

    value: float
    best: float | None = None
    worst: float | None = None
    raw: str = ""

    @property
    def normalised(self) -> float | None:
        """The mark from 0 (worst) to 1 (best); None without a best, or when it is off its own scale.

        A worst that the page does not name counts as 0.
        """
        return share(self.value, self.best, self.worst)


class Rating(NamedTuple):
    """A mark and how many gave it, as ``6.8/10 (5,339 voted)`` says."""

    value: float
    best: float | None = None
    worst: float | None = None
    votes: int | None = None
    raw: str = ""

    @property
    def normalised(self) -> float | None:
        """As for a Score."""
        return share(self.value, self.best, self.worst)


def share(value: float, best: float | None, worst: float | None) -> float | None:
    """Where the value stands between worst (0) and best (1); None when that cannot be said."""
    low = worst or 0.0
    if best is None or best == low:
        return None
    part = (value - low) / (best - low)
    return part if 0 <= part <= 1 else None


def plausible(value: float, best: float, told: bool) -> bool:
    """Whether a value out of a best is a mark; ``told``: a word beside it says that it is one."""
    if best not in USUAL and not (told and best in TOLD):
        return False
    joke = value * 2 == int(value * 2) and (value <= best * EXCESS or (best == 10 and value in (100, 1000)))
    return 0 <= value <= best or joke
