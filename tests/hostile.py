"""Pages that mean harm, by name: each is made when asked for, and the same each time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

Body = bytes | str
Making = dict[str, Callable[[], Body]]
MANY = 100_000
MILLION = 1_000_000
TITLE = "The Ferry at Noon"
LISTING = f"{TITLE} (1987)\n\nDirector: Ann Bly\nYear: 1987\nCountry: Norway\n"
SENTENCE = "The ferry leaves at noon and nobody on the quay can say who was on board. "
REVIEW = (SENTENCE + "I liked how little it explains, and how long it waits. ") * 3


def html(body: str, head: str = "") -> str:
    """A page about a film, with these parts in it."""
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE} (1987)</title>{head}</head><body><h1>{TITLE} (1987)</h1>"
        f"<p>Director: Ann Bly</p><p>Country: Norway</p>{body}<p>Language: Norwegian</p></body></html>"
    )


def text(more: str) -> str:
    return f"{LISTING}{more}\nLanguage: Norwegian\n"


def linked(node: object) -> str:
    """A page with this JSON-LD."""
    return html(
        "", f'<script type="application/ld+json">{node if isinstance(node, str) else json.dumps(node)}</script>'
    )


def movie(**told: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "Movie", "name": TITLE, **told}


def names(number: int) -> Iterator[str]:
    """Names of people, no two of them one."""
    firsts, lasts = "Ann Bo Cy Dee Eve Flo Gus Hal Ida Jo".split(), "Bly Cole Dorn Ek Falk Gray Holm Iven".split()
    for n in range(number):
        yield f"{firsts[n % 10]} {lasts[n // 10 % 8]}{'abcdefghij'[n // 80 % 10]}{n // 800}"


def joined(pattern: str, number: int = MANY) -> str:
    return "".join(pattern.format(n=n, name=name) for n, name in enumerate(names(number)))


def up_to(size: int, pieces: Iterable[str]) -> str:
    """The pieces, as many as make a text of this size."""
    made, length = [], 0
    for piece in pieces:
        made.append(piece)
        length += len(piece)
        if length >= size:
            break
    return "".join(made)


def numbered(pattern: str, size: int) -> str:
    return up_to(size, (pattern.format(n=n) for n in range(size)))


def nested(tag: str, number: int = MILLION, close: bool = True, word: str = "deep") -> str:
    return html(f"<{tag}>" * number + word + (f"</{tag.partition(' ')[0]}>" * number if close else ""))
