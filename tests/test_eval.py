"""The scorer of ``make eval`` gives what a careful reader of a sheet would, on invented sheets and records."""

from __future__ import annotations

import doctest
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from eval.answers import answer
from eval.flattened import contradictions
from eval.flattening import WAYS
from eval.given_back import is_given_back, measured
from eval.label_pages import LAYOUTS, leaks, printed
from eval.layouts import groups
from eval.scoring import Counts, Verdict, averaged, score, total
from eval.sheets import Sheet, sheet, sheets
from eval.survival import surviving

from filmmeta.records.film import Film

PAGE = {"name": "page", "sha256": "0" * 64, "bytes": 0, "encoding": "utf-8"}
MATCH = {
    "title": "The Glass Orchard",
    "year": 1987,
    "directors": ["Ana O'Marden"],
    "cast": [{"name": "Ivo Pell", "also": "Иво Пелл", "roles": ["Mr. Quince", "The Judge"]}],
    "cast_complete": True,
    "runtime_minutes": 101,
    "release_dates": [{"date": "1987-03-04", "country": "FR"}, {"date": "1988", "country": None}],
    "certificates": [{"label": "Not for those below 12", "code": "12+", "country": None}],
    "ratings": [{"value": 7.25, "best": 10, "votes": 1200, "kind": "user"}],
    "money": [{"kind": "gross", "amount": 5000, "currency": "USD", "as_of": None, "where": "outside US"}],
    "plot_starts": "A gardener finds a tree of glass and asks no more questions t",
    "ids": {"imdb": "tt0000001"},
    "akas": [{"title": "Der gläserne Garten", "country": "DE"}],
}  # fmt: skip
RECORD: dict[str, Any] = {
    "title": "The Glass Orchard",
    "year": 1987,
    "crew": [{"name": "Ana O’Marden", "job": "director"}],
    "cast": [{"name": "Ivo Pell", "roles": ["Mr. Quince", "The Judge"]}],
    "runtimes": [{"minutes": 101}, {"minutes": 97, "note": "cut"}],
    "release_dates": [
        {"date": {"year": 1987, "month": 3, "day": 4}, "country": "FR"},
        {"date": {"year": 1988}, "country": "BE"},
    ],
    "certificates": [{"label": "12+"}],
    "ratings": [{"kind": "user", "value": 7.3, "best": 10.0, "votes": 1200}],
    "money": [{"kind": "gross", "amount": 5000, "currency": "USD", "territory": "foreign"}],
    "plot": "A gardener finds a tree of glass and asks no more questions than he must. Then comes winter.",
    "ids": [{"scheme": "imdb", "value": "tt0000001"}, {"scheme": "library", "value": "77"}],
    "alternative_titles": [{"title": "Der gläserne Garten", "country": "DE"}, {"title": "The Glass Orchard"}],
}


def told(film: dict[str, Any], **more: Any) -> Sheet:
    """A sheet of these facts."""
    return sheet({"id": "x", "file": "pages/site/x.html", "lang": "en", "kind": "film", "film": film, **more}, Path())


def made(**fields: Any) -> Film:
    return Film.model_validate({"id": "0" * 20, "page": PAGE, **fields}, strict=False)


def verdicts(film: dict[str, Any], record: dict[str, Any] | None, **more: Any) -> dict[str, Verdict]:
    """The verdicts on a record by field, of those with anything to count."""
    found = score(told(film, **more), answer(made(**record) if record is not None else None))
    return {it.field: it for it in found if it.right or it.wrong or it.missing}


def counts(verdict: Verdict) -> tuple[int, int, int]:
    return verdict.right, len(verdict.wrong), len(verdict.missing)


def whole(found: dict[str, Verdict]) -> Counts:
    return total(averaged([(("site",), list(found.values()))]).values())


def test_a_perfect_record_has_all() -> None:
    it = whole(verdicts(MATCH, RECORD))
    assert (it.precision, it.recall, it.f1) == (1, 1, 1)
    assert it.right == 16


