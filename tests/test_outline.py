"""Pages as segments: what is a line, what is hidden, how it is set, and where each text stands."""

from __future__ import annotations

from typing import Any

import pytest

from filmmeta.page import Page
from filmmeta.page.outline import BOLD, CELL, HEADING, LINK, Segment
from filmmeta.page.typeset import pieces


def of_body(body: str) -> list[Segment]:
    return Page(f"<!DOCTYPE html><html><body>{body}</body></html>").outline


def lines(body: str) -> list[str]:
    return [segment.text for segment in of_body(body)]


def columns(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces(text)]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("one<br>two<br/>three", ["one", "two", "three"]),
        ("one<div>two</div>three", ["one", "two", "three"]),
        ("<p>o<b>n</b>e <i>two</i></p>", ["one two"]),
        ("<span>Director:</span><span>Ada Lund</span>", ["Director:Ada Lund"]),
        ("<span>Director</span>\n  <span>Ada Lund</span>", ["Director Ada Lund"]),
        ("  one \n\t two&nbsp;&nbsp;three  ", ["one two three"]),
        ("<table><tr><td>Genre</td><td>Drama</td></tr></table>", ["Genre", "Drama"]),
        ("<dl><dt>Genre<dd>Drama<dd>War</dl>", ["Genre", "Drama", "War"]),
        ("<ul><li>one<ul><li>two</ul><li>three</ul>", ["one", "two", "three"]),
        ("<h1>Salt <small>(1999)</small></h1>", ["Salt (1999)"]),
        ("<p></p><div> \n </div><br><br>", []),
        ("<pre>one\ntwo</pre>", ["one two"]),
        ("a &amp; b &lt;c&gt; &#233;", ["a & b <c> é"]),
    ],
)
def test_lines(body: str, seen: list[str]) -> None:
    assert lines(body) == seen


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = 1;</script>",
        "<style>p {color: red}</style>",
        "<!-- no -->",
        "<noscript>no</noscript>",
        "<template><p>no</p></template>",
        "<p hidden>no</p>",
        '<p style="color:red; display : none">no</p>',
        '<span style="visibility:hidden">no</span>',
        "<select><option>no<option>no</select>",
        "<textarea>no</textarea>",
        "<button>no</button>",
        "<svg><text>no</text></svg>",
        "<input value='no'>",
        '<img alt="no" src="x.png">',
    ],
)
def test_what_is_hidden(hidden: str) -> None:
    assert lines(f"<div>one {hidden} two</div>") in (["one two"], ["one", "two"])


def test_the_head_is_hidden_and_a_page_without_elements_has_no_lines() -> None:
    assert [s.text for s in Page("<html><head><title>no</title></head><body>yes</body></html>").outline] == ["yes"]
    assert Page("<html>").outline == []


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        ("<b>one</b> two", [BOLD, 0]),
        ("<a href=x>one</a>, <a href=y>two</a>", [LINK, 0, LINK]),
        ("<h2><a>one</a></h2>", [HEADING | LINK]),
        ("<table><tr><th>one</th></tr></table>", [BOLD | CELL]),
        ("<table><tr><td><b>one</b> two</td></tr></table>", [CELL | BOLD, CELL]),
        ("<dl><dt>one</dt></dl>", [BOLD]),
        ("<label>one</label>", [BOLD]),
    ],
)
def test_styles(body: str, styles: list[int]) -> None:
    assert [piece.style for segment in of_body(body) for piece in segment.pieces] == styles


def test_blank_lines_before_a_line() -> None:
    assert [(s.text, s.blank) for s in of_body("one<br>two<br><br>three<br><br><br>four")] == [
        ("one", 0),
        ("two", 0),
        ("three", 1),
        ("four", 2),
    ]


@pytest.mark.parametrize("tag", ["th", "dt"])
def test_a_name_on_two_lines_is_one_line(tag: str) -> None:
    around = {"th": "<table><tr>{}</tr></table>", "dt": "<dl>{}</dl>"}[tag]
    assert lines(around.format(f"<{tag}>Production<br>company</{tag}>")) == ["Production company"]


def test_blocks_know_what_is_around_them() -> None:
    first, second = of_body('<div class="info-box movieInfo" id=main><p>one</p></div><p>two</p>')
    assert [block.tag for block in first.block.above()][:3] == ["p", "div", "body"]
    assert first.block.parent and first.block.parent.words == {"info", "box", "movie", "main"}
    assert first.block.depth == second.block.depth + 1


def test_words_of_names() -> None:
    block = of_body('<p class="filmInfo__title nav-2" role="MPAARating">one</p>')[0].block
    assert block.words >= {"film", "info", "title", "nav"}
    assert of_body("<p>one</p>")[0].block.words == frozenset()


