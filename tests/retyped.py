"""Changes to a text that leave what it says of its film: other line ends, blanks and blank lines, more below it."""

from __future__ import annotations

import re
from random import Random

import other_films
from filmmeta.readers.lexicon import look_up
from metamorphoses import Change

LABEL = re.compile(r"\.{2,80}\s?:|\s?[:：=]|\s{3,80}")
INDENTED = re.compile(r"^ {4,}", re.MULTILINE)


def with_mark(text: str, chance: Random) -> str:
    return "\ufeff" + text


def in_crlf(text: str, chance: Random) -> str:
    return text.replace("\n", "\r\n")


def in_cr(text: str, chance: Random) -> str:
    return text.replace("\n", "\r")


def trailing(text: str, chance: Random) -> str:
    """Blanks at the ends of lines."""
    return "\n".join(line + chance.choice(["", " ", "   ", "\t"]) for line in text.split("\n"))


def tabbed(text: str, chance: Random) -> str:
    """Tabs for the blanks that lines are moved in by."""
    return INDENTED.sub(lambda match: "\t" * max(1, len(match.group()) // 8), text)


def spread(text: str, chance: Random) -> str:
    """Twice as many blank lines everywhere."""
    return re.sub(r"\n[ \t]*\n((?:[ \t]*\n)*)", lambda match: "\n" + match.group()[1:] * 2, text)


def more(text: str, chance: Random) -> str:
    """Fifty other films below a heading."""
    films = "\n".join(f"{other_films.film(n)} ({other_films.year(chance)})" for n in range(50))
    return f"{text.rstrip()}\n\n\n{chance.choice(other_films.MORE)}\n\n{films}\n"


def more_labelled(text: str, chance: Random) -> str:
    """Fifty other films with labels of their own below a heading."""
    films = "\n\n".join(
        f"{other_films.film(n)}\nDirector: {other_films.person(chance)}\nStars: {other_films.person(chance)}\n"
        f"Year: {other_films.year(chance)}"
        for n in range(50)
    )
    return f"{text.rstrip()}\n\n\n{chance.choice(other_films.MORE)}\n\n{films}\n"


def commented(text: str, chance: Random) -> str:
    said = "\n\n".join(f"{other_films.person(chance)}\n{other_films.remark(chance)}" for _ in range(20))
    return f"{text.rstrip()}\n\n\n{chance.choice(other_films.HEADINGS)}\n\n{said}\n"


def shuffled(text: str, chance: Random) -> str:
    """Lines of labels with their values in another order: those of a paragraph that has no other line."""
    parts = re.split(r"(\n\s*\n)", text)
    for number, part in enumerate(parts[::2]):
        lines = part.strip("\n").split("\n")
        known = [look_up(LABEL.split(line, maxsplit=1)[0]) for line in lines]
        if len(lines) > 2 and all(known) and len({each.paths for each in known if each}) == len(lines):
            chance.shuffle(lines)
            parts[2 * number] = "\n".join(lines) + part[len(part.rstrip("\n")) :]
    return "".join(parts)


RETYPED: dict[str, Change] = {
    "byte order mark": with_mark,
    "CRLF": in_crlf,
    "CR": in_cr,
    "trailing blanks": trailing,
    "tabs": tabbed,
    "blank lines": spread,
}
LONGER: dict[str, Change] = {"footer": more, "footer with labels": more_labelled, "comments": commented}
SHUFFLES: dict[str, Change] = {"lines": shuffled}
