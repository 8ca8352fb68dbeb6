"""The lexicon: what its tables must hold, and labels found however they are printed."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from pathlib import Path

import pytest

from filmmeta.readers import lexicon
from filmmeta.records.film_rules import RULES

DATA = Path(lexicon.__file__).parent / "data"
MAX_LABEL = 40
OWN = {
    *("critic_rating", "votes", "network", "story", "creators", "casting_directors", "production_designers"),
    *("costume_designers", "sound", "dubbing", "seasons", "episodes", "colour", "aspect_ratio", "sound_mix"),
    *("section", "user_review"),
    *(f"elsewhere/{part}" for part in ("related", "comments", "news", "ads", "navigation", "media")),
    *(f"person/{part}" for part in ("born", "birthplace", "died", "height", "filmography", "known_for")),
    *(f"person/{part}" for part in ("occupation", "biography", "family", "other")),
    *(f"book/{part}" for part in ("isbn", "publisher", "pages", "author", "published", "form")),
    *("search/results", "search/none"),
}
REQUIRED = [
    *("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "sk", "hu", "ro"),
    *("ru", "uk", "bg", "el", "tr", "zh", "ja", "ko"),
]
LANGUAGES = {*REQUIRED, "hr", "sr", "he", "ar", "fa", "hi", "vi", "th", "id", "ca"}
CORE = {
    *("directors", "writers", "cast", "genres", "countries", "runtimes", "release_dates", "original_title"),
    *("producers", "composers", "cinematographers", "editors", "plot", "year"),
}
KINDS = {"more", "and", "unknown", "edit", "page", "menu"}


def rows(name: str) -> list[list[str]]:
    return [row.split("\t") for row in (DATA / name).read_text("utf-8").split("\n") if row and row[0] != "#"]


LABELS = rows("labels.tsv")
PHRASES = rows("phrases.tsv")


def test_rows_are_of_known_paths_and_languages() -> None:
    assert {len(row) for row in LABELS} == {5}
    assert {row[0] for row in LABELS} <= set(RULES) | OWN
    assert {row[1] for row in LABELS} == LANGUAGES
    assert {row[3] for row in LABELS} == {"bare", "-"}
    assert all(source for *_, source in LABELS)


def test_no_row_stands_twice_and_the_order_is_fixed() -> None:
    assert len({(path, language, label) for path, language, label, *_ in LABELS}) == len(LABELS)
    blocks = [path for path, _ in groupby(path for path, *_ in LABELS)]
    assert len(blocks) == len(set(blocks)), "the rows of a path stand together"
    for path, block in groupby(LABELS, key=lambda row: row[0]):
        keys = [(language, label) for _, language, label, *_ in block]
        assert keys == sorted(keys), path


def test_labels_are_folded_short_and_no_marks_alone() -> None:
    for *_, label, _bare, _source in LABELS:
        assert 0 < len(label) <= MAX_LABEL, label
        assert lexicon.fold(label) == label == unicodedata.normalize("NFC", label)
        assert any(each.isalpha() for each in label), label


@pytest.mark.parametrize("language", REQUIRED)
def test_each_language_has_the_core_fields(language: str) -> None:
    assert {path for path, spoken, *_ in LABELS if spoken == language} >= CORE


def test_each_label_is_found_with_its_paths_in_the_order_of_the_file() -> None:
    expected: dict[str, list[str]] = {}
    for path, _language, label, *_ in LABELS:
        expected.setdefault(label, []).append(path)
    for label, paths in expected.items():
        entry = lexicon.look_up(label.upper() if label.isascii() else label)
        assert entry is not None, label
        assert entry.paths == tuple(dict.fromkeys(paths)), label
        assert entry.rest == ""


@pytest.mark.parametrize(
    ("text", "path", "rest"),
    [
        ("Release Date (USA):", "release_dates", "(USA)"),
        ("Премьера (РФ)", "release_dates", "(РФ)"),
        ("**Режиссёр**:", "directors", ""),
        ("Режиссе\u0308р", "directors", ""),
        ("Directed\u00a0by[1]", "directors", "[1]"),
        ("Director(s) ........", "directors", ""),
        ("[Director]", "directors", ""),
        ("Director —", "directors", ""),
        ("RÉALISATION :", "directors", ""),
        ("REALISATION", "directors", ""),
        ("◎导\u3000\u3000演", "directors", ""),
        ("【監督】", "directors", ""),
        ("감 독：", "directors", ""),
        ("Critics’ Score", "critic_rating", ""),
        ("Regie / Director", "directors", ""),
        ("\u200bCountry\u200b →", "countries", ""),
        ("Born:", "person/born", ""),
    ],
)
def test_a_label_is_found_however_it_is_printed(text: str, path: str, rest: str) -> None:
    entry = lexicon.look_up(text)
    assert entry is not None
    assert (entry.paths[0], entry.rest) == (path, rest)


@pytest.mark.parametrize("text", ["", ":", "(more)", "()", "[", ")", "/", "Stellan Ravn", "Director " * 40, "(" * 90])
def test_what_is_no_label_is_none(text: str) -> None:
    assert lexicon.look_up(text) is None


def test_a_label_of_several_meanings_has_all() -> None:
    entry = lexicon.look_up("Distribution")
    assert entry is not None
    assert set(entry.paths) >= {"cast", "distributors"}
    rating = lexicon.look_up("Rating")
    assert rating is not None
    assert rating.paths == ("rating", "certificates")


def test_phrases_are_of_known_kinds_and_found() -> None:
    assert {kind for kind, *_ in PHRASES} == KINDS
    assert {language for _, language, _ in PHRASES} <= LANGUAGES | {"-"}
    assert sorted(PHRASES) == PHRASES
    assert len({tuple(row) for row in PHRASES}) == len(PHRASES)
    assert all(lexicon.is_phrase(phrase, kind) for kind, _, phrase in PHRASES)
    assert lexicon.is_phrase("[Edit]", "edit")
    assert lexicon.is_phrase("(více)", "more")
    assert lexicon.is_phrase("…", "more")
    assert not lexicon.is_phrase("See more", "edit")
    assert not lexicon.is_phrase("", "more")


def test_labels_vote_for_the_language_of_the_page() -> None:
    votes = lexicon.languages_of(["Regie", "Drehbuch", "Schnitt", "Kamera", "Erscheinungsjahr", "nothing"])
    assert votes.most_common(1)[0][0] == "de"
    assert lexicon.longest() <= MAX_LABEL
