"""Any bytes give at least one record and no exception."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import filmmeta
from conftest import cases
from filmmeta.claim import Problem
from filmmeta.kernel import AnyRecord, records
from filmmeta.page import Page

PROSE = "A film about two ferrymen and one boat, which I liked more than I had thought I would when it began. "
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8
DEEP = "<html><body>" + "<div>" * 3_000 + "end of it" + "</div>" * 3_000 + "<p>after</p></body></html>"
BODIES: dict[str, bytes | str] = {
    "empty": b"",
    "blank": b" \n\t\r\n",
    "a BOM": b"\xef\xbb\xbf",
    "an image": PNG,
    "random bytes": bytes(range(256)) * 40,
    "NUL": b"\0" * 5_000,
    "one character, 10 MB": b"x" * 10_000_000,
    "one tag, 10 MB": b"<" * 10_000_000,
    "UTF-16": PROSE.encode("utf-16"),
    "UTF-16 without a mark": PROSE.encode("utf-16-be"),
    "UTF-32": PROSE.encode("utf-32"),
    "an unknown charset": b"<html><head><meta charset='klingon-8'><title>T</title></head><body>x</body></html>",
    "a charset that is none": b"<meta charset=base64><p>" + PROSE.encode(),
    "UTF-7": b"<meta charset=utf-7><p>+ADw-script+AD4-",
    "cut in a character": ("Été. " + PROSE + "é").encode()[:-1],
    "surrogates": "\ud800 " + PROSE + "\udfff",
    "deep": DEEP,
    "many attributes": "<html><body><p " + " ".join(f"a{n}=1" for n in range(40_000)) + ">x</p></body></html>",
    "an open tag": "<html><body><p class='",
    "broken JSON-LD": '<html><script type="application/ld+json">{"@type": "Movie", "name": ',
    "deep JSON-LD": '<html><script type="application/ld+json">' + "[" * 100_000 + "</script></html>",
    "NaN": '<html><script type="application/ld+json">{"@type":"Movie","name":"X","duration":NaN,"copyrightYear":1e999}'
    "</script>",
    "huge number": '<html><script type="application/ld+json">{"@type":"Movie","name":"X","copyrightYear":'
    + "9" * 5_000
    + "}</script>",
    "no film": "milk, eggs, bread",
}


@cache
def parsed(name: str) -> list[AnyRecord]:
    return filmmeta.parse(BODIES[name])


@pytest.mark.parametrize("name", BODIES)
def test_a_body_gives_a_record(name: str) -> None:
    found = parsed(name)
    assert found
    assert not any(problem.code == "crash" for record in found for problem in record.problems)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("empty", "empty"), ("blank", "empty"), ("a BOM", "empty"), ("an image", "binary"), ("NUL", "binary"),
     ("random bytes", "binary"), ("one character, 10 MB", "no-film"), ("no film", "no-film")],
)  # fmt: skip
def test_a_reject_has_its_reason(name: str, reason: str) -> None:
    [record] = parsed(name)
    assert isinstance(record, filmmeta.Reject)
    assert record.reason == reason


@pytest.mark.parametrize("name", ["UTF-16", "UTF-16 without a mark", "UTF-32", "surrogates", "cut in a character"])
def test_the_text_is_read_all_the_same(name: str) -> None:
    [record] = parsed(name)
    assert isinstance(record, filmmeta.Review)
    assert PROSE.strip() in record.body


def test_what_was_lost_is_said() -> None:
    codes = {name: {p.code for r in parsed(name) for p in r.problems} for name in BODIES}
    assert "scrubbed" in codes["surrogates"]
    assert "undecodable" in codes["cut in a character"]
    assert "unreadable" in codes["broken JSON-LD"]


def embedded(node: object) -> str:
    return f'<html><script type="application/ld+json">{json.dumps(node)}</script></html>'


def test_a_review_of_tags_alone_is_no_crash_and_is_said() -> None:
    page = (
        '<html><script type="application/ld+json">{"@type": "Movie", "name": "X", "review": [%s, %s]}</script></html>'
    )
    told = '{"@type": "Review", "reviewBody": "%s"}'
    film, review = filmmeta.parse(page % (told % "<br>", told % PROSE))
    assert (film.kind, review.kind) == ("film", "review")
    assert [(problem.code, problem.path) for problem in film.problems] == [("unreadable", "body")]


def test_what_the_film_s_claims_met_is_told_by_the_reviews_alone() -> None:
    broken = '<html><script type="application/ld+json">{"@type": </script>'
    review = embedded({"@type": "Review", "reviewBody": PROSE})
    [record] = filmmeta.parse(broken + review)
    assert record.kind == "review"
    assert [problem.code for problem in record.problems] == ["unreadable"]


def test_a_reject_keeps_its_address() -> None:
    [record] = filmmeta.parse(b"", name="a.html", url="https://reel.example/a")
    assert (record.page.name, record.page.url, record.page.encoding) == ("a.html", "https://reel.example/a", "unknown")


def test_text_alone_loads_no_tree_library() -> None:
    heavy = ("lxml", "bs4", "dateparser")
    code = f"import sys, filmmeta; filmmeta.parse({PROSE!r}); assert not {{*{heavy!r}}} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_deep_tree_loses_nothing() -> None:
    page = Page(DEEP)
    assert page.tree is not None
    assert "".join(map(str, page.tree.itertext())) == "end of itafter"
    assert [problem.code for problem in page.problems] == ["cut-short"]


def test_forty_thousand_attributes_are_not_read() -> None:
    page = Page(BODIES["many attributes"])
    assert page.tree is not None
    assert [problem.code for problem in page.problems] == ["over-budget"]


@given(st.binary(max_size=400))
@settings(deadline=None, max_examples=200)
def test_random_bytes(body: bytes) -> None:
    assert records(Page(body))


@given(st.text(alphabet=st.characters(), max_size=300))
@settings(deadline=None, max_examples=200)
def test_random_text(body: str) -> None:
    assert records(Page(body))


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_a_damaged_fixture(data: st.DataObject) -> None:
    body = data.draw(st.sampled_from(cases())).body
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    junk = data.draw(st.binary(max_size=20))
    assert records(Page(body[:start] + junk + body[end:]))


def test_a_bug_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: Page) -> list[Problem]:
        raise KeyError("a secret of the page")

    monkeypatch.setattr("filmmeta.kernel.sniff", broken)
    [record] = filmmeta.parse(PROSE)
    assert isinstance(record, filmmeta.Reject)
    assert record.reason == "crash"
    assert "secret" not in record.model_dump_json()
    assert "KeyError at test_any_bytes:" in record.problems[0].text


def test_the_soup_holds_what_the_tree_holds() -> None:
    page = Page("<html><body><p>one <b>two</b></p>" + "<div>" * 3_000 + "three</html> four")
    assert page.tree is not None
    assert page.soup.get_text().split() == "".join(map(str, page.tree.itertext())).split()


def test_what_lxml_cannot_read_is_read_with_a_soup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("filmmeta.page.tree.parsed", lambda text: (None, False))
    page = Page("<html><body><h1 class='a b'>one</h1><p>two <b>three</b> four</p></body></html>")
    assert page.tree is not None
    assert ["".join(map(str, each.itertext())) for each in page.tree.iter("h1", "p")] == ["one", "two three four"]
    assert any(problem.code == "cut-short" for problem in page.problems)


@pytest.mark.parametrize(
    "comment",
    [
        "\n Page saved with SingleFile \n url: https://a.example/1 \n saved date: Mon May 04 2020 12:34:56 GMT+0200\n",
        " Mirrored from a.example/1 by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 04 May 2020 12:34:56 GMT ",
    ],
)
def test_the_day_when_a_page_was_saved(comment: str) -> None:
    [record] = filmmeta.parse(f"<!DOCTYPE html><html><!--{comment}--><body><p>nothing</p></body></html>")
    assert str(record.page.saved) == "2020-05-04"
    assert str(record.page.url).endswith("://a.example/1")
