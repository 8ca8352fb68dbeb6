"""Headings that say which of a film's pages they head give its title alone."""

from __future__ import annotations

import pytest

import filmmeta

HEADINGS = {
    "Salt Lamp Reviews": "Salt Lamp",
    "Salt Lamp: User Reviews": "Salt Lamp",
    "Salt Lamp (1987) - Full Cast & Crew": "Salt Lamp",
    "Reviews of Salt Lamp": "Salt Lamp",
    "Critiques spectateurs du film Salt Lamp": "Salt Lamp",
    "Kritiken zu Salt Lamp": "Salt Lamp",
    "Opinie o filmie Salt Lamp": "Salt Lamp",
    "Salt Lamp – recenze": "Salt Lamp",
    "Отзывы о фильме «Соль»": "Соль",
    "Salt Lamp yorumları": "Salt Lamp",
    "海盐灯 短评": "海盐灯",
    "海盐灯的影评": "海盐灯",
    "塩のあかりのレビュー": "塩のあかり",
    "소금 등 리뷰": "소금 등",
    # titles with such words
    "The Reviews": "The Reviews",
    "Bad Reviews for Ann": "Bad Reviews for Ann",
    "Cast Away": "Cast Away",
    "Kritikerin": "Kritikerin",
    "Salt Previews": "Salt Previews",
    "影评人": "影评人",
}


@pytest.mark.parametrize(("heading", "title"), HEADINGS.items())
def test_the_title_within(heading: str, title: str) -> None:
    page = f"<title>{heading}</title><h1>{heading}</h1><p>Director: Ida Falk</p><p>Cast: Ann Bly, Bo Cole</p>"
    [film] = filmmeta.parse(page.encode())
    assert isinstance(film, filmmeta.Film)
    assert film.title == title
    assert all(where.startswith(("xpath:", "text:")) for path, _, where in film.sources if path == "title")
