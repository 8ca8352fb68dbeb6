"""Picture captions, glued together or one a line, and the title that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from filmmeta.claim import Claim

START = "Still of "
FILM = " in "


def captions(text: str, start: int) -> Iterator[Claim]:
    """The captions of a text that begins at ``start`` of the page, and what each calls the film.

    A name may hold the word that stands before the title: the reading that most captions share comes first.
    """
    found = [(start + at, caption) for at, caption in parted(text)]
    for number, (begin, caption) in enumerate(found):
        yield Claim(f"images/{number}/caption", caption, f"text:{begin}-{begin + len(caption)}")
    votes = Counter(title for _, caption in found for title in titles(caption))
    ranked = sorted(votes, key=lambda title: (-votes[title], -len(title), title))
    told = [(begin, caption, next((t for t in ranked if t in titles(caption)), "")) for begin, caption in found]
    for begin, caption, title in sorted(told, key=lambda each: ranked.index(each[2]) if each[2] else 0):
        if title:
            end = begin + len(caption)
            yield Claim("heading" if title.endswith(")") else "title", title, f"text:{end - len(title)}-{end}")


def parted(text: str) -> Iterator[tuple[int, str]]:
    """Each caption of a text that begins with one, and where it starts."""
    position = text.find(START)
    while position >= 0:
        following = text.find(START, position + 1)
        yield position, text[position : following if following >= 0 else len(text)].rstrip()
        position = following


def titles(caption: str) -> list[str]:
    """What a caption may call the film: all that follows ``in``."""
    parts = caption[len(START) :].split(FILM)
    return [FILM.join(parts[n:]) for n in range(1, len(parts))]
