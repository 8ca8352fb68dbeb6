"""Groups of doubles among the reviews of JSON Lines files, as JSON Lines, and a word on what was found."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

import click

from filmmeta.duplicates import Reviews, find, line


def write_groups(paths: Sequence[Path]) -> int:
    """A line for each group of doubles to standard output; returns the number of reviews that there are.

    ``-`` among the paths is standard input. OSError when a file cannot be read.
    """
    counts: Counter[str] = Counter()
    with ExitStack() as stack:
        reviews = Reviews([(str(path), stack.enter_context(opened(path))) for path in dict.fromkeys(paths)])
        for group in find(reviews):
            sys.stdout.buffer.write(line(group))
            counts["groups"] += 1
            counts.update(copy.match for copy in group.copies)
    sys.stdout.buffer.flush()
    for each in reviews.unread:
        click.echo(f"filmmeta: {each.file}, line {each.line}: {each.reason}", err=True)
    tell(reviews, counts)
    return len(reviews)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file that can be read from any place in it; what comes in by a pipe is kept in one meanwhile."""
    with nullcontext(sys.stdin.buffer) if str(path) == "-" else path.open("rb") as file:
        if file.seekable():
            yield file
        else:
            with TemporaryFile() as kept:
                shutil.copyfileobj(file, kept)
                yield kept


def tell(reviews: Reviews, counts: Counter[str]) -> None:
    """What came of the reviews, for a person."""
    rows = [
        (len(reviews), "reviews"),
        (counts["groups"], "groups of doubles"),
        (counts["exact"], "exact doubles of the first of their group"),
        (counts["near"], "near doubles"),
        (reviews.others, "other records, not looked at"),
        (len(reviews.unread), "lines without a review in them"),
    ]
    click.echo("\n".join(f"{count:>7,}  {what}" for count, what in rows if count or what == "reviews"), err=True)
