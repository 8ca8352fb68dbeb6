"""Cast lists: rows of a name and a role, lines that hold both, or names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from filmmeta.claim import Claim, Problem
from filmmeta.readers.facts import announced, lists
from filmmeta.readers.facts.fields import FIELDS, PEOPLE
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.rows import rows
from filmmeta.readers.facts.slices import HUSK, Slice, in_one_script, undoubled
from filmmeta.readers.lexicon import is_phrase

Read = Iterator[Claim | Problem]

MAX_ROLE = 300
WORDS = (
    r"as|als|comme|como|come|jako|som|mint|rolle|ruolo|rôle|role|rol|personaje|personagem|personnage|personaggio|figure"
    r"|w roli|в роли|роль|飾|饰|役"
)
AS = re.compile(
    rf"(?:(?:\.{{2,60}}|…{{1,9}}|(?:{WORDS})(?![^\W\d_]):?|[-–—:=/]{{1,3}}|→)\s{{0,3}}){{1,2}}", re.IGNORECASE
)
PARTED = re.compile(
    rf"\s?\.{{2,60}}\s?|\s?…{{1,9}}\s?|\s(?:{WORDS})(?![^\W\d_]):?\s|\s[-–—=]{{1,2}}\s|:\s|\t\s?|\s{{3,60}}",
    re.IGNORECASE,
)
SAID = re.compile(r",\s(?=[a-zà-ÿа-я])|\s[–—]\s|;\s|(?<=\w{5})\.\s")  # what follows a role that is told in a sentence
SEVERAL = re.compile(r"[,;]| / ")
PLAYED = re.compile(r"\s?(?:역|役)$")


def cast(values: Sequence[Slice], inline: bool) -> Read:
    """The claims of a cast list."""
    kept = [each for value in values if (each := value.trimmed()) and not is_phrase(each.text, "more")]
    number = count()
    if not kept:
        return
    if kept[0].segment.start >= 0 and (found := announced.announced(values)):
        yield from announced.claims(found, number)
    elif kept[0].segment.start >= 0:
        yield from text_lines(kept, inline, number)
    elif inline or len(kept) == 1:
        for value in kept:
            yield from one_line(value, number)
    else:
        for row in rows(kept):
            yield from of_row([part for cell in row for part in pieced(cell)], number)


def pieced(cell: Slice) -> list[Slice]:
    """A name and a role that stand in two elements of one line, with nothing between to part them."""
    links = cell.links()
    pieces = list(cell.pieces())
    if len(pieces) < 2 or len(links) > 1 or any(mark in cell.text for mark in ",;/([:"):
        return [cell]
    end = links[0].end if links else pieces[0].end
    first, second = cell._replace(end=end).stripped(), cell._replace(start=end).stripped()
    if not second or (links and links[0].start != cell.start) or AS.match(second.text) or not lists.is_name(first.text):
        return [cell]
    if is_latin(second.text) and not is_latin(first.text):  # the same name once more
        return [first]
    return [first, second] if any(map(str.isalpha, second.text)) else [cell]


def is_latin(text: str) -> bool:
    return all(sign < "\u0250" for sign in text if sign.isalpha())


def of_row(row: Sequence[Slice], number: Iterator[int]) -> Read:
    """A row of cells: the first that can be a name, then the role; a row of one cell is a line."""
    cells = [cell for cell in row if cell.text.strip(HUSK)]
    names = [cell for cell in cells if lists.is_name(cell.text)]
    if not names or all(cell.segment.block.tag == "th" or known(cell.text) for cell in cells):
        return
    if len(cells) == 1:
        yield from one_line(cells[0], number)
        return
    name = names[0]
    links = name.links()
    if len(links) == 1 and len(name.text) > len(links[0].text) + 3:
        yield from one_line(name, number)
        return
    if job := job_of([cell for cell in cells if cell is not name]):
        yield in_one_script(name).claim(job)
        return
    at = next(number)
    yield in_one_script(name).claim(f"cast/{at}/name")
    behind = cells[cells.index(name) + 1 :] or [cell for cell in cells if cell is not name]
    roles = [role for cell in behind if (role := told_role(cell))]
    if roles:
        yield roles[0].claim(f"cast/{at}/roles")


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


def one_line(value: Slice, number: Iterator[int]) -> Read:
    """A line of names, with or without roles."""
    value = lists.without_others(value)
    wide = value.split("，、；")
    if len(wide) > 1:
        for part in wide:
            yield from one_line(part, number)
        return
    links = [link for link in value.links() if lists.is_name(link.text)]
    if links and lists.is_all_links(value):
        for link in links:
            if not is_phrase(link.text, "more"):
                yield lists.named(value, link).claim("actor")
    elif links and links[0].start == value.start and (role := role_behind(value, links[0])):
        at = next(number)
        yield in_one_script(links[0]).claim(f"cast/{at}/name")
        yield role.claim(f"cast/{at}/roles")
    elif (parts := parted(value)) is not None:
        at = next(number)
        yield in_one_script(parts[0]).claim(f"cast/{at}/name")
        yield parts[1].claim(f"cast/{at}/roles")
    else:
        value = undoubled(in_one_script(value))
        several = value.text.count(",") + value.text.count(";") + value.text.count("/") > 0
        yield from (part.claim("cast" if several else "actor") for part in lists.unreferenced(value))


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
    return text.count("(", 0, at) > text.count(")", 0, at)


def text_lines(values: Sequence[Slice], inline: bool, number: Iterator[int]) -> Read:
    """Lines of a text page: one actor each, or several on one line; a list ends where a line is none of it."""
    parted_by_marks = any(not value.text.strip(HUSK) for value in values[1:3])
    last_was_mark = True
    for position, value in enumerate(values):
        bare = value.text.strip(HUSK)
        if not bare or is_phrase(bare, "and"):
            last_was_mark = True
            continue
        if not is_line(value.text) or is_phrase(bare, "more") or (parted_by_marks and not last_was_mark):
            return
        last_was_mark = value.segment.text.rstrip()[-1:] in ",;/|"
        yield from one_line(value, number)
        whole_list = inline and not position and not last_was_mark
        if whole_list and not value.segment.text.startswith(("\t", "  ")) and SEVERAL.search(value.text):
            return


def is_line(text: str) -> bool:
    """Whether a line can be of a cast list: a name, and a role where something parts them."""
    head = PARTED.split(text, maxsplit=1)[0].partition("(")[0]
    several = [part for part in re.split(r"[,;/|]", text) if part.strip()]
    if len(several) > 1 and PARTED.search(text) is None:
        return all(lists.is_name(part.strip()) for part in several[:3])
    return lists.is_name(head.strip()) and len(text) < 160 and not text.endswith(("!", "?"))
