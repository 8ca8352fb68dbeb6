"""People, titles, identifiers and trade words: what holds for every text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmmeta.values import (
    aspect_ratio,
    colour,
    credit,
    credits,
    film_id,
    people,
    person,
    roles,
    sound_mixes,
    title,
)

GRAMMARS = [person, people, credit, credits, roles, title, film_id, aspect_ratio, colour, sound_mixes]
HOSTILE = [
    "(" * 1_000_000,
    ")" * 1_000_000,
    "9" * 5_000,
    "1e999999",
    "a " * 500_000,
    ". " * 19_999,
    "(a" * 9_999,
    ", " * 9_999,
]
WORDS = ["Tom", "Hanks", "Meg Ryan", "Jr.", "III", ",", "&", " and ", " et ", "/", " / ", ";", "\n", "...", "…", " as "]
WORDS += [
    "(voice)",
    "(as Bob)",
    "(",
    ")",
    "[",
    "»",
    "See more",
    "2 episodes",
    "(2008)",
    '"',
    "(TV)",
    "{",
    "}",
    "тов. Иван",
]
WORDS += ["宮崎駿", "、", "・", "1.85 : 1", "tt0133093", "Color", "Mono", "—", "“", "”"]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=10).map("".join))


def read(grammar: Callable[[str], Any], text: str) -> Any:
    try:
        return grammar(text)
    except ValueError as error:
        assert len(str(error)) < 500
        return None


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@pytest.mark.parametrize("grammar", GRAMMARS)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_hostile_text_is_refused_or_read(grammar: Callable[[str], Any], text: str) -> None:
    found = read(grammar, text)
    assert found is None or len("".join(strings(found))) <= len(text)


@pytest.mark.parametrize("grammar", [person, people, credit, credits, roles, title, colour])
@given(TEXTS)
def test_every_word_of_a_value_stands_in_the_text(grammar: Callable[[str], Any], text: str) -> None:
    found = read(grammar, text)
    kinds = {"colour", "black-and-white", "mixed", "film", "short", "tv_movie", "series", "episode", "video"}
    for part in strings(found):
        assert part in kinds or letters(part) in letters(text)


@given(TEXTS)
def test_a_name_keeps_its_order(text: str) -> None:
    found = read(person, text)
    assert found is None or found.name in " ".join(text.split())


@given(
    st.lists(
        st.sampled_from(["Tom Hanks", "Robert Downey, Jr.", "宮崎駿", "Иван Иванов", "Meg Ryan (voice)"]),
        min_size=1,
    )
)
def test_what_is_joined_by_lines_comes_apart_again(names: list[str]) -> None:
    assert people("\n".join(names)) == tuple(person(name) for name in names)


@given(TEXTS)
def test_digits_of_a_ratio_stand_in_the_text(text: str) -> None:
    found = read(aspect_ratio, text)
    for side in found or ():
        assert side == 1 or all(digit in text for digit in f"{side:g}".replace(".", ""))


@given(st.integers(1, 999_999_999))
def test_an_identifier_in_an_address_is_the_bare_one(number: int) -> None:
    assert film_id(f"https://www.themoviedb.org/movie/{number}-x").value == str(number)
    assert read(film_id, str(number)) is None
    imdb = f"tt{number:07}"
    assert film_id(f"http://www.imdb.com/title/{imdb}/") == film_id(imdb)
