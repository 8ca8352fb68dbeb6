"""Media centres' XML: what their elements claim, and what no page of theirs can do."""

from __future__ import annotations

import pytest

from filmmeta.claim import Claim, Problem
from filmmeta.formats import sniff
from filmmeta.page import Page
from filmmeta.readers import nfo
from filmmeta.readers.nfo.elements import tags

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "'
    + "lol" * 100
    + '">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 100}">' for n in range(9))
    + "]><movie><title>Calm &j; Sea</title></movie>"
)
WITHIN = '<!DOCTYPE movie SYSTEM "file:///etc/hostname"><movie><title>Calm &x; Sea</title></movie>'


def told(body: str | bytes) -> list[tuple[str, str]]:
    """The path and text of each claim that is the page's own word."""
    claims = nfo.film(Page(body))
    return [
        each[:2] for each in claims if isinstance(each, Claim) and each.where[:8] != "inferred" and "layout" not in each
    ]


def facts(inner: str, root: str = "movie") -> list[tuple[str, str]]:
    return [each for each in told(f"<{root}>{inner}</{root}>") if not each[0].startswith("layout")]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<title>A</title>", [("heading", "A")]),
        ("<title></title><year>0</year><top250>-1</top250><rating>0</rating><votes>0</votes><runtime>0</runtime>", []),
        ("<rating>7,5</rating><votes>1,204</votes>", [("ratings/0/value", "7,5"), ("ratings/0/votes", "1,204")]),
        ("<rating>7.5/10</rating>", [("rating", "7.5/10")]),
        ("<communityrating>15.5</communityrating>", []),
        ("<ratings><rating name='imdb' max='10'><value>8</value></rating></ratings>",
         [("ratings/0/value", "8"), ("ratings/0/best", "10"), ("ratings/0/source", "imdb")]),
        ("<ratings><rating name='tomatometerallcritics' max='100'><value>91</value><votes>7</votes></rating></ratings>",
         [("critic_ratings/0/value", "91"), ("critic_ratings/0/best", "100"),
          ("critic_ratings/0/source", "tomatometerallcritics"), ("critic_ratings/0/votes", "7")]),
        ("<actor><name>B</name><role>C (voice)</role><order>0</order></actor>",
         [("cast/0/name", "B"), ("cast/0/roles", "C (voice)")]),
        ("<actors><actor><name>B</name></actor><actor><name>D</name></actor></actors>",
         [("cast/0/name", "B"), ("cast/1/name", "D")]),
        ("<actor>B</actor>", [("cast/0/name", "B")]),
        ("<Person><Name>B</Name><Type>Director</Type></Person>", [("director", "B")]),
        ("<studio>B / C</studio>", [("company", "B"), ("company", "C")]),
        ("<genre>Drama / War</genre>", [("genres", "Drama / War")]),
        ("<aired>2001-02-03</aired>", [("release_dates", "2001-02-03"), ("year", "2001-02-03")]),
        ("<id>tt0078748</id>", [("ids", "tt0078748")]),
        ("<imdbid>tt0078748</imdbid><tmdbid>348</tmdbid>", [("ids", "tt0078748"), ("ids", "tmdb:348")]),
        ('<id IMDB="tt0078748" TMDB="348">7</id>', [("ids", "imdb:tt0078748"), ("ids", "tmdb:348")]),
        ("<art><poster>https://a.example/p.jpg</poster><fanart>image://b</fanart></art>",
         [("images/0/url", "https://a.example/p.jpg")]),
        ("<plot>A &amp; B & C < D</plot>", [("plot", "A & B & C < D")]),
        ("<plot>Caf&eacute;</plot>", [("plot", "Caf&eacute;")]),
    ],
)  # fmt: skip
def test_elements(inner: str, expected: list[tuple[str, str]]) -> None:
    assert facts(inner) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<movie><title>A</title></movie>",
        "\ufeff<?xml version='1.0'?>\n<!-- made by hand --><movie>\n<title>A</title></movie>\nhttps://www.imdb.com/title/tt1/",
        "rubbish first\n<movie><title>A</title></movie> rubbish last <b>x",
        '<?xml version="1.0"?><?xml version="1.0"?><movie><title>A</title></movie>',
        "<movie xmlns='urn:x' xmlns:xsi='urn:y'><title xsi:a='b'>A</title></movie>",
        "<videodb><movie><title>A</title></movie></videodb>",
        "<movie><title>A</title></movie><movie><title>B</title></movie>",
        "<movie><title>A</title><plot>never closed",
        "<MOVIE><TITLE>A</TITLE></MOVIE>",
    ],
)
def test_a_page_that_is_not_quite_xml(body: str) -> None:
    assert [each.name for each in sniff(Page(body)).formats] == ["kodi_nfo"]
    assert ("heading", "A") in told(body)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    said = encoding.removesuffix("-sig")
    body = f'<?xml version="1.0" encoding="{said}"?><movie><title>Été à Liège</title></movie>'.encode(encoding)
    assert ("heading", "Été à Liège") in told(body)


@pytest.mark.parametrize("body", [BOMB, WITHIN])
def test_entities_are_not_expanded(body: str) -> None:
    [(_, title)] = told(body)
    assert title in ("Calm &j; Sea", "Calm &x; Sea")


def test_a_bare_address() -> None:
    page = Page("https://www.imdb.com/title/tt0078748/\n")
    assert [each.name for each in sniff(page).formats] == ["kodi_nfo"]
    assert told("https://www.imdb.com/title/tt0078748/\n") == [("ids", "https://www.imdb.com/title/tt0078748/")]
    assert not nfo.is_nfo(Page("https://example.org/a/film"))
    assert not nfo.is_nfo(Page("I saw it at https://www.imdb.com/title/tt0078748/ and liked it."))


@pytest.mark.parametrize(
    "body",
    ["<html><body><movie>A</movie></body></html>", "<p>A <movie> tag</p>", "a movie <movie> tag in a text", ""],
)
def test_what_is_no_nfo(body: str) -> None:
    assert not nfo.is_nfo(Page(body))


def test_what_is_not_read_is_said() -> None:
    page = Page("<movie><title>A</title><boat>Aurora</boat><rating>11</rating></movie><movie><title>B</title></movie>")
    problems = [each for each in nfo.film(page) if isinstance(each, Problem)]
    assert [(each.code, each.text) for each in problems] == [
        ("unread", "boat: Aurora"),
        ("out-of-range", "11"),
        ("unread", "movie: B"),
    ]


def test_no_element_stands_twice_in_the_table() -> None:
    from importlib.resources import files

    table = files("filmmeta.readers").joinpath("data", "nfo_tags.tsv").read_text("utf-8")
    names = [name for row in table.splitlines() if row[:1] not in ("#", "") for name in row.split("\t")[1].split()]
    assert len(names) == len(tags())
