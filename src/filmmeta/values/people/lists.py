"""Lists of people: where one name ends and the next begins."""

from __future__ import annotations

from typing import NamedTuple

from filmmeta.values.folding import fold
from filmmeta.values.patterns import regex
from filmmeta.values.people.names import Person, person
from filmmeta.values.people.words import OPEN, is_more, is_plain, split_notes, words

LIST_LIMIT = 12_000
"""The longest list of people, in characters."""
MOST = 300
"""The most parts of a list that need a closer look than names of letters alone."""
SHORT = 40  # characters that no suffix has

_MARKS = regex(
    r"(?P<bracket>[()\[\]（）【】])|(?P<hard>[\n\r\t|;•●▪‣；、]|\s[·∙/・+]\s|／)|(?P<comma>[,，،])"
    r"|(?P<slash>/)|(?P<amp>\s&\s)|(?P<and>\s(?:and|et|und|y|e|i|a|en|og|och|ja|és|și|şi|и|і|та|και|ve|و)\s)"
)
_LEADING = regex(r"(?:and|et|und|y|og|och|en|és|și|и|та|και|ve|و|&)\s")
_INITIALS = regex(r"[\w'’-]{1,40}(?: \w\.?){0,3}\.?")
_PARTICLES = regex(r"^(?:(?:de|del|della|di|da|dos|du|van|von|der|den|la|le|el|al|af|ter|zu) ){1,3}")
_CASELESS = regex(r"[\u0590-\u07ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _body(text: str) -> list[str]:
    """The words of a piece, without its remarks."""
    return split_notes(text)[0].split()


def _is_suffix(text: str) -> bool:
    """True for what belongs to the name before the comma: ``Jr.``, ``M.D.``."""
    body = _body(text)
    return 0 < len(body) < 4 and fold(" ".join(body)) in words("suffix")


def _is_band(text: str) -> bool:
    """True for what follows an ``and`` and is no second person: ``and the Wailers``, ``& Friends``."""
    return fold(text.split()[0]) in words("band")


def _is_full(text: str) -> bool:
    """True for two words or more that look like a name; one word is enough where words are not spaced."""
    body = _body(text)
    if not body or _is_band(text):
        return False
    if _CASELESS.match(body[0]):
        return len(body[0]) > 1
    return len(body) > 1 and not body[-1][0].islower() and not body[0].islower()


def _is_inverted(left: str, right: str) -> bool:
    """True for ``Coen, Joel``: one word, a comma, one word, and no list around it."""
    names = (" ".join(_body(left)), " ".join(_body(right)))
    if _CASELESS.search(left) or "&" in right or not names[0]:
        return False
    family = _PARTICLES.sub("", names[0])
    given = bool(_INITIALS.fullmatch(names[1])) and not any(map(str.isdigit, names[1]))
    return given and right[:1] == " " and " " not in family and family[:1].isupper() and names[1][:1].isupper()


class Piece(NamedTuple):
    """The text up to the next separator, what the separator before it is (blank: the first), and its text."""

    text: str
    kind: str = ""
    mark: str = ""


def pieces(text: str) -> list[Piece]:
    """The text cut at every separator that stands outside brackets; a line's end closes all brackets."""
    found: list[Piece] = []
    kind, mark, start, depth = "", "", 0, 0
    for count, match in enumerate(_MARKS.finditer(text)):
        if count > MOST:
            raise ValueError("too many people")
        if match.lastgroup == "bracket":
            depth = depth + 1 if match[0] in OPEN else max(0, depth - 1)
        elif not depth or match[0] == "\n":
            found.append(Piece(text[start : match.start()], kind, mark))
            kind, mark, start, depth = match.lastgroup or "", match[0], match.end(), 0
    found.append(Piece(text[start:], kind, mark))
    return _filled(found)


def _filled(found: list[Piece]) -> list[Piece]:
    """The pieces that hold text; a separator before a blank one is part of the next, and parts as strongly."""
    filled: list[Piece] = []
    kind = mark = ""
    for piece in found:
        mark += piece.mark
        kind = piece.kind if kind not in ("comma", "hard") else kind
        if piece.text.strip():
            filled.append(Piece(piece.text, kind, mark))
            kind = mark = ""
        else:
            mark += piece.text
    return filled


def _runs(text: str) -> list[list[Piece]]:
    """The pieces between two lines, bars or semicolons, with suffixes put back where they belong."""
    runs: list[list[Piece]] = []
    for piece in pieces(text):
        if not runs or piece.kind == "hard":
            runs.append([piece])
        elif piece.kind == "comma" and _is_suffix(piece.text):
            last = runs[-1][-1]
            runs[-1][-1] = last._replace(text=f"{last.text}{piece.mark}{piece.text}")
        else:
            runs[-1].append(piece)
    return runs


def _is_whole(run: list[Piece]) -> bool:
    """True for one name with commas: ``Coen, Joel``; ``Crosby, Stills & Nash``."""
    kinds = [piece.kind for piece in run[1:]]
    if kinds == ["comma"]:
        return _is_inverted(run[0].text, run[1].text)
    band = kinds[-1:] == ["amp"] and kinds[:-1] == ["comma"] * len(kinds[:-1])
    return band and len(kinds) > 1 and all(len(_body(piece.text)) == 1 for piece in run)


def _names(run: list[Piece]) -> list[str]:
    """The names of one run: commas part them, other words only where both sides look like names."""
    if _is_whole(run):
        return ["".join(piece.mark * (at > 0) + piece.text for at, piece in enumerate(run))]
    listed = any(piece.kind == "comma" for piece in run)
    found: list[str] = []
    joined = False
    for piece in run:
        if found and is_more(piece.mark + piece.text):
            continue
        parts = not found or piece.kind in ("comma", "hard")
        if not parts and not joined and _is_full(found[-1]):
            parts = _is_full(piece.text) or (listed and piece.kind == "and" and not _is_band(piece.text))
        joined = not parts
        if parts:
            found.append(piece.text)
        else:
            found[-1] += piece.mark + piece.text
    return found


def _leading(name: str) -> str:
    """The name without an ``and`` before it or dots behind it."""
    name = name.strip()
    if match := _LEADING.match(name):
        name = name[match.end() :]
    return name.rstrip("… ").removesuffix("...").rstrip()


def split_people(text: str) -> list[str]:
    """The texts of a list's people, each with its remarks; what leads to the rest of the list is left out."""
    raw = [name for run in _runs(text) for name in _names(run)]
    found = [_leading(name) for name in raw if not is_more(name)]
    return [name for name in found if any(map(str.isalnum, name)) and not is_more(name)]


def split_commas(text: str) -> list[str]:
    """The text cut at its commas alone, outside brackets, with suffixes put back where they belong."""
    found: list[str] = []
    for piece in pieces(text):
        first = piece.text.split()[0]
        suffix = len(first) < SHORT and fold(first) in words("suffix")
        if not found or (piece.kind == "comma" and not suffix):
            found.append(piece.text)
        else:
            found[-1] += piece.mark + piece.text
    return found


def _is_name(text: str) -> bool:
    """True for two words or more with capitals that say nothing but a name."""
    return " " in text and is_plain(text, True) and (text.istitle() or all(word[0].isupper() for word in text.split()))


def people(text: str) -> tuple[Person, ...]:
    """The people of a list, in its order; names are never split or put in another order.

    Lines, commas, semicolons, bars and bullets part names; ``and``, ``&``, ``et``, ``/`` only where both
    sides look like full names (``Simon & Garfunkel`` is one), and ``・`` only between spaces. Links to the
    rest of the list are left out. Raises ValueError when there is no name, or a part is none.

    >>> [p.name for p in people("Robert Downey, Jr., Joel Coen & Ethan Coen, See more »")]
    ['Robert Downey, Jr.', 'Joel Coen', 'Ethan Coen']
    """
    if len(text) > LIST_LIMIT:
        raise ValueError("no people: too long")
    parts = text.split(", ")
    if all(map(_is_name, parts)):
        return tuple(Person(part) if part.isascii() else person(part) for part in parts)
    found = tuple(person(name) for name in split_people(text))
    if not found:
        raise ValueError(f"no people: {text[:40]!r}")
    return found
