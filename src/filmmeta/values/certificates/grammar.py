"""The grammar of certificates: board, country, label, reason and notes.

>>> certificates("Rated PG-13 for some violence.")
(Certificate(label='PG-13', country='US', reason='some violence', note=None),)
>>> [(c.country, c.label) for c in certificates("USA:R | UK:15")]
[('US', 'R'), ('GB', '15')]
"""

from __future__ import annotations

import re
from typing import NamedTuple

from filmmeta.values.certificates.tables import EDGES, boards, fold, known, sentence
from filmmeta.values.patterns import regex
from filmmeta.values.places import country as country_code

LONGEST = 20_000  # characters of a list of certificates
LONGEST_ONE = 1_000  # characters of a certificate with its reason
MOST = 300  # certificates of a list
PARTS = regex(r"((?:[^|\n•()]|\([^()]{0,500}\)|[()]){1,1000}+)")
NOTE = regex(r"[(\[]([^()\[\]]{1,400})[)\]]")
REASON = regex(
    r"(?:on appeal )?(?:by the [\w ]{2,40}? )?(?:for|due to|because of|wegen|contains|con|pour)\b:?|[-–—:]",
    re.IGNORECASE,
)
REMARK = regex(
    r"\d{4}|rat(?:ed|ing)|cut|version|video|dvd|blu|tv|cinema|theatrical|applied|certificate|uncut|edit|reissue|release|#\d",
    re.IGNORECASE,
)
RATED = regex(r"Rated (PG-13|PG|NC-17|R|G) for ([^|\n•:()\[\]]{3,400})")
AMERICAN = frozenset(("G", "PG", "PG-13", "PG13", "R", "NC-17", "NC17", "X", "M"))
LONGEST_LABEL = 4  # words
INNER = EDGES.replace(":", "")


class Certificate(NamedTuple):
    """A label as printed, ISO 3166-1 country or None, the board's reason, and a note (region, edition)."""

    label: str
    country: str | None = None
    reason: str | None = None
    note: str | None = None


def certificates(text: str, *, board: str = "") -> tuple[Certificate, ...]:
    """The certificates that a text lists, in its order, each with country, reason and note where printed.

    The country is the one that the text names, else that of the board it names, else that of a label which
    one country alone uses; ``board`` is a board that the caller knows (``MPAA``, ``FSK``). Sentences get
    their usual short form (``Interdit aux moins de 12 ans``: ``12``). ValueError when a part is none.

    >>> certificates("R (for language)", board="MPAA")[0][:3]
    ('R', 'US', 'language')
    >>> certificates("FSK ab 12 freigegeben")[0][:2], certificates("12A")[0].country
    (('12', 'DE'), None)
    """
    if len(text) > LONGEST:
        raise ValueError("too long for certificates")
    if not board and len(text) < 20 and text == text.strip(EDGES) and (land := known(text)):
        return (Certificate(text, land.strip("-") or None),)
    if not board and (told := RATED.fullmatch(text)) and (why := told[2].strip(EDGES)):
        return (Certificate(told[1], "US", why),)
    home = _announced(f"{board} ?")[1] if board else None
    found: dict[Certificate, None] = {}
    parts = PARTS.findall(text.strip(EDGES))
    if len(parts) > MOST:
        raise ValueError("too many certificates")
    for part in parts:
        if part.strip(EDGES) and not part.strip(EDGES).lower().startswith(("see all", "see more", "more")):
            found.update(dict.fromkeys(_several(part.strip(EDGES), home)))
    if not found:
        raise ValueError("no certificate")
    return tuple(found)


def _several(text: str, home: str | None) -> tuple[Certificate, ...]:
    """The certificates of a part: one, or several behind commas or slashes."""
    if len(text) > LONGEST_ONE:
        raise ValueError("too long for a certificate")
    if one := certificate(text, home):
        return (one,)
    for mark in (" / ", "; ", ", ", ",", ";"):
        pieces = text.split(mark)
        if 1 < len(pieces) <= 100 and all(found := [certificate(piece, home) for piece in pieces]):
            return tuple(one for one in found if one)
    raise ValueError(f"no certificate: {text[:40]!r}")


