"""A writer's text in clean paragraphs, with the names of what was done to clean it."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import NamedTuple

MAX_TEXT = 16_000_000
WRAP = 100  # no line of a hard-wrapped text is longer
NARROW = 24  # no full line of a hard-wrapped text is shorter

BREAKS = re.compile(r"[ \t]{0,9}<(?:br|/?p|/?div|/?li|hr)(?:\s[^<>]{0,300})?/?>[ \t]{0,9}", re.IGNORECASE)
LONE_BREAK = re.compile(r"[ \t]{0,9}<br\s{0,9}/?>[ \t]{0,9}", re.IGNORECASE)
TAGS = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]{0,20}(?:\s[^<>]{0,400})?/?>")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
STRIPPED = re.compile(r"\s?(?:br /?){1,20}br(?: /)?(?:\s|$)")
SPACES = re.compile(r"[ \t\xa0\u2009\u202f\u3000]{2,}|[\t\xa0\u2009\u202f\u3000]")
WIDE = "\t\xa0\u2009\u202f\u3000"  # those that pages really have


class Prose(NamedTuple):
    """Paragraphs with a blank line between them, and the operations that made them, in their order."""

    text: str
    operations: tuple[str, ...] = ()


def prose(text: str) -> Prose:
    """The text in clean paragraphs; nothing of the author's words is changed.

    >>> prose("Good. <br /><br />Very   good.")
    Prose(text='Good.\\n\\nVery good.', operations=('breaks', 'spaces'))
    >>> prose("He was not endedbr br the story")
    Prose(text='He was not ended\\n\\nthe story', operations=('stripped-breaks',))
    """
    if len(text) > MAX_TEXT:
        raise ValueError(f"a text of {len(text)} characters")
    done: list[str] = []
    text = text.strip()
    if "&" in text:
        text = unescaped(text, done)
    if "<" in text:
        text = untagged(text, done)
    if "br br" in text or "br /br" in text:
        text = replaced(STRIPPED, "\n\n", text, "stripped-breaks", done)
    text = paragraphs(text, done)
    if not text:
        raise ValueError("no text")
    if "  " in text or any(space in text for space in WIDE):
        text = replaced(SPACES, " ", text, "spaces", done)
    return Prose(text, tuple(done))


def replaced(pattern: re.Pattern[str], by: str, text: str, operation: str, done: list[str]) -> str:
    changed = pattern.sub(by, text)
    if changed != text and operation not in done:
        done.append(operation)
    return changed


def unescaped(text: str, done: list[str]) -> str:
    """Entities as the characters they stand for, also those that were escaped twice."""
    for _ in range(2):
        if ENTITY.search(text):
            text = html.unescape(text)
            if "entities" not in done:
                done.append("entities")
    return text


def untagged(text: str, done: list[str]) -> str:
    """Breaks and blocks as line ends, two in a row or a block as a paragraph's end; other tags gone."""
    text = replaced(LONE_BREAK, "\n", text, "breaks", done)
    text = replaced(BREAKS, "\n\n", text, "tags", done)
    return replaced(TAGS, "", text, "tags", done)


def paragraphs(text: str, done: list[str]) -> str:
    """The text with a blank line between paragraphs and hard wrapping undone."""
    groups: list[list[str]] = [[]]
    trimmed = False
    for line in text.split("\n"):
        if bare := line.strip():
            groups[-1].append(bare)
            trimmed = trimmed or len(bare) != len(line)
        elif groups[-1]:
            groups.append([])
    if trimmed:
        done.append("trimmed-lines")
    groups = [group for group in groups if group]
    if all(len(group) == 1 for group in groups):
        return "\n\n".join([group[0] for group in groups])
    if is_wrapped(groups):
        done.append("unwrapped-lines")
        return "\n\n".join(map(" ".join, groups))
    return "\n\n".join(map(join_lines, groups))


def is_wrapped(groups: list[list[str]]) -> bool:
    """Whether lines end because they were full: the next line's first word had no room on them."""
    width = max(len(line) for group in groups for line in group)
    if width > WRAP:
        return False
    full = lines = 0
    for group in groups:
        for line, following in pairwise(group):
            lines += 1
            room = width - len(line)
            full += len(line) >= NARROW and following.find(" ", 0, room) < 0
    return full * 10 >= lines * 9


def join_lines(lines: list[str]) -> str:
    """Lines that their author ended: long ones are paragraphs, short ones stay lines of one."""
    joined = lines[0]
    for before, line in pairwise(lines):
        joined += ("\n\n" if max(len(before), len(line)) > WRAP else "\n") + line
    return joined
