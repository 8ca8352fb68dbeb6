"""Facts that stand behind a label's value on its line, and what of such a rest nobody reads."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.readers.facts import own
from filmmeta.readers.facts.beside import OWN
from filmmeta.readers.facts.entries import Entry, Outline, outlined
from filmmeta.readers.facts.fields import CAST, FIELDS, PEOPLE
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.kinds import CLAIMED, DATE
from filmmeta.readers.unlabelled import info_lines
from filmmeta.readers.unlabelled import parts as grammar

ENOUGH = 2  # kinds of facts; a year alone may be of a role or of a life
MOST = 200  # labels of one page with something behind their value


def claims(page: Page, given: set[str]) -> Iterator[Claim | Problem]:
    """The claims of such facts, without those of fields that are told already, and a problem for each other text."""
    outline = page.once(outlined)
    read = {(part.slice.where, part.slice.text) for part in page.once(info_lines.facts)}
    rests = [rest for entry in page.once(own) if (rest := behind(outline, entry))]
    for number, rest in enumerate(rests[:MOST]):
        parts = grammar.parts(rest)
        sure = len({part.kind for part in parts} & CLAIMED) >= ENOUGH
        for kind, value in ((part.kind, part.slice.stripped("()[]（） .,")) for part in parts):
            if not value or any(value.where == where and value.text in text for where, text in read):
                continue
            if sure and kind in CLAIMED and given.isdisjoint((kind, f"{kind}s")):
                yield value.claim(f"release_dates/b{number}/date" if kind == DATE else kind)
                yield Problem("unlabelled", kind, "", value.where)
            elif not sure or kind not in CLAIMED:
                yield Problem("unread", "", shown(value.text), value.where)


def behind(outline: Outline, entry: Entry) -> Slice | None:
    """What was cut off behind the value of an entry, up to the next label of the line."""
    path = entry.paths[0]
    if not entry.inline or not entry.values or not (path in OWN or FIELDS.get(path, ("",))[0] in (PEOPLE, CAST)):
        return None
    value, segment = entry.values[0], outline.segments[entry.number]
    following = (mark.start for mark in outline.marks[entry.number] if mark.start >= value.end)
    end = min(following, default=len(segment.text))
    rest = Slice(segment, value.end, end).stripped()
    return rest if any(map(str.isalnum, rest.text)) else None