def test_no_record_misses_all_and_invents_nothing() -> None:
    it = whole(verdicts(MATCH, None))
    assert (it.right, it.wrong, it.missing) == (0, 0, 16)
    assert (it.precision, it.recall, it.f1) == (1, 0, 0)


@pytest.mark.parametrize(
    ("field", "change", "expected"),
    [
        ("year", {"year": 1988}, (0, 1, 1)),
        ("year", {"year": None}, (0, 0, 1)),
        ("title", {"title": "the glass  orchard"}, (1, 0, 0)),
        ("title", {"title": "The Glass Orchard (1987)"}, (0, 1, 1)),
        ("directors", {"crew": [{"name": "Ana O'Márden", "job": "director"}]}, (0, 1, 1)),
        ("directors", {"crew": [{"name": name, "job": "director"} for name in ("Ana O'Marden", "B C")]}, (1, 1, 0)),
        ("cast", {"cast": [{"name": "Иво Пелл"}]}, (1, 0, 0)),
        ("cast", {"cast": [{"name": "Ivo Pell"}, {"name": "See full cast"}]}, (1, 1, 0)),
        ("cast_roles", {"cast": [{"name": "Ivo Pell", "roles": ["Mr. Quince"]}]}, (1, 0, 1)),
        ("cast_roles", {"cast": [{"name": "Ivo Pell", "roles": ["Mr. Quince / The Judge"]}]}, (0, 1, 2)),
        ("cast_roles", {"cast": [{"name": "Who Else", "roles": ["A Guest"]}]}, (0, 0, 2)),
        ("runtime_minutes", {"runtimes": [{"minutes": 97}, {"minutes": 101}]}, (0, 1, 1)),
        ("release_dates", {"release_dates": [{"date": {"year": 1987, "month": 3, "day": 4}}]}, (0, 1, 2)),
        ("release_dates", {"release_dates": [{"date": {"year": 1987}, "country": "FR"}]}, (0, 1, 2)),
        ("release_dates", {"release_dates": [{"date": {"year": 1988}, "country": c} for c in ("BE", "NL")]}, (1, 0, 1)),
        ("certificates", {"certificates": [{"label": "not for those below 12", "country": "CZ"}]}, (1, 0, 0)),
        ("certificates", {"certificates": [{"label": "12"}]}, (0, 1, 1)),
        ("ratings", {"ratings": [{"kind": "user", "value": 7.4, "best": 10.0}]}, (0, 1, 1)),
        ("ratings", {"ratings": [{"kind": "critic", "value": 7.25, "best": 10.0}]}, (0, 1, 1)),
        ("ratings", {"ratings": [{"kind": "user", "value": 7.25}]}, (0, 1, 1)),
        ("rating_votes", {"ratings": [{"kind": "user", "value": 7.25, "best": 10.0}]}, (0, 0, 1)),
        ("rating_votes", {"ratings": [{"kind": "user", "value": 7.25, "best": 10.0, "votes": 12}]}, (0, 1, 1)),
        ("money", {"money": [{"kind": "gross", "amount": 5000, "symbol": "$", "territory": "foreign"}]}, (0, 1, 1)),
        ("money", {"money": [{"kind": "rentals", "amount": 5000}]}, (0, 0, 1)),
        ("plot_starts", {"plot": "A gardener."}, (0, 1, 1)),
        ("plot_starts", {"plot": RECORD["plot"], "outline": "Read more"}, (1, 1, 0)),
        ("ids", {"ids": [{"scheme": "tmdb", "value": "5"}]}, (0, 1, 1)),
        ("akas", {"alternative_titles": [{"title": "Der gläserne Garten"}]}, (0, 1, 1)),
        ("series", {"media_type": "series"}, (0, 1, 0)),
    ],
)
def test_one_change_costs_its_own_field(field: str, change: dict[str, Any], expected: tuple[int, int, int]) -> None:
    found = verdicts(MATCH, RECORD | change)
    assert counts(found[field]) == expected
    kin = {"cast": "cast_roles", "cast_roles": "cast", "rating_votes": "ratings", "ratings": "rating_votes"}
    right = verdicts(MATCH, RECORD)
    assert all(found[other] == right[other] for other in right if other not in (field, kin.get(field)))


