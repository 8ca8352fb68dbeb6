"""Facts without a label around a page's main heading: what is read, and what is none of the film's."""

from __future__ import annotations

import pytest

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import unlabelled
from filmmeta.values.genres import genre, genres

STORY = (
    "A lamplighter who has never left the harbour finds a map in the belly of a fish, and the whole street"
    " follows him out to sea before the tide turns."
)


def html(body: str, *, head: str = "", title: str = "Harbour Lights") -> Page:
    return Page(f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>")


def told(page: Page) -> list[tuple[str, str]]:
    """The path and text of each claim that is the page's own word."""
    return [
        (claim.path, claim.text)
        for claim in unlabelled.film(page)
        if isinstance(claim, Claim) and not claim.where.startswith("inferred")
    ]


def texts(page: Page, path: str) -> list[str]:
    return [text for where, text in told(page) if where == path or where.endswith(f"/{path}")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "R | 136 min | Action, Sci-Fi | 31 March 1999 (USA)",
            {
                "certificates": ["R"],
                "runtimes": ["136 min"],
                "genre": ["Action", "Sci-Fi"],
                "date": ["31 March 1999 (USA)"],
            },
        ),
        ("USA / Kanada, 2018, 159 min", {"countries": ["USA", "Kanada"], "year": ["2018"], "runtimes": ["159 min"]}),
        ("2018 ‧ Thriller ‧ 2h 39m", {"year": ["2018"], "genre": ["Thriller"], "runtimes": ["2h 39m"]}),
        ("Krimi / Drama / Thriller", {"genre": ["Krimi", "Drama", "Thriller"]}),
        ("1999 · 1h 52m · PG-13", {"year": ["1999"], "runtimes": ["1h 52m"], "certificates": ["PG-13"]}),
        (
            "Frankreich 2008 | 130 Min. | FSK 12",
            {"countries": ["Frankreich"], "year": ["2008"], "certificates": ["FSK 12"]},
        ),
        ("фантастика, 169 мин., 16+", {"genre": ["фантастика"], "runtimes": ["169 мин"], "certificates": ["16+"]}),
        ("Россия, 2016 / драма, мистика / 1 ч 55 мин 16+", {"runtimes": ["1 ч 55 мин"], "certificates": ["16+"]}),
        ("드라마 | 미국 | 115분", {"genre": ["드라마"], "countries": ["미국"], "runtimes": ["115분"]}),
        ("2014年11月7日 公開 / 169分 / アメリカ", {"date": ["2014年11月7日 公開"], "countries": ["アメリカ"]}),
        ("Neige | Francie, Belgie 2021 | 98 min.", {"countries": ["Francie", "Belgie"], "year": ["2021"]}),
        (
            "Regi: Oda Fjell. Med: Tor Rein. Norge 1981. 1 t 35 min.",
            {"countries": ["Norge"], "runtimes": ["1 t 35 min"]},
        ),
        ("R: Oda Fjell · Norge · 1981 · 95 min", {"countries": ["Norge"], "year": ["1981"], "runtimes": ["95 min"]}),
        ("(2008)", {"year": ["2008"]}),
        ("104 min", {"runtimes": ["104 min"]}),
        ("5 min read", {"runtimes": []}),
        ("5 min", {"runtimes": []}),
        ("Drama", {"genre": []}),
        ("France", {"countries": []}),
        ("March 3, 2020", {"date": [], "year": []}),
        ("By Ann Other, Germany correspondent, 2011", {"countries": [], "year": []}),
        ("Action, Comedy, Drama, Horror, Thriller, War, Western, Music, Family", {"genre": []}),
        ("1s 53dk", {"runtimes": ["1s 53dk"]}),
    ],
)
def test_a_line_below_the_heading(line: str, expected: dict[str, list[str]]) -> None:
    for page in (html(f"<p>{line}</p>"), Page(f"Harbour Lights (1999)\n\n{line}\n")):
        for path, values in expected.items():
            assert texts(page, path) == values


def test_lines_that_belong_together() -> None:
    page = html("<ul><li>1999</li><li>Drama</li><li>France</li></ul>")
    assert {path for path, _ in told(page)} == {"year", "genre", "countries"}


def test_each_fact_without_a_label_is_a_problem_and_says_where() -> None:
    page = html("<p>1999 | <b>112 min</b></p>")
    found = list(unlabelled.film(page))
    assert found[0] == Claim("layout/voice", "unlabelled", "inferred:reader")
    assert Claim("runtimes", "112 min", "xpath:/html/body/p/b") in found
    assert Problem("unlabelled", "runtimes", "", "xpath:/html/body/p/b") in found


