"""What the cells and the pieces of a cast list's line say: a name, a role, a job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmmeta.claim import Claim
from filmmeta.readers.facts import lists
from filmmeta.readers.facts.fields import FIELDS, PEOPLE
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.slices import HUSK, Slice

MAX_ROLE = 300
TWO = 2
MAX_HEAD = 40
WORDS = (
    r"dans le rôle (?:de la|des|du|de)|nel ruolo d(?:i|el|ella)|en el papel de|no papel de|in der rolle|in the role of"
    r"|as|als|comme|como|come|jako|som|mint|ako|sebagai|vai|rolle|ruolo|rôle|role|rol|personaje|personagem|personnage|personaggio|figure"
    r"|w roli|в роли|роль|飾演?|饰演?|役"
)
AS = re.compile(
    rf"(?:(?:\.{{2,60}}|…{{1,9}}|(?:{WORDS})(?![^\W\d_])[:：]?|[-–—:：=/]{{1,3}}|→)\s{{0,3}}){{1,2}}", re.IGNORECASE
)
PARTED = re.compile(
    rf"\s?\.{{2,60}}\s?|\s?…{{1,9}}\s?|\s(?:{WORDS})(?![^\W\d_]):?\s|\s[-–—=]{{1,2}}\s|:\s|\s?：\s?|\t\s?|\s{{3,60}}",
    re.IGNORECASE,
)
SAID = re.compile(r",\s(?=[a-zà-ÿа-я])|\s[–—]\s|;\s|(?<=\w{5})\.\s")  # what follows a role that is told in a sentence
ROLE = re.compile(
    r"roles?|characters?|rollen?|figur|rôles?|personnages?|personajes?|personage[nm]s?|ruol[oi]|personagg[io]{1,2}|szerep|rola"
    r"|postać|postava|роль|персонаж|角色|役|役名|배역|rol|roll",
    re.IGNORECASE,
)
"""What stands at the head of the column of roles."""
PLAYED = re.compile(r"\s?(?:역|役)$")


def is_second(values: Sequence[Slice]) -> bool:
    """Whether the head of a table has the actors behind their roles."""
    cell = next((value.segment.block for value in values if value.segment.block.tag in ("td", "th")), None)
    table = next(cell.element.iterancestors("table"), None) if cell is not None else None
    head = next(table.iter("tr"), None) if table is not None else None
    heads = [*head.iterchildren("th", "td")] if head is not None else []
    if len(heads) != TWO:
        return False
    first, second = (" ".join("".join(each.itertext()).split())[:MAX_HEAD] for each in heads)
    word = known(second)
    return ROLE.fullmatch(first) is not None and word is not None and "cast" in word.paths


def is_latin(text: str) -> bool:
    return all(sign < "\u0250" for sign in text if sign.isalpha())


def is_job(cell: Slice) -> bool:
    """Whether a cell is the label of a credit."""
    word = known(cell.text)
    return word is not None and word.bare and FIELDS.get(word.paths[0], ("",))[0] == PEOPLE and not cell.links()


def job_of(cells: Sequence[Slice]) -> str:
    """The path of a credit whose other cell names a job, as tables of cast and crew together have it."""
    for cell in cells:
        word = known(cell.text)
        if word is not None and FIELDS.get(word.paths[0], ("",))[0] == PEOPLE:
            return FIELDS[word.paths[0]][2]
    return ""


def told_role(cell: Slice) -> Slice | None:
    """The role of a cell, without the word or the dots that announce it."""
    cell = cell.trimmed()
    if played := PLAYED.search(cell.text):
        cell = cell._replace(end=cell.start + played.start())
    if opened := AS.match(cell.text):
        cell = cell._replace(start=cell.start + opened.end()).stripped(HUSK.replace('"', "").replace("'", ""))
    return cell if cell and any(map(str.isalnum, cell.text)) and len(cell.text) < MAX_ROLE else None


class Titled(NamedTuple):
    """A linked name, and the role that the link's title gives; blank without one."""

    link: Slice
    role: str
    where: str

    def claims(self, number: int) -> Iterator[Claim]:
        yield self.link.claim(f"cast/{number}/name")
        if self.role:
            yield Claim(f"cast/{number}/roles", self.role, self.where)


def titled_roles(links: Sequence[Slice]) -> list[Titled]:
    """The links of a cast list whose titles are roles: each another one, none of them of its own name or a job."""
    found = []
    for link in links:
        element = next(link.pieces()).link
        role = " ".join((element.get("title") or "").split()) if hasattr(element, "get") else ""
        if role and (is_alike(link.text.casefold(), role.casefold()) or known(role) or len(role) > MAX_HEAD):
            return []
        where = f"xpath:{element.getroottree().getpath(element)}/@title" if role else ""
        found.append(Titled(link, role, where))
    roles = [each.role for each in found if each.role]
    return found if len(roles) >= TWO and len(set(roles)) == len(roles) and not said_alike(found) else []


def said_alike(found: Sequence[Titled]) -> bool:
    """Whether titles repeat words of the names, as ``Films with A. Tully`` does."""
    return any(word in each.role.split() for each in found for word in each.link.text.split() if len(word) > TWO)


def is_alike(name: str, other: str) -> bool:
    """Whether one text may be a part of the other, or the same name in another script."""
    return other in name or name in other or (is_latin(name) != is_latin(other))


def role_behind(value: Slice, link: Slice) -> Slice | None:
    """What follows the linked name at a line's start, when a word, dots or a dash announce a role."""
    rest = value._replace(start=link.end)
    text = rest.text.lstrip()
    if not AS.match(text) or (text[0] in "/-–—" and len(value.links()) > 1):
        return None
    return said(told_role(rest._replace(start=rest.end - len(text))))


def said(role: Slice | None) -> Slice | None:
    """The role alone, of a sentence about it."""
    if role is None:
        return None
    more = SAID.search(role.text)
    return role._replace(end=role.start + more.start()) if more else role


def parted(value: Slice) -> tuple[Slice, Slice] | None:
    """The name and the role of a line without links; None when nothing plainly parts them."""
    mark = PARTED.search(value.text)
    if mark is None or len(value.text) > MAX_ROLE or is_bracketed(value.text, mark.start()):
        return None
    name = value._replace(end=value.start + mark.start()).stripped()
    role = said(told_role(value._replace(start=value.start + mark.end())))
    if role is None or not lists.is_name(name.text) or "," in name.text:
        return None
    return (name, role) if PARTED.search(role.text) is None else None


def is_bracketed(text: str, at: int) -> bool:
    return any(text.count(opened, 0, at) > text.count(closed, 0, at) for opened, closed in ("()", "（）"))
