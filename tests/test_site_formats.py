"""Sites' own formats: what they add to the generic reading, what they take from it, and what they leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from filmmeta.claim import Claim
from filmmeta.formats import sniff
from filmmeta.kernel import records
from filmmeta.page import Page
from filmmeta.readers import addresses, site
from filmmeta.readers.pieces import inferred, meant, piece_rows, pieces
from filmmeta.readers.signs import has
from filmmeta.readers.tallies import Score, Sum, scores, sums
from filmmeta.records.film import Film

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
SITES = ("imdb-2014", "kinopoisk", "csfd")
DIGITS = re.compile(r"([\d.]+)")
BOX = """<html><head><title>Night Ferry (1987)</title></head><body><h1>Night Ferry (1987)</h1><table>
<tr><th>Director:</th><td>Ann Orme</td></tr><tr><th>Country:</th><td>Norway</td></tr>
<tr><th>Budget:</th><td>{}</td></tr><tr><th>Gross:</th><td>{}</td></tr></table>
<div id="aside"><p>Writer: <a href="/p/2">Pavel Dorn</a></p></div></body></html>"""


def page(budget: str = "$1,000,000", gross: str = "$2,500,000") -> Page:
    return Page(BOX.format(budget, gross))


def told(claims: Iterator[object]) -> dict[str, str]:
    return {claim.path: claim.text for claim in claims if isinstance(claim, Claim)}


def film_of(body: str, url: str = "") -> Film:
    found = records(Page(body, url=url))
    assert isinstance(found[0], Film), found
    return found[0]


def test_what_a_format_tells_nobody_else_does() -> None:
    own = [Claim("director", "Ann  Orme\n", "xpath:/html/body/h1")]
    claims = [*site.film(page(), own)]
    directors = [claim.text for claim in claims if claim.path.startswith("director")]
    assert directors == ["Ann Orme"], "once, its white space folded"
    assert any(
        claim.path == "layout/known" and claim.text == "Ann Orme" for claim in claims if isinstance(claim, Claim)
    )


def test_a_field_that_only_the_format_tells_can_stay_blank() -> None:
    assert not [claim for claim in site.film(page(), alone=("directors",)) if claim.path.startswith("director")]


def test_places_about_something_else() -> None:
    there = page()
    assert any(claim.path == "writer" for claim in site.film(there))
    strange = site.inside(there, "//*[@id='aside']")
    assert not [claim for claim in site.film(there, strange=strange) if claim.path == "writer"]


@pytest.mark.parametrize(
    ("budget", "gross", "currency"),
    [
        ("$1,000,000", "$2,500,000", "USD"),
        ("$1,000,000", "£2,500,000", "USD"),
        ("$1,000,000", "NOK 2,500,000", "USD"),
        ("$1,000,000", "kr 2,500,000", None),
        ("$1,000,000", "¥2,500,000", None),
        ("$1,000,000", "2,500,000", None),
    ],
)
def test_a_dollar_is_the_sites_unless_another_sum_leaves_its_currency_open(
    budget: str, gross: str, currency: str | None
) -> None:
    """The claim speaks of all sums that have no currency of their own; it must not speak of a krone."""
    assert told(site.film(page(budget, gross), dollar="USD")).get("money/*/currency") == currency


def test_no_sum_no_currency() -> None:
    assert "money/*/currency" not in told(
        site.film(Page("<html><body><h1>Night Ferry (1987)</h1></body></html>"), dollar="USD")
    )


def test_pieces_are_parts_of_a_nodes_folded_text_where_it_stands() -> None:
    there = Page("<html><body><p id='a'>12\n May  1987, <b>Ostfilm</b></p><p>7</p></body></html>")
    table = {"release_dates/*/date": ("//p", re.compile(r"^([^,]+),")), "ids": ("//p/@id", re.compile("(.)"))}
    assert [*pieces(there, table)] == [
        Claim("release_dates/0/date", "12 May 1987", "xpath:/html/body/p[1]"),
        Claim("ids", "a", "xpath:/html/body/p[1]/@id"),
    ]


def test_a_text_behind_an_element_stands_in_the_one_around_both() -> None:
    there = Page("<html><body><ul><li><img alt='Norway'>Nattferjen</li></ul></body></html>")
    rows = {
        "alternative_titles/*/title": ("./text()", re.compile("(.+)")),
        "alternative_titles/*/country": ("./img/@alt", re.compile("(.+)")),
    }
    assert [claim.where for claim in piece_rows(there, "//li", rows)] == [
        "xpath:/html/body/ul/li",
        "xpath:/html/body/ul/li/img/@alt",
    ]


def test_marks_mean_what_no_page_prints() -> None:
    there = Page("<html><body><i class='gb_15 sprite'></i><i class='sprite'></i><b alt='x'></b></body></html>")
    assert [*meant(there, "certificates/*/of", "//i/@class", re.compile(r"^([a-z]{2})_\w+"))] == [
        Claim("certificates/0/of", "GB", "inferred:mark-gb_15")
    ]
    assert [*inferred(there, {"certificates/us/of": ("//b/@alt", "USA", "board")})] == [
        Claim("certificates/us/of", "USA", "inferred:board")
    ]


def test_sums_and_scores_bring_what_their_place_stands_for() -> None:
    there = Page("<html><body><p>$5</p><div><b>7.5</b><i>12</i></div><div><b>none</b><i>3</i></div></body></html>")
    assert [claim.text for claim in sums(there, [Sum("gross", "USA", "//p", re.compile(r"(\$\d+)"))])] == ["$5", "USA"]
    score = Score("ratings", "//div", (".//b", DIGITS), (".//i", DIGITS), None, "10")
    assert told(scores(there, [score])) == {
        "ratings/0.0/value": "7.5",
        "ratings/0.0/votes": "12",
        "ratings/0.0/best": "10",
    }


def test_a_page_without_an_element_gives_nothing() -> None:
    there = Page("")
    assert not [*pieces(there, {"title": ("//h1", DIGITS)}), *sums(there, [Sum("gross", "", "//p", DIGITS)])]
    assert not [*meant(there, "x", "//i", DIGITS), *inferred(there, {"x": ("//i", "", "")})]
    assert not site.inside(there, "//p")


@pytest.mark.parametrize(
    "tag",
    ['<div id="film">', "<DIV class=x ID='film'>", "<div id=film>", '<div id = "&#102;ilm">', '<div id="a film">'],
)
def test_a_sign_is_found_however_its_tag_is_written(tag: str) -> None:
    assert has(Page(f"<html><body>{tag}</body></html>"), "id", "film")


@pytest.mark.parametrize(
    "text", ["<div id='films'>", "<p>id = film</p>", "<div data-id='film'>", '<i title="id=film">']
)
def test_a_sign_is_an_attribute_of_its_own(text: str) -> None:
    assert not has(Page(f"<html><body>{text}</body></html>"), "id", "film")


def test_addresses_that_no_parser_takes() -> None:
    assert addresses.kind(Page("", url="http://[broken/name/"), {"name": "person"}) == ""
    assert addresses.kind(Page("", url="https://films.example/"), {"name": "person"}) == ""


def test_a_later_part_of_an_address_says_more_than_the_first() -> None:
    kinds = {"user": "person", "user/ratings": "film-list"}
    assert addresses.kind(Page("", url="https://films.example/user/7/ratings/"), kinds) == "film-list"
    assert addresses.kind(Page("", url="https://films.example/user/7/"), kinds) == "person"


TITLE_PAGE = """<html><body><table id="title-overview-widget"><tr><td id="overview-top">
<h1><span itemprop="name">Night Ferry</span> <span class="nobr">(1987)</span></h1>
<div><h4>Director:</h4> <a><span itemprop="name">Ann Orme</span></a></div></td></tr></table>
<div id="titleDetails"><div><h4>Budget:</h4> kr 1,000,000</div></div></body></html>"""


def test_a_budget_in_crowns_on_a_title_page_stays_open() -> None:
    assert [each.currency for each in film_of(TITLE_PAGE, "http://www.imdb.com/title/tt9900001/").money] == [None]


@pytest.mark.parametrize("host", ["films.example", "notimdb.com", "imdb.com.example"])
def test_a_site_that_borrows_the_markup_is_not_the_site(host: str) -> None:
    there = Page('<html><body><td id="overview-top"></td></body></html>', url=f"http://{host}/title/tt1/")
    assert not any(each.name.startswith("imdb_2014") for each in sniff(there).formats)


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared material is not beside the project")
@pytest.mark.parametrize("name", SITES)
def test_one_format_of_its_own_reads_a_real_page(name: str) -> None:
    for file in sorted((CORPUS / "pages" / name).glob("*.html"))[::3]:
        found = [each.name for each in sniff(Page(file.read_bytes())).formats]
        assert len(found) == 1 and found[0].startswith(name.split("-")[0]), file.name
