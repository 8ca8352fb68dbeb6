"""Wikitext: what it shows, where that stands, and what infoboxes of many languages claim."""

from __future__ import annotations

from importlib.resources import files

import pytest

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import wikitext
from filmmeta.readers.wikitext.lines import plain


def told(body: str) -> list[tuple[str, str]]:
    """The path and text of each claim of a field, each found again where it stands."""
    page = Page(body)
    found = []
    for claim in wikitext.film(page):
        scheme, _, locator = claim.where.partition(":")
        if isinstance(claim, Claim) and scheme != "inferred" and not claim.path.startswith("layout"):
            start, end = map(int, locator.split("-"))
            shown = page.text[start:end] if scheme == "text" else plain(page.text[start:end])
            assert claim.text in shown, claim
            found.append((claim.path, claim.text))
    return found


def facts(parameter: str) -> list[tuple[str, str]]:
    return told("{{Infobox film\n| title = A\n| " + parameter + "\n}}")[1:]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[[A]] and [[B (film)|B]]", "A and B"),
        ("''A'' '''B'''<!-- C --><ref name=x>D</ref><ref name=x />", "A B"),
        ("{{nowrap|[[A|B]]}} {{small|(C)}}", "B (C)"),
        ("{{ubl|A|[[B]]|''C''}}", "A\nB\nC"),
        ("{{Plainlist|\n* A\n* B\n}}", "A\nB"),
        ("{{hlist|A|B}}", "A\nB"),
        ("{{Film date|2007|7|13|United States|2007|8}}", "2007-07-13 (United States)\n2007-08"),
        ("{{Film date|df=yes|2008|2|20|[[B|Tampere]]|2008|9|5|Finland}}", "2008-02-20 (Tampere)\n2008-09-05 (Finland)"),
        ("{{Start date|1999|3|31|df=y}}", "1999-03-31"),
        ("{{fecha|13|7|2007}}", "2007-07-13"),
        ("{{date|13|juillet|2007|au cinéma}}", "13 juillet 2007 (au cinéma)"),
        ("{{US$|75 million|long=no}}", "US$75 million"),
        ("{{INRConvert|70|c}}", "₹70 crore"),
        ("{{INR|70 crore}}", "₹70 crore"),
        ("{{duration|h=1|m=57}}", "1 h 57 min"),
        ("{{ill|A B|de|A B (Autor)}}", "A B"),
        ("{{lang|fi|Yö}} {{lang-fi|Yö}}", "Yö Yö"),
        ("{{unité|117|minutes}}", "117 minutes"),
        ("A{{citation needed|date=May 2015}}", "A"),
        ("A{{efn|note}}<br />B", "A\nB"),
        ("[[File:x.jpg|thumb|A]]B", "B"),
        ("[https://a.example/ A] [https://a.example/]", "A"),
        ("{{flagicon|USA}} {{flag|Finland}} {{USA}}", "Finland USA"),
        ("{{nobody knows|a|b}}", ""),
        ("{{A", ""),
        ("]] }} [[A", "]] }} A"),
    ],
)
def test_what_is_shown(source: str, expected: str) -> None:
    assert plain(f"{source}\n").replace("  ", " ").strip() == expected


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        ("director = [[A B]]", [("director", "A B")]),
        ("director = A B and C D", [("directors", "A B and C D")]),
        ("director = [[A]], [[B|C]] and D E", [("director", "A"), ("director", "C"), ("directors", "D E")]),
        ("writer = [[A]] (story)<br>[[B]]", [("writer", "A"), ("writer", "B")]),
        ("starring = [[A]]<br/>[[B]] as C", [("cast/0/name", "A"), ("cast/1/name", "B"), ("cast/1/roles", "C")]),
        ("starring = {{ubl|[[A]] : C|[[B]] (D)}}",
         [("cast/0/name", "A"), ("cast/0/roles", "C"), ("cast/1/name", "B"), ("cast/1/roles", "D")]),
        ("starring = A B, C D", [("cast", "A B, C D")]),
        ("runtime = 116 minutes<!-- 116:10 --><ref>x</ref>", [("runtimes", "116 minutes")]),
        ("released = {{Film date|2007|7|13|US}}", [("release_dates", "2007-07-13 (US)"), ("year", "2007")]),
        ("released = 13 July 2007", [("release_dates", "13 July 2007"), ("year", "2007")]),
        ("country = [[A]], [[B]]", [("countries", "A, B")]),
        ("budget = {{US$|75 million}}", [("budget", "US$75 million")]),
        ("gross = $203.5&nbsp;million", [("gross", "$203.5&nbsp;million")]),
        ("imdb_id = tt0078748", [("ids", "tt0078748")]),
        ("website = {{URL|https://a.example/}}",
         [("official_sites/0/label", "https://a.example/"), ("official_sites/0/url", "https://a.example/")]),
        ("image = A.jpg", []),
        ("director = N/A", []),
    ],
)  # fmt: skip
def test_parameters(parameter: str, expected: list[tuple[str, str]]) -> None:
    assert facts(parameter) == expected


