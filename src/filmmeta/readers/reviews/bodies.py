"""The text of one review among the parts of its unit, as one claim that stands in one place of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filmmeta.claim import Claim, Problem, shown
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.places import Paths
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.places import claim
from filmmeta.readers.reviews.roles import Roles, is_authors
from filmmeta.readers.reviews.spans import claimed, concealed
from filmmeta.readers.reviews.survey import FRAMES
from filmmeta.readers.reviews.units import Part, Unit, is_prose

SENTENCE = (".", "!", "?", "。", "！", "？")
MARKS = " \t\xa0,;|/·•"


def body(unit: Unit, roles: Roles, container: str, paths: Paths) -> Iterator[Claim | Problem]:
    """The claim of a unit's text; a problem for each part of it that something else cuts off."""
    runs = [run for run in told(unit, roles, container) if "".join([each.text for each in run]).strip(FRAMES)]
    sizes = [sum(len(each.text) for each in run) for run in runs]
    for run, size in zip(runs, sizes, strict=True):
        if size == max(sizes):
            yield concealed(unit, roles, run, paths) or claimed(run, paths)
            sizes[sizes.index(size)] = -1
            break
    for run, size in zip(runs, sizes, strict=True):
        if size >= words.SHORT // 2:
            rest = claimed(run, paths)
            yield Problem("unread", "body", shown(rest.text), rest.where)


def told(unit: Unit, roles: Roles, container: str) -> Iterator[list[Slice]]:
    """The unit's own text in its container, cut where something else stands between."""
    run: list[Slice] = []
    inside = [each for each in unit.parts if is_inside(each, container)]
    for part in [*trimmed(inside, roles, container), *hidden(unit, roles, container)]:
        if is_own(part, roles):
            run.append(part.slice)
        elif run and part.text.strip(MARKS) and roles.kinds[id(part)] not in ("warning", "more"):
            yield run
            run = []
    if run:
        yield [*run[:-1], unopened(run[-1])]


def unopened(last: Slice) -> Slice:
    """A text's last slice without the bracket that something else opens at its end."""
    bare = last.text.rstrip(" \t\xa0([")
    return last._replace(end=last.start + len(bare)) if bare else last


def hidden(unit: Unit, roles: Roles, container: str) -> Iterator[Part]:
    """The running text right behind the container that a warning of spoilers announces: the text goes on there."""
    last = max((at for at, part in enumerate(unit.parts) if is_inside(part, container)), default=len(unit.parts))
    warned = False
    for part in unit.parts[last + 1 :]:
        kind = roles.kinds[id(part)]
        warned = warned or kind == "warning"
        if kind == "text" and warned and is_prose(part.slice.segment):
            yield part
        elif kind not in ("warning", "silent", "frame", "more"):
            return


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
    return kind not in ("asked", "helpful", "more") and (kind != "warning" or is_authors(part, roles))


def trimmed(parts: list[Part], roles: Roles, container: str) -> list[Part]:
    """The parts from the first to the last that stand in the text's own blocks."""
    own = [at for at, part in enumerate(parts) if is_own(part, roles) and roles.kinds[id(part)] != "frame"]
    said = [at for at in own if not is_of_site(parts[at], roles)]
    found = [at for at in own if said and said[0] <= at <= said[-1]]
    direct = [at for at in found if parts[at].slot == container] if container.count("/") < 2 else found
    return parts[(direct or found)[0] : (direct or found)[-1] + 1] if found else []


def is_of_site(part: Part, roles: Roles) -> bool:
    """Whether words that a site prints in every unit stand in an element of their own, and end no sentence."""
    return roles.kinds[id(part)] == "silent" and part.slot != part.home and not part.text.endswith(SENTENCE)


def parted(unit: Unit, roles: Roles) -> tuple[Unit, list[Part]]:
    """A unit up to where a second byline like its own begins, and the parts behind that: what others replied."""
    texts = [at for at, part in enumerate(unit.parts) if part.home == roles.body and roles.kinds[id(part)] == "text"]
    apart = {roles.author, roles.day} - {"", roles.body}
    spots = [at for at, part in enumerate(unit.parts) if part.slot in apart and not is_inside(part, roles.body)]
    for slot in apart if texts else ():
        own = [at for at in spots if unit.parts[at].slot == slot]
        second = next((at for at in own[1:] if texts[0] < at < texts[-1]), None)
        if second is not None:
            end = max(at for at in texts if at < second) + 1
            return unit._replace(parts=unit.parts[:end]), unit.parts[end:]
    return unit, []


def unread(parts: Sequence[Part], roles: Roles, paths: Paths) -> Iterator[Problem]:
    """A problem for each running text among parts that are no review's."""
    for part in parts:
        if len(part.text) >= words.SHORT // 2 and (part.home == roles.body or is_prose(part.slice.segment)):
            rest = claim("body", part.slice, paths)
            yield Problem("unread", "body", shown(rest.text), rest.where)
