"""CPU time of the grammars: ``python -m bench.values``.

Each shape is a rotation of some hundred different texts, so that nothing is fast because it was just
asked; figures are microseconds of CPU a call, the best of nine rounds behind one that loads the tables.
Dates are set against ``dateparser.parse(text, languages=[language])``, both in turn in the same run, with
other years than those of the round that loads the tables. Names of grammars, ``dates`` or ``hostile`` as
arguments choose some.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import dateparser

from filmmeta import values
from filmmeta.values.dates import last_resort

DATES = Path(__file__).parent / "dates_strings.tsv"
TEXTS, ROUNDS, PAIRS = 400, 9, 5
LINES = """
Anna Lars Marie Igor Aiko Peter Nadia Carlos Eva Tomasz Lucy Hans Irina Paul Greta Omar José Zoë
Novak Lindqvist Moreau Petrov Tanaka Weiss Costa Brandt Okafor Silva Marlow Dumont Rossi McKay
January February March April May June July August September October November December
France Germany USA UK Italy Spain Japan Poland Sweden Canada Brazil India Mexico Denmark
River Night Glass Winter Letters Stone Garden Road Harvest Silence Island Summer Bridge
"""
GIVEN, FAMILY, MONTHS, COUNTRIES, WORDS = (line.split() for line in LINES.strip().split("\n"))
PARTS, TOWNS, REASONS, LABELS = (
    line.split("|")
    for line in (
        "Bartender|Young Anna|Detective Marlow|The Man|Nurse|Old Peter|Himself|Policeman|Mr. Weiss",
        "Prague|Lyon|Black Forest|Harbour Street 5|Old Town Hall|Studio 12|Lisbon|Ghent|Turku|Bergen",
        "some violence|language|brief nudity and strong language|sexual content|thematic elements",
        "PG-13|R|PG|G|NC-17|Not Rated|TV-MA|12A",
    )
)
HOSTILE = ("(", " ", "1,", "1 ", "a ", "20 ", "($", "a, ", " - ", "9", "a\n", "1999-", "$1-", "R, ", "((1", "a;")
LENGTHS = (80, 200, 500, 1_000, 2_000, 4_000, 8_000, 12_000, 20_000)
READERS_OF_PROSE = ("prose", "sections", "spoilers", "date_order")

Shape = tuple[str, str, float, Callable[[Random], str]]


def named(r: Random) -> str:
    return f"{r.choice(GIVEN)} {r.choice(FAMILY)}"


def day(r: Random) -> str:
    return f"{r.randint(1, 28)} {r.choice(MONTHS)} {r.randint(1930, 2024)}"


def dollars(r: Random) -> str:
    return f"${r.randint(1_000, 90_000_000):,}"


def spot(r: Random) -> str:
    return ", ".join([*r.sample(TOWNS, r.randint(2, 4)), r.choice(COUNTRIES)])


def rated(r: Random) -> str:
    return f"Rated {r.choice(LABELS[:3])} for {r.choice(REASONS)}, {r.choice(REASONS)}"


def voted(r: Random) -> str:
    return f"{r.randint(1, 9)}.{r.randint(0, 9)}/10 ({r.randint(1_000, 99_999):,} voted)"


SHAPES: tuple[Shape, ...] = (
    ("money", "sum, day, screens", 12, lambda r: f"{dollars(r)}\n({day(r)})\n({r.randint(2, 4000):,} Screens)"),
    ("money", "$1,005,168\\n(20 December 2009)", 8, lambda r: f"{dollars(r)}\n({day(r)})"),
    ("money", "$46,518", 5, dollars),
    ("location", "Old Town Hall, Lyon, France", 8, spot),
    ("people", "Anna Novak, Peter Weiss, …", 8, lambda r: ", ".join(named(r) for _ in range(r.randint(2, 4)))),
    ("person", "Anna Novak", 1.5, named),
    ("roles", "Young Anna", 1.5, lambda r: r.choice(PARTS)),
    ("releases", "20 February 2008 (France)", 8, lambda r: f"{day(r)} ({r.choice(COUNTRIES)})"),
    ("date", "20 February 2008", 5, day),
    ("countries", "France, Italy", 5, lambda r: ", ".join(r.sample(COUNTRIES, 2))),
    ("title", "Winter Road (2008)", 4, lambda r: f"{r.choice(WORDS)} {r.choice(WORDS)} ({r.randint(1930, 2024)})"),
    ("count", "5,339", 3, lambda r: f"{r.randint(1_000, 900_000):,}"),
    ("certificates", "PG-13", 3, lambda r: r.choice(LABELS)),
    ("certificates", "Rated PG-13 for …", 20, rated),
    ("score", "8 из 10", 5, lambda r: f"{r.randint(1, 9)}{r.choice(('', '.5'))} {r.choice(('из', 'sur', 'von'))} 10"),
    ("rating", "6.8/10 (5,339 voted)", 5, voted),
    ("runtime", "130 min", 5, lambda r: f"{r.randint(40, 300)} min"),
)


def rotation(shape: Shape) -> list[str]:
    """Different texts of one shape, the same in every run."""
    random = Random(shape[1])
    return [shape[3](random) for _ in range(TEXTS)]


def seconds(read: Callable[..., object], calls: list[tuple[str, dict[str, Any]]]) -> float:
    """Seconds of CPU for all the calls."""
    start = time.process_time()
    for text, options in calls:
        with suppress(ValueError):
            read(text, **options)
    return time.process_time() - start


def microseconds(read: Callable[..., object], calls: list[tuple[str, dict[str, Any]]]) -> float:
    """Microseconds of CPU for one call, the best of some rounds over all of them."""
    return min(seconds(read, calls) for _ in range(ROUNDS + 1)) / len(calls) * 1e6


def dated() -> list[tuple[str, str]]:
    """Language and text of the varied dates."""
    lines = DATES.read_text("utf-8").split("\n")
    return [(language, text) for line in lines if line and line[0] != "#" for language, text in [line.split("\t")]]


def dates() -> Iterator[tuple[float, str, str]]:
    """How much faster the varied dates are read than by dateparser, and how many of them it is asked for."""
    strings = dated()
    with mock.patch.object(last_resort, "_parse", wraps=last_resort._parse) as asked:
        unread = 0
        for language, text in strings:
            try:
                values.date(text, language=language)
            except ValueError:
                unread += 1
    ratios = []
    for turn in range(PAIRS):
        moved = [(re.sub(r"\b(?:19|20)\d\d", str(1950 + turn), text), language) for language, text in strings]
        ours = seconds(values.date, [(text, {"language": language}) for text, language in moved * 4]) / 4
        few = [(text, {"languages": [language]}) for text, language in moved[turn::PAIRS]]
        ratios.append(seconds(dateparser.parse, few) / len(few) / (ours / len(moved)))
    kinds = len({language for language, _ in strings})
    yield statistics.median(ratios), f"dateparser ÷ date, {len(strings)} strings in {kinds} languages", "200 or more"
    yield 100 * asked.call_count / len(strings), "percent of them that dateparser is asked for", "1 or less"
    yield 100 * unread / len(strings), "percent of them not read", "1 or less"


def hostile() -> tuple[float, str]:
    """The longest that any grammar thinks about one hostile text, in milliseconds, and which."""
    functions = [name for name in values.__all__ if name[0].islower() and name not in READERS_OF_PROSE]
    texts = [unit * (size // len(unit)) for unit in HOSTILE for size in LENGTHS]
    texts += ["9" * 5_000, "1e999999", "(" * 10**6, " " * 10**6]
    worst = (0.0, "")
    for name in functions:
        for text in texts:
            took = min(seconds(getattr(values, name), [(text, {})]) for _ in range(3))
            worst = max(worst, (took * 1e3, f"{name}, {len(text)} × {text[:3]!r}"))
    return worst


def main() -> None:
    chosen = sys.argv[1:]
    for shape in SHAPES:
        name, example, goal, _ = shape
        if not chosen or name in chosen:
            took = microseconds(getattr(values, name), [(text, {}) for text in rotation(shape)])
            print(f"{took:8.2f}  µs {name:<12} {example:<36} goal {goal} or less")
    if not chosen or "dates" in chosen:
        for value, what, wanted in dates():
            print(f"{value:8.2f}  {what:<52} goal {wanted}")
    if not chosen or "hostile" in chosen:
        took, which = hostile()
        print(f"{took:8.2f}  {'ms, the worst of hostile texts: ' + which:<52} goal 10 or less")


if __name__ == "__main__":
    main()