@pytest.mark.parametrize(
    ("body", "title", "director"),
    [
        ("{{Infobox Film\n|DT = A\n|REG = [[B C]]\n}}", "A", "B C"),
        ("{{Infobox Cinéma (film)\n| titre = A\n| réalisation = [[B C]]\n}}", "A", "B C"),
        ("{{Ficha de película|título=A|dirección=[[B C]]}}", "A", "B C"),
        ("{{Film\n|titolo italiano = A\n|regista = [[B C]]\n}}", "A", "B C"),
        ("{{Info/Filme\n|título = A\n|direção = [[B C]]\n}}", "A", "B C"),
        ("{{Film infobox\n |tytuł = A\n |reżyseria = [[B C]]\n}}", "A", "B C"),
        ("{{Infobox - film\n | název = A\n | režie = [[B C]]\n}}", "A", "B C"),
        ("{{Фильм\n|РусНаз = x\n|Название = A\n|Режиссёр = [[B C]]\n}}", "", "B C"),
        ("{{Filmfakta\n|titel=A\n|regi=[[B C]]\n}}", "A", "B C"),
        ("{{Infoboks film\n| navn = A\n| regi = [[B C]]\n}}", "A", "B C"),
        ("{{Infobox Film\n|作品名 = A\n|監督 = [[B C]]\n}}", "A", "B C"),
        ("{{영화 정보\n|제목=A\n|감독=[[B C]]\n}}", "A", "B C"),
        ("{{Film bilgi kutusu\n| başlık = A\n| yönetmen = [[B C]]\n}}", "A", "B C"),
        ("{{Elokuva\n| nimi = A\n| ohjaaja = [[B C]]\n}}", "A", "B C"),
        (
            "{{Some box\n| title = A\n| director = [[B C]]\n| starring = [[D]]\n| runtime = 90\n| genre = x\n}}",
            "A",
            "B C",
        ),
    ],
)
def test_infoboxes_of_many_languages(body: str, title: str, director: str) -> None:
    found = told(body)
    assert not title or ("title", title) in found
    assert ("director", director) in found


@pytest.mark.parametrize(
    "body",
    ["{{Infobox person\n| name = A\n| occupation = director\n}}", "{{Infobox book\n| title = A\n| author = B\n}}",
     "a {{film}} of = and |", "{{Infobox film}}", "{{", "no template | at = all"],
)  # fmt: skip
def test_what_is_no_film(body: str) -> None:
    assert not wikitext.is_wikitext(Page(body))


def test_sections() -> None:
    body = (
        "{{Infobox film\n| director = [[D]]\n}}\n'''''A''''' is a film by [[D]] of the year 2001.\n"
        "== Plot ==\nB goes to [[C|the sea]].\n\nThe end.\n"
        "== Cast ==\n* [[E]] as '''F''', a sailor\n* G: H\n== Trivia ==\nx"
    )
    assert told(body) == [
        ("director", "D"),
        ("title", "A"),
        ("outline", "A is a film by D of the year 2001."),
        ("plot", "B goes to the sea.\nThe end."),
        ("cast/0/name", "E"),
        ("cast/0/roles", "F"),
        ("cast/1/name", "G"),
        ("cast/1/roles", "H"),
    ]
    problems = [claim for claim in wikitext.film(Page(body)) if isinstance(claim, Problem)]
    assert [(problem.code, problem.text) for problem in problems] == [("unread", "Trivia")]


@pytest.mark.parametrize(
    "noise",
    ["{{", "[[", "<ref>", "<!--", "''x'''y", "{{a|", "[http://x ", "* [[A]] as B\n", "== Cast ==\n", "{|\n", "("],
)
def test_hostile_wikitext_costs_little(noise: str) -> None:
    page = Page("{{Infobox film\n| name = A\n| starring = " + noise * 5_000 + "\n}}\n" + noise * 5_000)
    assert len(list(wikitext.film(page))) < 50_000


@pytest.mark.parametrize(
    "table", ["wiki_parameters.tsv", "wiki_infoboxes.tsv", "wiki_headings.tsv", "wiki_templates.tsv"]
)
def test_no_name_means_two_things(table: str) -> None:
    rows = files("filmmeta.readers").joinpath("data", table).read_text("utf-8").splitlines()
    meant: dict[str, str] = {}
    for word, names in (row.split("\t") for row in rows if row and not row.startswith("#")):
        for name in names.split("|"):
            assert meant.setdefault(name, word) == word, name
            assert name == name.lower().strip(), name
