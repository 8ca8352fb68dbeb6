"""Cast lists: rows of a name and a role, lines that hold both, or names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from filmmeta.claim import Claim, Problem
from filmmeta.readers.facts import announced, lists
from filmmeta.readers.facts.elements import in_small, pieced, within
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.roles import (
    PARTED,
    TWO,
    is_job,
    is_second,
    job_of,
    parted,
    role_behind,
    titled_roles,
    told_role,
)
from filmmeta.readers.facts.rows import rows
from filmmeta.readers.facts.slices import HUSK, Slice, in_one_script, undoubled
from filmmeta.readers.facts.turned import is_turned
from filmmeta.readers.lexicon import is_phrase

Read = Iterator[Claim | Problem]

LOOKED_AT = 60  # lines that show on which side the names stand
SEVERAL = re.compile(r"[,;،؛]| / ")


def cast(values: Sequence[Slice], inline: bool) -> Read:
    """The claims of a cast list."""
    values = [value for value in values if not is_button(value)]
    kept = [each for value in values if (each := value.trimmed()) and not is_phrase(each.text, "more")]
    number = count()
    if not kept:
        return
    if kept[0].segment.start >= 0 and (found := announced.announced(values)):
        yield from announced.claims(found, number)
    elif kept[0].segment.start >= 0 and (groups := announced.pairs(kept, inline)):
        yield from announced.paired(groups, number)
    elif kept[0].segment.start >= 0:
        yield from text_lines(kept, inline, number)
    elif inline or len(kept) == 1:
        for value in kept:
            yield from one_line(value, number)
    else:
        table = [[part for cell in row for part in pieced(cell)] for row in rows(kept)]
        pairs = [(row[0], row[1]) for row in table if len(row) == TWO]
        roles_first = is_second(kept) or (len(pairs) == len(table) and is_turned(pairs))
        for cells in table:
            yield from of_row(cells[1::-1] if roles_first and len(cells) == TWO else cells, number)


def is_button(value: Slice) -> bool:
    """Whether a line is a button or a link of the page's own, which stands below a list: ``Print``, ``Share``."""
    bare = value.stripped()
    links = bare.links()
    if is_phrase(bare.text, "page"):
        return True
    if value.segment.start >= 0:
        return " " not in bare.text and is_told_to(bare.text)
    return bool(links) and all(is_told_to(link.text) for link in links) and lists.is_all_links(bare)


def is_told_to(text: str) -> bool:
    """Whether a text is one that buttons and menus have."""
    return any(is_phrase(text, kind) for kind in ("page", "menu", "edit"))


def of_row(row: Sequence[Slice], number: Iterator[int]) -> Read:
    """A row of cells: the first that can be a name, then the role; a row of one cell is a line."""
    cells = [cell for cell in row if cell.text.strip(HUSK)]
    names = [cell for cell in cells if lists.is_name(cell.text)]
    if not names or all(cell.segment.block.tag == "th" or known(cell.text) for cell in cells):
        return
    if len(cells) > 1 and is_job(cells[0]):  # a label and its value, which are no row of a cast list
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


def one_line(value: Slice, number: Iterator[int]) -> Read:
    """A line of names, with or without roles."""
    value = lists.without_others(value)
    wide = value.split("，、；|")
    if len(wide) > 1:
        for part in wide:
            yield from one_line(part, number)
        return
    links = [link for link in value.links() if lists.is_name(link.text)]
    if links and lists.is_all_links(value):
        yield from of_links(value, links, number)
    elif links and links[0].start == value.start and (role := role_behind(value, links[0])):
        at = next(number)
        yield in_one_script(links[0]).claim(f"cast/{at}/name")
        yield role.claim(f"cast/{at}/roles")
    elif not links and (small := in_small(value)) is not None:
        yield from named(small[0], small[1], number) if small[1] else (small[0].claim("actor"),)
    elif (parts := parted(value)) is not None:
        at = next(number)
        yield in_one_script(parts[0]).claim(f"cast/{at}/name")
        yield parts[1].claim(f"cast/{at}/roles")
    else:
        value = undoubled(in_one_script(value))
        several = any(mark in value.text for mark in ",;/،؛")
        yield from (part.claim("cast" if several else "actor") for part in lists.unreferenced(value))


def marked(value: Slice) -> tuple[Slice, Slice] | None:
    """The two sides of a line that dots, a dash or a tab part, and no word that tells which of them is the role."""
    both = parted(value)
    between = value.segment.text[both[0].end : both[1].start] if both else "as"
    return both if not any(map(str.isalpha, between)) else None


def named(name: Slice, role: Slice, number: Iterator[int]) -> Read:
    at = next(number)
    yield name.claim(f"cast/{at}/name")
    yield role.claim(f"cast/{at}/roles")


def of_links(value: Slice, links: Sequence[Slice], number: Iterator[int]) -> Read:
    """Linked names, with the roles that stand in the links or in their titles."""
    if in_titles := titled_roles(links):
        yield from (claim for each in in_titles for claim in each.claims(next(number)))
        return
    for link in links:
        if both := within(link):
            name, role = both
            yield from named(name, role, number) if role else (name.claim("actor"),)
        elif not is_phrase(link.text, "more"):
            yield lists.named(value, link).claim("actor")


def text_lines(values: Sequence[Slice], inline: bool, number: Iterator[int]) -> Read:
    """Lines of a text page: one actor each, or several on one line; a list ends where a line is none of it."""
    pairs = [both for value in values[:LOOKED_AT] if (both := marked(value))]
    roles_first = 2 * len(pairs) > len(values[:LOOKED_AT]) and is_turned(pairs)
    parted_by_marks = any(not value.text.strip(HUSK) for value in values[1:3])
    last_was_mark = True
    for position, value in enumerate(values):
        bare = value.text.strip(HUSK)
        if not bare or is_phrase(bare, "and"):
            last_was_mark = True
            continue
        if (position or not inline) and lists.is_headed(bare):
            return
        if not is_line(value.text) or is_phrase(bare, "more") or (parted_by_marks and not last_was_mark):
            return
        last_was_mark = value.segment.text.rstrip()[-1:] in ",;/|"
        both = marked(value) if roles_first else None
        yield from named(both[1], both[0], number) if both else one_line(value, number)
        whole_list = inline and not position and not last_was_mark
        if whole_list and not value.segment.text.startswith(("\t", "  ")) and SEVERAL.search(value.text):
            return


def is_line(text: str) -> bool:
    """Whether a line can be of a cast list: a name, and a role where something parts them."""
    head = PARTED.split(text, maxsplit=1)[0].partition("(")[0]
    several = [part for part in re.split(r"[,;/|،؛]", text) if part.strip()]
    if len(several) > 1 and PARTED.search(text) is None:
        return all(lists.is_name(part.strip()) for part in several[:3])
    return lists.is_name(head.strip()) and len(text) < 160 and not text.endswith(("!", "?"))
