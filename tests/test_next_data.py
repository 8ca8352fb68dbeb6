"""The data that pages carry: found, read, and what no page of it can do."""

from __future__ import annotations

import json
from typing import Any

import pytest

import filmmeta
from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import imdb_payload, next_data
from filmmeta.report.replay import stands

FILM: dict[str, Any] = {"title": "A", "year": 2001, "director": {"name": "B C"}, "genres": ["x", "y"], "runtime": 90}
FACTS = [("title", "A"), ("year", "2001"), ("director", "B C"), ("genre", "x"), ("genre", "y"), ("runtimes", "90")]


def told(body: str) -> list[tuple[str, str]]:
    return [each[:2] for each in next_data.film(Page(body)) if isinstance(each, Claim)]


def script(value: object) -> str:
    return f'<html><script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script></html>'


@pytest.mark.parametrize(
    "body",
    [
        script({"props": {"pageProps": {"movie": FILM}}}),
        f"<html><script>window.__INITIAL_STATE__ = {json.dumps({'film': FILM})};(function(){{}})()</script></html>",
        f"<html><script>window['__NUXT__']={json.dumps({'data': [FILM]})}</script></html>",
        f"<html><script>window.__DATA__ = JSON.parse({json.dumps(json.dumps(FILM))});</script></html>",
        f'<html><script type="application/json" data-x>{json.dumps([FILM])}</script></html>',
        script({"props": FILM}).replace('"props"', '"props', 1) + script({"props": FILM}),
        script({"props": {}}) + script({"props": FILM}),
        json.dumps({"data": {"movie": FILM}}),
        "\ufeff \n" + json.dumps([FILM], indent=2),
        f'<html><script>window.A = {{"x": undefined, "film": {json.dumps(FILM)}}};</script></html>',
    ],
)
def test_a_film_is_found_wherever_it_stands(body: str) -> None:
    assert told(body) == FACTS
    for claim in next_data.film(Page(body)):
        assert isinstance(claim, Problem) or stands(claim.text, claim.where, Page(body))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"release_date": "2001-02-03"}, [("release_dates", "2001-02-03")]),
        ({"cast": [{"name": "D", "character": "E"}, {"person": {"fullName": "F"}}]},
         [("cast/0/name", "D"), ("cast/0/roles", "E"), ("cast/1/name", "F")]),
        ({"cast": {"edges": [{"node": {"name": {"text": "D"}}}]}}, [("cast/0/name", "D")]),
        ({"actors": "D, E"}, [("cast", "D, E")]),
        ({"rating": {"average": 7.2, "count": 12, "max": 10}},
         [("ratings/0/value", "7.2"), ("ratings/0/best", "10"), ("ratings/0/votes", "12")]),
        ({"vote_average": 7.2, "vote_count": 12}, [("ratings/0/value", "7.2"), ("ratings/0/votes", "12")]),
        ({"budget": 1000000}, [("budget/0/sum", "1000000")]),
        ({"budget": {"amount": 5, "currency": "EUR"}}, [("budget/0/sum", "5 EUR")]),
        ({"imdb_id": "tt0078748"}, [("ids", "tt0078748")]),
        ({"writers": ["D", "E"]}, [("writer", "D"), ("writer", "E")]),
        ({"writers": "D, E"}, [("writers", "D, E")]),
        ({"credits": {"cast": [{"name": "D"}], "crew": [{"name": "E", "job": "Editor"}, {"name": "F", "job": "x"}]}},
         [("cast/0/name", "D"), ("editor", "E")]),
        ({"poster": "https://a.example/p.jpg"}, [("images/0/url", "https://a.example/p.jpg")]),
        ({"type": "movie", "id": 7, "unknown": [1]}, [("media_type", "movie")]),
        ({"budget": 0, "tagline": "", "plot": None}, []),
    ],
)  # fmt: skip
def test_what_keys_say(more: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    found = told(json.dumps({**FILM, **more}))
    assert sorted(each for each in found if each not in FACTS) == sorted(expected)


def test_references_are_followed() -> None:
    state = {
        "Film:1": {
            **FILM,
            "director": {"__ref": "Person:2"},
            'genres({"limit":2})': [{"__ref": "Genre:3"}],
            "genres": None,
        },
        "Person:2": {"name": "B C"},
        "Genre:3": {"name": "x"},
    }
    found = told(f"<html><script>window.__APOLLO_STATE__ = {json.dumps(state)}</script></html>")
    assert ("director", "B C") in found
    assert ("genre", "x") in found


def test_a_list_of_films_is_none_unless_the_page_is_named_after_one() -> None:
    films = [{**FILM, "title": name} for name in ("First", "Second", "Third")]
    assert told(json.dumps({"films": films})) == []
    assert ("title", "Second") in told(f"<title>Second (2001)</title>{script(films)}")


@pytest.mark.parametrize(
    "body",
    [
        '{"a":' * 100_000,
        "[" * 100_000 + "{",
        '{"title": "A", "year": NaN, "runtime": ' + "9" * 5_000 + ', "director": "B", "genres": ["x"]}',
        "{" + '"title": "A", ' * 1_000 + '"year": 1e999, "genres": [[[[]]]], "cast": [null, 1, {"name": []}]}',
        '<html><script id="__NEXT_DATA__">{"a": </script><script>window.X = {1}</script></html>',
        '{"title": {"__ref": "a"}, "a": {"__ref": "a"}, "genres": {"__ref": "a"}, "year": 1}',
        json.dumps(
            {"props": {"pageProps": {"mainColumnData": [1], "aboveTheFoldData": {"titleText": 5, "cast": [1]}}}}
        ),
        "<script>window.x = {" * 1_000,
    ],
)
def test_hostile_data(body: str) -> None:
    page = Page(body)
    assert all(isinstance(each, (Claim, Problem)) for each in [*next_data.film(page), *imdb_payload.film(page)])


def test_several_characters_are_one_text() -> None:
    title = {
        "id": "tt0000001",
        "titleText": {"text": "A"},
        "cast": {
            "edges": [{"node": {"name": {"nameText": {"text": "B"}}, "characters": [{"name": "C"}, {"name": "D"}]}}]
        },
    }
    found = [*imdb_payload.film(Page(script({"props": {"pageProps": {"mainColumnData": title}}})))]
    assert ("cast/0/roles", "C|D") in [claim[:2] for claim in found]
    assert found[-1].where.endswith("/cast/edges/0/node/{characters.0.name}|{characters.1.name}")


ARTICLE = "<p>" + "The town council met on Monday and spoke of the bridge for two hours without a vote. " * 5 + "</p>"


@pytest.mark.parametrize(
    ("head", "shown", "data", "kind"),
    [
        ("", "", FILM, "film"),
        ("<title>The Salt Clerk - Reel</title>", ARTICLE, {**FILM, "title": "The Salt Clerk"}, "film"),
        ("<title>Council meets - Gazette</title>", ARTICLE, {**FILM, "title": "The Salt Clerk"}, "reject"),
        ("", "", {"title": "The Salt Game", "year": 2001, "genres": ["puzzle"]}, "reject"),
        ("", "", [FILM, {**FILM, "title": "C"}], "reject"),
    ],
)
def test_a_page_that_leaves_its_film_to_its_scripts(head: str, shown: str, data: object, kind: str) -> None:
    script = f'<script type="application/json">{json.dumps({"props": data})}</script>'
    [record] = filmmeta.parse(f"<html><head>{head}{script}</head><body>{shown}</body></html>")
    assert record.kind == kind
    assert getattr(record, "directors", ["B C"]) == ["B C"]


def test_a_page_that_is_json() -> None:
    [record] = filmmeta.parse(json.dumps({"film": {**FILM, "title": "The Salt Clerk"}}))
    assert record.kind == "film"
    assert record.title == "The Salt Clerk"
