"""Cast lists: rows of a name and a role, lines that hold both, or names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmmeta.claim import Claim, Problem
from filmmeta.page.outline import Block
from filmmeta.readers.facts import lists
from filmmeta.readers.facts.slices import HUSK, SEPARATORS, Slice
from filmmeta.readers.facts.zones import common
from filmmeta.readers.lexicon import is_phrase

Read = Iterator[Claim | Problem]

MANY = 6  # segments of one row that are rather several rows
AS = re.compile(r"(?:\.{2,}|…|\b(?:as|als|comme|como|come|jako|som|rolle|ruolo|rôle|role)\b:?|[-–—:=])\s{0,3}", re.IGNORECASE)
INLINE = re.compile(r"\s(?:\.{2,9}|…|as|als|jako)\s|\s{0,2}\.{3,60}\s{0,2}|\s[-–—=]\s|\t")


def cast(values: Sequence[Slice], inline: bool) -> Read:
    """The claims of a cast list."""
    kept = [each for value in values if (each := value.trimmed()) and not is_phrase(each.text, "more")]
    if not kept:
        return
    if kept[0].segment.start >= 0:
        yield from text_lines(kept, inline)
    elif inline or len(kept) == 1:
        for value in kept:
            yield from one_line(value)
    else:
        for number, row in enumerate(rows(kept)):
            yield from of_row(row, number)


def rows(values: Sequence[Slice]) -> list[list[Slice]]:
    """The values by the child of their common block that each stands in; a term and its description are one row."""
    container = values[0].segment.block
    for value in values[1:]:
        container = common(container, value.segment.block)
    found: list[list[Slice]] = []
    last: Block | None = None
    for value in values:
        child = below(value.segment.block, container)
        joined = child is last or (child is not None and last is not None and (last.tag, child.tag) == ("dt", "dd"))
        if found and joined and child is not None:
            found[-1].append(value)
        else:
            found.append([value])
        last = child
    if len(found) == 1 and len(values) > 1:
        return [[value] for value in values]
    return [part for row in found for part in (rows(row) if len(row) > MANY else [row])]


def below(block: Block, container: Block) -> Block | None:
    """The child of the container that holds the block; None for the container itself."""
    node: Block | None = block
    while node is not None and node.parent is not container:
        node = node.parent
    return node


def of_row(row: Sequence[Slice], number: int) -> Read:
    """A row of cells: the first that can be a name, then the role; a row of one cell is a line."""
    cells = [cell for cell in row if cell.text.strip(HUSK)]
    names = [cell for cell in cells if lists.is_name(cell.text)]
    if not names:
        return
    if len(cells) == 1:
        yield from one_line(cells[0])
        return
    name = names[0]
    links = name.links()
    if len(links) == 1 and len(name.text) > len(links[0].text) + 3:
        name = lists.with_note(name, links[0])
    yield name.claim(f"cast/{number}/name")
    others = [cell for cell in cells if cell is not names[0] and cell.start >= 0]
    behind = [cell for cell in others if after(cell, names[0])] or others
    if behind and (role := told_role(behind[0])):
        yield role.claim(f"cast/{number}/roles")


def after(cell: Slice, name: Slice) -> bool:
    return cell.segment is not name.segment or cell.start >= name.end


def told_role(cell: Slice) -> Slice | None:
    """The role of a cell, without the word or the dots that announce it."""
    cell = cell.trimmed()
    if opened := AS.match(cell.text):
        cell = cell._replace(start=cell.start + opened.end()).stripped()
    return cell if cell and any(map(str.isalnum, cell.text)) and len(cell.text) < 300 else None


def one_line(value: Slice) -> Read:
    """A line of names, with or without roles."""
    links = [link for link in value.links() if lists.is_name(link.text)]
    if links and lists.is_all_links(value):
        for link in links:
            if not is_phrase(link.text, "more"):
                yield lists.with_note(value, link).claim("actor")
    elif len(links) == 1 and links[0].start == value.start:
        yield from linked(value, links[0])
    elif INLINE.search(value.text) or value.text.count(",") + value.text.count(";") == 0:
        if len(value.text) < 200:
            yield from (part.claim("actor") for part in lists.unreferenced(value))
    else:
        yield from (part.claim("cast") for part in lists.unreferenced(value))


def linked(value: Slice, link: Slice) -> Read:
    """A line that begins with one linked name: what follows it is the role."""
    whole = lists.with_note(value, link)
    rest = value._replace(start=whole.end).stripped(SEPARATORS)
    if not rest:
        yield whole.claim("actor")
    elif AS.match(rest.text) or rest.text[0] in "(（[":
        yield value.claim("actor")
    elif "," in value.text and not any(piece.start > link.start for piece in value.pieces() if piece.link is not None):
        yield value.claim("cast")
    else:
        yield link.claim("actor")


def text_lines(values: Sequence[Slice], inline: bool) -> Read:
    """Lines of a text page: one actor each, or several on one line."""
    if inline and ("," in values[0].text or ";" in values[0].text or "/" in values[0].text):
        yield values[0].claim("cast")
        return
    for value in values:
        if not is_line(value.text):
            break
        yield value.claim("actor" if value.text.count(",") < 2 else "cast")


def is_line(text: str) -> bool:
    """Whether a line can be of a cast list: a name, and a role where something parts them."""
    parted = INLINE.split(text, maxsplit=1)
    head = parted[0].partition("(")[0].strip()
    return lists.is_name(head) and len(text) < 160 and not (len(parted) == 1 and text.endswith((".", "!")))
