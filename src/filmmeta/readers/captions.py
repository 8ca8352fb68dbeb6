"""Picture captions, glued together or one a line, and the title that they name."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Claim

START = "Still of "
FILM = " in "


def captions(text: str, start: int) -> Iterator[Claim]:
    """The captions of a text that begins at ``start`` of the page, and what each calls the film."""
    position, number = text.find(START), 0
    while position >= 0:
        following = text.find(START, position + 1)
        caption = text[position : following if following >= 0 else len(text)].rstrip()
        begin, end = start + position, start + position + len(caption)
        yield Claim(f"images/{number}/caption", caption, f"text:{begin}-{end}")
        film = caption.find(FILM, len(START) + 1)
        if film >= 0:
            yield Claim("title", caption[film + len(FILM) :], f"text:{begin + film + len(FILM)}-{end}")
        position, number = following, number + 1
