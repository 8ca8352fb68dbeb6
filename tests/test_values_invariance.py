"""What holds for every grammar of ``filmmeta.values`` and every text.

A text gives a value or ValueError; every digit of a value stands in the text, apart from the scalings that
``SCALINGS`` names; the place, the day and the seed of the run change nothing; and what is too long is refused.
"""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmmeta import values
from test_values import render, unescape

TABLES = Path(__file__).parent / "values"
GRAMMARS = sorted(
    name
    for name in values.__all__
    if inspect.isfunction(function := getattr(values, name)) and "text" in inspect.signature(function).parameters
)
WHOLE_TEXTS = {
    "authored",
    "fingerprints",
    "is_absent",
    "mentions",
    "prose",
    "sections",
    "spoilers",
    "verdict",
}  # what reads prose of any length, or answers yes and no
OPTIONS: dict[str, list[dict[str, Any]]] = {
    "date": [{}, {"order": "dmy"}, {"order": "mdy"}, {"language": "pl"}, {"language": "en-US"}],
    "score": [{}, {"best": 10}, {"scheme": "us-letter"}, {"scheme": "-2..+2"}, {"scheme": "thumbs"}],
    "money": [{}, {"language": "de"}, {"language": "fr"}],
    "number": [{}, {"language": "de"}, {"language": "en"}],
}
DRAWN = set("*★☆⭐⯨✩✭✮♥♡●○👍👎")  # scores that are drawn: their digits are counted, not read


@cache
def rows() -> list[tuple[str, str, dict[str, Any]]]:
    """Grammar, text and options of every case of the tables."""
    found = []
    for file in sorted(TABLES.glob("*.tsv")):
        for line in file.read_text("utf-8").split("\n"):
            if line and not line.startswith("# "):
                text, _, *options = line.split("\t")
                found.append((file.stem, unescape(text), json.loads(options[0]) if options else {}))
    return found


TEXTS = sorted({text for _, text, _ in rows()})
PIECES = ["", " ", ", ", "; ", " (", ")", "-", "/", ":", " and ", "\n"]


