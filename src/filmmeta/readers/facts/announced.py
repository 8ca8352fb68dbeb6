"""Cast lists of text pages whose roles stand on lines of their own, announced by dots or a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmmeta.claim import Claim, Problem, shown
from filmmeta.readers.facts import lists, turned
from filmmeta.readers.facts.slices import HUSK, Slice, in_one_script, undoubled
from filmmeta.readers.lexicon import is_phrase

NUMBERED = re.compile(r"\d{1,3}[.)]?")
ANNOUNCED = re.compile(
    r"(?:\.{2,9}|…{1,3}|(?:as|als|comme|como|come|jako|som|mint|ako|sebagai|vai)\b)\s{0,9}(?P<role>.*)",
    re.IGNORECASE | re.DOTALL,
)
OPENED = re.compile(
    r"(?P<name>\S.{1,60}?)\s(?:as|als|comme|como|come|jako|som|mint|ako|sebagai|vai|\.{2,9}|…)", re.IGNORECASE
)
"""A name with what announces its role, which stands on the next line."""
FIRST = 8  # lines of a list that show how it is set
PAIR = 2  # a name and its role
FEWEST = 4  # lines that show groups
WIDEST = 2  # blank lines between groups
MAX_ROLE = 200
SHORT = 60  # characters of a role on a line of its own
SURE = 0.6  # of the roles that can be no full name

Row = tuple[Slice, list[Slice]]


def announced(values: Sequence[Slice]) -> list[Row] | None:
    """The names of a list, each with its roles; None where no line announces a role."""
    cells = [cell for value in values for cell in value.split("\t")]
    lines = [cell for cell in cells if not NUMBERED.fullmatch(cell.text.strip(HUSK))]
    if not lines:
        return None
    if sum(OPENED.fullmatch(line.text.strip()) is not None for line in lines[:FIRST]) >= PAIR:
        return list(opened(lines))
    if sum(is_announced(value) for value in lines[1:FIRST]) == 0 or is_announced(lines[0]):
        return None
    return list(grouped(lines))


def opened(lines: Sequence[Slice]) -> Iterator[Row]:
    """The names of a list that end in what announces the role, each with the line below it."""
    at = 0
    while at < len(lines):
        line = lines[at].stripped()
        found = OPENED.fullmatch(line.text)
        name = line._replace(end=line.start + found.end("name")) if found else line
        if is_phrase(name.text, "more") or not lists.is_name(name.text):
            return
        told = found is not None and at + 1 < len(lines) and len(lines[at + 1].text) <= MAX_ROLE
        yield name, [lines[at + 1].stripped()] if told else []
        at += 1 + told


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


def pairs(values: Sequence[Slice], inline: bool) -> list[list[Slice]]:
    """The lines of a list in groups of a name and a role, by the gaps between them or by what they look like."""
    return grouped_by_blanks(values) or ([] if inline else alternating(values) or turned.alternating(values))


def grouped_by_blanks(values: Sequence[Slice]) -> list[list[Slice]]:
    """The lines of a list in which wider gaps part groups of lines; empty where its gaps are all alike.

    Where no line touches the next, any wider gap counts; else all groups must be pairs.
    """
    gaps = [value.segment.blank for value in values[1:]]
    alone = len({value.segment for value in values}) == len(values)
    if not alone or len(values) < FEWEST or len(set(gaps)) != 2 or max(gaps) > WIDEST:
        return []
    found = [[values[0]]]
    for value, gap in zip(values[1:], gaps, strict=True):
        if gap == max(gaps):
            found.append([])
        found[-1].append(value)
    return found if min(gaps) or all(len(group) == PAIR for group in found) else []


def alternating(values: Sequence[Slice]) -> list[list[Slice]]:
    """The lines of a list by twos, where each first one is a full name and most second ones are none; else empty."""
    odd, even = values[::PAIR], values[1::PAIR]
    if len(values) < FEWEST or len(odd) != len(even) or not all(is_full(each.text) for each in odd):
        return []
    others = sum(not is_full(each.text) for each in even)
    short = all(len(each.text) <= SHORT for each in even)
    return [list(pair) for pair in zip(odd, even, strict=True)] if short and others >= SURE * len(even) else []


def is_full(text: str) -> bool:
    """Whether a text can be a name and a surname, and hardly the name of a role."""
    words = text.replace("-", " ").split()
    plain = all(word.replace(".", "").replace("'", "").replace("’", "").isalpha() for word in words)
    return plain and 1 < len(words) < FEWEST + 2 and words[0][0].isupper() and words[-1][0].isupper()


def paired(groups: Sequence[Sequence[Slice]], number: Iterator[int]) -> Iterator[Claim | Problem]:
    """The claims of groups that are a name and a role each; where some are not, nobody can tell which is which."""
    if any(len(group) != PAIR or not lists.is_name(group[0].text) for group in groups):
        yield Problem("ambiguous", "cast", shown(groups[0][0].text), groups[0][0].where)
        return
    yield from claims([(group[0], [group[1]]) for group in groups], number)
