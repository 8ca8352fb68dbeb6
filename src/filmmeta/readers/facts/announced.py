"""Cast lists of text pages whose roles stand on lines of their own, announced by dots or a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmmeta.claim import Claim
from filmmeta.readers.facts import lists
from filmmeta.readers.facts.slices import HUSK, Slice, in_one_script, undoubled
from filmmeta.readers.lexicon import is_phrase

NUMBERED = re.compile(r"\d{1,3}[.)]?")
ANNOUNCED = re.compile(
    r"(?:\.{2,9}|…{1,3}|(?:as|als|comme|como|come|jako|som|mint)\b)\s{0,9}(?P<role>.*)", re.IGNORECASE | re.DOTALL
)
FIRST = 8  # lines of a list that show how it is set
MAX_ROLE = 200

Row = tuple[Slice, list[Slice]]


def announced(values: Sequence[Slice]) -> list[Row] | None:
    """The names of a list, each with its roles; None where no line announces a role."""
    cells = [cell for value in values for cell in value.split("\t")]
    lines = [cell for cell in cells if not NUMBERED.fullmatch(cell.text.strip(HUSK))]
    if not lines:
        return None
    if sum(is_announced(value) for value in lines[1:FIRST]) == 0 or is_announced(lines[0]):
        return None
    return list(grouped(lines))


def is_announced(value: Slice) -> bool:
    return ANNOUNCED.fullmatch(value.text.strip()) is not None


def grouped(lines: Sequence[Slice]) -> Iterator[Row]:
    """The lines by their names: a name is what stands before an announced role, or what follows a told one."""
    at = 0
    while at < len(lines):
        name = undoubled(in_one_script(lines[at].stripped()))
        if is_phrase(name.text, "more") or not lists.is_name(name.text) or is_announced(lines[at]):
            return
        roles: list[Slice] = []
        at += 1
        at += at < len(lines) and lines[at].text.strip() == name.text
        if at < len(lines) and (found := ANNOUNCED.fullmatch(lines[at].text.strip())):
            role = None
            if found["role"]:
                start = lines[at].segment.text.index(found["role"], lines[at].start)
                role = lines[at]._replace(start=start).stripped()
            elif at + 1 < len(lines):
                at += 1
                role = lines[at].stripped()
            at += 1
            roles = [role] if role and len(role.text) <= MAX_ROLE and any(map(str.isalnum, role.text)) else []
        yield name, roles


def claims(found: Sequence[Row], number: Iterator[int]) -> Iterator[Claim]:
    for name, roles in found:
        at = next(number)
        yield name.claim(f"cast/{at}/name")
        yield from (role.claim(f"cast/{at}/roles") for role in roles)