def test_what_is_also_right_is_not_demanded() -> None:
    film = {"writers": ["Ada Reed"], "writers_other": ["Bo Lind"], "title": "Rain", "title_other": ["Rain: A Film"]}
    crew = [{"name": name, "job": "writer"} for name in ("Ada Reed", "Bo Lind", "Cy Moss")]
    assert counts(verdicts(film, {"crew": crew[:1]})["writers"]) == (1, 0, 0)
    assert counts(verdicts(film, {"crew": crew})["writers"]) == (1, 1, 0)
    assert counts(verdicts(film, {"crew": crew[1:2]})["writers"]) == (0, 0, 1)
    assert counts(verdicts(film, {"title": "Rain: A Film"})["title"]) == (1, 0, 0)


def test_what_is_absent_is_wrong_and_what_is_unchecked_is_nothing() -> None:
    record = {"genres": ["Drama"], "year": 1990, "money": [{"kind": "budget", "amount": 7}]}
    assert counts(verdicts({}, record, absent=["genres"])["genres"]) == (0, 1, 0)
    assert counts(verdicts({}, record, absent=["budget"])["money"]) == (0, 1, 0)
    assert not verdicts({"year": None}, record, absent=["gross"])


def test_a_list_of_the_first_ones_says_nothing_of_those_behind() -> None:
    film = {"cast": [{"name": "Ada Reed", "roles": []}, {"name": "Bo Lind", "roles": []}]}
    cast = [{"name": name} for name in ("Ada Reed", "Cy Moss", "Bo Lind", "Di Orr")]
    assert counts(verdicts(film, {"cast": cast})["cast"]) == (2, 1, 0)
    assert counts(verdicts(film | {"cast_complete": True}, {"cast": cast})["cast"]) == (2, 2, 0)


def test_two_roundings_of_one_rating_are_one() -> None:
    film = {"ratings": [{"value": value, "best": 10, "votes": None, "kind": "user"} for value in (6.12, 6.1)]}
    two = [{"kind": "user", "value": value, "best": 10.0} for value in (6.1, 6.124)]
    assert counts(verdicts(film, {"ratings": two})["ratings"]) == (2, 0, 0)
    assert counts(verdicts(film, {"ratings": two[:1]})["ratings"]) == (1, 0, 1)
    percent = {"ratings": [{"value": 72.337, "best": 100, "votes": None, "kind": "user"}]}
    both = [{"kind": "user", "value": value, "best": 100.0} for value in (72.0, 72.3)]
    assert counts(verdicts(percent, {"ratings": both})["ratings"]) == (1, 0, 0)


def test_what_differs_in_a_remark_alone_counts_once() -> None:
    film = {"release_dates": [{"date": "2015-04-09", "country": None, "note": note} for note in ("DVD", "Blu-ray")]}
    dates = [{"date": {"year": 2015, "month": 4, "day": 9}, "type": kind} for kind in ("dvd", "blu-ray")]
    assert counts(verdicts(film, {"release_dates": dates})["release_dates"]) == (1, 0, 0)
    assert counts(verdicts(film, {"release_dates": dates[:1]})["release_dates"]) == (1, 0, 0)
    assert counts(verdicts(film, {})["release_dates"]) == (0, 0, 1)


def test_where_none_is_right_too_nothing_is_missing() -> None:
    assert not verdicts(MATCH, None, optional=True)
    found = verdicts(MATCH, {"title": "Another"}, optional=True)
    assert {name: counts(it) for name, it in found.items()} == {"title": (0, 1, 0)}


def test_a_series_says_so() -> None:
    assert counts(verdicts({}, {"media_type": "series"}, kind="series")["series"]) == (1, 0, 0)
    assert counts(verdicts({}, {}, kind="series")["series"]) == (0, 0, 1)