@pytest.mark.parametrize(
    ("body", "number", "span", "where"),
    [
        ("<p>one</p>", 0, (0, 3), "/html/body/p"),
        ("<p><b>one</b> two</p>", 0, (0, 3), "/html/body/p/b"),
        ("<p><b>one</b> two</p>", 0, (4, 7), "/html/body/p/text()[1]"),
        ("<p>one <i>two</i> three</p>", 0, (0, 3), "/html/body/p/text()[1]"),
        ("<p>one <i>two</i> three</p>", 0, (8, 13), "/html/body/p/text()[2]"),
        ("one<br>two<br>three", 1, (0, 3), "/html/body/text()[2]"),
        ("<p>one <i>two</i> three</p>", 0, (0, 13), "/html/body/p"),
        ("<p>x <a href=y>one <b>two</b></a></p>", 0, (2, 9), "/html/body/p/a"),
        ("<p><!-- c -->one<br>two</p>", 1, (0, 3), "/html/body/p/text()[2]"),
    ],
)
def test_where(body: str, number: int, span: tuple[int, int], where: str) -> None:
    page = Page(f"<!DOCTYPE html><html><body>{body}</body></html>")
    segment = page.outline[number]
    assert segment.where(*span) == f"xpath:{where}"
    assert page.tree is not None
    found: Any = page.tree.xpath(where)
    assert len(found) == 1
    text = found[0] if isinstance(found[0], str) else "".join(found[0].itertext())
    assert segment.text[slice(*span)] in " ".join(text.split())


def test_where_on_a_text_page() -> None:
    page = Page("Salt Road\n\n   Director:   Ada Lund \r\n")
    title, line = page.outline
    assert (title.where(), title.blank, title.indent) == ("text:0-9", 0, 0)
    assert (line.text, line.blank, line.indent) == ("Director:   Ada Lund", 1, 3)
    assert page.text[line.start + 12 : line.start + 20] == "Ada Lund"
    assert line.where(12, 20) == f"text:{line.start + 12}-{line.start + 20}"
    assert title.block is line.block


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Director: Ada Lund", ["Director: Ada Lund"]),
        ("Director\tAda Lund", ["Director", "Ada Lund"]),
        ("Director      Ada Lund", ["Director", "Ada Lund"]),
        ("Director......: Ada Lund", ["Director", "Ada Lund"]),
        ("Director . . . . . Ada Lund", ["Director", "Ada Lund"]),
        ("Director ....... Ada Lund", ["Director", "Ada Lund"]),
        ("Director …… Ada Lund", ["Director", "Ada Lund"]),
        ("director = Ada Lund", ["director", "Ada Lund"]),
        ("director := Ada Lund", ["director", "Ada Lund"]),
        ("director -> Ada Lund", ["director", "Ada Lund"]),
        ("Director ----- Ada Lund", ["Director", "Ada Lund"]),
        ("Director ____ Ada Lund", ["Director", "Ada Lund"]),
        ("| Director | Ada Lund |", ["Director", "Ada Lund"]),
        ("║ Director │ Ada Lund ║", ["Director", "Ada Lund"]),
        ("Director: Ada Lund | Year: 1999", ["Director: Ada Lund", "Year: 1999"]),
        ("# Salt Road", ["Salt Road"]),
        ("> - one", ["- one"]),
        ("Jean-Luc Orban", ["Jean-Luc Orban"]),
        ("1999-2001", ["1999-2001"]),
        ("and then ... nothing", ["and then", "nothing"]),
        ("a == b", ["a", "b"]),
        ("║║║", ["║║║"]),
    ],
)
def test_columns(text: str, parts: list[str]) -> None:
    assert columns(text) == parts


@pytest.mark.parametrize(
    ("text", "parts", "styles"),
    [
        ("- **Director:** Ada Lund", ["- ", "Director:", " Ada Lund"], [0, BOLD, 0]),
        ("**Director:** Ada Lund", ["Director:", " Ada Lund"], [BOLD, 0]),
        ("__Director__: Ada Lund", ["Director", ": Ada Lund"], [BOLD, 0]),
        ("[b]Director:[/b] Ada Lund", ["Director:", " Ada Lund"], [BOLD, 0]),
        ("[Ada Lund](https://example.org/p/1)", ["Ada Lund"], [LINK]),
        ("[Ada](/a), [Bo](/b 'B')", ["Ada", ", [Bo](/b 'B')"], [LINK, 0]),
        ('[Ada](/a), [Bo](/b "B")', ["Ada", ", ", "Bo"], [LINK, 0, LINK]),
        ("Cast [1]", ["Cast [1]"], [0]),
        ("a ** b", ["a ** b"], [0]),
    ],
)
def test_marks_of_emphasis(text: str, parts: list[str], styles: list[int]) -> None:
    found = pieces(text)
    assert [text[piece.start : piece.end] for piece in found] == parts
    assert [piece.style for piece in found] == styles


def test_pieces_of_any_line_stand_in_it() -> None:
    for text in ("", " ", "#", "|||", "=" * 5, "x" * 5_000, "[[[](((", "**" * 40, "a\t\tb" * 600):
        ends = [0, *(end for piece in pieces(text) for end in (piece.start, piece.end)), len(text)]
        assert ends == sorted(ends)


def test_depth_and_length_have_bounds() -> None:
    deep = of_body("<div>" * 1_500 + "one" + "</div>" * 1_500)
    assert [segment.text for segment in deep] == ["one"]
    wide = of_body("<i>a</i>" * 12_000)
    assert sum(len(segment.text) for segment in wide) == 12_000 and len(wide) < 5
