"""Which snapshots of one page are so alike that they count as one."""

from __future__ import annotations

import re
from collections import defaultdict

from eval.folding import fold
from eval.sheets import Sheet

CLASS = re.compile(rb"class\s{0,2}=\s{0,2}[\"']([^\"'<>]{1,200})[\"']", re.I)
WORD = re.compile(r"[A-Za-z]{1,40}")
SAVED = re.compile(r"[.-](?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
ALIKE = 0.6  # of all class names of two snapshots, the share that both have

Group = tuple[str, str, str]


def subject(sheet: Sheet) -> tuple[str, str]:
    """The site, and which of its pages, whatever the day: film and kind of page where the name has a day."""
    kind = WORD.search(sheet.page.name)
    title = sheet.film.get("title")
    if SAVED.search(sheet.page.name) and kind and title:
        return sheet.site, f"{fold(title)} {kind[0]}"
    return sheet.site, sheet.page.name


def classes(sheet: Sheet) -> frozenset[bytes]:
    """The names that a page's style sheet knows, each once."""
    body = sheet.page.read_bytes()
    return frozenset(name for names in CLASS.findall(body) for name in names.split())


def likeness(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    """The share of the names of either that both have.

    >>> likeness(frozenset({b"a", b"b"}), frozenset({b"b"}))
    0.5
    """
    return len(one & other) / len(one | other) if one or other else 1.0


def groups(sheets: list[Sheet]) -> dict[str, Group]:
    """The group of each sheet's id: site, page, and the number of its layout among that page's."""
    subjects: dict[tuple[str, str], list[Sheet]] = defaultdict(list)
    for each in sheets:
        subjects[subject(each)].append(each)
    found: dict[str, Group] = {}
    for (site, page), snapshots in subjects.items():
        layouts: list[frozenset[bytes]] = []
        for each in snapshots:
            names = classes(each) if len(snapshots) > 1 else frozenset()
            number = next((at for at, layout in enumerate(layouts) if likeness(layout, names) >= ALIKE), len(layouts))
            layouts += [names] * (number == len(layouts))
            found[each.id] = (site, page, str(number))
    return found
