"""What a page says and where (Claim), and what went wrong on the way (Problem)."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args


class Claim(NamedTuple):
    """This text, standing here, is what the page says of this field.

    ``path`` is a JSON pointer without its first slash: ``title``, ``cast/3/name``. A star for an index
    speaks of every item (``money/*/currency``), a path below ``layout`` of no field: that text is a label,
    a heading or a divider, accounted for and without a value.

    ``text`` is exactly the page's. ``where`` is a scheme and a locator:

    ========================  ==============================================================
    ``text:1234-1250``        character offsets in the decoded text
    ``xpath:/html/body/h1``   a node of the page's tree; ``…/@content`` an attribute of it
    ``json:ld/0/director``    a value in the JSON that the page embeds
    ``xml:/movie/title``      a node of an NFO file
    ``wiki:1234-1250``        character offsets in wikitext
    ``body:120-127``          character offsets in the cleaned body of the review itself
    ``inferred:METHOD``       what no page prints: a detected language, a site's currency
    ========================  ==============================================================
    """

    path: str
    text: str
    where: str


Code = Literal[
    "unreadable",
    "unread",
    "unlabelled",
    "empty-label",
    "conflict",
    "ambiguous",
    "out-of-range",
    "missing",
    "cut-short",
    "mojibake-repaired",
    "undecodable",
    "scrubbed",
    "over-budget",
    "crash",
]

MEANINGS: dict[Code, str] = {
    "unreadable": "a field's text that no grammar could read as a value",
    "unread": "text of the page that no claim accounts for",
    "unlabelled": "a value whose label is lost: kept as a note, or given to a field by its place and shape",
    "empty-label": "a label that stands without a value",
    "conflict": "two texts that disagree about one field; the first is kept",
    "ambiguous": "a text that can be read in more than one way; none was chosen",
    "out-of-range": "a value that cannot be: left out",
    "missing": "a field that every record of this kind should have, and the page does not give",
    "cut-short": "the page, or a view of it, seems to end before it should",
    "mojibake-repaired": "text that was decoded wrongly before it was saved, and was put right",
    "undecodable": "bytes that are no text in the page's encoding, shown as U+FFFD",
    "scrubbed": "NUL characters or lone surrogates, shown as U+FFFD",
    "over-budget": "a part of the page left unread because reading it would cost too much",
    "crash": "a bug of filmmeta's own; the page's other records are not touched by it",
}
CODES: tuple[Code, ...] = get_args(Code)


class Problem(NamedTuple):
    """Something about a page that its reader should know; ``code`` is one of MEANINGS.

    ``path`` names the field, ``text`` and ``where`` the place as in a Claim; each may be empty.
    """

    code: Code
    path: str = ""
    text: str = ""
    where: str = ""


MAX_SHOWN = 200  # characters of a text in a problem; the page has the rest


def shown(text: str) -> str:
    """The text as a problem shows it: cut where it is long."""
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"
