"""A writer's text in clean paragraphs, with the names of what was done to clean it."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from filmmeta.values.markup import replaced, unmarked
from filmmeta.values.patterns import regex
from filmmeta.values.trimmings import trimmed

WRAP = 100  # no line of a hard-wrapped text is longer
NARROW = 24  # no full line of a hard-wrapped text is shorter
SPACES = regex(r"[ \t\xa0\u2009\u202f\u3000]{2,}|[\t\xa0\u2009\u202f\u3000]")
UNSPACED, HANGUL = "\u2e80", "\uac00"  # between these, scripts that put no blanks between words
WIDE = "\t\xa0\u2009\u202f\u3000"  # those that pages really have
BULLETS = "•‣◦▪●■►○⁃▶➤✓✔"
LISTED = "*·-–—"  # these head the items of a list where several lines have them
SPOKEN = "-–—"  # and these what somebody says, so that they are kept


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
    done: list[str] = []
    return shaped(unmarked(text, done).split("\n"), done)


def authored(text: str) -> Prose:
    """The same of what one reader wrote on a site, without the site's phrases, quoted replies and a signature.

    >>> authored("> It is dull.\\nIt is not.\\n2 of 3 people found this review helpful")
    Prose(text='It is not.', operations=('quotes', 'site-phrases'))
    """
    done: list[str] = []
    return shaped(trimmed(unmarked(text, done).split("\n"), done), done)


def shaped(lines: list[str], done: list[str]) -> Prose:
    """The lines as paragraphs, with single spaces."""
    text = paragraphs(lines, done)
    if not text:
        raise ValueError("no text")
    if any(map(text.__contains__, WIDE)):
        text = replaced(SPACES, " ", text, "spaces", done)
    elif "  " in text:
        text = single_spaced(text)
        done.append("spaces")
    return Prose(text, tuple(done))


def single_spaced(text: str) -> str:
    """The text with one blank where several stand."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def paragraphs(lines: list[str], done: list[str]) -> str:
    """The lines with a blank line between paragraphs and hard wrapping undone."""
    signs = bullets(lines)
    groups: list[list[str]] = [[]]
    was_trimmed = False
    for line in lines:
        if not (bare := line.strip()):
            groups += [[]] if groups[-1] else []
            continue
        was_trimmed = was_trimmed or len(bare) != len(line)
        if signs and bare[0] in signs and (bare[0] in BULLETS or bare[1:2] == " ") and bare[1:].strip():
            bare = bare if bare[0] in SPOKEN else bare[1:].lstrip()
            groups += [[]] if groups[-1] else []
        groups[-1].append(bare)
    done += ["trimmed-lines"] * was_trimmed + ["bullets"] * any(sign not in SPOKEN for sign in signs)
    groups = [group for group in groups if group]
    if all(len(group) == 1 for group in groups):
        return "\n\n".join([group[0] for group in groups])
    if is_wrapped(groups):
        done.append("unwrapped-lines")
        return "\n\n".join(map(unwrapped, groups))
    return "\n\n".join(map(join_lines, groups))


def bullets(lines: list[str]) -> str:
    """The signs that head the items of a list in these lines: bullets, and dashes that head several lines."""
    starts = [bare for line in lines if (bare := line.lstrip()) and (bare[0] in LISTED or bare[0] in BULLETS)]
    heads = [bare[0] for bare in starts if bare[0] in BULLETS or is_item(bare)]
    return "".join(head for head in dict.fromkeys(heads) if head in BULLETS or heads.count(head) > 1)


def is_item(line: str) -> bool:
    """Whether a sign and a blank stand before words, as in a list."""
    return line[1:2] == " " and line[2:3].isalnum() and not line[2:3].isdigit()


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


def unwrapped(lines: list[str]) -> str:
    """The lines as one, with a blank where they met; scripts that put none between words need none."""
    if not any(line[-1] >= UNSPACED for line in lines):
        return " ".join(lines)
    joined = lines[0]
    for before, line in pairwise(lines):
        dense = UNSPACED <= before[-1] < HANGUL and UNSPACED <= line[0] < HANGUL
        joined += line if dense else f" {line}"
    return joined


def join_lines(lines: list[str]) -> str:
    """Lines that their author ended: long ones are paragraphs, short ones stay lines of one."""
    joined = lines[0]
    for before, line in pairwise(lines):
        joined += ("\n\n" if max(len(before), len(line)) > WRAP else "\n") + line
    return joined
