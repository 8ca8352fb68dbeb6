"""What of an earlier run still holds: the last checkpoint that inputs, settings and outputs agree with."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from filmmeta.runs.intake import chained
from filmmeta.runs.journal import Checkpoint, Journal
from filmmeta.runs.layout import Layout
from filmmeta.runs.parts import Mark, Part, held
from filmmeta.runs.sources import Origin


class Standing(NamedTuple):
    """Where a run goes on.

    ``number`` checkpoints of the journal are kept, ``at`` is the last of them, and ``sources`` tells which file
    holds the bytes of each output up to there. ``why`` says why no more are kept; it is empty when all are.
    """

    number: int = 0
    at: Checkpoint = Checkpoint()
    sources: dict[str, Path] = {}  # noqa: RUF012  never changed
    why: str = ""


def standing(journal: Journal, head: dict[str, Any], origins: Iterable[Origin] | None, layout: Layout) -> Standing:
    """What can be kept; ``origins`` is None when they cannot be read twice (standard input)."""
    if not journal.head:
        return Standing()
    if journal.head != head:
        return Standing(why=difference(journal.head, head))
    if origins is None:
        return Standing(why="standard input cannot be read twice")
    checkpoints = journal.checkpoints
    same = agreed(origins, checkpoints)
    holders = {name: holding(layout, name, checkpoints[:same]) for name in layout.names}
    kept = min(max(counts.values()) for counts in holders.values())
    why = "" if kept == len(checkpoints) else "the outputs were changed" if kept < same else "the inputs changed"
    if not kept:
        return Standing(why=why)
    at = checkpoints[kept - 1]
    sources = {name: chosen(counts, kept, at.whole) for name, counts in holders.items()}
    return Standing(kept, at, sources, why)


def chosen(counts: dict[Path, int], kept: int, whole: bool) -> Path:
    """The file to go on with: a part, which needs no copy; of a run that read all, what readers find already."""
    able = [path for path, count in counts.items() if count >= kept]
    return able[-1 if whole else 0]


def agreed(origins: Iterable[Origin], checkpoints: Iterable[Checkpoint]) -> int:
    """How many of the checkpoints, which are in order, were made of these origins as they are now."""
    walk = iter(origins)
    number, begun, digest = 0, 0, ""
    for checkpoint in checkpoints:
        while begun < checkpoint.origins:
            origin = next(walk, None)
            if origin is None:
                return number
            digest, begun = chained(digest, origin), begun + 1
        if digest != checkpoint.digest or (checkpoint.whole and next(walk, None)):
            return number
        number += 1
    return number


def holding(layout: Layout, name: str, checkpoints: list[Checkpoint]) -> dict[Path, int]:
    """How many checkpoints the part of an output holds, and how many what readers find."""
    marks = [checkpoint.marks.get(name, Mark(-1, "")) for checkpoint in checkpoints]
    return {path: held(path, marks) for path in (layout.parts / name, layout.folder / name)}


def difference(before: dict[str, Any], now: dict[str, Any]) -> str:
    """Why nothing of an earlier run can be kept."""
    settings, others = before.get("settings"), now["settings"]
    if isinstance(settings, dict) and {**before, "settings": others} == now:
        changed = sorted(name for name in {*settings, *others} if settings.get(name) != others.get(name))
        return "other settings: " + ", ".join(changed)
    versions, others = before.get("versions"), now["versions"]
    if isinstance(versions, dict) and versions != others:
        changed = sorted(name for name in {*versions, *others} if versions.get(name) != others.get(name))
        return "other versions: " + ", ".join(f"{name} {others.get(name, 'is gone')}" for name in changed)
    return "filmmeta itself changed"


def resumed(layout: Layout, name: str, found: Standing) -> Part:
    """The part of an output up to where a run goes on: what is there of it, or a copy of what readers find."""
    with ExitStack() as undo:
        part = Part(layout.parts / name, name)
        undo.callback(part.close)
        source, length = found.sources.get(name, part.path), found.at.marks[name].bytes if found.number else 0
        if source == part.path:
            part.keep(length)
        else:
            part.copy(source, length)
        undo.pop_all()
        return part