def test_snapshots_of_one_layout_count_as_one() -> None:
    good, bad = [Verdict("year", 1)], [Verdict("year", 0, (1,), (2,))]
    alike = averaged([(("a", "b", "0"), good), *[(("a", "b", "1"), bad)] * 9])
    assert alike["year"] == Counts(1, 1, 1)
    assert alike["year"].f1 == pytest.approx(0.5)


def test_layouts_are_told_apart_by_their_classes(tmp_path: Path) -> None:
    body = {"old": '<p class="a b c d">', "new": '<p class="w x y z">'}
    for name, layout in {"p.2001-01-01": "old", "p.2002-01-01": "old", "p.2003-01-01": "new"}.items():
        (tmp_path / f"{name}.html").write_text(body[layout])
        facts = {"id": name, "file": f"{name}.html", "kind": "film", "film": {"title": "Rain"}}
        (tmp_path / f"{name}.json").write_text(json.dumps(facts))
    assert [group[2] for group in groups(sheets(tmp_path, tmp_path)).values()] == ["0", "0", "1"]


def test_what_a_text_lost_is_not_demanded() -> None:
    page = "The Glass Orchard\nDirector: Ana O’Marden\nReleased on 4 March 1987\n1 h 41 min, 5,000 tickets of $5 000\n"
    told_by_text = dict(surviving(told(MATCH), page))
    kept = {name for name, demand in told_by_text.items() if demand.demanded}
    assert kept == {"title", "directors", "year", "release_dates", "runtime_minutes", "money", "akas"} - {"akas"}
    assert told_by_text["release_dates"].demanded == ({"date": "1987-03-04", "country": None},)
    found = score(told(MATCH), answer(made(**RECORD)), told_by_text)
    assert not any(it.wrong or it.missing for it in found)


def test_only_two_values_contradict_each_other() -> None:
    page = made(title="Rain", year=1990, plot="A long wait for it.", outline="It rains.")
    assert contradictions(page, made(title="RAIN", plot="It rains.")) == (2, [])
    assert contradictions(page, made(title="Rain (1990)", year=1991))[1] == [
        ("title", "Rain", "Rain (1990)"),
        ("year", 1990, 1991),
    ]
    assert contradictions(page, None) == (0, [])


@pytest.mark.parametrize("way", WAYS)
def test_each_way_keeps_the_words(way: str) -> None:
    html = "<html><body><h1>Rain</h1><p>Director: <b>Ada Reed</b></p><script>let a</script></body></html>"
    text = WAYS[way](html)
    assert "Rain" in text and "Ada Reed" in text
    assert WAYS[way]("") == ""


def test_labels_come_back_or_leak() -> None:
    record = made(
        cast=[{"name": "Ada Reed", "roles": ["Eve"]}],
        crew=[{"name": "Bo Lind", "job": "director"}],
        runtimes=[{"minutes": 90}],
        release_dates=[{"date": {"year": 1990, "month": 3, "day": 25}}],
        plot="Key Cast: Ada Reed",
    )
    given = {
        ("Director:", "Bo Lind"),
        ("Run Time:", "90 minutes"),
        ("Released", "03/25/1990"),
        ("Key Cast:", "Ada Reed"),
    }
    assert all(is_given_back(record, label, text) for label, text in given)
    lost = {("Director:", "Ada Reed"), ("Run Time:", "91 minutes"), ("Released", "03/26/1990"), ("Year:", "1990")}
    assert not any(is_given_back(record, label, text) for label, text in lost)
    assert not measured("iheartmovies", "Released", "---") and not measured("amctv", "Themes:", "Trains")
    title, rows = printed({"Key Cast:": ["Ada Reed"], "Director:": ["Bo Lind"]})
    assert leaks([("plot", "Key Cast: Ada Reed"), ("title", "Rain")], title, rows, "amctv")
    assert not leaks([("plot", "The director's cut")], title, rows | {"Keywords": ["director"]}, "amctv")
    assert all("Ada Reed" in layout(title, rows) for layout in LAYOUTS.values())


@pytest.mark.parametrize("name", ["agreement", "cases", "folding", "layouts", "notations"])
def test_examples(name: str) -> None:
    assert doctest.testmod(import_module(f"eval.{name}")).failed == 0
