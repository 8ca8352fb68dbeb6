"""What goes into a run: the pages of all origins as they are asked for, and how far they are done."""

from __future__ import annotations

import errno
import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from filmmeta.runs.inputs import Input
from filmmeta.runs.journal import Checkpoint
from filmmeta.runs.sources import Feed, LeftOut, Origin, pages
from filmmeta.runs.tally import Tally


def chained(digest: str, origin: Origin) -> str:
    """The digest of the origins up to this one, from that of those before it.

    A file is told by its path, name, size and the time of its last change: whether its bytes are others is not
    looked at.
    """
    said = (digest, origin.name, str(origin.size), str(origin.mtime_ns), origin.url, origin.left_out)
    told = "\0".join(said).encode("utf-8", "surrogatepass") + b"\0" + os.fsencode(origin.path)
    return hashlib.sha256(told).hexdigest()


class Intake:
    """The pages behind a checkpoint, given well before they are done, with an account of those that are.

    The account moves by ``done`` alone, a page at a time, so that it never depends on how far ahead workers read.
    """

    def __init__(self, origins: Iterable[Origin], feed: Feed, at: Checkpoint) -> None:
        self._origins = iter(origins)
        self._feed = feed
        self._at = at
        self._given = 0
        self._ahead: deque[tuple[int, Callable[[Tally], None]]] = deque()  # what met the input behind so many pages
        self._done = 0
        self.origins, self.items, self.digest = at.origins, at.items, at.digest

    def inputs(self) -> Iterator[Input]:
        """The pages, each once and in order."""
        digest, number = "", 0
        for origin in islice(self._origins, max(0, self._at.origins - 1)):
            digest, number = chained(digest, origin), number + 1
        skip = self._at.items
        for origin in self._origins:
            digest, number = chained(digest, origin), number + 1
            if number > self._at.origins:
                self._ahead.append((self._given, self._begun(number, digest)))
            elif digest != self._at.digest:
                raise OSError(errno.ESTALE, "changed while it was being listed", os.fspath(origin.path))
            yield from self._pages(origin, skip)
            skip = 0

    def _pages(self, origin: Origin, skip: int) -> Iterator[Input]:
        for item in pages(origin, self._feed, skip):
            if isinstance(item, LeftOut):
                self._ahead.append((self._given, self._left_out(item.why)))
            else:
                self._given += 1
                yield item

    def _begun(self, number: int, digest: str) -> Callable[[Tally], None]:
        def account(tally: Tally) -> None:
            self.origins, self.items, self.digest = number, 0, digest

        return account

    def _left_out(self, why: str) -> Callable[[Tally], None]:
        def account(tally: Tally) -> None:
            tally.left_out[why] += 1
            self.items += 1

        return account

    def done(self, tally: Tally) -> None:
        """One more page is done: what came before it is accounted for, what stands behind it is not yet."""
        while self._ahead and self._ahead[0][0] <= self._done:
            self._ahead.popleft()[1](tally)
        self._done += 1
        self.items += 1

    def finish(self, tally: Tally) -> None:
        """All pages are done: what stands behind the last is accounted for."""
        while self._ahead:
            self._ahead.popleft()[1](tally)
