"""A source is found where it says, and nowhere else."""

from __future__ import annotations

import pytest

from filmmeta.page import Page
from filmmeta.report.replay import replayed, stands

HTML = """<!doctype html><html><head><title>The Salt Clerk</title>
<script type="application/ld+json">{"@type": "Movie", "a/b": {"year": 1984, "month": "09"}}</script></head>
<body><p>Director: <script>var x;</script><b>Verity</b> <i hidden>secretly</i>Osgood</p><p>Writer: Barnaby Quill</p>
<img alt="A quay"></body></html>"""
XML = '<movie><title>The Salt Clerk</title><rating max="10">7.5</rating></movie>'
WIKI = "{{Infobox film\n| starring = {{plainlist|\n* [[Ida Falk (actress)|Ida Falk]]\n* Bo Cole\n}}\n}}"


@pytest.mark.parametrize(
    ("body", "text", "where"),
    [
        (HTML, "The Salt Clerk", "xpath:/html/head/title"),
        (HTML, "Director: Verity Osgood", "xpath:/html/body/p[1]"),  # as shown
        (HTML, "Verity secretly Osgood", "xpath:/html/body/p[1]"),  # as it says, but for scripts
        (HTML, "Osgood", "xpath:/html/body/p[1]/text()[3]"),
        (HTML, "A quay", "xpath:/html/body/img/@alt"),
        (HTML, "1984-09", "json:ld/0/a~1b/{year}-{month}"),
        (HTML, "09", "json:ld/0/a~1b/month"),
        (XML, "The Salt Clerk", "xml:/page/movie/title"),
        (XML, "7.5 of 10", "xml:/page/movie/rating/{.} of {@max}"),
        (WIKI, "Ida Falk", f"wiki:29-{len(WIKI)}"),
        ("Director: Ida Falk", "Ida Falk", "text:10-18"),
        ("", "Ida Falk", "body:4-12"),
        ("", "en", "inferred:eldc"),
    ],
)
def test_a_text_stands_at_its_place(body: str, text: str, where: str) -> None:
    assert stands(text, where, Page(body), "and Ida Falk")


@pytest.mark.parametrize(
    ("body", "text", "where"),
    [
        (HTML, "Barnaby Quill", "xpath:/html/body/p[1]"),  # on the page, and not there
        (HTML, "var x;", "xpath:/html/body/p[1]"),
        (HTML, "A ship", "xpath:/html/body/img/@alt"),
        (HTML, "", "xpath:/html/head/title"),
        (XML, "8", "xml:/page/movie/rating"),
        (WIKI, "actress", f"wiki:29-{len(WIKI)}"),
        ("Director: Ida Falk", "Ida Falk", "text:0-9"),
        ("", "Ida Falk", "body:0-3"),
    ],
)
def test_a_text_that_stands_elsewhere_does_not(body: str, text: str, where: str) -> None:
    assert not stands(text, where, Page(body), "and Ida Falk")


@pytest.mark.parametrize(
    "where",
    [
        "", "text", "page:1-2", "inferred:", "text:0-99999", "text:5-3", "text:a-b", "body:0-1", "wiki:0-99999",
        "xpath:/html/body/p", "xpath:/html/body/table", "xpath:/html/body/p[", "xml:/page/film", "json:ld/7/name",
        "json:ld/0/none", "json:none/0", "json:ld/0/{none}",
    ],
)  # fmt: skip
def test_a_place_that_is_none_is_an_error(where: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        replayed(where, Page(HTML))
