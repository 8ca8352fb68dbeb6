"""Changes to a page's tree that leave what it says of its film: rows moved, parts wrapped, doubled or added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

from lxml import etree

import other_films
from filmmeta.kernel import records
from filmmeta.page import Page
from filmmeta.readers.lexicon import look_up
from metamorphoses import END, Change

Tree = Any
BOXES = frozenset({"div", "table", "section", "article", "main", "aside", "dl", "ul"})
PARTS = ("ul", "ol", "div", "section", "main", "article")
ROWS = frozenset({"li", "p", "div"})
Group = list[Tree]


def parsed(html: str) -> Tree:
    return etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))


def written(root: Tree) -> str:
    return etree.tostring(root, method="html", encoding="unicode", doctype="<!DOCTYPE html>")


def appended(html: str, part: str) -> str:
    """The page with one part more at the end of its body."""
    at = END.search(html)
    place = at.start() if at else len(html)
    return f"{html[:place]}{part}\n{html[place:]}"


def headed(part: str, heading: str) -> str:
    return f"<section><h2>{heading}</h2>\n{part}</section>"


def classed(part: str, name: str) -> str:
    return f'<div class="{name}">{part}</div>'


def footer(films: Callable[[Random], str]) -> Change:
    """Fifty other films, within a footer, below a heading, or in a part whose class says what it is."""

    def change(html: str, chance: Random) -> str:
        shapes = (
            lambda part: f"<footer>{part}</footer>",
            lambda part: headed(part, chance.choice(other_films.MORE)),
            lambda part: classed(part, chance.choice(["related-films", "footer", "recommendations"])),
        )
        return appended(html, chance.choice(shapes)(films(chance)))

    return change


def comments_headed(html: str, chance: Random) -> str:
    return appended(html, headed(other_films.commented(chance), chance.choice(other_films.HEADINGS)))


def comments_classed(html: str, chance: Random) -> str:
    return appended(html, classed(other_films.commented(chance), "comments"))


def cells(row: Tree) -> Group:
    return [each for each in row if isinstance(each.tag, str)]


def groups(root: Tree) -> Iterator[list[Group]]:
    """The rows of each part that is set as labels with values, each with the rows that go on with it."""
    for body in root.iter("table", "tbody"):
        yield from table_rows(body)
    for listing in root.iter("dl"):
        yield from terms(listing)
    for part in root.iter(*PARTS):
        rows = [[each] for each in part if each.tag in ROWS]
        if len({row[0].tag for row in rows}) == 1 and len(rows) == len(part):
            yield rows


def table_rows(body: Tree) -> list[list[Group]]:
    """Rows of two or three cells; a row whose first cell is blank goes on with the one above."""
    runs: list[list[Group]] = [[]]
    for row in body:
        inside = cells(row) if row.tag == "tr" else []
        if len(inside) not in (2, 3) or any(cell.get("colspan") or cell.get("rowspan") for cell in inside):
            runs.append([])
        elif runs[-1] and not "".join(inside[0].itertext()).strip():
            runs[-1][-1].append(row)
        else:
            runs[-1].append([row])
    return runs


def terms(listing: Tree) -> list[list[Group]]:
    """Each ``dt`` with the ``dd`` below it."""
    runs: list[list[Group]] = [[]]
    for each in listing:
        if each.tag == "dt" and not (runs[-1] and runs[-1][-1][-1].tag == "dt"):
            runs[-1].append([each])
        elif each.tag in ("dt", "dd") and runs[-1]:
            runs[-1][-1].append(each)
        else:
            runs.append([])
    return runs


def head(group: Group) -> str:
    """The label of a row, as it is printed."""
    first = group[0]
    if first.tag == "tr":
        first = cells(first)[0]
    elif first.tag != "dt" and len(first) and not (first.text or "").strip():
        first = first[0]
    text = " ".join("".join(first.itertext()).split())
    return text if first.tag == "dt" else text.partition(":")[0]


def fields(group: Group) -> tuple[str, ...]:
    known = look_up(head(group))
    return known.paths if known else (head(group),)


def info(root: Tree) -> Iterator[list[Group]]:
    """Those parts in which at least half of the rows have labels that are known, with values behind them."""
    for run in groups(root):
        known = [group for group in run if look_up(head(group)) and len(text_of(group)) > len(head(group)) + 1]
        if len(run) > 1 and 2 * len(known) >= len(run):
            yield run


def text_of(group: Group) -> str:
    return " ".join(" ".join("".join(row.itertext()).split()) for row in group)


def shuffled(html: str, chance: Random) -> str:
    """Rows of labels in another order; those of one field keep theirs, for the first of them counts."""
    root = parsed(html)
    for run in list(info(root)):
        order = list(range(len(run)))
        chance.shuffle(order)
        kinds = [fields(group) for group in run]
        free = {kind: iter([n for n, each in enumerate(kinds) if each == kind]) for kind in kinds}
        told = [run[next(free[kinds[place]])] for place in order]
        parent, at = run[0][0].getparent(), run[0][0].getparent().index(run[0][0])
        for row in [row for group in told for row in group]:
            row.tail = "\n"
            parent.remove(row)
        for row in reversed([row for group in told for row in group]):
            parent.insert(at, row)
    return written(root)


def rows_wrapped(html: str, chance: Random) -> str:
    """Each row in an element of its own: list items' and cells' content, and each label of a list with its values."""
    root = parsed(html)
    depth = chance.choice([1, 2, 3])
    for each in list(root.iter("li", "td", "th", "dd")):
        for _ in range(depth):
            inner = etree.Element("div")
            inner.text, each.text = each.text, None
            inner.extend(list(each))
            each.append(inner)
    for run in list(groups(root)):
        for group in run:
            if group[0].tag == "dt":
                around = etree.Element("div")
                group[0].addprevious(around)
                around.extend(group)
    return written(root)


def doubled(html: str, chance: Random) -> str:
    """The innermost part without the main heading that holds most of the film's facts printed twice."""
    root, held = facts(html)
    parts = [each for each in root.iter(*BOXES) if held[each] > 1 and each.find(".//h1") is None]
    return twice(root, max(reversed(parts), key=held.__getitem__, default=None))


