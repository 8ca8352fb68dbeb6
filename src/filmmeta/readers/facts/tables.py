"""Tables of releases and of titles: a country, a date or a title, and remarks, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filmmeta.claim import Claim, Problem
from filmmeta.readers.facts.rows import is_table, rows
from filmmeta.readers.facts.slices import Slice
from filmmeta.values import country, releases

Read = Iterator[Claim | Problem]
FEWEST = 2


def table(path: str, values: Sequence[Slice], number: int) -> Read | None:
    """The claims of a table under a label; None when the values are no table or the field has none."""
    if path not in READERS or not values or values[0].segment.start >= 0:
        return None
    found = [[cell for value in row if (cell := value.trimmed())] for row in rows(values)]
    if len(found) < FEWEST or not is_table(found):
        return None
    return READERS[path](found, number)


def of_releases(found: Sequence[Sequence[Slice]], number: int) -> Read:
    """A row's date, and what the other cells say of it."""
    for position, row in enumerate(found):
        dates = [cell for cell in row if is_date(cell.text)]
        if dates:
            index = f"release_dates/{number}.{position}"
            yield dates[0].claim(f"{index}/date")
            for cell in row:
                if cell is not dates[0]:
                    yield cell.claim(f"{index}/of")


def of_titles(found: Sequence[Sequence[Slice]], number: int) -> Read:
    """A row's title, and the country or the remark beside it; either may stand first."""
    first = sum(is_country(row[0].text) for row in found if len(row) > 1)
    last = sum(is_country(row[-1].text) for row in found if len(row) > 1)
    for position, row in enumerate(found):
        title = row[-1] if first >= last else row[0]
        index = f"alternative_titles/{number}.{position}"
        yield title.claim(f"{index}/title")
        for cell in row:
            if cell is not title:
                yield cell.claim(f"{index}/of")


def is_date(text: str) -> bool:
    try:
        return bool(releases(text))
    except ValueError as error:
        return hasattr(error, "readings")


def is_country(text: str) -> bool:
    try:
        return bool(country(text.partition("(")[0].strip()))
    except ValueError:
        return False


READERS = {"release_dates": of_releases, "alternative_titles": of_titles}
