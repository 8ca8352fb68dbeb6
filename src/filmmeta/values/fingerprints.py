"""What tells that two texts are the same, letter by letter or nearly: a digest and a sketch of their letters."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from struct import Struct
from typing import NamedTuple
from unicodedata import normalize

from filmmeta.values.patterns import regex
from filmmeta.values.signs import beyond_ascii

SLOTS = 128
"""The bytes of a sketch."""

RUN = 8
"""The bytes of a run of letters: eight letters of an alphabet, four ideograms or syllables."""

SEED = 7
"""Of the hash functions behind the sketch: part of the format, like SLOTS and RUN."""

DIGEST = Struct(f"<{SLOTS}I")

# All but letters, letters' own marks, and digits: those of ASCII, and the others.
SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
MARKS = regex(
    "[\x80-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7\u02bc\u02c2-\u02df\u037e\u0387\u055a-\u055f\u0589\u058a\u05be"
    "\u05c0\u05c3\u05f3\u05f4\u060c\u061b-\u061f\u0640\u066a-\u066d\u06d4\u0964\u0965\u0970\u0df4\u0e2f\u0e4f\u0e5a"
    "\u0e5b\u0f0b-\u0f14\u104a-\u104f\u10fb\u1361-\u1368\u17d4-\u17da\u1800-\u180e\u2000-\u206f\u20a0-\u20bf"
    "\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30a0\u30fb\ue000-\uf8ff\ufe00-\ufe0f"
    "\ufeff\ufffc\ufffd\U0001f000-\U0001faff]+"
)
WIDE = regex("([\u3000-\U0010ffff]+)")
# Letters and marks that no neighbour changes: those of Latin alphabets, dashes, quotation marks.
APART = regex("[\x80-\u02ff\u2010-\u2026]{0,400}")
NARROW = bytes(range(0xE3))  # the bytes of characters before U+3000
SMALL = bytes(range(256)).lower()


class Fingerprints(NamedTuple):
    """``exact`` is sixteen hex digits, ``sketch`` 256 of them, two a slot; None for a text without a letter."""

    exact: str
    sketch: str | None


def fingerprints(text: str) -> Fingerprints:
    """The digest of a text's letters and digits in their order, and the sketch of their runs.

    Two texts have the same ``exact`` when they differ in case, white space and punctuation alone. The share of
    equal slots in two sketches estimates the share of runs that both texts have of those that either has
    (MinHash, eight bits a slot), with an error of four hundredths.

    >>> fingerprints("Well done!").exact == fingerprints("WELL-DONE").exact
    True
    """
    letters = fold(text)
    return Fingerprints(exact(letters, text), sketch(runs(lanes(letters))) if letters else None)


def fold(text: str) -> str:
    """The letters and digits of a text in their order, without case.

    >>> fold("It’s “well-known”, naïve…"), fold("面白い映画！ 最高。")
    ('itswellknownnaïve', '面白い映画最高')
    """
    letters = text.encode("utf-8", "replace").translate(SMALL, SIGNS)
    if text.isascii():
        return letters.decode("ascii")
    beyond = set(beyond_ascii(text))
    if not APART.fullmatch("".join(beyond)):
        return folded(text)
    for sign in beyond:
        letters = letters.replace(*folded_alone(sign))
    return letters.decode("utf-8")


@lru_cache(maxsize=1_024)
def folded_alone(sign: str) -> tuple[bytes, bytes]:
    """A sign that no neighbour changes, and its letters, both as UTF-8."""
    return sign.encode("utf-8"), folded(sign).encode("utf-8")


def folded(text: str) -> str:
    """The same of any text, in which a character may change those beside it."""
    letters = MARKS.sub("", normalize("NFKC", text.casefold()))
    return letters.encode("utf-8", "replace").translate(None, SIGNS).decode("utf-8")


def exact(letters: str, text: str) -> str:
    """The digest of folded letters, of the text itself where it has none: a smile is no frown."""
    return blake2b((letters or text).encode("utf-8", "replace"), digest_size=8).hexdigest()


def lanes(letters: str) -> bytes:
    """A byte for each letter of an alphabet, the last of its code; two and more for an ideogram or a syllable."""
    if letters.isascii():
        return letters.encode("ascii")
    if not letters.encode("utf-8").translate(None, NARROW):
        return letters.encode("utf-16-le")[::2]
    parts = [part.encode("utf-16-le") for part in WIDE.split(letters)]
    return b"".join([part if place % 2 else part[::2] for place, part in enumerate(parts)])


def runs(text: bytes) -> memoryview:
    """All runs of RUN bytes of lanes, as numbers, in no useful order; a shorter text is one.

    >>> len(runs(b"eighteen letters it"))
    12
    """
    text = text.ljust(RUN, b"\0")
    return memoryview(b"".join([text[at : at + (len(text) - at) // RUN * RUN] for at in range(RUN)])).cast("Q")


def sketch(numbers: memoryview) -> str:
    """In hex, for each of SLOTS hash functions, the last byte of the least hash among the numbers."""
    from rensa import RMinHash

    matrix = RMinHash.digest_matrix_from_flat_token_hashes(numbers, (0, len(numbers)), SLOTS, SEED)
    return DIGEST.pack(*matrix.to_rows()[0])[::4].hex()
