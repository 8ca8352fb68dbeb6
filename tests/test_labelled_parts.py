"""Parts of labelled values: ratings with their scale and votes, roles, countries with a year, jobs behind names."""

from __future__ import annotations

import pytest

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers import facts, unlabelled


def html(body: str) -> Page:
    return Page(f"<html><head><title>Tern Bay</title></head><body><h1>Tern Bay</h1>{body}</body></html>")


def told(body: str, reader: object = facts) -> list[tuple[str, str]]:
    """The last part of the path, and the text, of each claim that tells something of the film."""
    return [
        (each.path.rpartition("/")[2], each.text)
        for each in reader.film(html(body))  # type: ignore[attr-defined]
        if isinstance(each, Claim) and not each.path.startswith(("layout/", "page/")) and each.path[-3:] != "/of"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p><b>Metascore</b></p><p>71</p><p>based on 18 Critics</p>",
            [("value", "71"), ("best", "100"), ("votes", "18")],
        ),
        ("<p>Note: 6.83 • Stimmen: 41</p>", [("value", "6.83"), ("best", "10"), ("votes", "41")]),
        (
            "<p><span>Usuários</span><i class='stars'></i><span>4,1</span><span>36 notas e 4 críticas</span></p>",
            [("value", "4,1"), ("best", "5"), ("votes", "36")],
        ),
        ("<p>User rating: 3.4</p>", [("value", "3.4")]),
        ("<p>Rating: 7.1/10 (204 votes)</p>", [("rating", "7.1/10 (204 votes)")]),
        ("<p>IMDb: 4,9</p>", [("value", "4,9"), ("best", "10")]),
    ],
)
def test_ratings(body: str, expected: list[tuple[str, str]]) -> None:
    assert [each for each in told(body) if each in expected or each[0] in ("value", "best", "rating")] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Nationalitet: Danmark 2022</p>", [("countries", "Danmark"), ("year", "2022")]),
        ("<p>Land/Jahr: Norwegen, Finnland (2019)</p>", [("countries", "Norwegen, Finnland"), ("year", "2019")]),
        ("<p>Genre: Drama/komedie</p>", [("genre", "Drama"), ("genre", "komedie")]),
        ("<p>Produkcja: Polska, Szwecja</p>", [("countries", "Polska, Szwecja")]),
        ("<p>Produkcja: 1978</p>", [("year", "1978")]),
        ("<p>PRODUZIONE: Libeccio Film, Illes Cinema</p>", [("companies", "Libeccio Film, Illes Cinema")]),
        ("<p>Produzione: Ines Galli</p>", [("producers", "Ines Galli")]),
    ],
)
def test_lists(body: str, expected: list[tuple[str, str]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Cast</h2><table><tr><td>Ada Lund</td><td>Marta</td></tr><tr><td>Per Holm</td><td>Nils</td></tr></table>",
        "<h2>Cast</h2><ul><li>Ada Lund -<i>Marta</i></li><li>Per Holm -<i>Nils</i></li></ul>",
        "<h2>Cast &amp; Crew</h2><div><div><a>Ada Lund</a><p>Marta</p></div>"
        "<div><a>Per Holm</a><p>Nils</p></div></div>",
        "<h2>Cast</h2><div><a><b>Ada Lund</b><i>Marta</i></a><a><b>Per Holm</b><i>Nils</i></a></div>",
        "<h2>Reparto</h2><ul><li><a>Ada Lund</a><p>Personaje : Marta</p></li>"
        "<li><a>Per Holm</a><p>Personaje : Nils</p></li></ul>",
        "<h2>Cast</h2><table><tr><th>Role</th><th>Actor</th></tr><tr><td>Marta</td><td>Ada Lund</td></tr>"
        "<tr><td>Nils</td><td>Per Holm</td></tr></table>",
    ],
)
def test_cast_with_roles(body: str) -> None:
    found = [text for path, text in told(body) if path in ("name", "roles")]
    assert found == ["Ada Lund", "Marta", "Per Holm", "Nils"]


def test_labels_below_cast_and_crew_are_no_actors() -> None:
    found = told("<h2>Cast &amp; Crew</h2><dl><dt>Director</dt><dd>Ada Lund</dd><dt>Editor</dt><dd>Per Holm</dd></dl>")
    assert ("director", "Director") not in found
    assert not [text for path, text in found if path in ("name", "actor", "cast")]


def test_names_with_their_jobs_behind_them() -> None:
    found = told(
        "<ol><li><p><a>Ada Lund</a></p><p>Director, Writer</p></li></ol><ul><li><a>Per Holm</a> Editor</li></ul>",
        unlabelled,
    )
    assert found == [("director", "Ada Lund"), ("writer", "Ada Lund"), ("editor", "Per Holm")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Interdit aux moins de 12 ans</p>", ["Interdit aux moins de 12 ans"]),
        ("<div class='certificate'>Livre</div>", ["Livre"]),
        ("<p>Livre</p>", []),
        ("<p>FSK ab 16 freigegeben</p>", ["FSK ab 16 freigegeben"]),
    ],
)
def test_certificates_without_a_label(body: str, expected: list[str]) -> None:
    assert [text for path, text in told(body, unlabelled) if path == "certificates"] == expected
