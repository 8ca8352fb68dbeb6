"""The text of one review among the parts of its unit, as one claim that stands in one place of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from filmmeta.claim import Claim, Problem, shown
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.places import Paths, paragraphs_of
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.places import claim
from filmmeta.readers.reviews.roles import Roles, is_authors
from filmmeta.readers.reviews.survey import FRAMES
from filmmeta.readers.reviews.units import Part, Unit

SAME = 30  # characters by which a text's beginning and end are found
SENTENCE = (".", "!", "?", "。", "！", "？")
MARKS = " \t\xa0,;|/·•"


def body(unit: Unit, roles: Roles, container: str, paths: Paths) -> Iterator[Claim | Problem]:
    """The claim of a unit's text; a problem for each part of it that something else cuts off."""
    runs = [run for run in told(unit, roles, container) if "".join([each.text for each in run]).strip(FRAMES)]
    sizes = [sum(len(each.text) for each in run) for run in runs]
    for run, size in zip(runs, sizes, strict=True):
        if size == max(sizes):
            yield claimed(run, paths)
            sizes[sizes.index(size)] = -1
            break
    for run, size in zip(runs, sizes, strict=True):
        if size >= words.SHORT // 2:
            rest = claimed(run, paths)
            yield Problem("unread", "body", shown(rest.text), rest.where)


def told(unit: Unit, roles: Roles, container: str) -> Iterator[list[Slice]]:
    """The unit's own text in its container, cut where something else stands between."""
    run: list[Slice] = []
    for part in trimmed([each for each in unit.parts if is_inside(each, container)], roles, container):
        if is_own(part, roles):
            run.append(part.slice)
        elif run and part.text.strip(MARKS):
            yield run
            run = []
    if run:
        yield run


def is_inside(part: Part, container: str) -> bool:
    return part.home == container or part.home.startswith(container + "/")


def is_own(part: Part, roles: Roles) -> bool:
    """Whether a part belongs to the text and not to the byline around it."""
    kind = roles.kinds[id(part)]
    if part.slot in (roles.author, roles.title) and part.slot != roles.body:
        return False
    if kind in ("day", "score") and part.slot in (roles.day, roles.score) and part.slot != roles.body:
        return False
    if kind == "silent":
        line = part.slice.segment.text
        return len(part.text) < 2 or line.endswith(SENTENCE) or (len(line) > len(part.text) and part.home == roles.body)
    return kind not in ("asked", "helpful") and (kind != "warning" or is_authors(part, roles))


def trimmed(parts: list[Part], roles: Roles, container: str) -> list[Part]:
    """The parts from the first to the last that stand in the text's own blocks."""
    found = [at for at, part in enumerate(parts) if is_own(part, roles) and roles.kinds[id(part)] != "frame"]
    direct = [at for at in found if parts[at].slot == container] if container.count("/") < 2 else found
    return parts[(direct or found)[0] : (direct or found)[-1] + 1] if found else []


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
    said = "\n".join(line for line in (" ".join(line.split()) for line in paragraphs_of(element).split("\n")))
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