def test_what_has_a_label_is_not_told_again() -> None:
    page = html(
        "<table><tr><th>Country</th><td>France, Italy</td></tr><tr><th>Runtime</th><td>98 min</td></tr></table>"
    )
    assert told(page) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div>8.7/10</div>", []),
        ("<div class='rating'>8.7/10</div>", [("rated", "8.7/10")]),
        ("<div>8,1 / 10 (12 345 głosów)</div>", [("rated", "8,1 / 10"), ("votes", "12 345 głosów")]),
        ("<div><b>7,2</b><span>18 342 oceny</span></div>", [("value", "7,2"), ("votes", "18 342 oceny")]),
        ("<h2 class='average'>73%</h2><p>5 989 hodnocení</p>", [("rated", "73%"), ("votes", "5 989 hodnocení")]),
        ("<div>IMDb 7.4</div>", [("value", "7.4"), ("source", "IMDb")]),
        ("<div class='rating'><span>6.9</span><span>870</span></div>", [("value", "6.9"), ("votes", "870")]),
        ("<div class='score'>want to see 99%</div>", []),
        ("<div class='score'>ожидание 97%</div>", []),
        ("<div class='rating'>Your rating: -/10</div>", []),
        ("<div class='rating'>1 2 3 4 5 6 7 8 9 10</div>", []),
        ("<div class='comment'><i class='rating'>9/10</i></div>", []),
        ("<ul>" + "".join(f"<li class='rating'>7.{n} average</li>" for n in range(9)) + "</ul>", []),
    ],
)
def test_scores(body: str, expected: list[tuple[str, str]]) -> None:
    found = [(path.rpartition("/")[2], text) for path, text in told(html(body)) if "ratings" in path]
    assert found == expected


def test_scores_of_critics_are_theirs() -> None:
    page = html("<div>5.8 Kritiker 9 Bewertungen</div><div>6,4 Community 219 Bewertungen</div>")
    assert [path for path, _ in told(page) if path.endswith("value")] == ["critic_ratings/u0/value", "ratings/u1/value"]


@pytest.mark.parametrize(
    ("body", "plot"),
    [
        (f"<p>{STORY}</p>", True),
        (f"<p>1999 | 98 min</p><p>{STORY}</p>", True),
        (f"<h2>Extras</h2><p>A disc.</p><h2>More</h2><p>x</p><h2>And</h2><p class='synopsis'>{STORY}</p>", True),
        (f"<p class='comment'>{STORY}</p>", False),
        (f"<p>I think this is the best of them. {STORY}</p>", False),
        (f"<p>Harbour Lights is a 1999 drama. {STORY}</p>", False),
        (f"<p>Stream it online now. {STORY}</p>", False),
        (f"<p>This movie is the work of a master. {STORY}</p>", False),
        (
            f'<script type=\'application/ld+json\'>{{"@type": "NewsArticle", "headline": "x"}}</script><p>{STORY}</p>',
            False,
        ),
        ("<p>Short.</p>", False),
    ],
)
def test_plots(body: str, plot: bool) -> None:
    assert bool(texts(html(body), "plot")) is plot


def test_the_year_of_the_first_sentence() -> None:
    page = html(
        "<p>Harbour Lights (Swedish: Hamnljus) is a 1987 drama film by Maud Ellery. It was shown again in 2003.</p>"
    )
    assert texts(page, "year") == ["1987"]
    page = html("<p>Harbour Lights is a 1987 drama, made after the stage play of the same name of 1961.</p>")
    assert texts(page, "year") == ["1987"]
    assert texts(html("<p>Harbour Lights ran from 1987 to 1991 on the stage, they say.</p>"), "year") == []


def test_identifiers() -> None:
    one = "<a href='https://www.imdb.com/title/tt0133093/'>IMDb</a>"
    other = "<a href='https://www.imdb.com/title/tt0133094/'>other</a>"
    own = '<link rel="canonical" href="https://www.csfd.cz/film/535121-name/">'
    assert texts(html(one), "ids") == ["https://www.imdb.com/title/tt0133093/"]
    assert texts(html(one + other), "ids") == []
    assert texts(html(f"{one}<div class='related'>{other}</div>"), "ids") == ["https://www.imdb.com/title/tt0133093/"]
    assert texts(html("", head=own), "ids") == ["https://www.csfd.cz/film/535121-name/"]
    assert texts(Page("Harbour Lights (1999)\nhttps://www.imdb.com/title/tt0133093/\n"), "ids") == [
        "https://www.imdb.com/title/tt0133093/"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ciencia ficción", "Science Fiction"), ("Sci-Fi", "Science Fiction"), ("драма", "Drama"), ("Δράμα", "Drama"),
        ("Animovaný", "Animation"), ("Krimi-Komödie", "Crime"), ("Actionfilm", "Action"), ("film drammatico", "Drama"),
        ("恐怖", "Horror"), ("공포", "Horror"), ("ДОКУМЕНТАЛЬНЫЙ", "Documentary"), ("Bilim Kurgu", "Science Fiction"),
        ("Художник", ""), ("Home", ""), ("", ""), ("Paris", ""),
    ],
)  # fmt: skip
def test_genre(text: str, name: str) -> None:
    if name:
        assert genre(text) == name
    else:
        with pytest.raises(ValueError, match="no genre"):
            genre(text)


def test_genres() -> None:
    assert genres("Action, Sci-Fi / Thriller") == ("Action", "Sci-Fi", "Thriller")
    with pytest.raises(ValueError, match="no genre"):
        genres("Action, Paris")