@cache
def texts(*grammars: str) -> st.SearchStrategy[str]:
    """Texts of tables, and what comes of them: cut, joined, with figures changed; and any text at all."""
    whole = st.sampled_from(sorted({text for name, text, _ in rows() if name in grammars or not grammars}) or TEXTS)
    joined = st.tuples(whole, st.integers(0, 40), st.sampled_from(PIECES), whole).map(
        lambda parts: parts[0][: parts[1]] + parts[2] + parts[3][parts[1] // 4 :]
    )
    other = st.tuples(st.one_of(whole, joined), st.sampled_from("0123456789"), st.sampled_from("0123456789")).map(
        lambda parts: parts[0].replace(*parts[1:])
    )
    figures = st.text("0123456789 .,:/-()$%'*¼½★", max_size=20)
    return st.one_of(whole, joined, other, st.text(max_size=60), figures)


def read(name: str, text: str, options: dict[str, Any]) -> Any:
    """The grammar's value, None where it says that there is none."""
    try:
        return getattr(values, name)(text, **options)
    except ValueError:
        return None


def options_of(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(OPTIONS.get(name, [{}]))


@pytest.mark.parametrize("name", GRAMMARS)
@settings(deadline=None, max_examples=60)
@given(data=st.data(), text=texts())
def test_any_text_gives_a_value_or_a_value_error(name: str, data: st.DataObject, text: str) -> None:
    options = data.draw(options_of(name))
    value = read(name, text, options)
    assert value == read(name, text, options)
    json.dumps(render(value), allow_nan=False)


def figures(text: str) -> str:
    """The decimal digits of a text, whatever their script, one behind the other."""
    return "".join(str(digit) for c in text if (digit := unicodedata.decimal(c, None)) is not None)


def runs(text: str) -> list[int]:
    """The numbers of a text, those of four digits at most."""
    return [int(run) for run in re.findall(r"\d+", text) if len(run) <= 4]


def significant(number: float) -> str:
    """The digits of a number without the noughts around them: scale words add noughts and move the point."""
    return format(abs(Decimal(repr(number))), "f").replace(".", "").strip("0")


def printed(number: float, text: str) -> bool:
    return significant(number) in figures(text)


def fractions(text: str) -> Iterator[float]:
    """The values of a whole number beside a fraction, both of the text: 3 1/2."""
    said = runs(text)
    return (a + b / c for a, b, c in product([0, *said], said, said) if c)


def by_hours(number: float, text: str) -> bool:
    """Minutes that are days, hours and minutes of the text, in whole or in part, or rounded from its seconds."""
    said = [0, *runs(text)]
    decimals = [float(run.replace(",", ".")) for run in re.findall(r"\d{1,2}[.,]\d{1,2}", text)]
    thousands = [int(figures(run)) for run in re.findall(r"\d{1,2}[., ]?\d{3,4}", text)]
    hours = {int(60 * each) for each in (*said, *decimals, *fractions(text))}
    near = {hour + minutes + more for hour, minutes in product(hours, said) for more in (0, 1)}
    near |= {1440 * days + minutes for days, minutes in product(said, near)}
    of_seconds = {n for run in (*said, *thousands) for n in (run // 60, run // 60 + 1, run % 60)}
    return printed(number, text) or number in near | of_seconds


def by_fractions(number: float, text: str) -> bool:
    """A whole number and a fraction, or halves in words: 3 1/2, half a star out of 5."""
    in_words = number * 2 in range(21) and any(c.isalpha() for c in text)
    return printed(number, text) or in_words or number in fractions(text)


def by_addition(number: float, text: str) -> bool:
    """Figures with a scale word each, added up, or with a fraction: 1 crore 20 lakh, 2 1/2 million."""
    said = [int(figures(run)) for run in re.findall(r"\d[\d.,٬٫]{0,15}", text)][:4]
    scaled = [run * 10**power for run in said for power in range(19)]
    if printed(number, text) or round(number * 1000) in {a + b for a, b in product(scaled, scaled)}:
        return True
    return significant(number) in {significant(float(each)) for each in fractions(text)}


def by_seconds(number: float, text: str) -> bool:
    """Seconds of the text, or what is left of a part of a minute."""
    return by_hours(number, text) or bool(re.search(r"\d[.,]\d", text))


def always(number: float, text: str) -> bool:
    return True


def by_century(number: float, text: str) -> bool:
    """A year of the text or of its Persian year, or the end of a range that gives only its last two digits."""
    year = f"{number:04}"
    in_persian = any(number - each in (621, 622) for each in persian_years(text))
    return printed(number, text) or in_persian or (year[:2] in figures(text) and year[2:] in figures(text))


def by_calendar(number: float, text: str) -> bool:
    """A day of the text, or any where the text counts its days by the Persian calendar."""
    return printed(number, text) or bool(persian_years(text))


def persian_years(text: str) -> list[int]:
    return [each for each in runs(text) if 1270 <= each <= 1450]


# The parts of values that need not stand in the text digit for digit, each with the scaling that makes them.
SCALINGS: dict[str, Callable[[float, str], bool]] = {
    "PartialDate.month": always,  # a name of a month
    "PartialDate.year": by_century,
    "PartialDate.day": by_calendar,
    "AspectRatio.height": always,  # 2.39 is 2.39:1
    "Runtime.minutes": by_hours,
    "Runtime.seconds": by_seconds,
    "Score.value": by_fractions,
    "Rating.value": by_fractions,
    "Score.best": always,  # the scale of what is drawn, of percent, of a scheme or of the caller
    "Score.worst": always,
    "Rating.best": always,
    "Rating.worst": always,
    "Money.amount": by_addition,
    "Money.upto": by_addition,
    "number": by_addition,
    "count": by_addition,
    "votes": by_addition,
    "Rating.votes": by_addition,
}


def parts(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """The numbers and texts of a value, with their places."""
    if hasattr(value, "_fields"):
        for field, each in zip(value._fields, value, strict=True):
            yield from parts(each, f"{type(value).__name__}.{field}")
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from parts(each, name)
    elif value is not None and not isinstance(value, bool):
        yield name, value


def grounded(place: str, part: Any, text: str) -> bool:
    """Whether each digit of a part of a value stands in the text."""
    if isinstance(part, str):
        said = place in ("language", "languages")  # es-419 is a code, not a figure
        return said or all(figures(run) in figures(text) for run in re.findall(r"\d+", part))
    if place.endswith(".value") and DRAWN & set(text):
        return True
    return SCALINGS.get(place, printed)(part, text)


@pytest.mark.parametrize("name", sorted({*GRAMMARS} - WHOLE_TEXTS))
@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_no_digit_is_invented(name: str, data: st.DataObject) -> None:
    text = data.draw(texts(name))
    value = read(name, text, data.draw(options_of(name)))
    # Numbers that are words or characters of their own (½, ⅷ, 三, B+) are no digits: there is nothing to compare.
    if figures(text) and all(c.isdecimal() or unicodedata.numeric(c, None) is None for c in text):
        for place, part in parts(value, name):
            assert grounded(place, part, text), (place, part)


READINGS = """
import datetime, hashlib, sys, time

day = datetime.datetime(*map(int, sys.argv[1].split("-")), 23, 59, 30)

class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(*day.timetuple()[:6], tzinfo=tz)
    today = utcnow = now

class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls(*day.timetuple()[:3])

datetime.datetime, datetime.date = Moment, Day
time.time = day.timestamp
clock = time.localtime, time.gmtime, time.strftime
time.localtime = lambda seconds=None: clock[0](time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: clock[1](time.time() if seconds is None else seconds)

from test_values_invariance import TEXTS, GRAMMARS, read, rows
found = [repr(read(*row)) for row in rows()]
found += [repr(read(name, text, {})) for name in GRAMMARS for text in TEXTS[::9]]
sys.stdout.write(f"{len(found)} {sum(row != 'None' for row in found)} ")
sys.stdout.write(hashlib.sha256("\\n".join(found).encode("utf-8", "replace")).hexdigest())
"""
RUNS = [
    ("2026-01-01", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}),
    ("2008-02-29", {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "1"}),
    ("1999-12-31", {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}),
]


def fingerprint(day: str, environment: dict[str, str]) -> str:
    """How many readings of the tables' texts there are on a day, in a place, and the digest of them all."""
    path = os.pathsep.join([str(Path(__file__).parent), str(Path(values.__file__).parent.parent.parent)])
    command = [sys.executable, "-X", "utf8", "-W", "error", "-c", READINGS, day]
    told = {**os.environ, **environment, "PYTHONPATH": path}
    done = subprocess.run(command, env=told, check=False, capture_output=True, text=True, timeout=300)
    assert not done.returncode, done.stderr[-2000:]
    return done.stdout


def test_the_day_the_place_and_the_seed_change_nothing() -> None:
    first, *others = [fingerprint(*run) for run in RUNS]
    asked, found, _ = first.split()
    assert int(asked) > int(found) > 2000
    assert others == [first] * len(others)


NAMES = {"credit", "credits", "people", "person", "roles", "title"}  # a name may be 1e999999: it is no number there
TOO_LONG = ["9" * 5_000, "1e999999", "(" * 1_000_000]


@pytest.mark.parametrize("text", TOO_LONG, ids=lambda text: text[:8])
@pytest.mark.parametrize("name", sorted({*GRAMMARS} - WHOLE_TEXTS))
def test_what_is_too_long_is_refused(name: str, text: str) -> None:
    if name in NAMES and len(text) < 10:
        assert read(name, text, {}) is not None
        return
    with pytest.raises(ValueError):
        getattr(values, name)(text)


@pytest.mark.parametrize("text", TOO_LONG, ids=lambda text: text[:8])
@pytest.mark.parametrize("name", sorted(WHOLE_TEXTS))
def test_texts_of_any_length_come_to_an_end(name: str, text: str) -> None:
    read(name, text, {})


WANTED = {"date": 150, "money": 120, "score": 120}  # cases of a grammar's table; 60 of any other


@pytest.mark.parametrize("name", sorted({*GRAMMARS} - WHOLE_TEXTS | {"is_absent"}))
def test_a_table_has_its_cases_and_a_third_of_them_say_no(name: str) -> None:
    lines = (TABLES / f"{name}.tsv").read_text("utf-8").split("\n")
    cases = {line for line in lines if line and not line.startswith("# ")}
    refused = sum(line.split("\t")[1] in ("", "false") for line in cases)
    assert len(cases) >= WANTED.get(name, 60)
    assert refused * 3 >= len(cases)