def all_doubled(html: str, chance: Random) -> str:
    """The innermost part that holds all of them printed twice, the main heading too where it stands there."""
    root, held = facts(html)
    parts = [each for each in root.iter(*BOXES) if held[each] > 1 and held[each] == held[root]]
    return twice(root, parts[-1] if parts else None)


def twice(root: Tree, part: Tree | None) -> str:
    """The page with this part of it once more behind itself."""
    if part is not None:
        again = deepcopy(part)
        again.tail = None
        part.addnext(again)
        for each in again.iter():
            each.attrib.pop("id", None)
    return written(root)


def facts(html: str) -> tuple[Tree, Counter[Tree]]:
    """The page's tree, and how many texts of the film's facts each of its elements holds."""
    root = parsed(html)
    held: Counter[Tree] = Counter()
    for source in records(Page(html))[0].claims:
        if source.where.startswith("xpath:/html/body") and source.path not in ("title", "year"):
            path = source.where.removeprefix("xpath:").partition("/text()")[0].partition("/@")[0]
            for element in root.xpath(path):
                held.update([element, *element.iterancestors()])
    return root, held


def rewritten(html: str, chance: Random) -> str:
    """The tree as its parser understood it."""
    return written(parsed(html))


ADDITIONS: dict[str, Change] = {
    "tree": rewritten,
    "footer with a list": footer(other_films.listed),
    "footer with cards": footer(other_films.carded),
    "footer with a table": footer(other_films.tabled),
    "comments below a heading": comments_headed,
    "comments in a part": comments_classed,
    "info-box twice": doubled,
    "all twice": all_doubled,
}
REARRANGED: dict[str, Change] = {"rows wrapped": rows_wrapped}
SHUFFLES: dict[str, Change] = {"rows": shuffled}
