"""What the tables of dates cannot say: nothing invented, nothing unbounded, languages as CLDR has them."""

from __future__ import annotations

import datetime
import json
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from filmmeta.values.dates import AmbiguousDate, PartialDate, date, date_order, period, releases
from filmmeta.values.dates.commonest import commonest
from filmmeta.values.dates.scan import plain

TABLE = Path(__file__).parent / "values" / "date.tsv"
PRINTED = [line.split("\t")[0] for line in TABLE.read_text("utf-8").split("\n") if line and line[0] != "#"]
WORDS = """
    20 08 2008 1974 75 99 31 12 '08 19 1. 4 zz ?? 20080220 ٢٠٠٨ Feb March mai listopada out XI февраля 2月
    20日 2008年 tháng شباط Summer Q4 de c. the of to since present ( ) - – / . , ; : ~ USA France TV premiere
    votes $ min th er ? 年 頃 | half & · T Z
"""
TEXTS = st.one_of(
    st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=12).flatmap(
        lambda words: st.sampled_from(["", " "]).map(lambda gap: gap.join(words))
    ),
    st.sampled_from(PRINTED).flatmap(lambda text: st.text(max_size=4).map(lambda more: f"{text}{more}")),
    st.text(max_size=40),
)
OPTIONS = st.fixed_dictionaries(
    {
        "order": st.sampled_from(["", "dmy", "mdy", "ymd"]),
        "language": st.sampled_from(["", "pl", "en-US", "ja"]),
    }
)


def numbers(text: str) -> set[int]:
    """Every number of a text, and the parts of one of eight digits."""
    found = re.findall(r"[0-9]+", plain(text))
    parts = [part for d in found if len(d) == 8 for part in (d[:4], d[4:6], d[6:])]
    return {int(digits) for digits in (*found, *parts) if len(digits) <= 8}


def assert_said(value: PartialDate, text: str) -> None:
    """Year and day are numbers of the text, and there is such a day."""
    said = numbers(text)
    assert value.year is None or value.year in said
    assert value.day is None or value.day in said
    if value.month and value.day:
        datetime.date(value.year or 2000, value.month, value.day)
    assert value.year or value.month


@settings(deadline=None)
@given(TEXTS, OPTIONS)
def test_date_says_what_the_text_says(text: str, options: dict[str, str]) -> None:
    try:
        values = (date(text, **options),)
    except AmbiguousDate as ambiguous:
        values = ambiguous.readings  # type: ignore[assignment]
    except ValueError:
        return
    for value in values:
        assert_said(value, text)


@settings(deadline=None)
@given(TEXTS, OPTIONS)
def test_releases_say_what_the_text_says(text: str, options: dict[str, str]) -> None:
    try:
        found = releases(text, **options)
    except ValueError:
        return
    assert found
    for release in found:
        assert_said(release.date, text)
        assert all(word in plain(text) for word in re.findall(r"\w+", release.note or ""))


@settings(deadline=None)
@given(TEXTS, OPTIONS)
def test_a_period_is_in_order(text: str, options: dict[str, str]) -> None:
    try:
        found = period(text, **options)
    except ValueError:
        return
    assert_said(found.start, text)
    if found.end and found.start.year and found.end.year:
        assert found.start.year <= found.end.year
        short = found.end.year % 100
        assert {found.end.year, short} & numbers(text)


@pytest.mark.parametrize("text", PRINTED)
def test_the_short_way_agrees_with_the_long_one(text: str) -> None:
    try:
        value = commonest(text, "", "")
    except ValueError:
        return
    assert value is None or value == date(f" {text}")


