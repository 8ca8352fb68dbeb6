"""Credits: a name, the roles it played or the jobs it did, and the remarks."""

from __future__ import annotations

import re
from typing import NamedTuple

from filmmeta.values.absence import is_absent
from filmmeta.values.patterns import regex
from filmmeta.values.people.lists import LIST_LIMIT, MOST, split_commas, split_people
from filmmeta.values.people.names import clean_name
from filmmeta.values.people.words import CLOSE, OPEN, is_more, is_note, is_plain, is_run, split_notes

ROLES_LIMIT = 1500
"""The longest roles of one person, in characters."""

_JOINERS = (
    "as|als|como|come|jako|ako|som|mint|sebagai|vai"
    "|dans le rôle de|nel ruolo di|en el papel de|no papel de|in der Rolle"
    "|в роли|у ролі|в ролята на|στον ρόλο"
)
_LEADER = regex(r"\.\.\.++|…|\.\.(?!\.)|(?:\. ){2,40}")
_GAP = regex(r"[\t\n]")
_AS = regex(rf"\s(?:{_JOINERS}):?\s|\s[–—-]{{1,2}}\s|→")
_LINES = regex(r"[\n;|•]")
_CODED = regex(r"[A-Z]{1,3}|[a-z]|\d{1,4}")
_HEADED = regex(
    r"^\s?(?:役名?|角色|배역|роль|персонаж|role|character|rolle|rola|ruolo|rôle|papel|szerep)\s?[:：]\s?", re.I
)
"""The word for a role, with a colon, that announces one."""
_PLAYED = regex(r"(?<=[^\s主脇端子助])(?:役|\s역)$")
"""The word for a role, behind one."""
_EDGES = " \t\r\n\xa0,;|•●*›»"


class Roles(NamedTuple):
    """Characters as printed, and remarks without their brackets."""

    roles: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Credit(NamedTuple):
    """A name as printed, the characters (or jobs) that stand beside it, and remarks without brackets."""

    name: str
    roles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES)


def _parts(text: str) -> list[str]:
    """The text cut at slashes and lines outside brackets; ``AC/DC`` and ``9/11`` stay whole."""
    found, start, depth = [], 0, 0
    for at, char in enumerate(text):
        if char in OPEN:
            depth += 1
        elif char in CLOSE:
            depth = max(0, depth - 1)
        elif not depth and char in "/／\n;|" and not _is_coded(text, at):
            found.append(text[start:at])
            start = at + 1
    return [*found, text[start:]]


def _is_coded(text: str, at: int) -> bool:
    """True for a slash within an abbreviation or a number."""
    left, right = text[max(0, at - 5) : at].split(" ")[-1], text[at + 1 : at + 6].split(" ")[0]
    return text[at] == "/" and bool(_CODED.fullmatch(left) and _CODED.fullmatch(right))


def _is_link(text: str) -> bool:
    return is_more(text) and not text.strip().isdigit()


def _one_role(text: str) -> tuple[str, list[str]]:
    """A role and its remarks; brackets that hold no known remark are part of the role."""
    role, notes = split_notes(_PLAYED.sub("", _clean(_HEADED.sub("", text))), is_note)
    if role and role[-1] == "…":
        role = role[:-1].rstrip()
    if is_run(role) or role in ("voice", "uncredited", "archive footage", "credit only"):
        return "", [role, *notes]
    return role, [*notes]


def roles(text: str) -> Roles:
    """The characters of one person, parted by slashes or lines, and the remarks about them.

    Brackets are remarks only when they say something of the credit (``uncredited``, ``voice``, ``as …``,
    ``2 episodes``); others belong to the character. Raises ValueError when there is neither.

    >>> roles("Bartender / Cop (uncredited)")
    Roles(roles=('Bartender', 'Cop'), notes=('uncredited',))
    """
    if is_plain(text):
        return Roles((text,))
    if len(text) > ROLES_LIMIT:
        raise ValueError("no roles: too long")
    found: list[str] = []
    notes: list[str] = []
    for part in _parts(text):
        if not any(map(str.isalnum, part)) or is_absent(part.strip()) or _is_link(part):
            continue
        role, more = _one_role(part)
        found += [role] if any(map(str.isalnum, role)) else []
        notes += more
    if not found and not notes:
        raise ValueError(f"no roles: {text[:40]!r}")
    return Roles(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(notes)))


def _outside(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match that stands outside brackets."""
    depth = at = 0
    for match in pattern.finditer(text):
        between = text[at : match.start()]
        depth += sum(map(between.count, OPEN)) - sum(map(between.count, CLOSE))
        at = match.start()
        if depth <= 0 and text[:at].strip():
            return match
    return None


def _halves(text: str) -> tuple[str, str]:
    """The name and what stands beside it: behind dots, a tab, ``as`` or a dash."""
    for pattern in (_LEADER, _GAP, _AS):
        if match := _outside(pattern, text):
            rest = text[match.end() :].strip().lstrip(".… ")
            return text[: match.start()], rest.removeprefix("as ")
    return text, ""


def credit(text: str) -> Credit:
    """One person with the roles beside the name: ``Name ... Role``, ``Name as Role``, ``Name (Role)``.

    Raises ValueError when there is no name.

    >>> credit("Robert De Niro ... Travis Bickle / Himself (uncredited)")
    Credit(name='Robert De Niro', roles=('Travis Bickle', 'Himself'), notes=('uncredited',))
    """
    if len(text) > ROLES_LIMIT or is_more(text):
        raise ValueError(f"no credit: {text[:40]!r}")
    left, right = _halves(text.strip(_EDGES))
    name, notes = split_notes(left)
    name = clean_name(name)
    played = Roles(())
    if right and any(map(str.isalnum, right)) and not is_absent(right):
        played = roles(right)
    elif not right and notes and not is_note(notes[0]) and any(map(str.isalpha, notes[0])):
        played, notes = roles(notes[0]), notes[1:]
    return Credit(name, played.roles, tuple(dict.fromkeys((*notes, *played.notes))))


def _lines(text: str) -> list[str]:
    """The lines of a cast list; one of dots, or that begins with them, goes on the line before."""
    found: list[str] = []
    for line in filter(None, map(str.strip, _LINES.split(text))):
        opened = found and _LEADER.fullmatch(found[-1][-3:])
        if found and (opened or _LEADER.match(line) or line.startswith(("as ", "("))):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def credits(text: str) -> tuple[Credit, ...]:
    """The credits of a list, one a line or parted by semicolons, bars or commas, in its order.

    Raises ValueError when there is none, or one of them is no credit.

    >>> credits("Tom Hanks as Forrest Gump, Robin Wright as Jenny")[1]
    Credit(name='Robin Wright', roles=('Jenny',), notes=())
    """
    if len(text) > LIST_LIMIT:
        raise ValueError("no credits: too long")
    if len(_LINES.findall(text)) > 3 * MOST or len(lines := _lines(text)) > MOST:
        raise ValueError("too many credits")
    found = [credit(one) for line in lines for one in _listed(line) if not is_more(one)]
    if not found:
        raise ValueError(f"no credits: {text[:40]!r}")
    return tuple(found)


def _listed(line: str) -> list[str]:
    """The credits of one line; commas part roles only when each part has one."""
    parts = split_commas(line)
    beside = [bool(_halves(part)[1]) for part in parts]
    if not any(beside):
        return split_people(line)
    return parts if all(beside) else [line]
