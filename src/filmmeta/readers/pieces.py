"""What stands in a part of the text where an XPath points, or in a text beside elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers.places import Paths, spoken
from filmmeta.readers.selected import found, on_page

MAX_TEXT = 5_000  # characters of a text that is searched for its part
WHOLE = re.compile(r"(.{1,5000})", re.DOTALL)
"""The part of a text that is all of it."""

Parts = Mapping[str, tuple[str, re.Pattern[str]]]


def pieces(page: Page, table: Parts) -> Iterator[Claim]:
    """A claim for each node that an XPath of the table finds and whose text its pattern finds a part of.

    The part is the pattern's only group. An XPath may end at an element, an attribute or a text; a star in a
    claim path counts what it finds.
    """
    if page.tree is None:
        return
    for path, (xpath, pattern) in table.items():
        for number, node in enumerate(on_page(xpath, page)):
            yield from part(path.replace("*", str(number)), node, pattern, page.once(Paths))


def piece_rows(page: Page, xpath: str, table: Parts) -> Iterator[Claim]:
    """The same for repeated elements: what the table finds in one of them shares an index."""
    if page.tree is None:
        return
    for number, row in enumerate(on_page(xpath, page)):
        for path, (relative, pattern) in table.items():
            for node in found(relative, row):
                yield from part(path.replace("*", str(number)), node, pattern, page.once(Paths))


def part(path: str, node: Any, pattern: re.Pattern[str], paths: Paths) -> Iterator[Claim]:
    """The claim of one node, its white space folded: of a text, where the element that it stands in is."""
    text = spoken(node) if hasattr(node, "itertext") else str(node)
    match = pattern.search(" ".join(text.split())[:MAX_TEXT])
    if match and match[1].strip():
        yield Claim(path, match[1].strip(), f"xpath:{place(node, paths)}")


def place(node: Any, paths: Paths) -> str:
    holder = node if hasattr(node, "itertext") else node.getparent()
    if holder is not node and node.is_tail:
        holder = holder.getparent()
    attribute = f"/@{node.attrname}" if holder is not node and node.is_attribute else ""
    return f"{paths.path(holder)}{attribute}"


def inferred(page: Page, table: Mapping[str, tuple[str, str, str]]) -> Iterator[Claim]:
    """Claims of what a site means by its marks: claim path → XPath of the mark, what it stands for, why.

    It is claimed once for each mark, under the number that a star of the path counts.
    """
    if page.tree is None:
        return
    for path, (xpath, text, method) in table.items():
        for number, _ in enumerate(on_page(xpath, page)):
            yield Claim(path.replace("*", str(number)), text, f"inferred:{method}")


def meant(page: Page, path: str, xpath: str, pattern: re.Pattern[str]) -> Iterator[Claim]:
    """Claims of the codes that the names of marks hold, in capitals, each inferred from the mark's own name.

    A page that marks a certificate with the class ``gb_15`` means Great Britain's, and prints no country.
    """
    nodes = on_page(xpath, page)
    for number, name in enumerate(map(str, nodes)):
        match = pattern.search(name)
        if match:
            yield Claim(path.replace("*", str(number)), match[1].upper(), f"inferred:mark-{match[0]}")
