"""What cannot be written into a record is U+FFFD there, and a problem says so."""

from __future__ import annotations

import pytest

import filmmeta
from filmmeta.page import Page

PAGE = "<!doctype html><title>The Salt Clerk (1984)</title><h1>The Salt Clerk (1984)</h1><p>Director: Verity Osgood"
LD = '<script type="application/ld+json">{"@type": "Movie", "name": "The Salt Clerk", "duration": "%s"}</script>'
NEXT = '<script id="__NEXT_DATA__" type="application/json">{"title": "%s"}</script>'
STATE = '<script>window.__STATE__ = {"title": "%s"}; x = /[\\ud800-\\udfff]/</script>'
PARSED = '<script>window.__STATE__ = JSON.parse("{\\"title\\": \\"%s\\"}");</script>'


def places(body: str) -> list[str]:
    """The places where a page's scripts were scrubbed."""
    page = Page(body)
    _ = page.jsonld, page.payload
    found = [problem.where.removeprefix("text:").partition("-") for problem in page.problems]
    return [page.text[int(start) : int(end)] for start, _, end in found]


@pytest.mark.parametrize("script", [LD, NEXT, STATE, PARSED], ids=["JSON-LD", "Next.js", "state", "state in a string"])
@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\u0000", "\\ud83d \\udea2"])
def test_escapes_of_no_character_are_said(script: str, escape: str) -> None:
    if script is PARSED:
        escape = escape.replace("\\", "\\\\")
    [place] = places(PAGE + script % escape)
    assert escape in place


@pytest.mark.parametrize("script", [LD, NEXT, STATE])
@pytest.mark.parametrize("escape", ["", "\\ud83d\\udea2", "\\\\ud800", "\\\\u0000"])
def test_what_stands_for_a_character_is_not(script: str, escape: str) -> None:
    assert places(PAGE + script % escape) == []


def test_a_record_says_it() -> None:
    [film] = filmmeta.parse(PAGE + LD % "\\ud800")
    assert [problem.code for problem in film.problems] == ["scrubbed"]


@pytest.mark.parametrize("body", [PAGE, "", "milk, eggs, bread"], ids=["a film", "nothing", "no film"])
def test_names_and_addresses_are_said(body: str) -> None:
    [record, *_] = filmmeta.parse(body, name="a\0b", url="https://reel.test/\udfff")
    assert (record.page.name, record.page.url) == ("a\ufffdb", "https://reel.test/\ufffd")
    assert [problem.path for problem in record.problems if problem.code == "scrubbed"] == ["page/name", "page/url"]
