"""What a budget leaves out is said by a problem that names it."""

from __future__ import annotations

import json

import pytest

import filmmeta
import filmmeta.claim
from filmmeta.page import Page
from filmmeta.page.encoding import repair
from filmmeta.page.tree import Tree
from filmmeta.readers import multitudes
from filmmeta.readers.json_films import MAX_DEPTH, MAX_NODES, Data
from filmmeta.readers.microdata import MAX_ELEMENTS
from filmmeta.readers.nfo.elements import MAX_ITEMS, roots
from filmmeta.readers.reviews.cuts import cut
from filmmeta.readers.reviews.turns import MAX_UNITS
from filmmeta.readers.schema_org.facts import MAX_UNREAD
from filmmeta.readers.wikitext.fields import MAX_LINES
from hostile import REVIEW, TITLE, html, joined, linked, movie


def left_out(body: str) -> list[str]:
    found = filmmeta.parse(body)
    return [problem.text for record in found for problem in record.problems if problem.code == "over-budget"]


def test_reviews_of_a_list() -> None:
    body = html(joined("<div class=review><h3>{name}</h3><p>8/10</p><p>" + REVIEW + "</p></div>", MAX_UNITS + 7))
    assert f"7 reviews beyond the first {MAX_UNITS} of a list" in left_out(body)


def test_items_of_microdata() -> None:
    body = html(
        "<div itemscope itemtype=http://schema.org/Movie>" + "<b itemprop=keywords>x</b>" * MAX_ELEMENTS + "</div>"
    )
    assert any("elements of microdata" in text for text in left_out(body))


def test_lines_of_a_parameter() -> None:
    named = joined("* [[{name}]]\n", MAX_LINES + 1)
    body = (
        f"{{{{Infobox film\n| name = {TITLE}\n| director = [[Ann Bly]]\n| starring = {{{{plainlist|\n{named}}}}}\n}}}}"
    )
    assert f"lines of starring beyond the first {MAX_LINES}" in left_out(body)


def test_properties_that_nobody_reads() -> None:
    told = {f"odd{number}": "x" for number in range(MAX_UNREAD + 3)}
    assert "3 more properties that nobody reads" in left_out(linked(movie(**told)))


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ([[n] for n in range(MAX_NODES)], "beyond its first"),
        (json.loads("[" * 99 + "]" * 99), f"deeper than {MAX_DEPTH}"),
    ],
)
def test_data_of_a_script(value: object, what: str) -> None:
    [problem] = [each for each in Data(value, "json:next").films() if isinstance(each, filmmeta.claim.Problem)]
    assert problem.code == "over-budget" and what in problem.text


def test_lines_that_were_decoded_wrongly() -> None:
    text, problems = repair("Ã©tÃ©\n" + "Ã©" * 3_000_000)
    assert text.startswith("été\nÃ©")
    assert {problem.code for problem in problems} == {"mojibake-repaired", "over-budget"}


def test_marks_of_a_site() -> None:
    page = Page("<html><body>" + "<p class=a><b>x</b></p>" * 12_000 + "</body></html>")
    assert page.once(multitudes.is_large)
    assert len(multitudes.finds("//p[@class='a']/b", page)) == multitudes.MAX_HEADS
    assert len(multitudes.finds("//*[@class='a']", page)) == multitudes.MAX_FOUND
    assert multitudes.finds("//p[@class='a']/following-sibling::i[1]", page) == []
    assert len({problem.text for problem in page.problems}) == 3


def test_few_marks_on_a_large_page_are_found_as_on_a_small_one() -> None:
    inner = "<p class=a>1<b>2</b><b>2</b></p><i id=c>3</i><p class=a><b>4</b></p>"
    small, large = (Page(f"<html><body>{inner}{'<u>x</u>' * number}</body></html>") for number in (1, 12_000))
    assert large.once(multitudes.is_large) and not small.once(multitudes.is_large)
    for xpath in (
        "//p[@class='a']/b",
        "//p[@class='a']//text()",
        "//*[@id='c'] | //b",
        "//i[@id='c']/preceding-sibling::p",
    ):
        told = [str(getattr(node, "text", node)) for node in multitudes.finds(xpath, large)]
        assert told == [str(getattr(node, "text", node)) for node in multitudes.finds(xpath, small)]
        assert told
    assert large.problems == []


@pytest.mark.parametrize("tag", ["dt", "dd", "wbr", "source", "rt", "optgroup"])
def test_elements_that_the_parser_puts_in_each_other_need_no_second_parser(tag: str) -> None:
    problems = [problem.text for problem in Tree(f"<html><body><p>{f'<{tag}>x' * 4_000}</body></html>").problems]
    assert problems == ["nested too deeply: what lies deepest stands side by side"]


def test_a_text_without_bylines_is_not_cut() -> None:
    assert cut([], []) is None


def test_elements_before_a_film() -> None:
    body = f"<library>{'<folder/>' * MAX_ITEMS}<movie><title>{TITLE}</title></movie></library>"
    page = Page(body)
    assert roots(page) == []
    assert f"elements of the page's XML beyond the first {MAX_ITEMS}" in [problem.text for problem in page.problems]
