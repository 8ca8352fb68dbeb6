"""Numbers, sums and running times: nothing is invented, every text comes to an end, tables agree."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmmeta.values.money import Money, money, moneys
from filmmeta.values.money.marks import mark
from filmmeta.values.numbers import count, number, plain
from filmmeta.values.runtimes import runtime, runtimes
from filmmeta.values.scales import scale, scales

FIGURES = "0 1 2 5 9 10 15 46,518 1.234 12 345 678 1,23,45,678 1.234.567,89 2008 ½ ٣ ५ １"
MARKS = "$ € £ ¥ kr US$ R$ FRF DEM руб. Kč 円 원 元 dollars d'euros"
UNITS = "million Mio. млн crore lakh 億 万 k M bn mil min h hr. ' : Std. часов 分 PT S"
CLUTTER = "( ) - – + , . ; | / = \n to from est. (estimated) USA: (UK) (6 Screens) September xyz"
WORDS = " ".join([FIGURES, MARKS, UNITS, CLUTTER]).split(" ")
PUMPED = "( 9 1, $ $1 1- 1: 9' a é 1h 1m 億 1億 US$ ,1 (1 1) '1 \n1 ;$1 1/2 ½ mil de . -$ kr million 円 PT1"
CODES = "USD FRF DEM ITL ESP SUR CSK YUD DDM ATS BEF NLG PTE FIM GRD IEP"
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
GRAMMARS = [number, count, money, moneys, runtime, runtimes]


def outcome(function: Any, text: str) -> Any:
    try:
        return function(text)
    except ValueError:
        return None


def digits(value: float) -> str:
    """The significant digits of a number: scale words only add noughts."""
    return f"{value:f}".replace(".", "").strip("0") if isinstance(value, float) else str(value).strip("0")


def sums(value: Any) -> list[float]:
    if isinstance(value, Money):
        return [value.amount] + ([] if value.upto is None else [value.upto])
    return [value] if isinstance(value, (int, float)) else []


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_digit_of_a_sum_stands_in_the_text(text: str) -> None:
    plainly = plain(text)
    if re.search("[½万億]|crore|lakh|million|Mio|млн", plainly) and len(re.findall(r"\d+", plainly)) > 1:
        return  # figures that are added up: 1 crore 20 lakh
    printed = re.sub(r"[^\d]", "", plainly)
    for function in (number, count, money):
        for value in sums(outcome(function, text)):
            assert abs(value) == 0 or "½" in text or digits(abs(value)) in printed


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_a_reading_is_the_same_every_time_and_alone_in_a_list(text: str) -> None:
    for one, many in ((money, moneys), (runtime, runtimes)):
        single = outcome(one, text)
        assert single == outcome(one, text)
        if single is not None and (listed := outcome(many, text)):
            assert listed[0][:1] == single[:1]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_value_or_a_value_error(text: str) -> None:
    for function in GRAMMARS:
        outcome(function, text)


@pytest.mark.parametrize("function", GRAMMARS)
@pytest.mark.parametrize("unit", PUMPED.split(" "))
@pytest.mark.parametrize("length", [1_900, 20_000, 1_000_000])
def test_long_texts_come_to_an_end(function: Any, unit: str, length: int) -> None:
    text = unit * (length // len(unit))
    outcome(function, text)
    if length == 1_000_000:
        with pytest.raises(ValueError):
            function(text)


@pytest.mark.parametrize("function", GRAMMARS)
@pytest.mark.parametrize("text", ["9" * 5_000, "$" + "9" * 5_000, "9" * 99 + " min", "1e999999", "$1e999999"])
def test_no_number_is_too_long(function: Any, text: str) -> None:
    with pytest.raises(ValueError):
        function(text)


@given(st.integers(0, 10**15))
def test_marks_of_thousands_change_nothing(value: int) -> None:
    for separator in ",. '\u00a0\u202f’":
        text = f"{value:,}".replace(",", separator)
        assert count(text) == value
        assert money(f"€{text}").amount == value
        assert money(f"{text} €").amount == value


@given(st.integers(0, 99), st.integers(0, 59))
def test_hours_and_minutes_are_added_up(hours: int, minutes: int) -> None:
    total = hours * 60 + minutes
    west, east = f"{hours} h {minutes:02} min", f"{hours}時間{minutes}分"
    for text in (west, east, f"{hours} ч. {minutes} мин.", f"PT{hours}H{minutes}M"):
        assert outcome(runtime, text) == ((total, None, None, None) if total else None)


def test_tables_say_one_thing_of_one_word() -> None:
    words, commas = scales()
    assert {"de", "fr", "ru"} <= commas and "en" not in commas
    assert all(0 < zeros <= 18 for meanings in words.values() for zeros in meanings.values())
    assert scale("billion") == 9 and scale("billion", "fr") == 12
    for code in CODES.split(" "):
        found = mark(code)
        assert found is not None and found.code == code and found.symbol is None
