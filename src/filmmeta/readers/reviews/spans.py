"""The text of a review as one claim: slices of lines, and what stands between them, in one place of the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from filmmeta.claim import Claim
from filmmeta.page.flow import HIDDEN
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.places import Paths, paragraphs_of
from filmmeta.readers.reviews.places import claim
from filmmeta.readers.reviews.roles import Roles
from filmmeta.readers.reviews.units import PROSE, Unit

SAME = 30  # characters by which a text's beginning and end are found


def claimed(slices: Sequence[Slice], paths: Paths) -> Claim:
    """The slices as one text: a space, a line's end or a blank line between them, as on the page."""
    first, last = slices[0], slices[-1]
    if first is last:
        return claim("body", first, paths)
    text = first.text
    for one, two in pairwise(slices):
        if one.segment is two.segment:
            text += one.segment.text[one.end : two.start] + two.text
        else:
            same = one.segment.block is two.segment.block
            text += ("\n\n" if not same or two.segment.blank else "\n") + two.text
    element = common([each.segment.block.element for each in slices])
    found = text if holds(element, text) else between(element, first, last)
    return Claim("body", found, f"xpath:{paths.path(element)}")


def holds(element: Any, text: str) -> bool:
    """Whether an element's text has this one, white space aside."""
    return "".join(text.split()) in "".join("".join(element.itertext()).split())


def between(element: Any, first: Slice, last: Slice) -> str:
    """All that an element says from one slice to another, what is hidden at first included."""
    said = tidy(element)
    start, end = said.find(first.text[:SAME]), said.rfind(last.text[-SAME:])
    return said[start : end + len(last.text[-SAME:])] if 0 <= start < end else first.text


def common(elements: Sequence[Any]) -> Any:
    """The innermost element that holds all of these."""
    holder = elements[0]
    around = [holder, *holder.iterancestors()]
    for element in elements[1:]:
        inside = {element, *element.iterancestors()}
        around = [each for each in around if each in inside]
    return around[0]


def concealed(unit: Unit, roles: Roles, slices: Sequence[Slice], paths: Paths) -> Claim | None:
    """The text with what stands hidden right behind a warning of spoilers; None where nothing does."""
    for part in unit.parts:
        found = part.slice.segment.block.element.getnext() if roles.kinds[id(part)] == "warning" else None
        if found is None or HIDDEN.search(found.get("style") or "") is None:
            continue
        said = " ".join(paragraphs_of(found).split())
        element = common([slices[0].segment.block.element, found])
        text = tidy(element)
        start, end = text.find(slices[0].text[:SAME]), text.rfind(said[-SAME:])
        if len(said) >= PROSE and 0 <= start < end:
            return Claim("body", text[start : end + len(said[-SAME:])], f"xpath:{paths.path(element)}")
    return None


def tidy(element: Any) -> str:
    """All that an element says, each of its lines with single spaces."""
    return "\n".join(" ".join(line.split()) for line in paragraphs_of(element).split("\n"))
