"""The certificate that stands on a line of its own: FSK ab 16 freigegeben, Interdit aux moins de 12 ans."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta import values
from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.facts.slices import whole
from filmmeta.readers.unlabelled.places import block_words, heading

BELOW = 120  # segments below the main heading
LONGEST = 70
SPELT = 14  # characters of a certificate that is a sentence, which nothing else on a page is


def claims(page: Page) -> Iterator[Claim | Problem]:
    """The claim of the first such line below the main heading."""
    main = page.once(heading)
    if main is None:
        return
    outline = page.once(outlined)
    for number in range(main.number + 1, min(len(outline.segments), main.number + BELOW)):
        segment = outline.segments[number]
        if outline.outside[number] or outline.marks[number] or not 1 < len(segment.text) <= LONGEST:
            continue
        if (is_spelt(segment.text) or is_named(segment)) and is_certificate(segment.text):
            yield whole(segment).claim("certificates")
            yield Problem("unlabelled", "certificates", "", segment.where())
            return


def is_spelt(text: str) -> bool:
    """Whether a text has the length of a sentence; whether it is a certificate's is for their grammar to say."""
    return len(text) >= SPELT and " " in text


def is_named(segment: Segment) -> bool:
    """Whether a line's block, or that around it, is named for certificates."""
    if segment.start >= 0:
        return False
    above = segment.block.parent
    words = segment.block.words | (above.words if above is not None else frozenset())
    return not words.isdisjoint(block_words("certificate"))


def is_certificate(text: str) -> bool:
    try:
        return len(values.certificates(text)) == 1
    except ValueError:
        return False