HOSTILE = [
    *("(" * 10**6, "9" * 5000, "1e999999", "20 February 2008 " * 10**5, "1999-" * 10**5, "\u200f" * 10**6),
    *("(" * 400, "20 " * 150, "1999 " * 90, "a." * 200, "to " * 150, "/" * 400, "2008 (" * 60, "((1" * 120),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_hostile_text_is_no_date(text: str) -> None:
    for read in (date, period):
        with pytest.raises(ValueError, match=r"^.{1,80}$"):
            read(text)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_hostile_text_is_no_release(text: str) -> None:
    with pytest.raises(ValueError, match=r"^.{1,80}$"):
        releases(text)


CLDR = "en en_GB fr de es it pt nl sv da nb fi is pl cs sk hu ro ru uk be bg mk sr hr bs sl sq el tr az et lv"
CLDR_TOO = "lt zh ja ko ar he fa hi bn ta te ml mr gu kn pa vi id ms ca eu gl cy ga hy ka kk uz af sw ur"


@pytest.mark.parametrize("locale", [*CLDR.split(), *CLDR_TOO.split()])
@pytest.mark.parametrize("width", ["full", "long", "medium"])
def test_dates_as_languages_print_them(locale: str, width: Literal["full", "long", "medium"]) -> None:
    for month in range(1, 13):
        for day in (3, 20):
            wanted = datetime.date(2008, month, day)
            text = format_date(wanted, width, locale)
            assert date(text, language=locale.replace("_", "-")).date == wanted


def test_an_ambiguous_date_keeps_both_readings() -> None:
    with pytest.raises(AmbiguousDate) as caught:
        date("07/08/2009")
    assert set(caught.value.readings) == {PartialDate(2009, 8, 7), PartialDate(2009, 7, 8)}
    assert pickle.loads(pickle.dumps(caught.value)).readings == caught.value.readings
    with pytest.raises(AmbiguousDate) as caught:
        date("20 listopada 2008")
    assert {reading.month for reading in caught.value.readings} == {10, 11}


def test_the_other_dates_decide_the_order() -> None:
    assert date_order(["03/04/2008", "25/12/2008"]) == "dmy"
    assert date_order(["03/04/2008", "12/25/2008"]) == "mdy"
    assert date_order(["25/12/2008", "12/25/2008"], language="fr") == ""
    assert date_order(["03/04/2008"]) == ""
    assert date_order(["03/04/2008"], language="fr-CH") == "dmy"
    assert date_order(["2008-25-12", "1.2.3", "x" * 10**6]) == ""


def test_a_partial_date_is_no_day() -> None:
    assert PartialDate(2008, 2, 29).date == datetime.date(2008, 2, 29)
    assert PartialDate(2008, 2).date is None
    assert PartialDate(None, 2, 29).date is None


LAZY = """
import sys
from filmmeta.values.dates import date, period, releases
for text in TEXTS:
    for read in (date, period, releases):
        try:
            read(text)
        except ValueError:
            pass
assert not {"dateparser", "babel", "filmmeta.page"} & set(sys.modules)
print([date(text) for text in ("20 Feb 2008", "2008", "c. 1931", "Mar 7, 1980 Wide")])
"""


@pytest.mark.parametrize(("zone", "seed"), [("UTC", "0"), ("Pacific/Kiritimati", "1")])
def test_nothing_depends_on_the_environment_and_dateparser_stays_out(zone: str, seed: str) -> None:
    code = LAZY.replace("TEXTS", json.dumps(PRINTED), 1)
    env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8"}
    out = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    days = [(2008, 2, 20, False), (2008, None, None, False), (1931, None, None, True), (1980, 3, 7, False)]
    assert out.stdout.strip() == repr([PartialDate(*day) for day in days])


def test_dateparser_is_asked_for_what_no_table_has() -> None:
    assert date("20 Januwari 2008", language="zu") == PartialDate(2008, 1, 20)
    for text in ("20 Foobar 2008", "12 Monkeys 1995", "20 hours 2008", "Mon 20 2008"):
        with pytest.raises(ValueError, match="no date"):
            date(text, language="en")
    with pytest.raises(ValueError, match="no date"):
        date("20 Januwari 2008", language="xx")
