"""Scores in prose, and what must hold of scores, votes, ratings and certificates whatever the text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filmmeta import values
from filmmeta.values.scores import find

PROSE = [
    ("A fine film. 8/10", [("8/10", 8, 10)]),
    ("I give it 8/10 stars because of the music.", [("8/10 stars", 8, 10)]),
    ("Honestly a 7.5 out of 10, no more.", [("7.5 out of 10", 7.5, 10)]),
    ("I'd say four out of five.", [("four out of five", 4, 5)]),
    ("Great fun for everybody! 4 stars out of 5", [("4 stars out of 5", 4, 5)]),
    ("Rating: ***1/2 out of ****", [("***1/2 out of ****", 3.5, 4)]),
    ("Slow and long. ** from ****", [("** from ****", 2, 4)]),
    ("Moving, and well played. ★★★½☆", [("★★★½☆", 3.5, 5)]),
    ("Отличный фильм.\n8 из 10\nВсем советую.", [("8 из 10", 8, 10)]),
    ("Отличный фильм. 8 из\xa010", [("8 из\xa010", 8, 10)]),
    ("Très réussi malgré sa durée. Note : 15/20", [("15/20", 15, 20)]),
    ("Un très bon moment, 8 sur 10 pour moi.", [("8 sur 10", 8, 10)]),
    ("Schöne Bilder, schwaches Ende: 7 von 10 Punkten", [("7 von 10 Punkten", 7, 10)]),
    ("Świetny film, daję 8 na 10.", [("8 na 10", 8, 10)]),
    ("Skvělé. 80%", [("80%", 80, 100)]),
    ("Skvělé.\n80 %\n(2.1.2010)", [("80 %", 80, 100)]),
    ("Story 8/10, acting 7/10.", [("8/10", 8, 10), ("7/10", 7, 10)]),
    ("It all comes to a 10/10.", [("10/10", 10, 10)]),
    ("This one goes to 11/10!", [("11/10", 11, 10)]),
    ("7/10. Status: seen on 9/11 at 8/3/2003.", [("7/10", 7, 10)]),
    ("She was there 24/7, on 9/11 too, for 1/2 hour.", []),
    ("A 50/50 chance, and 20/20 hindsight.", []),
    ("Shot in 16/9, projected in 4/3, on 07/08/2009 and 10/29/55.", []),
    ("8 out of 10 people will hate it; 9 out of 10 critics did.", []),
    ("Only 1 of 2 films, one of 10 in a series, part 2 of 5.", []),
    ("About 3/4 of the film is talk, and 9/10ths of that is dull.", []),
    ("By the last 1/5 of the movie I slept. 100% sure. 90% of it was dull.", []),
    ("What the f*** was that, a *beep* s*** ****ing mess?", []),
    ("***SPOILERS*** He dies. ******* END OF SPOILERS *******", []),
    ("A 6 to 7/10, or 7-8/10 on a good day.", []),
    ("See http://example.org/8/10/2003 and the year 1988/89.", []),
    ("One of the ten best, out of the blue, out of 10 million.", []),
    ("Мнение 8 из 10 зрителей.", []),
]


@pytest.mark.parametrize(("text", "wanted"), PROSE)
def test_scores_in_prose(text: str, wanted: list[tuple[str, float, float]]) -> None:
    hits = list(find(text))
    assert [(text[a:b], s.value, s.best) for a, b, s in hits] == wanted
    assert all(s.raw == text[a:b] for a, b, s in hits)


@given(st.text(max_size=400))
def test_find_never_raises_and_its_spans_are_in_order(text: str) -> None:
    end = 0
    for start, stop, found in find(text):
        assert end <= start < stop <= len(text)
        assert found.raw == text[start:stop]
        end = stop


def digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(c, "")) for c in text)


MARKS = st.sampled_from(
    ["8", "7,5", "10", "½", "/", " / ", " из ", " out of ", " von ", "%", "stars", "-", "٨", "(", " 1/2"]
)


@settings(max_examples=300)
@given(st.lists(MARKS | st.text(max_size=3), max_size=8).map("".join))
def test_every_digit_of_a_score_is_in_its_text(text: str) -> None:
    for read in (values.score, values.rating):
        try:
            found = read(text)
        except ValueError:
            continue
        if "½" in text or "1/2" in text or not any(c.isdigit() for c in found.raw) or "%" in text:
            continue  # halves, rows of stars and per cent have values that no digit says
        for number in (found.value, found.best):
            if number is not None:
                told = re.sub(r"\.0$", "", f"{abs(number):.7g}").replace(".", "").strip("0")
                assert told in digits(text)


@given(st.integers(0, 10**9), st.sampled_from(["{} votes", "({:,} voted)", "голосов: {}", "{:_} Stimmen"]))
def test_votes_keep_their_number(number: int, form: str) -> None:
    assert values.votes(form.format(number).replace("_", " ")) == number


@given(st.floats(0, 10).map(lambda x: round(x, 1)), st.sampled_from([5, 10, 100]))
def test_normalised_is_a_share_or_nothing(value: float, best: int) -> None:
    share = values.Score(value, best).normalised
    assert share is None if value > best else share is not None and 0 <= share <= 1


@pytest.mark.parametrize("name", ["score", "votes", "rating", "certificates"])
@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "1e999999",
        "(" * 1_000_000,
        "*" * 1_000_000,
        "★" * 5000,
        "8/" * 100_000,
        "",
        " ",
        "\0",
        "R|" * 9_000 + "?",
    ],
)
def test_hostile_text_is_refused(name: str, text: str) -> None:
    with pytest.raises(ValueError):
        getattr(values, name)(text)


@pytest.mark.parametrize("piece", ["8/10 ", "8/8/", "(", "* ", "★", " 10", "out of ", "5% ", "1/2 ", "***1/2 "])
def test_long_prose_comes_to_an_end(piece: str) -> None:
    assert sum(1 for _ in find(piece * (200_000 // len(piece)))) <= 4_100
