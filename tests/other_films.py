"""Invented films, and people who talk about them: what pages print below a film's own record."""

from __future__ import annotations

from random import Random

FIRST = "Silver Broken Hidden Northern Paper Crimson Distant Hollow Iron Velvet".split()
SECOND = "Harbour Window Orchestra Meadow Lantern Staircase Compass Railway Orchard Winter".split()
GIVEN = "Ottilie Bertrand Imre Solveig Casimir Noor Fausto Hedvig Tobiah Marisol".split()
FAMILY = "Vandermeulen Ashgrove Kertész Lindholm Abruzzi Okonjo Petrakis Sandoval Wrzos Delacroix".split()
REMARKS = (
    "Saw it in {year} and again last week, still 9/10 for me.",
    "{name} was so much better in {film} ({year})!",
    "Boring. 2/10. Watch {film} instead, with {name}.",
    "Director: {name} should have made this. Rating: 3/10",
    "I give it 7,5/10 – the same budget as {film}, $40 million, and half the fun.",
    "My grandmother was an extra ({year}, 112 minutes in the rain).",
)
HEADINGS = ("Comments", "Kommentare (20)", "Комментарии", "Commentaires", "User comments")
MORE = ("More films", "Ähnliche Filme", "Похожие фильмы", "You might also like", "Films similaires")


def film(number: int) -> str:
    return f"{FIRST[number % 10]} {SECOND[(number // 10 + number) % 10]}"


def person(chance: Random) -> str:
    return f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"


def year(chance: Random) -> int:
    return chance.randint(1931, 2019)


def remark(chance: Random) -> str:
    said = chance.choice(REMARKS)
    return said.format(year=year(chance), name=person(chance), film=film(chance.randrange(100)))


def listed(chance: Random) -> str:
    items = "".join(f'<li><a href="/film/{n}">{film(n)} ({year(chance)})</a></li>\n' for n in range(50))
    return f"<ul>{items}</ul>"


def carded(chance: Random) -> str:
    return "\n".join(
        f'<div class="card"><h3><a href="/film/{n}">{film(n)}</a></h3><p>Director: {person(chance)}</p>'
        f"<p>Stars: {person(chance)}, {person(chance)}</p><p>Year: {year(chance)}</p></div>"
        for n in range(50)
    )


def tabled(chance: Random) -> str:
    cells = ((film(n), year(chance), person(chance), chance.randint(10, 99) / 10) for n in range(50))
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in cells)
    return f"<table><tr><th>Title</th><th>Year</th><th>Director</th><th>Rating</th></tr>\n{rows}</table>"


def commented(chance: Random) -> str:
    return "\n".join(
        f'<div class="comment"><b>{person(chance)}</b>'
        f' <span class="date">{chance.randint(1, 28)} May {year(chance)}</span><p>{remark(chance)}</p></div>'
        for _ in range(20)
    )
