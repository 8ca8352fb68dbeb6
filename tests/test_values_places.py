"""Countries, locations and languages: what holds for every text, and for the tables behind them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmmeta.values import countries, country, is_absent, language, languages, location
from filmmeta.values.folding import fold, rows

CODE = re.compile(r"[A-Z]{2}|[A-Z]{4}")
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
GRAMMARS = [country, countries, location, language, languages]
HOSTILE = [
    "(" * 1_000_000,
    "France, " * 200_000,
    "9" * 5_000,
    "1e999999",
    "a b" * 300_000,
    " and" * 100_000,
    "-" * 9_999,
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(["France", "U.K.", "English", "(dubbed)", ",", "/", " and ", "with", "subtitles", "IL", "\n"]),
        max_size=8,
    ).map(" ".join),
)


def read(grammar: Callable[[str], Any], text: str) -> Any:
    try:
        return grammar(text)
    except ValueError as error:
        assert len(str(error)) < 500
        return None


@pytest.mark.parametrize("grammar", GRAMMARS)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_long_text_is_refused_or_read(grammar: Callable[[str], Any], text: str) -> None:
    assert read(grammar, text) is None
    assert not is_absent(text)


@given(TEXTS)
def test_values_are_codes(text: str) -> None:
    codes = [read(country, text), *(read(countries, text) or ())]
    assert all(CODE.fullmatch(code) for code in codes if code)
    tags = [read(language, text), *(read(languages, text) or ())]
    assert all(TAG.fullmatch(tag) for tag in tags if tag)


@given(TEXTS)
def test_a_place_is_the_whole_text(text: str) -> None:
    found = read(location, text)
    assert found is None or found.place == " ".join(text.split())


@given(TEXTS)
def test_a_list_of_one_is_that_one(text: str) -> None:
    one = read(country, text)
    assert one is None or read(countries, text) in (None, (one,)) or len(countries(text)) > 1


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("file", ["country_spellings.tsv", "regions.tsv", "nationalities.tsv"])
def test_every_spelling_is_read_as_its_country(file: str) -> None:
    wrong = {name: code for code, names in rows(file) for name in names.split("|") if country(name) != code}
    shared = {name for name in wrong if name in ("Galicia", "Macedonia")}
    assert {name: code for name, code in wrong.items() if name not in shared} == {}


def test_every_language_spelling_is_read_as_its_language() -> None:
    named = ((name, tag) for tag, names in rows("language_spellings.tsv") for name in names.split("|"))
    assert {name: tag for name, tag in named if language(name) != tag} == {}


def test_every_statement_of_absence_is_one_and_no_country() -> None:
    for _, phrases in rows("absences.tsv"):
        for phrase in phrases.split("|"):
            assert is_absent(phrase)
            assert read(countries, phrase) is None, phrase


@pytest.mark.parametrize("settings", [{"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"}, {"TZ": "Asia/Tokyo"}])
def test_settings_change_nothing(settings: dict[str, str]) -> None:
    code = "from filmmeta.values import countries, languages as l; print(countries('ITALIA, Türkiye'), l('İngilizce'))"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        env=settings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "('IT', 'TR') ('en',)\n"
