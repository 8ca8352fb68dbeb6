"""What sites show in place of a page is told from reviews and from films with such words."""

from __future__ import annotations

import pytest

import filmmeta

WALLS = [
    "Tidehall needs JavaScript.",
    "You need to enable JavaScript to run this app.",
    "We're sorry but Tidehall doesn't work properly without JavaScript enabled. Please enable it to continue.",
    "Pour continuer, veuillez activer JavaScript.",
    "Bitte aktivieren Sie JavaScript in Ihrem Browser.",
    "Для работы сайта включите JavaScript.",
    "Just a moment...\nChecking your browser before you enter reel.test.",
    "Access to this page has been denied because you seem to use automation tools.",
    "403 Forbidden",
    "Error 404",
    "404 – Page not found",
    "The requested URL was not found on this server.",
    "La page demandée est introuvable.",
    "Страница не найдена",
    "Please confirm that you are not a robot.",
    "Подтвердите, что вы не робот.",
]
REVIEWS = [
    "Forbidden Planet is a wonderful film, and the robot is a delight. I have seen it ten times and will again.",
    "It was just a moment of joy, then the film forgot its own plot. I gave up after an hour of it.",
    "I could not find any reason to like it, though 500 people in the room did. A hundred minutes too long.",
    "She is not a robot, and yet every word of hers in this film sounds as if she were one. Great fun.",
    "The Forbidden Room is a maze that I loved. See the first part before you continue with this one, please.",
    "Nothing was found in the safe, and nothing was found in this script. A page of it would have been enough.",
    "(500) Days is a sweet film about a boy and a girl, told out of order, and not a minute too long for me.",
]


@pytest.mark.parametrize("text", WALLS)
def test_a_wall_is_no_review(text: str) -> None:
    told = [(record.kind, getattr(record, "reason", "")) for record in filmmeta.parse(text.encode())]
    assert told == [("reject", "blocked")]


@pytest.mark.parametrize("text", WALLS)
def test_a_page_that_is_a_wall(text: str) -> None:
    html = "".join(f"<p>{line}</p>" for line in text.splitlines())
    told = filmmeta.parse(f"<html><title>Tidehall</title><body>{html}</body></html>".encode())
    assert [getattr(record, "reason", "") for record in told] == ["blocked"]


@pytest.mark.parametrize("text", REVIEWS)
def test_a_review_with_such_words_stays_one(text: str) -> None:
    assert [record.kind for record in filmmeta.parse(text.encode())] == ["review"]


@pytest.mark.parametrize("title", ["Forbidden", "404", "Just a Moment"])
def test_a_film_called_so_stays_one(title: str) -> None:
    page = f"<title>{title} (1987)</title><h1>{title}</h1><p>Director: Ida Falk</p><p>Cast: Ann Bly, Bo Cole</p>"
    told = filmmeta.parse(page.encode())
    assert [(record.kind, getattr(record, "title", "")) for record in told] == [("film", title)]
