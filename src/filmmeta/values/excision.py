"""A text with parts of it taken out."""

from __future__ import annotations

from collections.abc import Iterable

from filmmeta.values.patterns import regex

HOLLOW = regex(r"[ \t]?[(\[{\"“„«'‘][ \t]?[)\]}\"”»'’](?![\w)])")
AROUND = " \t"


def without(text: str, parts: Iterable[tuple[int, int]]) -> str:
    """The text without the parts from start up to end, and without the blanks and brackets they leave empty.

    Lines in which no letter or digit is left go with them.

    >>> without("A fine film (8/10), really.", [(13, 17)])
    'A fine film, really.'
    >>> without("Fine.\\n\\n8/10", [(7, 11)])
    'Fine.'
    """
    kept, done, seams = [], 0, False
    for start, end in sorted(parts):
        if end <= done:
            continue
        kept.append(text[done : max(start, done)])
        done, seams = end, True
    if not seams:
        return text
    lines = ("".join(joined([*kept, text[done:]]))).split("\n")
    before = {line for line in text.split("\n") if not any(map(str.isalnum, line))}
    lines = [line.rstrip(AROUND) for line in lines if any(map(str.isalnum, line)) or line in before]
    return squeezed("\n".join(lines))


def joined(pieces: list[str]) -> list[str]:
    """The pieces with one blank at most where a part stood, and without the brackets that held it."""
    found = [pieces[0]]
    for piece in pieces[1:]:
        before = found[-1]
        if HOLLOW.fullmatch(before[-1:] + piece[:1]):
            before, piece = before[:-1].rstrip(AROUND), piece[1:]
        if before[-1:] in ("", " ", "\n") or piece[:1] in tuple(".,;:!?)"):
            piece = piece.lstrip(AROUND)
        if piece[:1] in tuple(".,;:!?)\n") or not piece:
            before = before.rstrip(AROUND)
        found[-1] = before
        found.append(piece)
    return found


def squeezed(text: str) -> str:
    """The text without more than one blank line in a row, and none at its ends."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip()