def certificate(text: str, home: str | None = None) -> Certificate | None:
    """The certificate that a text is, None when it is none; ``home`` is the board's country if known."""
    text, board = _announced(text.strip(EDGES))
    land, note, text = _led(text.strip(EDGES))
    if land and not board:
        text, board = _announced(text)
    found = _label(text, land or board or home)
    if not found and not land:
        head, _, tail = text.rpartition(" ")
        land = _land(head) if head and known(tail) else None
        found = _label(tail, land) if land else None
    if not found:
        return None
    one, rest = found
    if note:
        one = one._replace(note=note)
    return _finished(one, rest, stated=bool(land or board or home), named=bool(land))


def _announced(text: str) -> tuple[str, str | None]:
    """The text without the words that announce a certificate, and the country of a board among them."""
    land, table = None, boards()
    while True:
        if known(text):
            return text, land
        words = text.split(None, 5)
        for n in range(min(5, len(words)), 0, -1):
            name = fold(" ".join(words[:n]))
            if name in table and (len(words) > n or _rest(text, words, n)):
                land = table[name] or land
                text = _rest(text, words, n)
                break
        else:
            return text, land


def _rest(text: str, words: list[str], n: int) -> str:
    """The text behind its first ``n`` words."""
    for word in words[:n]:
        text = text[text.index(word) + len(word) :]
    return text.strip(INNER)


def _led(text: str) -> tuple[str | None, str | None, str]:
    """Country, region and label of `Canada (Ontario): 14A`; without a country, the text alone."""
    head, colon, tail = text.partition(":")
    if not colon or len(head) > 60 or not tail.strip(EDGES):
        return None, None, text
    region = NOTE.search(head)
    land = _land(NOTE.sub("", head))
    if not land:
        return None, None, text
    return land, region[1].strip() if region else None, tail.strip(EDGES)


def _land(name: str) -> str | None:
    try:
        return country_code(name.strip(EDGES))
    except ValueError:
        return None


def _label(text: str, land: str | None) -> tuple[Certificate, str] | None:
    """The label that a text begins with, and what follows it."""
    body, bracket, tail = text.partition(" (")
    if found := sentence(body):
        label, home = found
        return Certificate(label, land or home), bracket + tail
    words = text.split(None, LONGEST_LABEL)
    for n in range(min(LONGEST_LABEL, len(words)), 0, -1):
        piece = " ".join(words[:n]).strip(EDGES.replace(".", ""))
        piece = piece if "." in piece[:-1] else piece.rstrip(".")
        if home := known(piece):
            return Certificate(piece, land or home.strip("-") or None), _rest(text, words, n)
    if land and words and len(words[0]) <= 12 and (words[0].isupper() or words[0][0] == "("):
        return Certificate(words[0].strip("()"), land), text[len(words[0]) :]
    return None


def _finished(one: Certificate, rest: str, *, stated: bool, named: bool) -> Certificate | None:
    """The certificate with what the text behind its label says: reason, note, country."""
    notes = [one.note] if one.note else []
    reason = None
    while match := NOTE.match(rest := rest.strip(INNER)):
        inside, rest = match[1].strip(), rest[match.end() :]
        if told := REASON.match(inside):
            reason = inside[told.end() :].strip(EDGES)
        elif not named and (land := _land(inside)):
            one, named, stated = one._replace(country=land), True, True
        elif named or REMARK.search(inside):
            notes.append(inside)
        else:
            reason = inside
    if rest.lower().startswith(("rating", "certificate", "cert", "rated")):
        rest = rest.partition(" ")[2].strip(EDGES)
    if rest and (told := REASON.match(rest)):
        reason = rest[told.end() :].strip(EDGES) or reason
    elif rest and not named and (land := _land(rest)):
        one, stated = one._replace(country=land), True
    elif rest:
        return None
    if reason and not stated and one.label in AMERICAN and not one.country:
        one = one._replace(country="US")
    return one._replace(reason=reason or None, note="; ".join(notes) or None)
